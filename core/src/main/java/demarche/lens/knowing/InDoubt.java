package demarche.lens.knowing;

import demarche.model.Actor;
import demarche.states.Arcs;
import java.util.List;

/// How many of an actor's moves are gains for sure, and how many are in doubt.
///
/// @param by who gives it another order, in file order; empty names are left out
record InDoubt(Actor actor, List<String> by, long moves, long gains, long doubtful) {
  /// Of every actor that the file gives other orders.
  static List<InDoubt> of(Knowing knowing) {
    Doubts doubts = knowing.doubts();
    return doubts.actors().stream().map(a -> count(knowing.arcs(), a, doubts.of(a))).toList();
  }

  private static InDoubt count(Arcs arcs, Actor actor, Orders orders) {
    int[] into = new int[arcs.most()];
    long moves = 0;
    long gains = 0;
    long doubtful = 0;
    for (int s = 0; s < arcs.space().size(); s++) {
      int count = arcs.targets(actor, s, Arcs.Kind.MOVES, into);
      moves += count;
      for (int k = 0; k < count; k++) {
        switch (orders.of(s, into[k])) {
          case GAIN -> gains++;
          case UNKNOWN -> doubtful++;
          case TIE, LOSS -> {}
        }
      }
    }
    List<String> by =
        actor.alternatives().stream()
            .map(Actor.Alternative::by)
            .filter(name -> !name.isEmpty())
            .distinct()
            .toList();
    return new InDoubt(actor, by, moves, gains, doubtful);
  }
}
