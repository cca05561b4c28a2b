package demarche.states;

import demarche.model.Preference;
import demarche.model.Term;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.commons.numbers.fraction.BigFraction;

/// Exact sums of the weights of what holds, in units of a common denominator.
///
/// Sums that fit 62 bits are kept as `long`, others as big integers, at perhaps ten times the
/// memory.
final class ExactSums {
  private static final int BITS = 62;
  private static final int BYTES_BIG = 80;

  private final BigInteger denominator;
  private final List<BigInteger> weights;
  private final long[] small;
  private final BigInteger[] big;

  private ExactSums(Scaled scaled, int count) {
    denominator = scaled.denominator;
    weights = scaled.weights;
    small = new long[scaled.fits() ? count : 0];
    big = new BigInteger[scaled.fits() ? 0 : count];
    Arrays.fill(big, BigInteger.ZERO);
  }

  /// So many sums, each 0 so far.
  static ExactSums zero(List<Term.Weight> terms, int count) {
    return new ExactSums(Scaled.of(terms), count);
  }

  /// What some assignments are worth.
  ///
  /// @param levels of the assignments, by number
  static ExactSums of(Preference.Values values, int count, IntFunction<int[]> levels) {
    List<Term.Weight> terms = weights(values);
    ExactSums sums = zero(terms, count);
    for (int a = 0; a < count; a++) {
      int[] assignment = levels.apply(a);
      for (int t = 0; t < terms.size(); t++) {
        if (terms.get(t).when().holds(assignment)) sums.add(t, a);
      }
    }
    return sums;
  }

  /// Whether what holds in a state fits a key, and the sums a `long`.
  static boolean areKeyed(List<Term.Weight> terms) {
    return terms.size() <= Bits.MOST && Scaled.of(terms).fits();
  }

  /// How many different sums there are, at most; counted as far as `enough`.
  static long distinct(List<Term.Weight> terms, int enough) {
    Scaled scaled = Scaled.of(terms);
    if (!scaled.fits()) return enough + 1L;
    long[] sums = {0};
    for (long weight : scaled.toLongs()) {
      if (sums.length > enough) return enough + 1L;
      sums = with(sums, weight);
    }
    return sums.length;
  }

  /// The sums with a weight and without it, ascending, each once.
  private static long[] with(long[] sums, long weight) {
    long[] all = new long[2 * sums.length];
    int count = 0;
    for (int i = 0, j = 0; i < sums.length || j < sums.length; ) {
      long left = i < sums.length ? sums[i] : Long.MAX_VALUE;
      long right = j < sums.length ? sums[j] + weight : Long.MAX_VALUE;
      all[count++] = Math.min(left, right);
      if (left <= right) i++;
      if (right <= left) j++;
    }
    return Arrays.copyOf(all, count);
  }

  /// All weights of all terms.
  static List<Term.Weight> weights(Preference.Values values) {
    return values.terms().stream().flatMap(t -> t.weights().stream()).toList();
  }

  /// Weights as whole numbers.
  record Scaled(BigInteger denominator, List<BigInteger> weights) {
    static Scaled of(List<Term.Weight> terms) {
      List<BigFraction> amounts = terms.stream().map(Term.Weight::amount).toList();
      BigInteger common = Fractions.commonDenominator(amounts);
      return new Scaled(common, amounts.stream().map(a -> Fractions.scaled(a, common)).toList());
    }

    /// Between the least and the largest sum that there could be.
    BigInteger range() {
      return weights.stream().map(BigInteger::abs).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /// Whether every sum fits a `long`.
    boolean fits() {
      return range().bitLength() <= BITS;
    }

    long[] toLongs() {
      return weights.stream().mapToLong(BigInteger::longValueExact).toArray();
    }
  }

  /// What so many sums take, and ranking by them, ranks aside.
  static long bytes(Scaled scaled, long states) {
    if (!scaled.fits()) return (BYTES_BIG + 16L) * states;
    return 8 * states + Keys.bytes(states, scaled.range().longValueExact());
  }

  /// Adds the weight of one term to the states from `first` on whose bit is set in `mark`.
  ///
  /// @param feasible which of 64 codes are states; the first of them is state `first`
  void add(int term, int first, long feasible, long mark) {
    for (long rest = mark & feasible; rest != 0; rest &= rest - 1) {
      add(term, first + Long.bitCount(feasible & (Long.lowestOneBit(rest) - 1)));
    }
  }

  private void add(int term, int to) {
    if (small.length > 0) small[to] += weights.get(term).longValue();
    else big[to] = big[to].add(weights.get(term));
  }

  Ranks ranks(Watch watch) {
    if (big.length == 0) return Keys.dense(small.length, s -> small[s], watch);
    BigInteger[] distinct = Arrays.stream(big).distinct().sorted().toArray(BigInteger[]::new);
    return Ranks.of(big.length, distinct.length, s -> Arrays.binarySearch(distinct, big[s]), watch);
  }

  /// The largest loss, in units of the common denominator, that is no more than `cost`.
  BigInteger steps(BigFraction cost) {
    BigFraction scaled = cost.multiply(denominator);
    return scaled.getNumerator().divide(scaled.getDenominator()); // a cost is 0 or more
  }

  /// Whether going from one sum to another loses more than so many units.
  boolean losesMore(int from, int to, BigInteger steps) {
    if (big.length > 0) return big[from].subtract(big[to]).compareTo(steps) > 0;
    return steps.bitLength() <= BITS && small[from] - small[to] > steps.longValue();
  }
}
