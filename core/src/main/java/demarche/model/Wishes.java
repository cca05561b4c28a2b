package demarche.model;

import demarche.scenario.ActorEntry;
import demarche.scenario.Exact;
import demarche.scenario.Formula;
import demarche.scenario.PreferenceEntry;
import demarche.scenario.Problems;
import demarche.scenario.TermEntry;
import demarche.scenario.TermEntry.LevelWeight;
import demarche.scenario.TermEntry.Sign;
import demarche.scenario.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/// Resolves what actors want: red lines, priorities, values, rankings.
record Wishes(
    Names names, Numbers numbers, List<Option> options, int codeLength, Problems problems) {

  /// Which weights of a value term count.
  enum Face {
    EFFECTIVE,
    STATED
  }

  Preference preference(
      List<ActorEntry.RedLine> lines, PreferenceEntry entry, String whose, Face face) {
    List<Preference.RedLine> redLines = new ArrayList<>();
    for (ActorEntry.RedLine line : lines) {
      String id = line.id().isEmpty() ? "red-line-" + (redLines.size() + 1) : line.id().text();
      Clause never = names.clause(line.never(), "a red line of " + whose);
      String name = line.id().isEmpty() ? never.toString() : id;
      redLines.add(new Preference.RedLine(id, name, never, line.evidence()));
    }
    return new Preference(redLines, order(entry, whose, face));
  }

  private Preference.Order order(PreferenceEntry entry, String whose, Face face) {
    return switch (entry) {
      case PreferenceEntry.None() -> new Preference.Indifferent();
      case PreferenceEntry.Priorities(var priorities) -> priorities(priorities, whose);
      case PreferenceEntry.Values(var terms) ->
          new Preference.Values(terms(terms, "a value of " + whose, face));
      case PreferenceEntry.Ranking(var groups, var _) ->
          new Preference.Ranking(
              groups.stream().map(g -> group(g, "the ranking of " + whose)).toList());
    };
  }

  private Preference.Priorities priorities(List<PreferenceEntry.Priority> entries, String whose) {
    List<Preference.Priority> priorities = new ArrayList<>();
    for (PreferenceEntry.Priority entry : entries) {
      String id = entry.id().isEmpty() ? "priority-" + (priorities.size() + 1) : entry.id().text();
      priorities.add(
          new Preference.Priority(
              id,
              names.clause(entry.want(), "a priority of " + whose),
              numbers.probability(entry.probability(), "the probability of a priority"),
              entry.evidence()));
    }
    return new Preference.Priorities(priorities);
  }

  private Proposition group(List<Word> patterns, String where) {
    return new Proposition.Any(
        patterns.stream().map(p -> names.pattern(p, codeLength, options, where)).toList());
  }

  /// @param where for messages, such as `a value of 'russia'`
  List<Term> terms(List<TermEntry> entries, String where, Face face) {
    return entries.stream().map(entry -> term(entry, where, face)).toList();
  }

  private Term term(TermEntry entry, String where, Face face) {
    return switch (entry) {
      case TermEntry.When when -> when(when, where, face);
      case TermEntry.Of of -> of(of, where, face);
    };
  }

  private Term when(TermEntry.When entry, String where, Face face) {
    Clause clause = names.clause(entry.expression(), where);
    BigFraction effective = numbers.of(entry.weight());
    BigFraction stated = numbers.of(entry.stated());
    BigFraction weight = face == Face.STATED ? stated : effective;
    boolean wanted = entry.sign() == Sign.WANT;
    return new Term(
        entry.id().text(),
        clause.toString(),
        List.of(new Term.Weight(clause.meaning(), wanted ? weight : weight.negate())),
        entry.evidence());
  }

  private Term of(TermEntry.Of entry, String where, Face face) {
    numbers.check(entry.spread());
    Option option = names.find(entry.option(), where, "an option or event");
    List<LevelWeight> chosen = face == Face.STATED ? entry.stated() : entry.weights();
    List<Term.Weight> weights = option == null ? List.of() : levelWeights(option, chosen);
    if (option != null && face == Face.EFFECTIVE) levelWeights(option, entry.stated());
    return new Term(entry.id().text(), entry.option().text(), weights, entry.evidence());
  }

  private List<Term.Weight> levelWeights(Option option, List<LevelWeight> entries) {
    Map<Integer, BigFraction> byLevel = new HashMap<>();
    List<Term.Weight> weights = new ArrayList<>();
    for (LevelWeight entry : entries) {
      int level = names.level(option, entry.level());
      BigFraction amount = numbers.of(entry.weight());
      if (level < 0) continue;
      @Nullable BigFraction twice = byLevel.put(level, amount);
      if (twice != null) {
        problems.error(entry.level().place(), "level '%s' is weighed twice", entry.level());
      }
      weights.add(new Term.Weight(new Proposition.Within(option.index(), level, level), amount));
    }
    return weights;
  }

  /// @param face which weights count for this actor
  List<Actor.Alternative> alternatives(ActorEntry entry, String whose, Face face) {
    BigFraction sum = BigFraction.ZERO;
    List<Actor.Alternative> alternatives = new ArrayList<>();
    for (ActorEntry.Alternative other : entry.alternatives()) {
      Formula probability = other.probability();
      BigFraction p = numbers.probability(probability, "the probability of an alternative");
      boolean before = Exact.isMore(sum, BigFraction.ONE);
      sum = sum.add(p);
      if (!before && Exact.isMore(sum, BigFraction.ONE)) {
        problems.error(
            probability.place(),
            "the alternatives of %s have probabilities of %s together, expected at most 1",
            whose,
            sum.doubleValue());
      }
      alternatives.add(
          new Actor.Alternative(
              other.by().text(),
              p,
              preference(
                  other.redLines(), other.preference(), "an alternative of " + whose, face)));
    }
    return alternatives;
  }
}
