package demarche.lens.preferences;

import demarche.scenario.Exact;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import org.apache.commons.numbers.fraction.BigFraction;

/// How far two orders of the same states agree: Kendall's tau-b, kept exactly.
///
/// **Definition.** Two states are *concordant* if both orders rank them the same way round and
/// *discordant* if they rank them the other way round. tau-b is (concordant - discordant) over the
/// square root of the product of two numbers: the pairs that the first order does not tie, and
/// those that the second does not tie. It runs from -1, reversed, to 1, the same. Where an order
/// ties all states there is no tau-b.
///
/// **Cost.** O(n log n): the states are sorted by the first order, ties by the second, and a merge
/// sort by the second counts the exchanges (Knight 1966). 28 bytes a state while it runs.
///
/// **Source.** Kendall (1945), The treatment of ties in ranking problems.
///
/// @param concordant pairs of states
/// @param tiedFirst pairs that the first order alone ties
/// @param tiedSecond pairs that the second order alone ties
/// @param tiedBoth pairs that both tie
public record TauB(
    long concordant, long discordant, long tiedFirst, long tiedSecond, long tiedBoth) {

  /// @param first dense ranks by state, 0 or more
  /// @param second the same of the other order
  public static TauB of(int[] first, int[] second) {
    int n = first.length;
    long[] keys = new long[n];
    for (int s = 0; s < n; s++) keys[s] = (long) first[s] << 32 | second[s];
    Arrays.parallelSort(keys);
    long inFirst = 0;
    long inBoth = 0;
    int firstRun = 0;
    int bothRun = 0;
    int[] order = new int[n];
    for (int s = 0; s < n; s++) {
      if (keys[s] >>> 32 != keys[firstRun] >>> 32) firstRun = s;
      if (keys[s] != keys[bothRun]) bothRun = s;
      inFirst += s - firstRun;
      inBoth += s - bothRun;
      order[s] = (int) keys[s];
    }
    long discordant = exchanges(order, keys);
    long inSecond = 0;
    int secondRun = 0;
    for (int s = 0; s < n; s++) {
      if (order[s] != order[secondRun]) secondRun = s;
      inSecond += s - secondRun;
    }
    long pairs = (long) n * (n - 1) / 2;
    long concordant = pairs - inFirst - inSecond + inBoth - discordant;
    return new TauB(concordant, discordant, inFirst - inBoth, inSecond - inBoth, inBoth);
  }

  /// Sorts, and counts the pairs that stood in falling order.
  ///
  /// @param room for a copy; its contents are lost
  private static long exchanges(int[] ranks, long[] room) {
    int n = ranks.length;
    long count = 0;
    for (long width = 1; width < n; width *= 2) {
      for (long from = 0; from < n; from += 2 * width) {
        int middle = (int) Math.min(from + width, n);
        int end = (int) Math.min(from + 2 * width, n);
        int left = (int) from;
        int right = middle;
        for (int to = (int) from; to < end; to++) {
          if (right == end || (left < middle && ranks[left] <= ranks[right])) {
            room[to] = ranks[left++];
          } else {
            room[to] = ranks[right++];
            count += middle - left;
          }
        }
      }
      for (int s = 0; s < n; s++) ranks[s] = (int) room[s];
    }
    return count;
  }

  /// Whether both orders tell any two states apart.
  public boolean isDefined() {
    return untiedFirst() > 0 && untiedSecond() > 0;
  }

  private long untiedFirst() {
    return concordant + discordant + tiedSecond;
  }

  private long untiedSecond() {
    return concordant + discordant + tiedFirst;
  }

  /// tau-b times its own amount: a fraction, in the same order as tau-b itself.
  public BigFraction signedSquare() {
    if (!isDefined()) throw new ArithmeticException("an order that ties all states has no tau-b");
    BigInteger difference = BigInteger.valueOf(concordant - discordant);
    BigInteger untied =
        BigInteger.valueOf(untiedFirst()).multiply(BigInteger.valueOf(untiedSecond()));
    return BigFraction.of(difference.multiply(difference.abs()), untied);
  }

  /// Negative, 0 or positive as this is less than, equal to or more than the other. Exact.
  public int compare(TauB other) {
    return Exact.compare(signedSquare(), other.signedSquare());
  }

  /// The value with so many decimals, correctly rounded, half away from zero.
  public BigDecimal rounded(int decimals) {
    return rounded(signedSquare(), decimals);
  }

  /// The root of a signed square with so many decimals, correctly rounded, half away from zero.
  public static BigDecimal rounded(BigFraction signedSquare, int decimals) {
    BigFraction scaled = signedSquare.abs().multiply(BigInteger.TEN.pow(2 * decimals).shiftLeft(2));
    BigInteger halves = scaled.getNumerator().divide(scaled.getDenominator()).sqrt();
    BigInteger whole = halves.add(BigInteger.ONE).shiftRight(1);
    return new BigDecimal(signedSquare.signum() < 0 ? whole.negate() : whole, decimals);
  }
}
