package demarche.lens.foresight;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Standings;
import demarche.lens.Wording;
import demarche.model.Party;
import demarche.model.Proposal;
import demarche.states.Reach.Step;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Foresight in words.
final class ForesightWords {
  private static final int MOST_ROWS = 12;

  private final Foresight foresight;
  private final List<Notion> notions;
  private final StateSpace space;
  private final Wording wording;
  private final List<Held> held;

  ForesightWords(Foresight foresight, List<Notion> notions) {
    this.foresight = foresight;
    this.notions = notions;
    space = foresight.space();
    wording = Wording.of(space);
    held = foresight.held();
  }

  List<Finding> findings() {
    if (held.isEmpty()) return List.of(nothing());
    List<Finding> findings = new ArrayList<>(List.of(equilibria()));
    notions.stream()
        .filter(n -> n instanceof Notion.Limited(int horizon) && horizon > 1)
        .map(n -> (Notion.Limited) n)
        .max(Comparator.comparingInt(Notion.Limited::horizon))
        .ifPresent(limited -> findings.add(statusQuo(limited)));
    foresight.recurrence().ifPresent(r -> findings.add(horizon(r)));
    findings.add(standings());
    return findings;
  }

  private Finding nothing() {
    return new Finding(
        "foresight",
        Prominence.HEADLINE,
        say("Nothing was searched under the notions of foresight asked for"),
        notSearched(),
        List.of());
  }

  /// Notions that share a reason are told together.
  List<Sentence> notSearched() {
    Map<String, List<Slot>> byReason = new LinkedHashMap<>();
    foresight
        .notSearched()
        .forEach((notion, reason) ->
            byReason.computeIfAbsent(reason, _ -> new ArrayList<>()).add(notion.slot()));
    List<Sentence> sentences = new ArrayList<>();
    byReason.forEach((reason, same) ->
        sentences.add(
            say(
                same.size() == 1 ? "{} was not searched: {}" : "{} were not searched: {}",
                new Slot.Several(same),
                new Slot.Plain(reason))));
    return sentences;
  }

  private Finding equilibria() {
    Map<StateSet, List<Slot>> bySet = new LinkedHashMap<>();
    held.forEach(h -> bySet.computeIfAbsent(h.equilibria(), _ -> new ArrayList<>()).add(h.slot()));
    List<Slot> counts = new ArrayList<>();
    bySet.forEach((set, same) -> counts.add(new Slot.Clause(count(set.count(), same))));
    List<Integer> rows = rows();
    long left = (long) union().count() - rows.size();
    Figure table =
        new Figure.StateTable(
            "What holds with foresight",
            held.stream().map(Held::slot).toList(),
            rows.stream().map(this::row).toList(),
            left);
    return new Finding(
        "foresight",
        Prominence.HEADLINE,
        say("Where decision makers look ahead: {}", new Slot.Several(counts)),
        notSearched(),
        rows.isEmpty() ? List.of() : List.of(table));
  }

  private static Sentence count(int count, List<Slot> under) {
    Slot notions = new Slot.Several(under);
    return count == 0
        ? say("nothing holds under {}", notions)
        : say("{} under {}", new Slot.Count(count, "outcome holds", "outcomes hold"), notions);
  }

  private StateSet union() {
    StateSet union = new StateSet(space.size());
    for (Held h : held) h.equilibria().forEach(union::add);
    return union;
  }

  /// The equilibria under most notions first.
  private List<Integer> rows() {
    return union().stream()
        .boxed()
        .sorted(Comparator.comparingLong((Integer s) -> -marks(s).stream().filter(m -> m).count()))
        .limit(MOST_ROWS)
        .toList();
  }

  private List<Boolean> marks(int state) {
    return held.stream().map(h -> h.equilibria().contains(state)).toList();
  }

  private Figure.Row row(int state) {
    String label =
        state == space.statusQuo()
            ? "status quo"
            : space.model().proposals().stream()
                .filter(p -> space.state(p.end()) == state)
                .map(Proposal::name)
                .collect(Collectors.joining(", "));
    return new Figure.Row(
        wording.state(space, state),
        label,
        marks(state),
        isNash(state) ? say("") : say("somebody gains by a move, and looks further"));
  }

  private boolean isNash(int state) {
    return foresight.movers().stream().allMatch(p -> space.improvements(p, state).length == 0);
  }

  /// What each would begin at the status quo with the farthest look, and what it expects to follow.
  private Finding statusQuo(Notion.Limited limited) {
    int start = space.statusQuo();
    List<Slot> leaving = new ArrayList<>();
    List<Sentence> reasons = new ArrayList<>();
    for (Party mover : foresight.movers()) {
      List<Step> steps = foresight.expected(mover, start, limited.horizon());
      if (steps.isEmpty()) continue;
      leaving.add(wording.party(mover));
      reasons.add(told(mover, steps));
    }
    Slot ahead = new Slot.Count(limited.horizon(), "move", "moves");
    return new Finding(
        "status-quo",
        Prominence.SECTION,
        leaving.isEmpty()
            ? say("Looking {} ahead, nobody leaves the status quo", ahead)
            : leaving.size() == 1
                ? say("Looking {} ahead, {} leaves the status quo", ahead, leaving.getFirst())
                : say(
                    "Looking {} ahead, {} leave the status quo", ahead, new Slot.Several(leaving)),
        reasons,
        List.of());
  }

  private Sentence told(Party mover, List<Step> steps) {
    int end = steps.getLast().to();
    Slot who = wording.party(mover);
    if (steps.size() == 1)
      return say("{} would go to {}, and expects it to stay so", who, state(end));
    List<Slot> moves = new ArrayList<>();
    int at = space.statusQuo();
    for (Step step : steps) {
      moves.add(
          new Slot.Clause(
              say("{}: {}", wording.party(step.by()), wording.changes(space, at, step.to()))));
      at = step.to();
    }
    return say(
        "{} would begin what it expects to end in {}: {}",
        who,
        state(end),
        new Slot.Several(moves));
  }

  private Slot state(int state) {
    return wording.state(space, state);
  }

  private static Finding horizon(Recurrence r) {
    Slot from = new Slot.Count(r.from(), "move", "moves");
    Sentence statement =
        r.period() == 1
            ? say("To look further than {} ahead changes nothing more", from)
            : say(
                "From {} ahead on, what is expected repeats every {}",
                from,
                new Slot.Count(r.period(), "move", "moves"));
    return new Finding("horizon", Prominence.SECTION, statement, List.of(), List.of());
  }

  private Finding standings() {
    return new Standings(space, foresight.movers(), held.stream().map(Held::found).toList())
        .finding(
            "each decision maker who can move",
            "equilibria: stable for all",
            "Stable for whom, with foresight");
  }

  List<Sentence> method() {
    List<Sentence> method = new ArrayList<>();
    if (held.isEmpty()) return method;
    method.add(
        say(
            "Foresight is exact, over all feasible states: a mover stays unless it expects an end"
                + " that it prefers, and of equally good ends takes the one of the lowest state"));
    if (foresight.isTied()) {
      method.add(say("Such ties did occur, so another rule for them might give other answers"));
    }
    if (foresight.movers().size() > 2) {
      method.add(
          say(
              "As {} can move, a mover counts on the worst for itself of what those others expect"
                  + " who would go on; this rule is ours",
              new Slot.Count(foresight.movers().size(), "decision maker", "decision makers")));
    }
    return method;
  }
}
