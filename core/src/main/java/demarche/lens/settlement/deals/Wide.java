package demarche.lens.settlement.deals;

import java.math.BigInteger;

/// Whole numbers of up to 120 bits, two `long`s each in an array: `high * 2^62 + low`, where low is
/// 0 or more and below 2^62.
final class Wide {
  static final int MOST_BITS = 120;

  private static final int SHIFT = 62;
  private static final long MASK = (1L << SHIFT) - 1;

  private Wide() {}

  /// @throws ArithmeticException if the number has more bits
  static void put(BigInteger number, long[] to, int at) {
    to[at] = number.shiftRight(SHIFT).longValueExact();
    to[at + 1] = number.longValue() & MASK;
  }

  static BigInteger get(long[] from, int at) {
    return BigInteger.valueOf(from[at]).shiftLeft(SHIFT).add(BigInteger.valueOf(from[at + 1]));
  }

  /// The sum of vectors of `length` longs.
  static void add(long[] a, int i, long[] b, int j, long[] to, int at, int length) {
    for (int k = 0; k < length; k += 2) {
      long low = a[i + k + 1] + b[j + k + 1];
      to[at + k] = a[i + k] + b[j + k] + (low >>> SHIFT);
      to[at + k + 1] = low & MASK;
    }
  }

  static int compare(long[] a, int i, long[] b, int j) {
    int high = Long.compare(a[i], b[j]);
    return high != 0 ? high : Long.compare(a[i + 1], b[j + 1]);
  }

  /// Whether the sum of two numbers is below 0.
  static boolean isSumNegative(long[] a, int i, long[] b, int j) {
    return a[i] + b[j] + ((a[i + 1] + b[j + 1]) >>> SHIFT) < 0;
  }

  /// The nearest number or one beside it: just below 0 the parts would cancel each other.
  static double toDouble(long[] from, int at) {
    if (from[at] == -1) return from[at + 1] - (1L << SHIFT);
    return from[at] * 0x1p62 + from[at + 1];
  }
}
