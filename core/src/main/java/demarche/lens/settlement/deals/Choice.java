package demarche.lens.settlement.deals;

import demarche.scenario.Exact;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;

/// Chooses among profiles by the rules, exactly.
///
/// @param greatest the most that each side can gain in an acceptable package
record Choice(List<BigFraction> greatest) {
  Choice {
    greatest = List.copyOf(greatest);
  }

  static Choice among(List<Profile> profiles) {
    List<BigFraction> greatest = new ArrayList<>(profiles.getFirst().gains());
    for (Profile profile : profiles) {
      for (int s = 0; s < greatest.size(); s++) {
        BigFraction gain = profile.gains().get(s);
        if (Exact.isMore(gain, greatest.get(s))) greatest.set(s, gain);
      }
    }
    return new Choice(greatest);
  }

  /// All that do best, in their order.
  ///
  /// @param profiles one or more
  Answer.Exactly best(Rule rule, List<Profile> profiles) {
    List<Profile> best = new ArrayList<>();
    for (Profile profile : profiles) {
      int sign = best.isEmpty() ? 1 : compare(rule, profile, best.getFirst());
      if (sign > 0) best.clear();
      if (sign >= 0) best.add(profile);
    }
    return new Answer.Exactly(best, measure(rule, best.getFirst()));
  }

  int compare(Rule rule, Profile one, Profile other) {
    int more = rule == Rule.NASH ? Integer.compare(one.gaining(), other.gaining()) : 0;
    return more != 0 ? more : Exact.compare(measure(rule, one), measure(rule, other));
  }

  /// How well a profile does: a product, a share, a gain or a sum.
  BigFraction measure(Rule rule, Profile profile) {
    return switch (rule) {
      case NASH -> profile.product();
      case MAXIMUM_SUM -> profile.sum();
      case EGALITARIAN -> least(profile.gains());
      case KALAI_SMORODINSKY ->
          least(
              IntStream.range(0, greatest.size())
                  .mapToObj(s -> share(profile.gains().get(s), greatest.get(s)))
                  .toList());
    };
  }

  private static BigFraction share(BigFraction gain, BigFraction greatest) {
    return greatest.signum() > 0 ? gain.divide(greatest) : BigFraction.ZERO;
  }

  /// Among the sides that can gain; 0 where none can.
  private BigFraction least(List<BigFraction> numbers) {
    return IntStream.range(0, greatest.size())
        .filter(s -> greatest.get(s).signum() > 0)
        .mapToObj(numbers::get)
        .min(Exact.ORDER)
        .orElse(BigFraction.ZERO);
  }
}
