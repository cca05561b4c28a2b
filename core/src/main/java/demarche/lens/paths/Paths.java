package demarche.lens.paths;

import demarche.lens.Run;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.Reach;
import demarche.states.Reach.Step;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// What leads away from a state: by improvements, by moves, and by groups that move together.
///
/// **Definition.** A state is reached by moves iff a legal sequence of single moves leads there, in
/// which nobody moves twice in a row and every state is feasible; by improvements iff in such a
/// sequence every mover prefers the state to which it goes to the one from which it goes.
///
/// **Cost.** O(arcs) time; about 60 bytes a state.
///
/// **Source.** Status-quo analysis: Li, Kilgour & Hipel (2005).
public final class Paths {
  private final Arcs arcs;
  private final int start;
  private final Reach byImprovements;
  private final Reach byMoves;
  private final Layers improvements;
  private final Layers moves;
  private final Landscape landscape;
  private final Cycles cycles;
  private final Traps traps;
  private final Groups groups;

  private Paths(Arcs arcs, int start, Run run) {
    this.arcs = arcs;
    this.start = start;
    List<Party> parties = arcs.space().model().parties();
    run.check();
    byImprovements = new Reach(arcs, Arcs.Kind.IMPROVEMENTS, parties, start).watched(run.watch());
    improvements = Layers.of(byImprovements);
    run.check();
    byMoves = new Reach(arcs, Arcs.Kind.MOVES, parties, start).watched(run.watch());
    moves = Layers.of(byMoves);
    landscape = Landscape.of(arcs, run);
    cycles = Cycles.of(landscape, byImprovements, run);
    traps = Traps.of(arcs, start, byMoves, run);
    groups = groups(StateSet.all(arcs.space().size()), run);
  }

  /// @throws demarche.states.TooLarge before memory is taken
  /// @throws java.util.concurrent.CancellationException once the run is stopped
  public static Paths of(Arcs arcs, int start, Run run) {
    return new Paths(arcs, start, run);
  }

  public StateSpace space() {
    return arcs.space();
  }

  public Arcs arcs() {
    return arcs;
  }

  /// Where the paths begin.
  public int start() {
    return start;
  }

  /// Whether a state is reached; true of the start.
  public boolean reaches(int state, Arcs.Kind kind) {
    return search(kind).has(state);
  }

  /// The fewest single moves to a state that is reached.
  public int distance(int state, Arcs.Kind kind) {
    return search(kind).distance(state);
  }

  /// A shortest legal sequence to a state that is reached.
  public List<Step> shortest(int state, Arcs.Kind kind) {
    return search(kind).path(state);
  }

  /// The nearest of some states, of equals the first; -1 where none is reached.
  public int nearest(StateSet states, Arcs.Kind kind) {
    return states.stream()
        .boxed()
        .filter(s -> reaches(s, kind))
        .min(
            Comparator.comparingInt((Integer s) -> distance(s, kind))
                .thenComparing(Comparator.naturalOrder()))
        .orElse(-1);
  }

  /// The smallest groups that have a joint improvement from the start to one of some states.
  public Groups groups(StateSet aim, Run run) {
    return Groups.of(arcs, start, aim, run);
  }

  /// The smallest groups that have a joint improvement from the start to any state.
  public Groups groups() {
    return groups;
  }

  Layers layers(Arcs.Kind kind) {
    return switch (kind) {
      case IMPROVEMENTS -> improvements;
      case MOVES -> moves;
    };
  }

  private Reach search(Arcs.Kind kind) {
    return switch (kind) {
      case IMPROVEMENTS -> byImprovements;
      case MOVES -> byMoves;
    };
  }

  Cycles cycles() {
    return cycles;
  }

  Traps traps() {
    return traps;
  }

  /// A party that has improvements from the start, with all of them, ascending.
  record Starter(Party party, List<Integer> targets) {
    Starter {
      targets = List.copyOf(targets);
    }
  }

  /// The parties that gain by moving alone, in the order of the model.
  List<Starter> starters() {
    int[] into = new int[arcs.most()];
    List<Starter> starters = new ArrayList<>();
    for (Party party : space().model().parties()) {
      int count = arcs.targets(party, start, Arcs.Kind.IMPROVEMENTS, into);
      List<Integer> targets = new ArrayList<>();
      for (int k = 0; k < count; k++) targets.add(into[k]);
      if (count > 0) starters.add(new Starter(party, targets));
    }
    return starters;
  }

  /// Where improvements from the start can end for good, the nearest first; the start itself where
  /// nobody improves on it. States and cycle areas that no improvement leaves.
  List<Landscape.Area> ends() {
    List<Landscape.Area> ends = new ArrayList<>();
    StateSet told = new StateSet(space().size());
    IntStream.concat(IntStream.of(start), improvements.stream())
        .forEach(s -> {
          if (told.contains(s) || !landscape.isEnd(s)) return;
          Landscape.Area area = landscape.area(s);
          area.states().forEach(told::add);
          ends.add(area);
        });
    return ends;
  }
}
