package demarche.ensemble.sensitivity;

import java.util.Arrays;

/// Numbers in order. None may be NaN; -0 and 0 are equal.
///
/// **Cost.** O(n log n), three arrays.
final class Ranked {
  private final double[] numbers;
  private final double[] sorted;

  private Ranked(double[] numbers) {
    this.numbers = numbers;
    this.sorted = numbers.clone();
    for (int i = 0; i < sorted.length; i++) sorted[i] += 0.0; // makes 0 of -0, which sorts apart
    Arrays.sort(sorted);
  }

  /// The places of numbers in ascending order, of equal ones the first first.
  static int[] order(double[] numbers) {
    return new Ranked(numbers).order();
  }

  /// Ranks from 1, equal numbers at the mean of theirs.
  static double[] ranks(double[] numbers) {
    return new Ranked(numbers).ranks();
  }

  private int[] order() {
    int[] order = new int[numbers.length];
    int[] taken = new int[numbers.length];
    for (int i = 0; i < numbers.length; i++) {
      int first = first(numbers[i]);
      order[first + taken[first]++] = i;
    }
    return order;
  }

  private double[] ranks() {
    double[] byPlace = new double[sorted.length];
    for (int from = 0, to = 0; from < sorted.length; from = to) {
      while (to < sorted.length && sorted[to] == sorted[from]) to++;
      byPlace[from] = (from + 1 + to) / 2.0;
    }
    return Arrays.stream(numbers).map(number -> byPlace[first(number)]).toArray();
  }

  /// Where the first number that is not less stands.
  private int first(double number) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < number) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
