package demarche.ensemble.sensitivity;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Draws grouped by the value of a column, rare values together in one group.
///
/// @param of each draw, its group from 0
/// @param sizes by group
record Groups(int[] of, int[] sizes) {
  /// So many draws must be expected wherever a test by a limiting distribution looks (Cochran's
  /// rule for tests of χ²).
  static final double LEAST_EXPECTED = 5;

  /// Each value by itself.
  static Groups of(double[] column) {
    return of(column, LEAST_EXPECTED);
  }

  /// Pools the rarest values, the rarest first and of equally rare ones the least first, until
  /// every group is expected to have five draws in common with something that so large a share of
  /// the draws has.
  static Groups of(double[] column, double share) {
    double[] values = Arrays.stream(column).map(v -> v + 0.0).sorted().distinct().toArray();
    int[] value = new int[column.length];
    int[] sizes = new int[values.length];
    for (int i = 0; i < column.length; i++) {
      value[i] = Arrays.binarySearch(values, column[i] + 0.0);
      sizes[value[i]]++;
    }
    int[] ascending =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingInt(v -> sizes[v]))
            .mapToInt(Integer::intValue)
            .toArray();
    int pooled = pooled(ascending, sizes, share);
    int[] group = new int[values.length];
    int groups = pooled == 0 ? 0 : 1;
    for (int place = pooled; place < ascending.length; place++) group[ascending[place]] = groups++;
    int[] of = Arrays.stream(value).map(v -> group[v]).toArray();
    int[] grouped = new int[groups];
    for (int g : of) grouped[g]++;
    return new Groups(of, grouped);
  }

  /// How many of the rarest values go together.
  private static int pooled(int[] ascending, int[] sizes, double share) {
    int pooled = 0;
    int pool = 0;
    for (int v : ascending) {
      int least = pooled == 0 ? sizes[v] : Math.min(pool, sizes[v]);
      if (least * share >= LEAST_EXPECTED) break;
      pool += sizes[v];
      pooled++;
    }
    return pooled;
  }

  /// Each draw's group as a column of its own.
  double[] codes() {
    return Arrays.stream(of).asDoubleStream().toArray();
  }

  int count() {
    return sizes.length;
  }

  /// The share of all draws that the smallest group has.
  double leastShare() {
    return (double) Arrays.stream(sizes).min().orElse(0) / Math.max(1, of.length);
  }

  /// The share of all draws that do not have the most frequent value of a column.
  static double unusual(double[] column) {
    double[] sorted = Arrays.stream(column).map(v -> v + 0.0).sorted().toArray();
    int most = 0;
    for (int from = 0, to = 0; from < sorted.length; from = to) {
      while (to < sorted.length && sorted[to] == sorted[from]) to++;
      most = Math.max(most, to - from);
    }
    return sorted.length == 0 ? 0 : 1 - (double) most / sorted.length;
  }
}
