package demarche.states;

import demarche.model.Term;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/// The exact value of every state: the sum of the weights of what holds in it.
///
/// All weights are brought to one denominator. Sums that fit 62 bits are kept as `long`, others as
/// big integers, at perhaps ten times the memory.
final class ExactSums {
  private final BigInteger denominator;
  private final List<BigInteger> weights;
  private final long[] small;
  private final BigInteger[] big;

  ExactSums(List<Term.Weight> terms, int states) {
    List<BigFraction> amounts = terms.stream().map(Term.Weight::amount).toList();
    denominator = Fractions.commonDenominator(amounts);
    weights = amounts.stream().map(a -> Fractions.scaled(a, denominator)).toList();
    BigInteger most =
        weights.stream().map(BigInteger::abs).reduce(BigInteger.ZERO, BigInteger::add);
    boolean fits = most.bitLength() <= 62;
    small = new long[fits ? states : 0];
    big = new BigInteger[fits ? 0 : states];
    Arrays.fill(big, BigInteger.ZERO);
  }

  /// Adds the weight of one term to the states from `first` on whose bit is set in `mark`.
  ///
  /// @param feasible which of 64 codes are states; the first of them is state `first`
  void add(int term, int first, long feasible, long mark) {
    BigInteger weight = weights.get(term);
    long amount = small.length > 0 ? weight.longValueExact() : 0;
    for (long rest = mark & feasible; rest != 0; rest &= rest - 1) {
      int before = Long.bitCount(feasible & (Long.lowestOneBit(rest) - 1));
      if (small.length > 0) small[first + before] += amount;
      else big[first + before] = big[first + before].add(weight);
    }
  }

  Ranks ranks() {
    if (big.length == 0) return Keys.dense(small);
    BigInteger[] distinct = Arrays.stream(big).distinct().sorted().toArray(BigInteger[]::new);
    return Ranks.of(big.length, distinct.length, s -> Arrays.binarySearch(distinct, big[s]));
  }

  /// The largest loss, in units of the common denominator, that is no more than `cost`.
  BigInteger steps(BigFraction cost) {
    BigFraction scaled = cost.multiply(denominator);
    return scaled.getNumerator().divide(scaled.getDenominator()); // a cost is 0 or more
  }

  /// Whether going from one state to another loses more than so many units.
  boolean losesMore(int from, int to, BigInteger steps) {
    if (big.length > 0) return big[from].subtract(big[to]).compareTo(steps) > 0;
    return steps.bitLength() <= 62 && small[from] - small[to] > steps.longValue();
  }

  BigFraction value(int state) {
    BigInteger sum = big.length == 0 ? BigInteger.valueOf(small[state]) : big[state];
    return BigFraction.of(sum, denominator);
  }
}
