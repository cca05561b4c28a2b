package demarche.lens.council;

import demarche.model.Body;
import demarche.model.Body.Majority;
import demarche.scenario.BodyEntry.Base;
import demarche.scenario.Exact;
import demarche.states.Fractions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.numbers.fraction.BigFraction;

/// One majority of a body with whole weights: what it asks of the votes, as sums.
///
/// @param weights by seat, in whole numbers of the same proportions
/// @param quota what the yes votes must add up to, in the same numbers; 0 for a share
/// @param share of the base that the yes votes must have; 0 for a quota
/// @param whole what all seats weigh that the base of a share can count
record Scaled(List<Long> weights, long quota, BigFraction share, Base base, long whole) {
  Scaled {
    weights = List.copyOf(weights);
  }

  /// The majorities of a body, in file order.
  static List<Scaled> of(Body body) {
    return body.rules().stream().map(rule -> of(rule, body)).toList();
  }

  private static Scaled of(Majority majority, Body body) {
    return switch (majority) {
      case Body.YesVotes(int votes) ->
          quota(LongStream.generate(() -> 1).limit(body.seats().size()).toArray(), votes);
      case Body.Weighted(var weights, var quota) -> {
        List<BigFraction> with = new ArrayList<>(weights);
        with.add(quota);
        long[] whole = Fractions.toWhole(with);
        int seats = weights.size();
        yield quota(Arrays.copyOf(whole, seats), whole[seats]);
      }
      case Body.YesShare(var weights, var share, var base) -> {
        long[] whole = Fractions.toWhole(weights);
        long counted =
            IntStream.range(0, whole.length)
                .filter(seat -> base != Base.PRESENT || isPresent(body.seats().get(seat)))
                .mapToLong(seat -> whole[seat])
                .sum();
        yield new Scaled(boxed(whole), 0, share, base, counted);
      }
    };
  }

  static boolean isPresent(Body.Seat seat) {
    return !(seat.voter() instanceof Body.Absent);
  }

  private static Scaled quota(long[] weights, long quota) {
    return new Scaled(
        boxed(weights), quota, BigFraction.ZERO, Base.ALL, LongStream.of(weights).sum());
  }

  private static List<Long> boxed(long[] weights) {
    return LongStream.of(weights).boxed().toList();
  }

  long weight(int seat) {
    return weights.get(seat);
  }

  /// What all seats weigh, absent ones too.
  long all() {
    return weights.stream().mapToLong(Long::longValue).sum();
  }

  /// What the yes votes must add up to where so much is voted yes and no.
  BigFraction needed(long yes, long no) {
    if (share.signum() == 0) return BigFraction.of(quota);
    return share.multiply(base == Base.VOTING ? yes + no : whole);
  }

  boolean isMet(long yes, long no) {
    if (share.signum() == 0) return yes >= quota;
    long of = base == Base.VOTING ? yes + no : whole;
    boolean small =
        share.getNumerator().bitLength() < Integer.SIZE
            && share.getDenominator().bitLength() < Integer.SIZE
            && (of | yes) < 1L << (Integer.SIZE - 2);
    return small
        ? yes * share.getDenominator().longValue() >= of * share.getNumerator().longValue()
        : Exact.isAtLeast(BigFraction.of(yes), share.multiply(of));
  }

  /// What a seat adds towards the majority when it turns from another vote to a yes; what the yes
  /// votes lack shrinks by as much.
  ///
  /// @param counted whether the seat's vote was in the base of a share of those voting
  BigFraction gain(int seat, boolean counted) {
    BigFraction weight = BigFraction.of(weight(seat));
    boolean widens = base == Base.VOTING && share.signum() != 0 && !counted;
    return widens ? weight.multiply(BigFraction.ONE.subtract(share)) : weight;
  }
}
