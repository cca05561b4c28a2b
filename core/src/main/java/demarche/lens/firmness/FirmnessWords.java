package demarche.lens.firmness;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Wording;
import demarche.lens.stability.Concept;
import demarche.model.Preference;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Firmness in words.
final class FirmnessWords {
  private static final int MOST_ROWS = 4;
  private static final int MOST_SINKS = 6;

  private final Firmness firmness;
  private final StateSpace space;
  private final Wording wording;

  FirmnessWords(Firmness firmness) {
    this.firmness = firmness;
    space = firmness.space();
    wording = Wording.of(space);
  }

  /// An equilibrium and who leaves it first.
  ///
  /// @param first with the fewest steps, of equals the first in file order; empty where nobody can
  ///   be brought to leave
  private record Row(int state, List<Hold> first) {
    long steps() {
      return first.isEmpty() ? Long.MAX_VALUE : first.getFirst().fall().steps();
    }
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    for (Concept concept : firmness.concepts()) {
      List<Row> rows = rows(concept);
      if (!rows.isEmpty()) findings.add(equilibria(concept, rows));
    }
    findings.add(sinks());
    return findings;
  }

  /// The least firm first.
  private List<Row> rows(Concept concept) {
    List<Row> rows = new ArrayList<>();
    firmness
        .holds(concept)
        .forEach((s, holds) -> rows.add(new Row(s, first(holds).stream().toList())));
    rows.sort(Comparator.comparingLong(Row::steps));
    return rows;
  }

  private static Optional<Hold> first(List<Hold> holds) {
    return holds.stream()
        .filter(h -> h.fall().isPossible())
        .min(Comparator.comparingLong(h -> h.fall().steps()));
  }

  private Finding equilibria(Concept concept, List<Row> rows) {
    int all = firmness.equilibria(concept).count();
    List<Sentence> reasons = new ArrayList<>();
    if (all > rows.size()) {
      reasons.add(
          say(
              "Looked into: {} of {}",
              new Slot.Count(rows.size(), "", ""),
              new Slot.Count(all, "equilibrium", "equilibria")));
    }
    int left = rows.size() - Math.min(rows.size(), MOST_ROWS);
    if (left > 0)
      reasons.add(say("{} not shown", new Slot.Count(left, "firmer one is", "firmer ones are")));
    return new Finding(
        "firmness-" + concept.name().toLowerCase(Locale.ROOT),
        concept == Concept.R ? Prominence.SECTION : Prominence.DETAIL,
        statement(concept, rows),
        reasons,
        List.of(
            new Figure.Table(
                "What would end an outcome under " + concept.name(),
                List.of("outcome", "who leaves first", "falls below", "steps", "by its own wishes"),
                rows.stream().limit(MOST_ROWS).map(this::cells).toList())));
  }

  private Sentence statement(Concept concept, List<Row> rows) {
    Row weakest = rows.getFirst();
    if (weakest.first.isEmpty()) {
      return say(
          "Under {} no change of one actor's wishes makes it leave an outcome that holds",
          concept.slot());
    }
    Hold hold = weakest.first.getFirst();
    return say(
        "Under {} the least firm outcome is {}: {} leaves after {} in its order",
        concept.slot(),
        state(weakest.state),
        wording.party(hold.actor()),
        new Slot.Count(hold.fall().steps(), "step", "steps"));
  }

  private List<Sentence> cells(Row row) {
    Sentence outcome = say("{}", state(row.state));
    if (row.first.isEmpty()) {
      return List.of(outcome, say("nobody"), say(""), say(""), say(""));
    }
    Hold hold = row.first.getFirst();
    return List.of(
        outcome,
        say("{}", wording.party(hold.actor())),
        say("{}", state(hold.fall().below())),
        say("{}", new Slot.Count(hold.fall().steps(), "", "")),
        own(hold));
  }

