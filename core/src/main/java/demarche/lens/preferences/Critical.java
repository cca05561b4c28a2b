package demarche.lens.preferences;

import demarche.scenario.Exact;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/// A value of a parameter at which a sign may change: a root of a polynomial, exact where it is a
/// fraction that was found to be one, else between two ends no farther apart than [#WIDTH].
///
/// **Definition.** All real roots within a closed interval, each once. Sturm's theorem counts the
/// roots of the square-free part between two numbers, so that none is missed, and halving separates
/// them.
///
/// **Source.** Sturm (1829).
///
/// @param low the root itself if it is exact, else the root is more
/// @param high the root itself if it is exact, else the root is no more
public record Critical(BigFraction low, BigFraction high) {
  /// How far apart the ends are at most: far below what is ever printed.
  private static final BigFraction WIDTH = BigFraction.of(BigInteger.ONE, BigInteger.TEN.pow(30));

  static final Comparator<Critical> ORDER = (a, b) -> Exact.compare(a.low, b.low);

  public static Critical at(BigFraction exact) {
    return new Critical(exact, exact);
  }

  public boolean isExact() {
    return low.equals(high);
  }

  /// The value itself, or one that is off by less than half of [#WIDTH].
  public BigFraction value() {
    return isExact() ? low : low.add(high).divide(2);
  }

  /// The roots of a polynomial from `low` to `high`, ends included, in ascending order; none for 0.
  static List<Critical> of(Polynomial polynomial, BigFraction low, BigFraction high) {
    List<Critical> roots = new ArrayList<>();
    if (polynomial.degree() <= 0) return roots;
    Polynomial single = polynomial.by(polynomial.gcd(polynomial.derivative())).quotient().monic();
    if (single.degree() == 1) {
      BigFraction root = single.coefficient(0).negate();
      if (Exact.isAtLeast(root, low) && Exact.isAtLeast(high, root)) roots.add(at(root));
      return roots;
    }
    if (single.at(low).signum() == 0) roots.add(at(low));
    separate(single, sequence(single), low, high, roots);
    return roots;
  }

  /// Sturm's sequence: the polynomial, its derivative, negated remainders.
  private static List<Polynomial> sequence(Polynomial single) {
    List<Polynomial> sequence = new ArrayList<>(List.of(single, single.derivative()));
    while (sequence.getLast().degree() > 0) {
      Polynomial before = sequence.get(sequence.size() - 2);
      sequence.add(before.by(sequence.getLast()).remainder().negate());
    }
    return sequence;
  }

  private static int changes(List<Polynomial> sequence, BigFraction x) {
    int changes = 0;
    int last = 0;
    for (Polynomial p : sequence) {
      int sign = p.at(x).signum();
      if (sign == 0) continue;
      if (last != 0 && sign != last) changes++;
      last = sign;
    }
    return changes;
  }

  /// Adds the roots that are more than `low` and no more than `high`.
  private static void separate(
      Polynomial single,
      List<Polynomial> sequence,
      BigFraction low,
      BigFraction high,
      List<Critical> roots) {
    int count = changes(sequence, low) - changes(sequence, high);
    if (count == 0) return;
    if (count == 1) {
      roots.add(narrowed(single, low, high));
      return;
    }
    BigFraction middle = low.add(high).divide(2);
    separate(single, sequence, low, middle, roots);
    separate(single, sequence, middle, high, roots);
  }

  /// The only root that is more than `low` and no more than `high`. Fractions of small denominators
  /// are tried on the way, so that one is found as what it is.
  private static Critical narrowed(Polynomial single, BigFraction low, BigFraction high) {
    int above = single.at(high).signum();
    BigFraction from = low;
    BigFraction to = high;
    while (above != 0) {
      BigFraction guess = simplest(from, to);
      if (!guess.equals(low) && single.at(guess).signum() == 0) return at(guess);
      if (Exact.isAtLeast(WIDTH, to.subtract(from))) return new Critical(from, to);
      BigFraction middle = from.add(to).divide(2);
      int sign = single.at(middle).signum();
      if (sign == 0) return at(middle);
      if (sign == above) to = middle;
      else from = middle;
    }
    return at(high);
  }

  /// The fraction of the smallest denominator from `low` to `high`.
  public static BigFraction simplest(BigFraction low, BigFraction high) {
    BigInteger floor = floor(low);
    BigFraction whole = BigFraction.of(floor);
    if (whole.equals(low)) return low;
    BigFraction next = whole.add(1);
    if (Exact.isAtLeast(high, next)) return next;
    BigFraction rest =
        simplest(high.subtract(whole).reciprocal(), low.subtract(whole).reciprocal());
    return whole.add(rest.reciprocal());
  }

  private static BigInteger floor(BigFraction x) {
    BigInteger above = x.getNumerator();
    BigInteger below = x.getDenominator();
    if (below.signum() < 0) {
      above = above.negate();
      below = below.negate();
    }
    BigInteger[] parts = above.divideAndRemainder(below);
    return parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  /// All of several lists in ascending order; those whose ends overlap count as one.
  public static List<Critical> merged(List<List<Critical>> lists) {
    List<Critical> all = new ArrayList<>();
    lists.stream()
        .flatMap(List::stream)
        .sorted(ORDER)
        .forEach(next -> {
          if (all.isEmpty() || Exact.isMore(next.low, all.getLast().high)) {
            all.add(next);
          } else if (!all.getLast().isExact()) {
            Critical last = all.removeLast();
            all.add(next.isExact() ? next : new Critical(last.low, next.high));
          }
        });
    return all;
  }
}
