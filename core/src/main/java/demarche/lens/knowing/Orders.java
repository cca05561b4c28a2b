package demarche.lens.knowing;

import demarche.model.Actor;
import demarche.states.StateSpace;
import java.util.Arrays;

/// The orders that a file gives an actor: its own, and those that somebody holds against it.
///
/// **Cost.** 4 bytes a state and order; the same order twice is kept once.
final class Orders {
  /// What is known of going from one state to another.
  enum Known {
    GAIN,
    TIE,
    LOSS,
    /// The orders disagree.
    UNKNOWN
  }

  private final int[] own;

  /// In file order.
  private final int[][] others;

  /// Those of the others that are not the actor's own once more.
  private final int[][] differing;

  private Orders(int[] own, int[][] others, int[][] differing) {
    this.own = own;
    this.others = others;
    this.differing = differing;
  }

  static Orders of(StateSpace space, Actor actor) {
    int[] own = space.ranks(actor).toArray();
    int[][] others =
        actor.alternatives().stream()
            .map(other -> space.ranks(other.preference()).toArray())
            .map(ranks -> Arrays.equals(ranks, own) ? own : ranks)
            .toArray(int[][]::new);
    return new Orders(own, others, differing(own, others));
  }

  private static int[][] differing(int[] own, int[][] others) {
    return Arrays.stream(others).filter(ranks -> !Arrays.equals(ranks, own)).toArray(int[][]::new);
  }

  Known of(int from, int to) {
    int sign = Integer.compare(own[to], own[from]);
    for (int[] other : differing) {
      if (Integer.compare(other[to], other[from]) != sign) return Known.UNKNOWN;
    }
    return sign > 0 ? Known.GAIN : sign < 0 ? Known.LOSS : Known.TIE;
  }

  /// What one of the others, in file order, says of going from one state to another: 1 for a gain,
  /// -1 for a loss, 0 for neither.
  int sign(int other, int from, int to) {
    return Integer.compare(others[other][to], others[other][from]);
  }
}
