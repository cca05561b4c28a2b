package demarche.lens.stability.sweep;

import demarche.lens.Run;
import java.util.Arrays;
import java.util.function.IntPredicate;

/// Passes of several movers in turn, until none has anything left to do.
final class Rounds {
  /// A worth can need as many as the longest chain of replies.
  private static final int MOST = 100;

  private Rounds() {}

  /// @param pass one mover's turn: whether it changed anything that others may go on from
  /// @return false where that would take more than 100 rounds
  static boolean settle(int movers, IntPredicate pass, Run run) {
    boolean[] open = new boolean[movers];
    Arrays.fill(open, true);
    for (int round = 0; round < MOST; round++) {
      boolean settled = true;
      for (int j = 0; j < movers; j++) {
        if (!open[j]) continue;
        run.check();
        open[j] = false;
        if (!pass.test(j)) continue;
        for (int k = 0; k < movers; k++) open[k] |= k != j;
        settled = false;
      }
      if (settled) return true;
    }
    return false;
  }
}
