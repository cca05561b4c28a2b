package demarche.lens.settlement.deals;

import java.math.BigInteger;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/// What some packages give to everybody alike.
///
/// @param gains over the reservation values, by side
/// @param packages how many there are
/// @param first some of them, by the levels of their issues; never empty
public record Profile(List<BigFraction> gains, BigInteger packages, List<List<Integer>> first) {
  public Profile {
    gains = List.copyOf(gains);
    first = List.copyOf(first);
  }

  /// How many sides gain.
  int gaining() {
    return (int) gains.stream().filter(g -> g.signum() > 0).count();
  }

  BigFraction sum() {
    return gains.stream().reduce(BigFraction.ZERO, BigFraction::add);
  }

  /// Of the gains above 0; 1 where there is none.
  BigFraction product() {
    return gains.stream()
        .filter(g -> g.signum() > 0)
        .reduce(BigFraction.ONE, BigFraction::multiply);
  }
}
