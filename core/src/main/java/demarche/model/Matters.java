package demarche.model;

import demarche.scenario.ActorEntry;
import demarche.scenario.BeliefEntry;
import demarche.scenario.Destination;
import demarche.scenario.ProposalEntry;
import demarche.scenario.Scenario;
import demarche.scenario.TargetEntry;
import demarche.scenario.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/// Turns what a scenario asks about into parts of a model: issues, proposals, targets, measures and
/// beliefs.
record Matters(Roster roster, Names names, Numbers numbers, Wishes wishes) {
  /// Areas of options, by the id of the issue.
  Map<String, List<Option>> issues() {
    Map<String, List<Option>> issues = new LinkedHashMap<>();
    for (Scenario.IssueEntry entry : roster.scenario().issues()) {
      String where = "issue '" + entry.id() + "'";
      List<Option> options =
          entry.options().stream()
              .flatMap(w -> Stream.ofNullable(names.find(w, where, "an option")))
              .toList();
      if (issues.put(entry.id().text(), options) != null) {
        roster.problems().error(entry.id().place(), "%s is declared twice", where);
      }
    }
    return issues;
  }

  List<Proposal> proposals(int[] statusQuo) {
    List<String> usual =
        roster.scenario().actors().stream()
            .filter(a -> a.partOf().isEmpty())
            .map(a -> a.id().text())
            .toList();
    List<Proposal> proposals = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (ProposalEntry entry : roster.scenario().proposals()) {
      String where = "proposal '" + entry.id() + "'";
      if (!seen.add(entry.id().text())) {
        roster.problems().error(entry.id().place(), "%s is declared twice", where);
      }
      List<List<Integer>> ends = new ArrayList<>();
      int[] at = statusQuo;
      for (Destination step : entry.steps()) {
        at = names.apply(step, at, where);
        ends.add(IntStream.of(at).boxed().toList());
      }
      entry.by().forEach(w -> roster.known(w, roster.parties(), "'by' of " + where));
      entry.consent().forEach(w -> roster.known(w, roster.parties(), "'consent' of " + where));
      proposals.add(
          new Proposal(
              entry.id().text(),
              entry.name(),
              entry.by().stream().map(Word::text).toList(),
              entry.form(),
              ends,
              entry.consent().isEmpty() ? usual : entry.consent().stream().map(Word::text).toList(),
              entry.evidence()));
    }
    return proposals;
  }

  List<Target> targets() {
    List<Target> targets = new ArrayList<>();
    for (TargetEntry entry : roster.scenario().targets()) {
      String where = "target '" + entry.id() + "'";
      List<BigFraction> baseRate =
          entry.baseRate().stream()
              .map(q -> numbers.probability(q, "the base rate of " + where))
              .toList();
      targets.add(
          new Target(
              entry.id().text(),
              entry.name(),
              names.clause(entry.when(), where),
              entry.of().stream().map(w -> roster.known(w, roster.actors(), where)).toList(),
              entry.between().stream().map(w -> roster.known(w, roster.actors(), where)).toList(),
              baseRate));
    }
    return targets;
  }

  Map<String, List<Term>> measures() {
    Map<String, List<Term>> measures = new LinkedHashMap<>();
    for (Scenario.MeasureEntry entry : roster.scenario().measures()) {
      String where = "measure '" + entry.id() + "'";
      if (measures.put(entry.id().text(), wishes.terms(entry.terms(), where, Wishes.Face.EFFECTIVE))
          != null) {
        roster.problems().error(entry.id().place(), "%s is declared twice", where);
      }
    }
    return measures;
  }

  Belief belief(BeliefEntry entry) {
    String holder = roster.known(entry.holder(), roster.actors(), "'beliefs'");
    String where = "the beliefs of '" + holder + "'";
    Map<String, Preference> views = new TreeMap<>();
    for (BeliefEntry thought : entry.thinks()) refuseSelf(thought.holder(), holder, "'thinks'");
    for (ActorEntry view : entry.views()) {
      refuseSelf(view.id(), holder, where);
      roster.known(view.id(), roster.actors(), where);
      views.put(
          view.id().text(),
          wishes.preference(
              view.redLines(),
              view.preference(),
              "'" + view.id() + "' as '" + holder + "' sees it",
              Wishes.Face.EFFECTIVE));
    }
    List<Option> blindTo =
        entry.blindTo().stream()
            .flatMap(w -> Stream.ofNullable(names.find(w, where, "an option")))
            .toList();
    return new Belief(holder, views, blindTo, entry.thinks().stream().map(this::belief).toList());
  }

  private void refuseSelf(Word word, String holder, String where) {
    if (!word.text().equals(holder)) return;
    roster
        .problems()
        .error(word.place(), "'%s' in %s is the actor itself, expected another actor", word, where);
  }
}
