package demarche.lens.coalitions;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Run;
import demarche.lens.paths.Choice;
import demarche.states.StateSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What holds against every coalition, and what falls to which.
final class Holding {
  private static final int MOST_ROWS = 12;
  private static final int MOST_NAMED = 3;

  private final Outlook outlook;
  private final CoalitionStability stability;
  private final Run run;

  Holding(Outlook outlook, Run run) {
    this.outlook = outlook;
    this.stability = outlook.stability();
    this.run = run;
  }

  Finding finding() {
    List<Sentence> reasons = new ArrayList<>();
    StateSet underAll = outlook.underAll();
    int count = underAll.count();
    Sentence statement =
        count == 0
            ? none(reasons)
            : count == 1
                ? say(
                    "One outcome holds against {} under {}: {}",
                    outlook.each(),
                    outlook.every(),
                    outlook.state(underAll.stream().findFirst().orElseThrow()))
                : say(
                    "{} against {} under {}{}",
                    new Slot.Count(count, "outcome holds", "outcomes hold"),
                    outlook.each(),
                    outlook.every(),
                    named(underAll));
    reasons.add(equilibria());
    return new Finding("universal", Prominence.SECTION, statement, reasons, figures());
  }

  /// The states where they are few, after a colon.
  private Slot named(StateSet states) {
    if (states.isEmpty() || states.count() > MOST_NAMED) return new Slot.Plain("");
    return new Slot.Clause(
        say(": {}", new Slot.Several(states.stream().<Slot>mapToObj(outlook::state).toList())));
  }

  /// Where no state holds under every concept: which do under some.
  private Sentence none(List<Sentence> reasons) {
    Map<StateSet, List<CoalitionConcept>> bySet = new LinkedHashMap<>();
    for (CoalitionConcept concept : stability.strictestFirst()) {
      bySet.computeIfAbsent(stability.universal(concept), _ -> new ArrayList<>()).add(concept);
    }
    if (bySet.keySet().stream().allMatch(StateSet::isEmpty)) {
      return say("No outcome holds against {} under {}", outlook.each(), outlook.any());
    }
    bySet.forEach((set, same) ->
        reasons.add(
            say(
                "Under {} {}{}",
                CoalitionConcept.slots(same),
                set.isEmpty()
                    ? new Slot.Plain("none does")
                    : new Slot.Count(set.count(), "does", "do"),
                named(set))));
    return say("No outcome holds against {} under {}", outlook.each(), outlook.every());
  }

  private Sentence equilibria() {
    int all = outlook.equilibria().count();
    if (all == 0) return say("There is no equilibrium under {}", outlook.individual());
    int left = outlook.equilibria().and(outlook.underAll()).count();
    Slot equilibria = new Slot.Count(all, "equilibrium", "equilibria");
    if (left == 0) return say("Of {} under {} none does", equilibria, outlook.individual());
    if (left < all) {
      Slot some = new Slot.Count(left, "does", "do");
      return say("Of {} under {}, {}", equilibria, outlook.individual(), some);
    }
    return all == 1
        ? say("The only equilibrium under {} does", outlook.individual())
        : say("All {} under {} do", equilibria, outlook.individual());
  }

  /// The individual equilibria and what else holds against coalitions, with what becomes of them.
  private List<Figure> figures() {
    StateSet shown = new StateSet(outlook.space().size());
    outlook.equilibria().forEach(shown::add);
    stability.concepts().forEach(c -> stability.universal(c).forEach(shown::add));
    if (shown.isEmpty()) return List.of();
    List<CoalitionConcept> concepts = stability.strictestFirst();
    List<Figure.Row> rows =
        shown.stream()
            .boxed()
            .sorted((s, t) -> Long.compare(marks(t), marks(s)))
            .limit(MOST_ROWS)
            .map(this::row)
            .toList();
    return List.of(
        new Figure.StateTable(
            "What holds against coalitions",
            concepts.stream().map(CoalitionConcept::slot).toList(),
            rows,
            shown.count() - rows.size()));
  }

  private long marks(int state) {
    return stability.concepts().stream().filter(c -> holds(c, state)).count();
  }

  private boolean holds(CoalitionConcept concept, int state) {
    return stability.universal(concept).contains(state);
  }

  private Figure.Row row(int state) {
    return new Figure.Row(
        outlook.state(state),
        state == outlook.space().statusQuo() ? "status quo" : "",
        stability.strictestFirst().stream().map(c -> holds(c, state)).toList(),
        remark(state));
  }

  /// Who leaves, for what; under the concept under which it is hardest to leave.
  private Sentence remark(int state) {
    for (CoalitionConcept concept : stability.strictestFirst().reversed()) {
      if (holds(concept, state)) continue;
      Coalition first = stability.leaving(concept, state).getFirst();
      int[] targets = stability.unsanctioned(concept, first, state, run);
      int best = new Choice(outlook.space(), first.members(), state).best(targets);
      return say("left by {} for {}", outlook.members(first), outlook.state(best));
    }
    return say("");
  }
}
