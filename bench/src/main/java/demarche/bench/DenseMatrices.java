package demarche.bench;

import demarche.model.Actor;
import demarche.states.StateSpace;
import java.util.List;

/// R, GMR, SMR and SEQ by square matrices with a bit for each pair of states, in the manner of the
/// matrix form of the graph model (Xu, Hipel, Kilgour & Fang 2018). No other program is run.
///
/// Moves and improvements are matrices; what the others' sequences reach is the closure of their
/// sum, row by row (Warshall), 64 pairs at a time. O(n^2) memory, O(n^3 / 64) time a closure.
final class DenseMatrices {
  private final int n;
  private final long[][][] moves;
  private final long[][][] improvements;
  private final StateSpace space;

  DenseMatrices(StateSpace space) {
    this.space = space;
    n = space.size();
    List<Actor> actors = space.model().actors();
    moves = new long[actors.size()][][];
    improvements = new long[actors.size()][][];
    for (Actor a : actors) {
      moves[a.index()] = matrix();
      improvements[a.index()] = matrix();
      int[] into = new int[space.moves(a).most()];
      for (int s = 0; s < n; s++) {
        int count = space.moves(a).targets(s, into);
        for (int k = 0; k < count; k++) {
          set(moves[a.index()], s, into[k]);
          if (space.rank(a, into[k]) > space.rank(a, s)) set(improvements[a.index()], s, into[k]);
        }
      }
    }
  }

  private long[][] matrix() {
    return new long[n][(n + 63) >>> 6];
  }

  private static void set(long[][] m, int s, int t) {
    m[s][t >>> 6] |= 1L << t;
  }

  private static boolean get(long[][] m, int s, int t) {
    return (m[s][t >>> 6] >>> t & 1) == 1;
  }

  /// What all but one reach by legal sequences: closure, as moves of an actor are transitive.
  private long[][] reach(long[][][] arcs, int focal) {
    long[][] reach = matrix();
    for (int j = 0; j < arcs.length; j++) {
      if (j == focal) continue;
      for (int s = 0; s < n; s++) or(reach[s], arcs[j][s]);
    }
    for (int k = 0; k < n; k++) {
      for (int s = 0; s < n; s++) if (get(reach, s, k)) or(reach[s], reach[k]);
    }
    return reach;
  }

  private static void or(long[] to, long[] from) {
    for (int w = 0; w < to.length; w++) to[w] |= from[w];
  }

  /// How many states are stable for all actors under R, GMR, SMR and SEQ.
  int[] equilibria() {
    int[] counts = new int[4];
    boolean[][] stable = new boolean[4][n];
    for (boolean[] s : stable) java.util.Arrays.fill(s, true);
    for (Actor a : space.model().actors()) {
      int i = a.index();
      long[][] any = reach(moves, i);
      long[][] gaining = reach(improvements, i);
      for (int s = 0; s < n; s++) {
        long[] notBetter = notBetter(a, s);
        for (int q = 0; q < n; q++) {
          if (!get(improvements[i], s, q)) continue;
          stable[0][s] = false;
          stable[1][s] &= meets(any[q], notBetter);
          stable[2][s] &= holds(i, any[q], notBetter);
          stable[3][s] &= meets(gaining[q], notBetter);
        }
      }
    }
    for (int c = 0; c < 4; c++) for (boolean b : stable[c]) if (b) counts[c]++;
    return counts;
  }

  private long[] notBetter(Actor a, int s) {
    long[] set = new long[(n + 63) >>> 6];
    for (int t = 0; t < n; t++) {
      if (space.rank(a, t) <= space.rank(a, s)) set[t >>> 6] |= 1L << t;
    }
    return set;
  }

  private static boolean meets(long[] one, long[] other) {
    for (int w = 0; w < one.length; w++) if ((one[w] & other[w]) != 0) return true;
    return false;
  }

  /// Whether some reply is not better, nor is anything that the actor could then move to.
  private boolean holds(int i, long[] replies, long[] notBetter) {
    for (int t = 0; t < n; t++) {
      if ((replies[t >>> 6] >>> t & 1) == 0 || (notBetter[t >>> 6] >>> t & 1) == 0) continue;
      boolean escapes = false;
      for (int w = 0; w < notBetter.length; w++) escapes |= (moves[i][t][w] & ~notBetter[w]) != 0;
      if (!escapes) return true;
    }
    return false;
  }

  /// Bytes that the matrices take.
  long bytes() {
    return (2L * moves.length + 2) * n * n / 8;
  }
}
