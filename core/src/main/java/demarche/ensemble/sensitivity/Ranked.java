package demarche.ensemble.sensitivity;

import java.util.Comparator;
import java.util.stream.IntStream;

/// Numbers in order.
final class Ranked {
  private Ranked() {}

  /// The places of numbers in ascending order, of equal ones the first first.
  static int[] order(double[] numbers) {
    return IntStream.range(0, numbers.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> numbers[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /// Ranks from 1, equal numbers at the mean of theirs.
  static double[] ranks(double[] numbers) {
    int[] order = order(numbers);
    double[] ranks = new double[numbers.length];
    for (int from = 0; from < order.length; ) {
      int to = from;
      while (to < order.length && numbers[order[to]] == numbers[order[from]]) to++;
      for (int i = from; i < to; i++) ranks[order[i]] = (from + 1 + to) / 2.0;
      from = to;
    }
    return ranks;
  }
}
