package demarche.lens.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import demarche.lens.Run;
import demarche.lens.forecast.Forecast.Asked;
import demarche.model.Model;
import demarche.states.StateSpace;
import demarche.testing.RandomModels;
import demarche.testing.Scenarios;
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

  /// Sponsors with opposite aims, steps of one level, a one-way option and a hazard: many draws, so
  /// that a rule read wrongly shows.
  @Test
  void everyRuleIsSampledAsItIsWorkedOut() {
    StateSpace space =
        Scenarios.space(
            """
            demarche: 1
            title: Every rule
            actors:
              ann:
                name: Ann
                options: {x: {levels: [n0, n1, n2], stride: one}}
                values: [{id: a, want: tax = high, weight: 3}, {id: b, of: x, weights: {n1: 1, n2: 2}}]
              ben:
                name: Ben
                options: {y: {moves: up}}
                values: [{id: a, want: tax = low, weight: 5}, {id: b, want: y, weight: 1}]
              cem: {name: Cem, options: {z: {}}}
            bodies:
              council:
                name: Council
                options: {tax: {levels: [none, low, high]}}
                members: [ann, ben, cem]
                rule: {yes: 1}
            events: {storm: {}}
            targets: {high: tax = high, low: tax = low and y, top: x = n2, wet: storm and z}
            measures: {sum: {of: x, weights: {n1: 1, n2: 5}}}
            forecast:
              horizon: 1 year
              tempo: {default: 2 per year, council: 1 per year}
              sharpness: 2
              hazards: [{id: flood, rate: 1 per year, when: x >= n1, does: {storm: yes, x: n0}}]
            """);
    Forecast exact = Forecast.of(space, Asked.USUAL, Run.quiet());
    SampledForecast sampled = (SampledForecast) Forecast.of(space, new Asked(40_000), run(2, 3));
    double sure = 4.5; // of its standard deviations
    for (int t = 0; t < 4; t++) {
      String name = exact.targets().get(t).id();
      assertThat(sampled.probability(t, sure).holds(exact.probability(t).value()))
          .as(name)
          .isTrue();
      assertThat(sampled.atHorizon(t, sure).holds(exact.atHorizon(t).value())).as(name).isTrue();
      assertThat(sampled.share(t).value()).as(name).isCloseTo(exact.share(t).value(), within(0.01));
      assertThat(sampled.meanTime(t)).as(name).isCloseTo(exact.meanTime(t), within(0.01));
      for (int c = 0; c < exact.causes().size(); c++) {
        assertThat(sampled.lastSteps(t).get(c).value())
            .as("%s by %s", name, exact.causes().get(c).id())
            .isCloseTo(exact.lastSteps(t).get(c).value(), within(0.01));
      }
    }
    assertThat(sampled.expected(0).value()).isCloseTo(exact.expected(0).value(), within(0.05));
    assertThat(sampled.average(0).value()).isCloseTo(exact.average(0).value(), within(0.05));
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
