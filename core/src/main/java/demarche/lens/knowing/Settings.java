package demarche.lens.knowing;

import demarche.scenario.Exact;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/// The numbers and attitudes that the readings need and a scenario file does not give.
///
/// @param steps what a difference of value must reach to be of degree 2, 3, ..., as shares of the
///   actor's range of values; every smaller gain is of degree 1
/// @param satisficing how much likelier a gain than a loss must be for an actor to leave (fuzzy)
/// @param satisficingOf the same for single actors, by id, where it is another
/// @param alpha leaves for a gain that is likelier than 1 - alpha (probable)
/// @param beta fears what is a gain with a probability of at most 1 - beta
/// @param gamma answers by a gain that is likelier than 1 - gamma
public record Settings(
    List<BigFraction> steps,
    BigFraction satisficing,
    Map<String, BigFraction> satisficingOf,
    BigFraction alpha,
    BigFraction beta,
    BigFraction gamma,
    Attitudes attitudes) {
  private static final BigFraction HALF = BigFraction.of(1, 2);

  /// Two degrees, the second from a quarter of the range on; halves; the usual attitudes.
  public static final Settings USUAL =
      new Settings(
          List.of(BigFraction.of(1, 4)), HALF, Map.of(), HALF, HALF, HALF, Attitudes.USUAL);

  /// The most degrees of preference that may be told apart.
  public static final int MOST_DEGREES = 9;

  public Settings {
    steps = List.copyOf(steps);
    satisficingOf = Map.copyOf(satisficingOf);
    BigFraction before = BigFraction.ZERO;
    for (BigFraction step : steps) {
      if (!Exact.isMore(step, before)) {
        throw new IllegalArgumentException(
            "steps %s, expected ascending from above 0".formatted(steps));
      }
      before = step;
    }
    if (steps.size() >= MOST_DEGREES) {
      throw new IllegalArgumentException("%d degrees, at most 9".formatted(steps.size() + 1));
    }
    Stream.of(satisficing, alpha, beta, gamma).forEach(Settings::share);
    satisficingOf.values().forEach(Settings::share);
  }

  private static void share(BigFraction number) {
    if (number.signum() <= 0 || Exact.isMore(number, BigFraction.ONE)) {
      throw new IllegalArgumentException(number + ", expected more than 0 and at most 1");
    }
  }

  /// How many degrees of preference there are.
  int degrees() {
    return steps.size() + 1;
  }

  /// How much likelier a gain than a loss must be for an actor to leave.
  BigFraction satisficing(String actor) {
    return satisficingOf.getOrDefault(actor, satisficing);
  }
}
