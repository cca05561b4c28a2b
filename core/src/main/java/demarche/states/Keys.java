package demarche.states;

import java.util.Arrays;

/// Turns sortable keys of states into dense ranks: 0 for the least, equal keys equal ranks.
final class Keys {
  /// Tables of key to rank may have this many entries for each state, and some more.
  private static final int ENTRIES_A_STATE = 2;

  private static final int SPARE_ENTRIES = 1 << 16;
  private static final int DIGIT_BITS = 8;

  private Keys() {}

  /// The key of each state.
  interface Numbers {
    long at(int state);
  }

  /// O(n) time where the keys lie close together, else O(n log n).
  static Ranks dense(int states, Numbers keys, Watch watch) {
    if (states == 0) return Ranks.alike(0);
    long[] ends = {Long.MAX_VALUE, Long.MIN_VALUE};
    watch.over(
        Ranks.STEP,
        states,
        (from, to) -> {
          for (int s = from; s < to; s++) {
            ends[0] = Math.min(ends[0], keys.at(s));
            ends[1] = Math.max(ends[1], keys.at(s));
          }
        });
    long range = ends[1] - ends[0]; // negative where it overflows
    return isClose(states, range)
        ? byTable(states, s -> (int) (keys.at(s) - ends[0]), (int) range, watch)
        : bySorting(states, s -> keys.at(s) - ends[0], range, watch);
  }

  private static boolean isClose(long states, long range) {
    return range >= 0 && range < ENTRIES_A_STATE * states + SPARE_ENTRIES;
  }

  /// What [#dense] takes, ranks and keys aside.
  ///
  /// @param range of the keys at most
  static long bytes(long states, long range) {
    return isClose(states, range) ? 4 * (range + 1) : 16 * states;
  }

  private static Ranks byTable(int states, Ranks.Numbers keys, int range, Watch watch) {
    int[] rank = new int[range + 1];
    watch.over(
        Ranks.STEP,
        states,
        (from, to) -> {
          for (int s = from; s < to; s++) rank[keys.at(s)] = 1;
        });
    int distinct = numbered(rank);
    return Ranks.of(states, distinct, s -> rank[keys.at(s)], watch);
  }

  /// Numbers the entries that are 1 in ascending order; returns how many there are.
  static int numbered(int[] table) {
    int distinct = 0;
    for (int k = 0; k < table.length; k++) if (table[k] == 1) table[k] = distinct++;
    return distinct;
  }

  private static Ranks bySorting(int states, Numbers keys, long range, Watch watch) {
    long[] sorted = sorted(states, keys, range, watch);
    int count = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) sorted[count++] = sorted[i];
    }
    int distinct = count;
    return Ranks.of(
        states, distinct, s -> Arrays.binarySearch(sorted, 0, distinct, keys.at(s)), watch);
  }

  /// Digit by digit from the lowest, which can be watched and takes memory that is known before.
  ///
  /// @param keys of which the least is 0; as bits they may fill a `long`
  private static long[] sorted(int states, Numbers keys, long range, Watch watch) {
    long[] from = new long[states];
    for (int s = 0; s < states; s++) from[s] = keys.at(s);
    long[] to = new long[states];
    for (int shift = 0; shift < Long.SIZE && range >>> shift != 0; shift += DIGIT_BITS) {
      int[] next = new int[(1 << DIGIT_BITS) + 1];
      for (long key : from) next[digit(key, shift) + 1]++;
      for (int d = 0; d < 1 << DIGIT_BITS; d++) next[d + 1] += next[d];
      scatter(from, to, next, shift, watch);
      long[] swapped = from;
      from = to;
      to = swapped;
    }
    return from;
  }

  private static void scatter(long[] from, long[] to, int[] next, int shift, Watch watch) {
    watch.over(
        Ranks.STEP,
        from.length,
        (first, end) -> {
          for (int i = first; i < end; i++) to[next[digit(from[i], shift)]++] = from[i];
        });
  }

  private static int digit(long key, int shift) {
    return (int) (key >>> shift) & ((1 << DIGIT_BITS) - 1);
  }

  /// The order of `first`, ties broken by `second`.
  static Ranks lexicographic(Ranks first, Ranks second, Watch watch) {
    return dense(first.size(), s -> (long) first.at(s) * second.distinct() + second.at(s), watch);
  }
}
