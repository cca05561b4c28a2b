package demarche.lens.knowing;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Run;
import demarche.lens.Standings;
import demarche.lens.Wording;
import demarche.lens.knowing.Reading.Unknown;
import demarche.lens.stability.Concept;
import demarche.lens.stability.Stability;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Degrees of knowing in words.
final class KnowingWords {
  private final Knowing knowing;
  private final Stability known;
  private final Wording wording;

  KnowingWords(Knowing knowing, Run run) {
    this.knowing = knowing;
    wording = Wording.of(knowing.space());
    Set<Concept> rules = EnumSet.noneOf(Concept.class);
    knowing.definitions().forEach(d -> rules.add(d.rule()));
    known = Stability.known(knowing.space(), rules, run);
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    Map<String, List<Definition>> groups = new LinkedHashMap<>();
    for (Definition d : knowing.definitions()) {
      groups.computeIfAbsent(group(d), _ -> new ArrayList<>()).add(d);
    }
    String telling = groups.containsKey("unknown-SEQ") ? "unknown-SEQ" : firstOf(groups);
    groups.forEach((id, same) -> {
      findings.add(finding(id, prominence(id, telling), same));
    });
    if (knowing.definitions().stream().anyMatch(d -> d.reading() instanceof Unknown)) {
      findings.addAll(doubt());
    }
    findings.add(standings());
    return findings;
  }

  /// The extensions of one rule lead; those of others much resemble it.
  private static Prominence prominence(String id, String telling) {
    if (id.equals(telling)) return Prominence.HEADLINE;
    return id.startsWith("unknown-") ? Prominence.DETAIL : Prominence.SECTION;
  }

  private static String firstOf(Map<String, List<Definition>> groups) {
    return groups.keySet().iterator().next();
  }

  /// Definitions that are told together: the extensions of one rule, or all of another kind.
  private static String group(Definition definition) {
    return switch (definition.reading()) {
      case Unknown _ -> "unknown-" + definition.rule();
      case Reading.Degree _, Reading.Strong _, Reading.Weak _ -> "strength";
      case Reading.Fuzzy _ -> "fuzzy";
      case Reading.Probable _ -> "probable";
      case Reading.Relational _ -> "attitudes";
    };
  }

  private Finding finding(String id, Prominence prominence, List<Definition> same) {
    boolean whole = Unanimity.isWhole(same);
    Unanimity unanimity = new Unanimity(knowing, same.getFirst().rule());
    List<Sentence> reasons = new ArrayList<>();
    if (whole) reasons.addAll(unanimity.reasons());
    reasons.add(statusQuo(same));
    same.stream().map(Definition::rule).distinct().forEach(rule -> reasons.add(simply(rule)));
    return new Finding(
        id,
        prominence,
        whole ? unanimity.statement() : counts(same),
        reasons,
        List.of(new Outcomes(knowing, wording, same).table()));
  }

  private Sentence counts(List<Definition> same) {
    Sentence counts = say("");
    for (int k = 0; k < same.size(); k++) {
      Definition d = same.get(k);
      if (k > 0) counts = counts.then("; ");
      int count = knowing.equilibria(d).count();
      counts =
          counts.then(
              k == 0 ? "Under {} {}" : "under {} {}",
              d.slot(),
              count == 0
                  ? new Slot.Plain("no outcome holds")
                  : new Slot.Count(count, "outcome holds", "outcomes hold"));
    }
    return counts;
  }

  private Sentence statusQuo(List<Definition> same) {
    int statusQuo = knowing.space().statusQuo();
    List<Slot> holding =
        same.stream()
            .filter(d -> knowing.equilibria(d).contains(statusQuo))
            .<Slot>map(Definition::slot)
            .toList();
    if (holding.isEmpty()) return say("The status quo holds under none of them");
    if (holding.size() == same.size() && same.size() > 1) {
      return say("The status quo holds under all of them");
    }
    return say("The status quo holds under {}", new Slot.Several(holding));
  }

  /// What holds if the actors' own orders are taken as known.
  private Sentence simply(Concept rule) {
    int count = known.equilibria(rule).count();
    return say(
        "If the base preferences are taken as known, {} under {}",
        count == 0 ? new Slot.Plain("none holds") : new Slot.Count(count, "holds", "hold"),
        rule.slot());
  }

  private List<Finding> doubt() {
    List<InDoubt> doubts = InDoubt.of(knowing);
    if (doubts.isEmpty()) return List.of();
    List<List<Sentence>> rows = new ArrayList<>();
    for (InDoubt d : doubts) {
      List<Slot> by = d.by().stream().<Slot>map(Slot.Plain::new).toList();
      rows.add(
          List.of(
              say("{}", wording.party(d.actor())),
              by.isEmpty() ? say("not named") : say("{}", new Slot.Several(by)),
              number(d.moves()),
              number(d.gains()),
              number(d.doubtful())));
    }
    long doubtful = doubts.stream().mapToLong(InDoubt::doubtful).sum();
    Slot who = new Slot.Several(doubts.stream().<Slot>map(d -> wording.party(d.actor())).toList());
    return List.of(
        new Finding(
            "doubt",
            Prominence.SECTION,
            doubtful == 0
                ? say("The other orders of {} leave no move of theirs in doubt", who)
                : say(
                    "The orders disagree about {} of {}",
                    new Slot.Count(doubtful, "move", "moves"),
                    who),
            List.of(),
            List.of(
                new Figure.Table(
                    "What is in doubt",
                    List.of("", "another order by", "moves", "gains for sure", "in doubt"),
                    rows))));
  }

  private Finding standings() {
    return new Standings(
            knowing.space(),
            knowing.parties(),
            knowing.definitions().stream().map(knowing::found).toList())
        .finding("each decision maker", "equilibria", "Stable for whom");
  }

  private static Sentence number(long count) {
    return say("{}", new Slot.Count(count, "", ""));
  }

  /// The states that hold under some of the definitions, those that most agree on first.
  private record Outcomes(Knowing knowing, Wording wording, List<Definition> same) {
    private static final int MOST_ROWS = 12;

    Figure.StateTable table() {
      List<StateSet> sets = same.stream().map(knowing::equilibria).toList();
      List<Figure.Row> rows = new ArrayList<>();
      long all = 0;
      for (int marks = sets.size(); marks > 0; marks--) {
        for (int s = 0; s < knowing.space().size(); s++) {
          int state = s;
          if (sets.stream().filter(set -> set.contains(state)).count() != marks) continue;
          if (all++ < MOST_ROWS) rows.add(row(s, sets));
        }
      }
      return new Figure.StateTable(
          "What holds", same.stream().map(Definition::slot).toList(), rows, all - rows.size());
    }

    private Figure.Row row(int state, List<StateSet> sets) {
      StateSpace space = knowing.space();
      List<String> names = new ArrayList<>();
      if (state == space.statusQuo()) names.add("status quo");
      space.model().proposals().stream()
          .filter(p -> space.state(p.end()) == state)
          .forEach(p -> names.add(p.name()));
      return new Figure.Row(
          wording.state(space, state),
          String.join(", ", names),
          sets.stream().map(set -> set.contains(state)).toList(),
          say(""));
    }
  }
}
