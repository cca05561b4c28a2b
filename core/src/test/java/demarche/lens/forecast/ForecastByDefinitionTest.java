package demarche.lens.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import demarche.lens.Run;
import demarche.lens.forecast.Forecast.Asked;
import demarche.model.Model;
import demarche.model.Target;
import demarche.model.Term;
import demarche.states.StateSpace;
import demarche.testing.RandomModels;
import demarche.testing.Retold;
import demarche.testing.Seeds;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/// Exact forecasts against the matrix of rates, on random scenarios.
final class ForecastByDefinitionTest {
  private static final Run QUIET = Run.quiet();

  /// Larger matrices take long.
  private static final int MOST = 36;

  private static ExactForecast exact(Model model) {
    return (ExactForecast) Forecast.of(StateSpace.of(model), Asked.USUAL, QUIET);
  }

  private static String what(long seed, String yaml) {
    return "-Dseed=%d replays%n%s".formatted(seed, yaml);
  }

  @Test
  void forecastsAgreeWithTheMatrixOfRates() {
    AtomicInteger open = new AtomicInteger();
    Seeds.each(
        2_000,
        seed -> {
          String yaml = RandomForecasts.draw(seed);
          Model model = RandomModels.model(yaml);
          if (seed >= 20 && LiteralForecast.states(model) > MOST)
            return; // a few large ones will do
          ExactForecast forecast = exact(model);
          LiteralForecast literal = new LiteralForecast(model);
          String what = what(seed, yaml);
          assertThat(forecast.terrain().size()).as(what).isEqualTo(literal.size());
          assertThat(Arrays.stream(forecast.evolution().end()).sum())
              .as(what)
              .isCloseTo(1, within(1e-12));
          double years = model.forecast().getFirst().years().doubleValue();
          double[] end = literal.distribution(years);
          for (int t = 0; t < model.targets().size(); t++) {
            Target target = model.targets().get(t);
            double hit =
                literal.sum(literal.stopped(years, target.when()::holds), target.when()::holds);
            if (hit > 0.01 && hit < 0.99) open.incrementAndGet();
            assertThat(forecast.probability(t).value()).as(what).isCloseTo(hit, within(1e-10));
            assertThat(forecast.atHorizon(t).value())
                .as(what)
                .isCloseTo(literal.sum(end, target.when()::holds), within(1e-10));
            int place = t;
            double last =
                forecast.lastSteps(t).stream().mapToDouble(Estimate::value).sum()
                    + (forecast.holdsNow(place) ? 1 : 0);
            assertThat(last).as(what).isCloseTo(hit, within(1e-10));
          }
          Term term = model.measures().values().iterator().next().getFirst();
          double measured = 3 * literal.sum(end, l -> term.of(l).signum() != 0);
          assertThat(forecast.expected(0).value()).as(what).isCloseTo(measured, within(1e-10));
        });
    assertThat(open.get())
        .as("targets that may or may not come")
        .isGreaterThan(Seeds.first(2_000).length / 8);
  }

  @Test
  void timesAndSharesAgreeWithManySmallSteps() {
    Seeds.each(
        300,
        seed -> {
          String yaml = RandomForecasts.draw(seed);
          Model model = RandomModels.model(yaml);
          if (LiteralForecast.states(model) > 16) return;
          ExactForecast forecast = exact(model);
          LiteralForecast literal = new LiteralForecast(model);
          String what = what(seed, yaml);
          double years = model.forecast().getFirst().years().doubleValue();
          Target target = model.targets().getFirst();
          int steps = 200; // Simpson's rule
          double share = 0;
          double reached = 0;
          double whole = 0;
          for (int i = 0; i <= steps; i++) {
            double weight = (i == 0 || i == steps ? 1 : i % 2 == 1 ? 4 : 2) / (3.0 * steps);
            double at = years * i / steps;
            share += weight * literal.sum(literal.distribution(at), target.when()::holds);
            whole = literal.sum(literal.stopped(at, target.when()::holds), target.when()::holds);
            reached += weight * whole;
            if (i % 10 == 0) {
              assertThat(forecast.curve(0).get(i / 10).value())
                  .as(what)
                  .isCloseTo(whole, within(1e-10));
            }
          }
          assertThat(forecast.share(0).value()).as(what).isCloseTo(share, within(1e-6));
          if (whole > 1e-6) {
            assertThat(forecast.meanTime(0) / years)
                .as(what)
                .isCloseTo(1 - reached / whole, within(1e-5 / whole));
          }
          for (double median : forecast.median(0)) {
            double then =
                literal.sum(literal.stopped(median, target.when()::holds), target.when()::holds);
            if (median > 0) assertThat(then).as(what).isCloseTo(0.5, within(1e-9));
          }
          assertThat(forecast.median(0).isEmpty())
              .as(what)
              .isEqualTo(forecast.probability(0).value() < 0.5);
        });
  }

  @Test
  void namesOrderAndThreadsChangeNothing() {
    for (long seed : Seeds.first(200)) {
      String yaml = RandomForecasts.draw(seed);
      List<Double> before = numbers(yaml, QUIET);
      String what = what(seed, yaml);
      Run two = new Run(2, 1, (_, _, _) -> {}, () -> false);
      assertThat(numbers(yaml, two)).as(what).isEqualTo(before);
      List<Double> renamed = numbers(Retold.renamed(yaml), QUIET);
      List<Double> reordered = numbers(Retold.reordered(yaml, seed), QUIET);
      for (int k = 0; k < before.size(); k++) {
        assertThat(renamed.get(k)).as(what).isCloseTo(before.get(k), within(1e-12));
        assertThat(reordered.get(k)).as(what).isCloseTo(before.get(k), within(1e-12));
      }
    }
  }

  @Test
  void aChangedScenarioIsForecastAsIfAnew() {
    AtomicInteger kept = new AtomicInteger();
    Seeds.each(
        1_000,
        seed -> {
          String yaml = RandomForecasts.draw(seed);
          if (!yaml.contains("alpha: ")) return;
          Model model = RandomModels.model(yaml);
          StateSpace space = StateSpace.of(model);
          Forecast before = Forecast.of(space, Asked.USUAL, QUIET);
          Model changed = model.with("alpha", BigFraction.of(-3 + (int) (seed % 7), 2));
          Forecast with = before.with(space.with(changed), QUIET);
          Forecast anew = Forecast.of(StateSpace.of(changed), Asked.USUAL, QUIET);
          assertThat(numbers(with)).as(what(seed, yaml)).isEqualTo(numbers(anew));
          Drift then = before.premises().drift();
          if (with.premises().drift().leadsAs(then)) kept.incrementAndGet();
        });
    assertThat(kept.get()).as("scenarios whose ways were kept").isPositive();
  }

  private static List<Double> numbers(String yaml, Run run) {
    return numbers(Forecast.of(StateSpace.of(RandomModels.model(yaml)), Asked.USUAL, run));
  }

  private static List<Double> numbers(Forecast forecast) {
    return List.of(
        forecast.probability(0).value(),
        forecast.probability(1).value(),
        forecast.atHorizon(0).value(),
        forecast.expected(0).value(),
        forecast.share(1).value(),
        forecast.blind().probability(0).value());
  }
}
