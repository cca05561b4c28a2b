package demarche.lens.settlement.deals;

import demarche.states.TooLarge;
import java.math.BigInteger;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/// A bargain in whole numbers: each side's gains times a denominator of its own.
///
/// A vector has one [Wide] number for each side. The gains of a package are those of `start` and of
/// its levels, added up.
///
/// @param width longs in a vector
/// @param start what each side gains before anything is agreed: constant less reservation value
/// @param worths by issue: the vectors of its levels, one after the other
/// @param most by issue: the most that the issues from this one on can add, side by side
/// @param denominators by side
record Whole(
    int width, long[] start, long[][] worths, long[][] most, List<BigInteger> denominators) {
  /// @throws TooLarge if the numbers have too many digits
  static Whole of(Bargain bargain) {
    int sides = bargain.sides().size();
    int issues = bargain.issues().size();
    int width = 2 * sides;
    long[] start = new long[width];
    long[][] worths = new long[issues][];
    for (int i = 0; i < issues; i++) {
      worths[i] = new long[width * bargain.issues().get(i).levels().size()];
    }
    List<BigInteger> denominators = bargain.sides().stream().map(Whole::denominator).toList();
    for (int s = 0; s < sides; s++) {
      Bargain.Side side = bargain.sides().get(s);
      BigInteger denominator = denominators.get(s);
      refuseLong(side, denominator);
      Wide.put(scaled(side.constant().subtract(side.reservation()), denominator), start, 2 * s);
      for (int i = 0; i < issues; i++) {
        List<BigFraction> levels = side.worths().get(i);
        for (int l = 0; l < levels.size(); l++) {
          Wide.put(scaled(levels.get(l), denominator), worths[i], l * width + 2 * s);
        }
      }
    }
    return new Whole(width, start, worths, most(worths, width), denominators);
  }

  private static BigInteger denominator(Bargain.Side side) {
    BigInteger common = side.constant().subtract(side.reservation()).getDenominator().abs();
    for (List<BigFraction> levels : side.worths()) {
      for (BigFraction worth : levels) {
        BigInteger own = worth.getDenominator().abs();
        common = common.divide(common.gcd(own)).multiply(own);
      }
    }
    return common;
  }

  private static BigInteger scaled(BigFraction fraction, BigInteger denominator) {
    return fraction.getNumerator().multiply(denominator.divide(fraction.getDenominator()));
  }

  private static void refuseLong(Bargain.Side side, BigInteger denominator) {
    BigInteger sum = scaled(side.constant().subtract(side.reservation()), denominator).abs();
    for (List<BigFraction> levels : side.worths()) {
      BigInteger greatest = BigInteger.ZERO;
      for (BigFraction worth : levels) greatest = greatest.max(scaled(worth, denominator).abs());
      sum = sum.add(greatest);
    }
    if (sum.bitLength() <= Wide.MOST_BITS) return;
    throw new TooLarge(
        "the values of '" + side.name() + "' as whole numbers",
        sum.bitLength() + " bits",
        Wide.MOST_BITS + " bits",
        "write its weights with fewer digits");
  }

  private static long[][] most(long[][] worths, int width) {
    long[][] most = new long[worths.length + 1][width];
    for (int i = worths.length - 1; i >= 0; i--) {
      for (int at = 0; at < width; at += 2) {
        int best = at;
        for (int l = at; l < worths[i].length; l += width) {
          if (Wide.compare(worths[i], l, worths[i], best) > 0) best = l;
        }
        Wide.add(most[i + 1], at, worths[i], best, most[i], at, 2);
      }
    }
    return most;
  }

  int sides() {
    return width / 2;
  }

  int issues() {
    return worths.length;
  }

  int levels(int issue) {
    return worths[issue].length / width;
  }

  /// The gain of a side that a vector says.
  BigFraction gain(long[] vectors, int at, int side) {
    return BigFraction.of(Wide.get(vectors, at + 2 * side), denominators.get(side));
  }

  /// Nearly the same, as the numbers of all sides.
  double[] gains(long[] vectors, int at) {
    double[] gains = new double[sides()];
    for (int s = 0; s < gains.length; s++) {
      gains[s] = Wide.toDouble(vectors, at + 2 * s) / denominators.get(s).doubleValue();
    }
    return gains;
  }

  /// The gains of a package, as a vector.
  long[] vector(int[] levels) {
    long[] sum = start.clone();
    for (int i = 0; i < levels.length; i++) {
      Wide.add(sum, 0, worths[i], levels[i] * width, sum, 0, width);
    }
    return sum;
  }
}
