package demarche.lens.settlement.zone;

import demarche.lens.Run;
import demarche.scenario.Exact;
import demarche.states.StateSet;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/// Side payments: what could be agreed if gains could be paid over from one party to another, one
/// unit for one unit.
///
/// **Definition.** Among the feasible states that cross no red line of any required actor, the
/// disagreement point among them, those with the greatest sum of gains; each party then gets an
/// equal share of the sum: with gains that can be moved freely the Nash, Kalai-Smorodinsky and
/// egalitarian rules all say so. Units of different parties are taken as alike, an assumption.
///
/// **Cost.** One walk over the states.
///
/// @param states all with the greatest sum, in ascending order; empty where no sum is positive
/// @param sum of the gains
/// @param payments by actor, what it gets beyond its gain at the first of the states; negative
///   where it pays
record Payments(List<Integer> states, BigFraction sum, List<BigFraction> payments) {
  private static final int CHECK_EVERY = 1 << 14;

  Payments {
    states = List.copyOf(states);
    payments = List.copyOf(payments);
  }

  static Payments of(Zone zone, Stakes stakes, Run run) {
    List<Integer> best = new ArrayList<>();
    BigFraction[] most = {BigFraction.ZERO};
    int[] done = {0};
    StateSet.all(zone.space().size())
        .forEach(s -> {
          if (done[0]++ % CHECK_EVERY == 0) run.check();
          if (zone.required().stream().anyMatch(a -> zone.space().crossesRedLine(a, s))) return;
          BigFraction sum = stakes.gains(s).stream().reduce(BigFraction.ZERO, BigFraction::add);
          int sign = Exact.compare(sum, most[0]);
          if (sign > 0) best.clear();
          if (sign > 0) most[0] = sum;
          if (sign > 0 || (sign == 0 && sum.signum() > 0)) best.add(s);
        });
    if (best.isEmpty()) return new Payments(best, BigFraction.ZERO, List.of());
    List<BigFraction> gains = stakes.gains(best.getFirst());
    BigFraction share = most[0].divide(gains.size());
    return new Payments(best, most[0], gains.stream().map(share::subtract).toList());
  }
}
