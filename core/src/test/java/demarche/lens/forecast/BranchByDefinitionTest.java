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
import demarche.testing.Seeds;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/// Forecasts that go on in another world from some time, or from where they were kept: against
/// products of matrix exponentials, against courses, and against forecasts that were never broken.
final class BranchByDefinitionTest {
  private static final Run QUIET = Run.quiet();
  private static final int MOST = 24;
  private static final int DRAWS = 200;

  /// The quantile of the normal distribution for 99.9 %.
  private static final double Z = 3.290526731491926;

  private static String what(long seed, String yaml) {
    return "-Dseed=%d replays%n%s".formatted(seed, yaml);
  }

  /// The same scenario with other rates and wishes, and its targets' conditions exchanged.
  private static Model other(String yaml, long seed) {
    String t0 = line(yaml, "  t0: ");
    String t1 = line(yaml, "  t1: ");
    String changed =
        yaml.replace(t0 + "\n" + t1, t1.replace("t1:", "t0:") + "\n" + t0.replace("t0:", "t1:"))
            .replace("2 per year", "5 per year")
            .replace("1 / 4 per month", "0 per month")
            .replace("0 per year", "3 per year");
    Model other = RandomModels.model(changed);
    return yaml.contains("alpha: ")
        ? other.with("alpha", BigFraction.of(-3 + (int) (seed % 7), 2))
        : other;
  }

  private static String line(String yaml, String start) {
    return yaml.lines().filter(l -> l.startsWith(start)).findFirst().orElseThrow();
  }

  private static double part(long seed) {
    return (seed % 5) / 4.0;
  }

  private static Standing start(Model model, Asked asked, long seed) {
    Run run = new Run(1, seed, (_, _, _) -> {}, () -> false);
    return Standing.of(Forecast.of(StateSpace.of(model), asked, run));
  }

  private static Premises premises(Model model) {
    return Premises.of(StateSpace.of(model), QUIET);
  }

  @Test
  void exactBranchesAgreeWithProductsOfMatrices() {
    AtomicInteger apart = new AtomicInteger();
    Seeds.each(
        2_000,
        seed -> {
          String yaml = RandomForecasts.draw(seed);
          Model model = RandomModels.model(yaml);
          if (LiteralForecast.states(model) > MOST) return;
          Model other = other(yaml, seed);
          double years = model.forecast().getFirst().years().doubleValue();
          double at = part(seed) * years;
          String what = what(seed, yaml);
          Standing branch =
              start(model, Asked.USUAL, seed)
                  .until(at, QUIET)
                  .under(premises(other), QUIET)
                  .until(years, QUIET);
          LiteralForecast before = new LiteralForecast(model);
          LiteralForecast after = new LiteralForecast(other, before.everyLevels());
          double[] end = after.onward(before, before.distribution(at), years - at, _ -> false);
          for (int t = 0; t < model.targets().size(); t++) {
            Target target = model.targets().get(t);
            Target later = other.targets().get(t);
            double[] stopped = before.stopped(at, target.when()::holds);
            double come = before.sum(stopped, target.when()::holds);
            double[] left = before.without(stopped, target.when()::holds);
            double hit =
                come
                    + after.sum(
                        after.onward(before, left, years - at, later.when()::holds),
                        later.when()::holds);
            if (Math.abs(hit - start(model, Asked.USUAL, seed).until(years, QUIET).come(t).value())
                > 1e-6) {
              apart.incrementAndGet();
            }
            assertThat(branch.come(t).value()).as(what).isCloseTo(hit, within(1e-10));
            assertThat(branch.holds(t).value())
                .as(what)
                .isCloseTo(after.sum(end, later.when()::holds), within(1e-10));
          }
          Term term = model.measures().values().iterator().next().getFirst();
          double measured = 3 * after.sum(end, l -> term.of(l).signum() != 0);
          assertThat(branch.measured(0).value()).as(what).isCloseTo(measured, within(1e-10));
        });
    assertThat(apart.get()).as("targets that the branch moves").isPositive();
  }

  @Test
  void aBranchUnderTheSameWorldIsNone() {
    Seeds.each(
        1_000,
        seed -> {
          String yaml = RandomForecasts.draw(seed);
          Model model = RandomModels.model(yaml);
          double years = model.forecast().getFirst().years().doubleValue();
          double at = part(seed) * years;
          String what = what(seed, yaml);
          Forecast exact = Forecast.of(StateSpace.of(model), Asked.USUAL, QUIET);
          Standing branch =
              Standing.of(exact).until(at, QUIET).under(premises(model), QUIET).until(years, QUIET);
          Courses courses = (Courses) start(model, new Asked(40), seed);
          Courses stay = courses.until(years, QUIET);
          Courses same = courses.until(at, QUIET).under(premises(model), QUIET).until(years, QUIET);
          assertThat(same.saved()).as(what).isEqualTo(stay.saved());
          for (int t = 0; t < model.targets().size(); t++) {
            assertThat(branch.come(t).value())
                .as(what)
                .isCloseTo(exact.probability(t).value(), within(1e-12));
            assertThat(branch.holds(t).value())
                .as(what)
                .isCloseTo(exact.atHorizon(t).value(), within(1e-12));
          }
          assertThat(branch.measured(0).value())
              .as(what)
              .isCloseTo(exact.expected(0).value(), within(1e-11));
        });
  }

