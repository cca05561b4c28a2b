package demarche.states;

import java.math.BigInteger;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/// Brings fractions to whole numbers in the same proportions.
public final class Fractions {
  private Fractions() {}

  /// @throws TooLarge if their sum does not fit 62 bits
  public static long[] toWhole(List<BigFraction> fractions) {
    BigInteger common = commonDenominator(fractions);
    List<BigInteger> whole = fractions.stream().map(f -> scaled(f, common)).toList();
    BigInteger sum = whole.stream().map(BigInteger::abs).reduce(BigInteger.ZERO, BigInteger::add);
    if (sum.bitLength() > 62) {
      throw new TooLarge(
          "the weights of a voting rule",
          sum.bitLength() + " bits",
          "62 bits",
          "write them with fewer digits");
    }
    return whole.stream().mapToLong(BigInteger::longValueExact).toArray();
  }

  /// Positive, though a quotient by a negative number may come with a negative denominator.
  static BigInteger commonDenominator(List<BigFraction> fractions) {
    return fractions.stream()
        .map(f -> f.getDenominator().abs())
        .reduce(BigInteger.ONE, (a, b) -> a.divide(a.gcd(b)).multiply(b));
  }

  static BigInteger scaled(BigFraction fraction, BigInteger denominator) {
    return fraction.getNumerator().multiply(denominator.divide(fraction.getDenominator()));
  }
}
