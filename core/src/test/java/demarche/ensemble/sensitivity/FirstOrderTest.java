package demarche.ensemble.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import demarche.testing.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FirstOrderTest {
  @Test
  void itIsTheMeanOfTheStatisticOverAllOrdersOfTies() {
    for (long seed : Seeds.first(2_000)) {
      Random chance = new Random(seed);
      int n = 2 + chance.nextInt(5);
      double[] x =
          seed % 3 == 0 ? Columns.uniform(chance, n) : Columns.categories(chance, n, 1 + n / 2);
      double[] y = Columns.numbers(chance, n);
      if (Arrays.stream(y).distinct().count() < 2) continue;
      List<Double> values = new ArrayList<>();
      collect(new ArrayList<>(), x, y, values);
      double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
      boolean isVaried = Arrays.stream(x).distinct().count() > 1;
      assertThat(FirstOrder.of(x, y))
          .as("seed %d, %s, %s", seed, Arrays.toString(x), Arrays.toString(y))
          .isCloseTo(isVaried ? mean : 0, within(1e-9));
    }
  }

  /// Goes through all orders of the draws in which x never falls.
  private static void collect(List<Integer> order, double[] x, double[] y, List<Double> values) {
    if (order.size() == x.length) values.add(statistic(order, y));
    for (int i = 0; i < x.length; i++) {
      double next = x[i];
      boolean isLeast =
          IntStream.range(0, x.length).allMatch(j -> order.contains(j) || x[j] >= next);
      if (order.contains(i) || !isLeast) continue;
      List<Integer> longer = new ArrayList<>(order);
      longer.add(i);
      collect(longer, x, y, values);
    }
  }

  private static double statistic(List<Integer> order, double[] y) {
    int n = y.length;
    double mean = Arrays.stream(y).sum() / n;
    double pairs = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      pairs += y[order.get(i)] * y[order.get(i + 1 < n ? i + 1 : 0)];
      squares += y[i] * y[i];
    }
    return (pairs / n - mean * mean) / (squares / n - mean * mean);
  }

  @Test
  void ishigami() {
    checkWithinError(Columns::ishigami, Columns.ISHIGAMI_FIRST);
  }

  @Test
  void gFunction() {
    checkWithinError(Columns::g, Columns.firstOfG());
  }

  private static void checkWithinError(ToDoubleFunction<double[]> function, double[] analytic) {
    for (long seed = 0; seed < 10; seed++) {
      double[][] columns = Columns.points(new Random(seed), analytic.length, 4_000);
      double[] y = Columns.results(columns, function);
      for (int i = 0; i < analytic.length; i++) {
        double error = FirstOrder.standardError(columns[i], y);
        assertThat(error).isBetween(1e-3, 0.03);
        assertThat(FirstOrder.of(columns[i], y))
            .as("seed %d, input %d", seed, i)
            .isCloseTo(analytic[i], within(3.5 * error + 5e-5));
      }
    }
  }

  @Test
  void theStandardErrorIsHowMuchEstimatesSpread() {
    spread(Columns::ishigami, 3);
    spread(Columns::g, 6);
    spread(point -> point[0] > 0.5 && point[1] > 0.3 ? 1 : 0, 3);
  }

  private static void spread(ToDoubleFunction<double[]> function, int inputs) {
    int samples = 1_000;
    double[][] values = new double[inputs][samples];
    double[] errors = new double[inputs];
    for (int k = 0; k < samples; k++) {
      double[][] columns = Columns.points(new Random(k), inputs, 400);
      double[] y = Columns.results(columns, function);
      for (int i = 0; i < inputs; i++) {
        values[i][k] = FirstOrder.of(columns[i], y);
        errors[i] += Math.pow(FirstOrder.standardError(columns[i], y), 2) / samples;
      }
    }
    for (int i = 0; i < inputs; i++) {
      double mean = DoubleStream.of(values[i]).average().orElse(0);
      double variance =
          DoubleStream.of(values[i]).map(v -> (v - mean) * (v - mean)).sum() / samples;
      assertThat(Math.sqrt(errors[i] / variance)).as("input %d", i).isBetween(0.88, 1.12);
    }
  }

  @Test
  void aYesOrNoHasIndicesToo() {
    double[][] columns = Columns.points(new Random(1), 3, 20_000);
    double[] y = Columns.results(columns, p -> p[0] > 0.5 && p[1] > 0.5 ? 1 : 0);
    double[] half = Arrays.stream(columns[0]).map(v -> v > 0.5 ? 1 : 0).toArray();
    assertThat(FirstOrder.of(columns[0], y)).isCloseTo(1.0 / 3, within(0.03));
    assertThat(FirstOrder.of(half, y)).isCloseTo(1.0 / 3, within(0.03));
    assertThat(FirstOrder.of(columns[2], y)).isCloseTo(0, within(0.03));
    assertThat(FirstOrder.of(half, half)).isCloseTo(1, within(1e-3));
  }

  @Test
  void whatDoesNotVaryHasNoIndex() {
    double[] same = {2, 2, 2};
    double[] varied = {1, 2, 3};
    assertThat(FirstOrder.of(varied, same)).isNaN();
    assertThat(FirstOrder.of(same, varied)).isZero();
    assertThat(FirstOrder.of(new double[0], new double[0])).isNaN();
  }

  @Test
  void theIntervalLiesAroundTheIndex() {
    double[][] columns = Columns.points(new Random(2), 3, 1_000);
    double[] y = Columns.results(columns, Columns::ishigami);
    Estimate estimate = FirstOrder.estimate(columns[0], y);
    assertThat(estimate.value()).isEqualTo(FirstOrder.of(columns[0], y));
    assertThat(estimate.high() - estimate.low())
        .isCloseTo(2 * 1.96 * FirstOrder.standardError(columns[0], y), within(1e-4));
  }
}