  /// In terms of what the file says of the actor's wishes.
  private Sentence own(Hold hold) {
    if (hold.actor().preference().order() instanceof Preference.Ranking)
      return say("by its ranking");
    if (!hold.isSought()) return say("not looked for");
    for (Reordering reordering : hold.reordering()) {
      return switch (reordering) {
        case Reordering.Fewest(int swaps) ->
            say(
                "{}",
                new Slot.Count(
                    swaps, "swap of neighbouring priorities", "swaps of neighbouring priorities"));
        case Reordering.AtLeast(int swaps) ->
            say("at least {}", new Slot.Count(swaps, "swap of priorities", "swaps of priorities"));
        case Reordering.Never() -> say("no order of its priorities is enough");
      };
    }
    return hold.weight().stream()
        .map(this::weight)
        .findFirst()
        .orElse(say("no single weight is enough"));
  }

  private Sentence weight(WeightChange change) {
    Slot name = new Slot.Plain(change.name(space.model()::option).replace('-', ' '));
    String pattern =
        change.change().signum() == 0
            ? change.rises() ? "{} rises at all from {}" : "{} falls at all from {}"
            : change.rises()
                ? "{} rises from {} to more than {}"
                : "{} falls from {} to less than {}";
    return change.change().signum() == 0
        ? say(pattern, name, Wording.amount(change.now()))
        : say(pattern, name, Wording.amount(change.now()), Wording.amount(change.at()));
  }

  private Slot state(int state) {
    return wording.state(space, state);
  }

  private Finding sinks() {
    Sinks sinks = firmness.sinks();
    Slot cycles = new Slot.Count(sinks.cycles(), "cycle", "cycles");
    Slot single = new Slot.Count(sinks.count() - sinks.cycles(), "state", "states");
    Sentence statement =
        sinks.cycles() == 0
            ? sinks.count() == 1
                ? say("Whoever moves, improvements end in one state, the R equilibrium")
                : say("Whoever moves, improvements end in {}, the R equilibria", single)
            : sinks.cycles() == sinks.count()
                ? say("Improvements never come to rest: they end in {}", cycles)
                : say(
                    "Improvements end in {}, or in {} where they never come to rest",
                    single,
                    cycles);
    List<List<Sentence>> rows = new ArrayList<>();
    for (Sinks.Sink sink : sinks.told().subList(0, Math.min(MOST_SINKS, sinks.told().size()))) {
      rows.add(
          List.of(
              sink.states().size() == 1
                  ? say("{}", state(sink.states().getFirst()))
                  : say(
                      "a cycle of {}, such as {}",
                      new Slot.Count(sink.states().size(), "state", "states"),
                      state(sink.states().getFirst())),
              say("{}", new Slot.Count(sink.sure(), "", "")),
              say("{}", new Slot.Count(sink.possible(), "", ""))));
    }
    int left = sinks.count() - rows.size();
    return new Finding(
        "sinks",
        Prominence.SECTION,
        statement,
        left == 0
            ? List.of()
            : List.of(say("{} not shown", new Slot.Count(left, "other is", "others are"))),
        List.of(
            new Figure.Table(
                "Where improvements end, from how many of %,d states".formatted(space.size()),
                List.of("end", "lead only there", "can lead there"),
                rows)));
  }

  List<Sentence> method() {
    List<Sentence> method = new ArrayList<>();
    method.add(
        say(
            "A step changes how one pair of states stands in one actor's order; the fewest steps are"
                + " exact, as is the smallest change of one weight; all else stays as it is"));
    boolean voting =
        firmness.concepts().stream()
            .flatMap(c -> firmness.holds(c).values().stream())
            .flatMap(List::stream)
            .anyMatch(h -> !h.isExact());
    if (voting) {
      method.add(
          say(
              "Bodies answer as they vote now, though a member's vote would change with its wishes"));
    }
    for (Map.Entry<Concept, String> reason : firmness.notSearched().entrySet()) {
      method.add(
          say(
              "Firmness under {} was not searched: {}",
              reason.getKey().slot(),
              new Slot.Plain(reason.getValue())));
    }
    return method;
  }
}
