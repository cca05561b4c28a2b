package demarche.lens.stability.sweep;

import demarche.lens.stability.sweep.Fibres.Fold;
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
  public int[] ranks(StateSpace space, Ranks ranks, Codes codes) {
    if (ranks instanceof Ranks.Ints(int[] known, _) && codes == Codes.ALL_STATES) return known;
    int[] by = new int[1 << space.bits()];
    int first = codes == Codes.ALL_STATES ? LOW : LOW + 1;
    for (int s = 0; s < ranks.size(); s++) by[(int) space.bits(s)] = ranks.at(s) + first;
    return by;
  }

  @Override
  public int silent(int[] ranks, int own, Codes codes) {
    int[] filled = codes == Codes.GAPS ? ranks.clone() : ranks;
    int silent = 0;
    for (int rest = own; rest != 0; rest &= rest - 1) {
      int bit = Integer.lowestOneBit(rest);
      if (!isSilent(filled, bit, codes)) continue;
      silent |= bit;
      if (codes == Codes.ALL_STATES) continue;
      for (int code = 0; code < filled.length; code++) {
        filled[code] = Math.max(filled[code], filled[code ^ bit]);
      }
    }
    return silent;
  }

  private static boolean isSilent(int[] ranks, int bit, Codes codes) {
    for (int code = 0; code < ranks.length; code++) {
      int here = ranks[code];
      int there = ranks[code ^ bit];
      if (here == there) continue;
      if (codes == Codes.ALL_STATES || Math.min(here, there) > LOW) return false;
    }
    return true;
  }

  @Override
  public int[] array(int codes) {
    return new int[codes];
  }

  @Override
  public void put(int rank, Codes codes, int[] into, int at) {
    into[at] = LOW + rank + (codes == Codes.GAPS ? 1 : 0);
  }

  @Override
  public void worths(int[] ranks, Codes codes, int[] into) {
    System.arraycopy(ranks, 0, into, 0, ranks.length);
    if (codes == Codes.ALL_STATES) return;
    for (int code = 0; code < into.length; code++) {
      if (into[code] == LOW) into[code] = TOP;
    }
  }

  @Override
  public boolean lower(Fibres fibres, Codes codes, Pass<int[]> pass) {
    if (!fibres.isFree()) return guided(fibres, codes, pass);
    Fold fold = pass.kind() == Kind.MOVES ? fibres.moves() : fibres.improvements();
    if (pass.kind() == Kind.IMPROVEMENTS && fold.isWhole()) return false;
    int[] loud = fold.loud();
    int[] rank = new int[loud.length];
    int[] worth = new int[loud.length];
    boolean lowered = false;
    for (int k = 0; k < fibres.bundles(); k++) {
      int first = fibres.first(k);
      if (!pass.read().isDue(first, fibres.rows(), pass.since())) continue;
      for (int l = 0; l < loud.length; l++) {
        rank[l] = LOW;
        worth[l] = TOP;
        for (int silent : fold.silent()) {
          int code = first | loud[l] | silent;
          rank[l] = Math.max(rank[l], pass.ranks()[code]);
          worth[l] = Math.min(worth[l], pass.from()[code]);
        }
      }
      for (int l = 0; l < loud.length; l++) {
        int least = pass.kind() == Kind.MOVES ? worth[l] : least(rank, worth, l);
        if (least == TOP) continue;
        for (int silent : fold.silent()) {
          lowered |= lower(codes, pass, first | loud[l] | silent, least);
        }
      }
    }
    return lowered;
  }

  /// The least worth among what is better.
  private static int least(int[] rank, int[] worth, int row) {
    int least = TOP;
    for (int o = 0; o < rank.length; o++) {
      if (rank[o] > rank[row] && worth[o] < least) least = worth[o];
    }
    return least;
  }

  private static boolean lower(Codes codes, Pass<int[]> pass, int code, int least) {
    if (least >= pass.to()[code]) return false;
    if (codes == Codes.GAPS && pass.ranks()[code] == LOW) return false;
    pass.to()[code] = least;
    pass.written().at(code, pass.now());
    return true;
  }

  /// A pass along allowed moves alone.
  private static boolean guided(Fibres fibres, Codes codes, Pass<int[]> pass) {
    int[] rows = fibres.rows();
    int[] ranks = pass.ranks();
    int[] from = pass.from();
    boolean lowered = false;
    for (int k = 0; k < fibres.bundles(); k++) {
      int first = fibres.first(k);
      if (!pass.read().isDue(first, rows, pass.since())) continue;
      for (int h = 0; h < rows.length; h++) {
        int here = first | rows[h];
        int least = TOP;
        for (int o = 0; o < rows.length; o++) {
          int there = first | rows[o];
          if (from[there] >= least) continue;
          if (pass.kind() == Kind.IMPROVEMENTS && ranks[there] <= ranks[here]) continue;
          if (fibres.allowed(h, o, 0) != 0) least = from[there];
        }
        lowered |= lower(codes, pass, here, least);
      }
    }
    return lowered;
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
      int best = best(fibres, first, ranks, ranks);
      for (int h = 0; h < rows.length; h++) {
        int here = first | rows[h];
        if (fibres.isFree()) worth[here] = Math.max(worth[here], best);
        for (int o = 0; o < rows.length && !fibres.isFree(); o++) {
          if (fibres.allowed(h, o, 0) != 0) {
            worth[here] = Math.max(worth[here], ranks[first | rows[o]]);
          }
        }
      }
    }
  }

  /// The best that a fibre has in both arrays.
  private static int best(Fibres fibres, int first, int[] ranks, int[] worth) {
    int best = LOW;
    for (int row : fibres.rows()) {
      best = Math.max(best, Math.min(ranks[first | row], worth[first | row]));
    }
    return best;
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
      int best = best(fibres, first, ranks, worth);
      for (int h = 0; h < rows.length; h++) {
        int here = first | rows[h];
        if (best <= ranks[here]) continue;
        if (fibres.isFree() || gains(fibres, first, ranks, worth, h)) {
          marks[here >>> 6] |= 1L << here;
        }
      }
    }
  }

  private static boolean gains(Fibres fibres, int first, int[] ranks, int[] worth, int row) {
    int rank = ranks[first | fibres.rows()[row]];
    for (int o = 0; o < fibres.rows().length; o++) {
      int there = first | fibres.rows()[o];
      if (ranks[there] > rank && worth[there] > rank && fibres.allowed(row, o, 0) != 0) return true;
    }
    return false;
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
