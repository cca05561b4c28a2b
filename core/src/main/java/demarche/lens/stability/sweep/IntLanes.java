package demarche.lens.stability.sweep;

import demarche.states.Ranks;
import demarche.states.StateSpace;

/// One code at a time, without vectors: for any number of ranks, and for machines and launchers
/// without the vector module.
final class IntLanes implements Lanes<int[]> {
  private static final int LOW = 0;
  private static final int TOP = Integer.MAX_VALUE;

  @Override
  public int count() {
    return 1;
  }

  @Override
  public int[] ranks(StateSpace space, Ranks ranks) {
    if (ranks instanceof Ranks.Ints(int[] known, _) && space.isEveryCode()) return known;
    int[] by = new int[1 << space.bits()];
    for (int s = 0; s < ranks.size(); s++) by[(int) space.bits(s)] = ranks.at(s);
    return by;
  }

  @Override
  public int[] present(StateSpace space) {
    int[] present = new int[1 << space.bits()];
    for (int s = 0; s < space.size(); s++) present[(int) space.bits(s)] = LOW + 1;
    return present;
  }

  @Override
  public int[] copy(int[] ranks) {
    return ranks.clone();
  }

  @Override
  public boolean lower(Fibres fibres, Kind kind, int[] ranks, int[] to, int[] from) {
    boolean lowered = false;
    int[] rows = fibres.rows();
    for (int k = 0; k < fibres.bundles(); k++) {
      int first = fibres.first(k);
      for (int h = 0; h < rows.length; h++) {
        int here = first | rows[h];
        int bar = kind == Kind.MOVES ? LOW : ranks[here];
        int least = to[here];
        for (int o = 0; o < rows.length; o++) {
          int there = first | rows[o];
          if (o == h || from[there] >= least || ranks[there] <= bar) continue;
          if (allows(fibres, h, o)) least = from[there];
        }
        lowered |= least < to[here];
        to[here] = least;
      }
    }
    return lowered;
  }

  private static boolean allows(Fibres fibres, int row, int other) {
    return fibres.isFree() || fibres.allowed(row, other, 0) != 0;
  }

  @Override
  public boolean lower(int[] to, int here, int[] from, int there) {
    if (from[there] >= to[here]) return false;
    to[here] = from[there];
    return true;
  }

  @Override
  public void raise(Fibres fibres, int[] ranks, int[] worth) {
    int[] rows = fibres.rows();
    for (int k = 0; k < fibres.bundles(); k++) {
      int first = fibres.first(k);
      for (int h = 0; h < rows.length; h++) {
        int here = first | rows[h];
        for (int o = 0; o < rows.length; o++) {
          if (allows(fibres, h, o)) worth[here] = Math.max(worth[here], ranks[first | rows[o]]);
        }
      }
    }
  }

  @Override
  public void improve(Fibres fibres, int[] ranks, long[] marks) {
    leave(fibres, ranks, ranks, marks);
  }

  @Override
  public void leave(Fibres fibres, int[] ranks, int[] worth, long[] marks) {
    int[] rows = fibres.rows();
    for (int k = 0; k < fibres.bundles(); k++) {
      int first = fibres.first(k);
      for (int h = 0; h < rows.length; h++) {
        int here = first | rows[h];
        int rank = ranks[here];
        for (int o = 0; o < rows.length; o++) {
          int there = first | rows[o];
          if (ranks[there] > rank && worth[there] > rank && allows(fibres, h, o)) {
            marks[here >>> 6] |= 1L << here;
            break;
          }
        }
      }
    }
  }

  @Override
  public int maximin(Fibres fibres, int[] ranks) {
    int best = LOW;
    for (int row : fibres.rows()) {
      int least = TOP;
      for (int k = 0; k < fibres.bundles(); k++) {
        least = Math.min(least, ranks[fibres.first(k) | row]);
      }
      best = Math.max(best, least);
    }
    return best;
  }

  @Override
  public int minimax(Fibres fibres, int[] ranks) {
    int least = TOP;
    for (int k = 0; k < fibres.bundles(); k++) {
      int best = LOW;
      for (int row : fibres.rows()) best = Math.max(best, ranks[fibres.first(k) | row]);
      least = Math.min(least, best);
    }
    return least;
  }

  @Override
  public void below(int[] ranks, int from, int to, int bound, long[] marks) {
    for (int s = from; s < to; s++) if (ranks[s] < bound) marks[s >>> 6] |= 1L << s;
  }
}
