package demarche.states;

import java.util.Arrays;

/// Turns sortable keys of states into dense ranks: 0 for the least, equal keys equal ranks.
final class Keys {
  private Keys() {}

  /// O(n log n) time, one copy of the keys.
  static int[] dense(long[] keys) {
    long[] distinct = keys.clone();
    Arrays.parallelSort(distinct);
    int count = 0;
    for (int i = 0; i < distinct.length; i++) {
      if (i == 0 || distinct[i] != distinct[i - 1]) distinct[count++] = distinct[i];
    }
    int[] ranks = new int[keys.length];
    for (int s = 0; s < keys.length; s++) {
      ranks[s] = Arrays.binarySearch(distinct, 0, count, keys[s]);
    }
    return ranks;
  }

  /// The order of `first`, ties broken by `second`; both dense.
  static int[] lexicographic(int[] first, int[] second) {
    long[] keys = new long[first.length];
    for (int s = 0; s < keys.length; s++) keys[s] = (long) first[s] << 32 | second[s];
    return dense(keys);
  }
}
