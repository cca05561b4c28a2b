package demarche.lens.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.lens.Run;
import demarche.lens.forecast.Forecast.Asked;
import demarche.model.Model;
import demarche.states.StateSpace;
import demarche.testing.RandomModels;
import demarche.testing.Seeds;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Sampled forecasts against exact ones, and against themselves.
final class SampledForecastTest {
  private static final int DRAWS = 300;

  /// The quantile of the normal distribution for 99.9 %.
  private static final double Z = 3.290526731491926;

  private static Run run(int threads, long seed) {
    return new Run(threads, seed, (_, _, _) -> {}, () -> false);
  }

  private static SampledForecast sampled(Model model, Run run) {
    return (SampledForecast) Forecast.of(StateSpace.of(model), new Asked(DRAWS), run);
  }

  @Test
  void intervalsMissTheExactProbabilityAsSeldomAsTheySay() {
    AtomicInteger asked = new AtomicInteger();
    AtomicInteger missed = new AtomicInteger();
    Seeds.each(
        500,
        seed -> {
          String yaml = RandomForecasts.draw(seed);
          Model model = RandomModels.model(yaml);
          Forecast exact = Forecast.of(StateSpace.of(model), Asked.USUAL, Run.quiet());
          SampledForecast sampled = sampled(model, run(1, seed));
          for (int t = 0; t < exact.targets().size(); t++) {
            double p = exact.probability(t).value();
            if (p < 1e-12 || p > 1 - 1e-12) {
              assertThat(sampled.probability(t).value())
                  .as("-Dseed=%d replays%n%s", seed, yaml)
                  .isEqualTo(Math.rint(p));
              continue;
            }
            asked.addAndGet(2);
            if (!sampled.probability(t, Z).holds(p)) missed.incrementAndGet();
            if (!sampled.atHorizon(t, Z).holds(exact.atHorizon(t).value())) {
              missed.incrementAndGet();
            }
          }
        });
    // of n questions 0.001 n are missed as expected; six of its standard deviations more
    double expected = asked.get() * 0.001;
    assertThat((double) missed.get())
        .as("missed of %d", asked.get())
        .isLessThan(expected + 6 * Math.sqrt(expected) + 1);
    assertThat(asked.get()).isGreaterThan(Seeds.first(500).length / 2);
  }

  @Test
  void drawsDependOnTheSeedAndTheirNumberAlone() {
    for (long seed : Seeds.first(30)) {
      Model model = RandomModels.model(RandomForecasts.draw(seed));
      SampledForecast one = sampled(model, run(1, seed));
      SampledForecast two = sampled(model, run(2, seed));
      for (int t = 0; t < one.targets().size(); t++) {
        assertThat(two.probability(t)).as("seed %d", seed).isEqualTo(one.probability(t));
        assertThat(two.share(t)).as("seed %d", seed).isEqualTo(one.share(t));
        assertThat(two.lastSteps(t)).as("seed %d", seed).isEqualTo(one.lastSteps(t));
        assertThat(one.difference(t, two, t).value()).as("seed %d", seed).isZero();
      }
      assertThat(two.course(17)).as("seed %d", seed).isEqualTo(one.course(17));
    }
  }

  @Test
  void anotherSeedGivesOtherCourses() {
    Model model = RandomModels.model(RandomForecasts.draw(4));
    assertThat(sampled(model, run(1, 1)).course(0))
        .isNotEqualTo(sampled(model, run(1, 2)).course(0));
    assertThat(sampled(model, run(1, 1)).course(0))
        .isNotEqualTo(sampled(model, run(1, 1)).course(1));
  }

  @Test
  void intervalsOfSharesAndDifferences() {
    // by the formulas, worked out by hand for 10 of 100 and 8 gained, 3 lost of 100
    assertThat(Estimate.share(10, 100, Estimate.Z).low()).isBetween(0.05522, 0.05523);
    assertThat(Estimate.share(10, 100, Estimate.Z).high()).isBetween(0.17436, 0.17437);
    assertThat(Estimate.share(0, 100, Estimate.Z).low()).isZero();
    assertThat(Estimate.difference(8, 3, 100, Estimate.Z).value()).isEqualTo(0.05);
    assertThat(Estimate.difference(8, 3, 100, Estimate.Z).low()).isBetween(-0.0169, -0.0168);
    assertThat(Estimate.difference(8, 3, 100, Estimate.Z).high()).isBetween(0.1149, 0.1150);
  }
}