  @Test
  void branchedCoursesMissTheExactBranchAsSeldomAsTheirIntervalsSay() {
    AtomicInteger asked = new AtomicInteger();
    AtomicInteger missed = new AtomicInteger();
    Seeds.each(
        500,
        seed -> {
          String yaml = RandomForecasts.draw(seed);
          Model model = RandomModels.model(yaml);
          Model other = other(yaml, seed);
          double years = model.forecast().getFirst().years().doubleValue();
          double at = part(seed + 1) * years;
          Standing exact =
              start(model, Asked.USUAL, seed)
                  .until(at, QUIET)
                  .under(premises(other), QUIET)
                  .until(years, QUIET);
          Courses sampled = (Courses) start(model, new Asked(DRAWS), seed);
          Courses branch =
              sampled.until(at, QUIET).under(premises(other), QUIET).until(years, QUIET);
          for (int t = 0; t < model.targets().size(); t++) {
            double p = exact.come(t).value();
            if (p < 1e-12 || p > 1 - 1e-12) {
              assertThat(branch.come(t).value()).as(what(seed, yaml)).isEqualTo(Math.rint(p));
              continue;
            }
            asked.incrementAndGet();
            if (!branch.come(t, Z).holds(p)) missed.incrementAndGet();
          }
        });
    double expected = asked.get() * 0.001;
    assertThat((double) missed.get())
        .as("missed of %d", asked.get())
        .isLessThan(expected + 6 * Math.sqrt(expected) + 1);
    assertThat(asked.get()).isGreaterThan(Seeds.first(500).length / 3);
  }

  @Test
  void whatWasKeptGoesOnAsIfNeverBroken() {
    Seeds.each(
        1_000,
        seed -> {
          String yaml = RandomForecasts.draw(seed);
          Model model = RandomModels.model(yaml);
          double years = model.forecast().getFirst().years().doubleValue();
          double at = part(seed) * years;
          String what = what(seed, yaml);
          ExactForecast exact =
              (ExactForecast) Forecast.of(StateSpace.of(model), Asked.USUAL, QUIET);
          Saved.OfStates states = (Saved.OfStates) Standing.of(exact).until(at, QUIET).saved();
          Spread rest = Spread.of(states, exact).until(years, QUIET);
          Run run = new Run(1, seed, (_, _, _) -> {}, () -> false);
          SampledForecast sampled =
              (SampledForecast) Forecast.of(StateSpace.of(model), new Asked(40), run);
          Saved.OfCourses kept = (Saved.OfCourses) Standing.of(sampled).until(at, run).saved();
          Courses gone = Courses.of(kept, premises(model)).until(years, run);
          assertThat(gone.saved())
              .as(what)
              .isEqualTo(Standing.of(sampled).until(years, run).saved());
          for (int t = 0; t < model.targets().size(); t++) {
            assertThat(rest.come(t).value())
                .as(what)
                .isCloseTo(exact.probability(t).value(), within(1e-12));
            assertThat(rest.holds(t).value())
                .as(what)
                .isCloseTo(exact.atHorizon(t).value(), within(1e-12));
            assertThat(gone.come(t)).as(what).isEqualTo(sampled.probability(t));
            assertThat(gone.holds(t)).as(what).isEqualTo(sampled.atHorizon(t));
          }
        });
  }

  /// The switch that larger scenarios make.
  @Test
  void whatIsTooLargeIsSampled() {
    int switched = 0;
    for (long seed : Seeds.first(12)) {
      String yaml = RandomForecasts.draw(seed);
      Premises premises = premises(RandomModels.model(yaml));
      ExactForecast exact =
          (ExactForecast) Size.of(premises, Size.Limits.USUAL, QUIET).forecast(premises, QUIET);
      int states = exact.terrain().size();
      if (states < 2) continue;
      String what = what(seed, yaml);
      assertThat(Size.of(premises, new Size.Limits(states, 1e11), QUIET).terrain())
          .as(what)
          .isNotEmpty();
      Size few = Size.of(premises, new Size.Limits(states - 1, 1e11), QUIET);
      Size quick = Size.of(premises, new Size.Limits(states, 1), QUIET);
      for (Size size : new Size[] {few, quick}) {
        SampledForecast sampled = (SampledForecast) size.forecast(premises, QUIET);
        assertThat(sampled.draws()).as(what).isEqualTo(Forecast.USUAL_DRAWS);
        assertThat(sampled.tooLarge()).as(what).containsExactly(size);
        for (int t = 0; t < exact.targets().size(); t++) {
          assertThat(sampled.probability(t, 4.5).holds(exact.probability(t).value()))
              .as(what)
              .isTrue();
        }
        switched++;
      }
      assertThat(few.needed()).isEqualTo("more than %,d states to be reached", states - 1);
      assertThat(quick.needed()).startsWith("%,d states, ".formatted(states));
    }
    assertThat(switched).isPositive();
  }
}
