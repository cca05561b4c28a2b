package demarche.scenario;

import java.util.Comparator;
import org.apache.commons.numbers.fraction.BigFraction;

/// Comparing exact fractions.
///
/// `BigFraction.compareTo` of commons-numbers 1.2 compares the amounts of two negative fractions
/// without their signs: it puts -4 above -2. Nothing here may call it, or sort by natural order.
public final class Exact {
  /// The true order of fractions.
  public static final Comparator<BigFraction> ORDER = Exact::compare;

  private Exact() {}

  /// Negative, 0 or positive as the first is less than, equal to or more than the second.
  public static int compare(BigFraction first, BigFraction second) {
    return first.subtract(second).signum();
  }

  /// The quotient with a positive denominator, which `BigFraction.divide` does not promise.
  ///
  /// @throws ArithmeticException at a division by zero
  public static BigFraction quotient(BigFraction first, BigFraction second) {
    return second.signum() < 0 ? first.negate().divide(second.negate()) : first.divide(second);
  }

  public static boolean isAtLeast(BigFraction number, BigFraction bound) {
    return compare(number, bound) >= 0;
  }

  public static boolean isMore(BigFraction number, BigFraction bound) {
    return compare(number, bound) > 0;
  }
}
