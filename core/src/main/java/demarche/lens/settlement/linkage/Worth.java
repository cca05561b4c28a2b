package demarche.lens.settlement.linkage;

import demarche.finding.Slot;
import demarche.lens.settlement.zone.Stakes;
import demarche.scenario.Exact;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;

/// What an issue area is worth to a party: the gain by the best settlement for it on the full
/// agenda, less the same without that area. No deal counts as a gain of 0.
record Worth(Linkage linkage, Stakes stakes) {
  String unit() {
    return stakes.unit().word();
  }

  /// @param i place of the party among those required
  /// @param area place of the area
  BigFraction of(int i, int area) {
    return best(i, linkage.full()).subtract(best(i, linkage.full() & ~(1 << area)));
  }

  /// The gain by the best settlement for a party on an agenda; 0 where there is none.
  BigFraction best(int i, int agenda) {
    int state = linkage.best(i, agenda);
    return state < 0 ? BigFraction.ZERO : stakes.gain(i, state);
  }

  /// Rounded for readers.
  Slot shown(int i, int area) {
    return Stakes.rounded(of(i, area), "");
  }

  /// Those to whom an area is worth most, if it is worth anything to anybody.
  List<Integer> most(int area) {
    List<BigFraction> each =
        IntStream.range(0, linkage.required().size()).mapToObj(i -> of(i, area)).toList();
    BigFraction most = each.stream().max(Exact.ORDER).orElse(BigFraction.ZERO);
    if (most.signum() <= 0) return List.of();
    return IntStream.range(0, each.size())
        .filter(i -> Exact.compare(each.get(i), most) == 0)
        .boxed()
        .toList();
  }
}
