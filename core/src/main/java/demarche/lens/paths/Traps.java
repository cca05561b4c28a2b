package demarche.lens.paths;

import demarche.lens.Run;
import demarche.model.Model;
import demarche.model.Option;
import demarche.model.Party;
import demarche.scenario.OptionEntry.Freedom;
import demarche.states.Arcs;
import demarche.states.Reach;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// States that one can enter and from which no way leads back.
///
/// **Definition.** A state is a trap iff a legal sequence of moves leads there from the start, and
/// none leads back.
///
/// **Law.** Where moves come from options, a state that can be reached is a trap iff some one-way
/// option stands there otherwise than at the start: such an option never goes back, and a sequence
/// that moves no such option can be undone move by move. A graph is searched backwards instead.
///
/// **Cost.** O(states · options); in a graph O(arcs · parties).
///
/// @param states the traps
/// @param causes the one-way options that make them, in file order; none in a graph
record Traps(StateSet states, List<Cause> causes) {
  Traps {
    causes = List.copyOf(causes);
  }

  /// A one-way option that stands otherwise in some states that can be reached.
  ///
  /// @param count how many
  record Cause(Option option, int count) {}

  static Traps of(Arcs arcs, int start, Reach moves, Run run) {
    run.check();
    StateSpace space = arcs.space();
    if (space.model().isGraph()) return new Traps(withoutReturn(arcs, start, moves), List.of());
    Model model = space.model();
    StateSet traps = new StateSet(space.size());
    List<Cause> causes =
        model.options().stream()
            .filter(o -> o.freedom() != Freedom.BOTH && model.held(o.index()) == Model.FREE)
            .map(o -> new Cause(o, mark(space, o, start, moves, traps)))
            .filter(cause -> cause.count > 0)
            .toList();
    return new Traps(traps, causes);
  }

  private static int mark(StateSpace space, Option option, int start, Reach moves, StateSet traps) {
    int level = space.level(start, option);
    int count = 0;
    for (int s = 0; s < space.size(); s++) {
      if (!moves.has(s) || space.level(s, option) == level) continue;
      traps.add(s);
      count++;
    }
    return count;
  }

  /// Searches back over nodes of a state and who moves next; of a sequence read backwards nobody
  /// moves twice in a row either.
  private static StateSet withoutReturn(Arcs arcs, int start, Reach moves) {
    List<Party> movers = arcs.space().model().parties().stream().filter(arcs::isMover).toList();
    int size = arcs.space().size();
    boolean[] returns = new boolean[size];
    boolean[] seen = new boolean[size * movers.size()];
    int[] into = new int[arcs.most()];
    Deque<Integer> open = new ArrayDeque<>();
    for (int next = -1, s = start; ; ) {
      returns[s] = true;
      for (int j = 0; j < movers.size(); j++) {
        if (j == next) continue;
        int count = arcs.sources(movers.get(j), s, Arcs.Kind.MOVES, into);
        for (int k = 0; k < count; k++) {
          int node = into[k] * movers.size() + j;
          if (seen[node]) continue;
          seen[node] = true;
          open.add(node);
        }
      }
      if (open.isEmpty()) break;
      int node = open.remove();
      s = node / movers.size();
      next = node % movers.size();
    }
    StateSet traps = new StateSet(size);
    for (int s = 0; s < size; s++) if (moves.has(s) && !returns[s]) traps.add(s);
    return traps;
  }
}
