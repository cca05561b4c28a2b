package demarche.lens.stability;

import static demarche.finding.Sentence.say;

import demarche.finding.Slot;
import demarche.lens.Run;
import demarche.lens.Stable;
import demarche.lens.Wording;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.Reach;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// What all parts of the answer look at: the equilibria, and the roads to them from the status quo.
///
/// Irreversible options make states that nobody can leave, which are stable for that reason alone;
/// so whether a state can be reached is always told beside whether it holds.
final class Picture {
  private static final int OFTEN = 0xfff;

  private final Stability stability;
  private final Wording wording;
  private final Run run;
  private final Map<Concept, StateSet> equilibria = new EnumMap<>(Concept.class);
  private final Reach byImprovements;
  private final Reach byMoves;

  Picture(Stability stability, Run run) {
    this.stability = stability;
    this.run = run;
    wording = Wording.of(stability.space());
    for (Concept concept : stability.concepts()) {
      equilibria.put(concept, stability.equilibria(concept));
    }
    byImprovements = reach(Arcs.Kind.IMPROVEMENTS);
    byMoves = reach(Arcs.Kind.MOVES);
  }

  private Reach reach(Arcs.Kind kind) {
    run.check();
    return new Reach(stability.arcs(), kind, parties(), space().statusQuo())
        .watched(run.watch())
        .explored();
  }

  Stability stability() {
    return stability;
  }

  StateSpace space() {
    return stability.space();
  }

  List<Party> parties() {
    return space().model().parties();
  }

  Wording wording() {
    return wording;
  }

  Run run() {
    return run;
  }

  /// The same states, on whose way the run is asked whether to stop.
  IntStream asking(IntStream states) {
    int[] passed = {0};
    return states.peek(_ -> {
      if ((passed[0]++ & OFTEN) == 0) run.check();
    });
  }

  /// The concepts that were searched, the strictest first.
  List<Concept> concepts() {
    return stability.strictestFirst();
  }

  StateSet equilibria(Concept concept) {
    return equilibria.getOrDefault(concept, new StateSet(0));
  }

  Stable stable(Concept concept) {
    return new Stable(
        concept.name(),
        parties().stream().map(p -> stability.stable(concept, p)).toList(),
        equilibria(concept));
  }

  /// The states that are equilibria under every concept searched.
  StateSet underAll() {
    StateSet all = StateSet.all(space().size());
    for (StateSet set : equilibria.values()) all = all.and(set);
    return all;
  }

  /// The states that are equilibria under some concept.
  StateSet underAny() {
    StateSet any = new StateSet(space().size());
    for (StateSet set : equilibria.values()) any = any.or(set);
    return any;
  }

  /// The concepts under which a state is an equilibrium.
  Set<Concept> holding(int state) {
    Set<Concept> holding = EnumSet.noneOf(Concept.class);
    equilibria.forEach((concept, set) -> {
      if (set.contains(state)) holding.add(concept);
    });
    return holding;
  }

  Slot.OfState state(int state) {
    return wording.state(space(), state);
  }

  Slot.OfConcept concept(Concept concept) {
    return concept.slot();
  }

  /// Several concepts, the strictest first.
  Slot.Several concepts(Collection<Concept> several) {
    return new Slot.Several(
        Concept.STRICTEST_FIRST.stream()
            .filter(several::contains)
            .<Slot>map(this::concept)
            .toList());
  }

  /// All concepts searched, as in `holds under every concept asked for`.
  Slot every() {
    return concepts().size() == 1
        ? concept(concepts().getFirst())
        : new Slot.Plain("every concept asked for");
  }

  /// None of them, as in `does not hold under any concept asked for`.
  Slot any() {
    return concepts().size() == 1
        ? concept(concepts().getFirst())
        : new Slot.Plain("any concept asked for");
  }

  /// How a state is reached from the status quo.
  enum Road {
    /// By single improvements in a legal sequence.
    IMPROVEMENTS,
    /// By moves in a legal sequence, though not all of them improvements.
    MOVES,
    /// By no sequence of moves.
    NONE
  }

  Road road(int state) {
    if (byImprovements.has(state)) return Road.IMPROVEMENTS;
    return byMoves.has(state) ? Road.MOVES : Road.NONE;
  }

  /// The fewest moves from the status quo on the best road; very many where there is no road.
  int distance(int state) {
    return switch (road(state)) {
      case IMPROVEMENTS -> byImprovements.distance(state);
      case MOVES -> byMoves.distance(state);
      case NONE -> Integer.MAX_VALUE;
    };
  }

  /// The shortest sequence on the best road; empty where there is none, and of the status quo.
  List<Reach.Step> steps(int state) {
    return switch (road(state)) {
      case IMPROVEMENTS -> byImprovements.path(state);
      case MOVES -> byMoves.path(state);
      case NONE -> List.of();
    };
  }

  /// Moves in words: who changes what.
  Slot.Several told(List<Reach.Step> steps) {
    List<Slot> told = new ArrayList<>();
    int from = space().statusQuo();
    for (Reach.Step step : steps) {
      told.add(
          new Slot.Clause(
              say("{}: {}", wording.party(step.by()), wording.changes(space(), from, step.to()))));
      from = step.to();
    }
    return new Slot.Several(told);
  }
}
