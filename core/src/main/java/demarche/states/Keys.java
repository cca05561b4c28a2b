package demarche.states;

import java.util.Arrays;

/// Turns sortable keys of states into dense ranks: 0 for the least, equal keys equal ranks.
final class Keys {
  /// Tables of key to rank may have this many entries for each state, and some more.
  private static final int ENTRIES_A_STATE = 2;

  private static final int SPARE_ENTRIES = 1 << 16;

  private Keys() {}

  /// O(n) time where the keys lie close together, else O(n log n) and one copy of the keys.
  static Ranks dense(long[] keys) {
    if (keys.length == 0) return Ranks.alike(0);
    long least = Long.MAX_VALUE;
    long most = Long.MIN_VALUE;
    for (long key : keys) {
      least = Math.min(least, key);
      most = Math.max(most, key);
    }
    long range = most - least; // negative where it overflows
    long entries = (long) ENTRIES_A_STATE * keys.length + SPARE_ENTRIES;
    return range >= 0 && range < entries ? byTable(keys, least, (int) range) : bySorting(keys);
  }

  private static Ranks byTable(long[] keys, long least, int range) {
    int[] rank = new int[range + 1];
    for (long key : keys) rank[(int) (key - least)] = 1;
    int distinct = numbered(rank);
    return Ranks.of(keys.length, distinct, s -> rank[(int) (keys[s] - least)]);
  }

  /// Numbers the entries that are 1 in ascending order; returns how many there are.
  static int numbered(int[] table) {
    int distinct = 0;
    for (int k = 0; k < table.length; k++) if (table[k] == 1) table[k] = distinct++;
    return distinct;
  }

  private static Ranks bySorting(long[] keys) {
    long[] sorted = keys.clone();
    Arrays.parallelSort(sorted);
    int count = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) sorted[count++] = sorted[i];
    }
    int distinct = count;
    return Ranks.of(keys.length, distinct, s -> Arrays.binarySearch(sorted, 0, distinct, keys[s]));
  }

  /// The order of `first`, ties broken by `second`.
  static Ranks lexicographic(Ranks first, Ranks second) {
    long[] keys = new long[first.size()];
    for (int s = 0; s < keys.length; s++) {
      keys[s] = (long) first.at(s) * second.distinct() + second.at(s);
    }
    return dense(keys);
  }
}
