package demarche.lens.settlement.deals;

import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/// What a rule picks out, and how surely.
public sealed interface Answer {
  /// The optimum, proved.
  ///
  /// @param profiles all that do equally well
  /// @param measure how well: a product, a share, a gain or a sum
  record Exactly(List<Profile> profiles, BigFraction measure) implements Answer {
    public Exactly {
      profiles = List.copyOf(profiles);
    }
  }

  /// The best that was found, and a bound that nothing exceeds: the search was not finished.
  ///
  /// @param measure of the profile
  /// @param atMost no package has more
  record Within(Profile profile, BigFraction measure, double atMost) implements Answer {}

  /// There is no acceptable package by which somebody gains.
  record None() implements Answer {}

  /// The search came to no end, and found nothing.
  record NotSearched(String reason) implements Answer {}
}
