package demarche.ensemble.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import demarche.ensemble.sensitivity.Saltelli.Indices;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class SaltelliTest {
  private static Saltelli design(int rows, int inputs, long seed) {
    double[][] numbers = Columns.points(new Random(seed), 2 * inputs, rows);
    return new Saltelli(rows, inputs, (row, column) -> numbers[column][(int) row]);
  }

  @Test
  void pointsAreTwoSamplesAndTheirMixtures() {
    Saltelli design = new Saltelli(2, 2, (row, column) -> (10 * row + column) / 100.0);
    double[][] points =
        LongStream.range(0, design.points()).mapToObj(design::point).toArray(double[][]::new);
    assertThat(points)
        .isDeepEqualTo(
            new double[][] {
              {0.00, 0.01}, {0.02, 0.03}, {0.02, 0.01}, {0.00, 0.03},
              {0.10, 0.11}, {0.12, 0.13}, {0.12, 0.11}, {0.10, 0.13}
            });
  }

  @Test
  void ishigami() {
    check(Columns::ishigami, Columns.ISHIGAMI_FIRST, Columns.ISHIGAMI_TOTAL);
  }

  @Test
  void gFunction() {
    check(Columns::g, Columns.firstOfG(), Columns.totalOfG());
  }

  /// An interval of 95 % is some 3.92 standard errors wide.
  private static void check(ToDoubleFunction<double[]> function, double[] first, double[] total) {
    for (long seed = 0; seed < 4; seed++) {
      Indices indices = design(4_000, first.length, seed).of(function, seed);
      assertThat(indices.rows()).isEqualTo(4_000);
      for (int i = 0; i < first.length; i++) {
        checkWithin(indices.first().get(i), first[i]);
        checkWithin(indices.total().get(i), total[i]);
      }
    }
  }

  private static void checkWithin(Estimate estimate, double analytic) {
    double error = (estimate.high() - estimate.low()) / 3.92;
    assertThat(error).isLessThan(0.03);
    assertThat(estimate.value()).isCloseTo(analytic, within(3.5 * error + 5e-5));
    assertThat(estimate.value()).isBetween(estimate.low(), estimate.high());
  }

  @Test
  void intervalsHoldTheTruthMostly() {
    int held = 0;
    for (long seed = 0; seed < 100; seed++) {
      Indices indices = design(200, 3, seed).of(Columns::ishigami, seed);
      for (int i = 0; i < 2; i++) {
        Estimate first = indices.first().get(i);
        Estimate total = indices.total().get(i);
        if (first.low() <= Columns.ISHIGAMI_FIRST[i] && Columns.ISHIGAMI_FIRST[i] <= first.high()) {
          held++;
        }
        if (total.low() <= Columns.ISHIGAMI_TOTAL[i] && Columns.ISHIGAMI_TOTAL[i] <= total.high()) {
          held++;
        }
      }
    }
    assertThat(held).isBetween(360, 395); // of 400, of which 380 are expected
  }

  @Test
  void estimatorsAreThosePublished() {
    int rows = 50;
    Saltelli design = design(rows, 3, 5);
    double[] y =
        LongStream.range(0, design.points())
            .mapToDouble(k -> Columns.ishigami(design.point(k)))
            .toArray();
    Indices indices = design.of(y, 1);
    double mean = 0;
    for (int r = 0; r < rows; r++) mean += (y[5 * r] + y[5 * r + 1]) / 100;
    double variance = 0;
    for (int r = 0; r < rows; r++) {
      variance += (Math.pow(y[5 * r] - mean, 2) + Math.pow(y[5 * r + 1] - mean, 2)) / 100;
    }
    for (int i = 0; i < 3; i++) {
      double first = 0;
      double total = 0;
      for (int r = 0; r < rows; r++) {
        double a = y[5 * r];
        double b = y[5 * r + 1];
        double mixed = y[5 * r + 2 + i];
        first += (b - mean) * (mixed - a) / 50 / variance;
        total += (a - mixed) * (a - mixed) / 100 / variance;
      }
      assertThat(indices.first().get(i).value()).isCloseTo(first, within(1e-12));
      assertThat(indices.total().get(i).value()).isCloseTo(total, within(1e-12));
    }
  }

  @Test
  void theSameSeedGivesTheSameIntervals() {
    Saltelli design = design(50, 3, 5);
    assertThat(design.of(Columns::ishigami, 9)).isEqualTo(design.of(Columns::ishigami, 9));
    assertThat(design.of(Columns::ishigami, 9)).isNotEqualTo(design.of(Columns::ishigami, 10));
  }

  @Test
  void aRowWithoutAnAnswerIsLeftOut() {
    Saltelli longer = design(51, 3, 5);
    double[] results =
        LongStream.range(0, longer.points())
            .mapToDouble(k -> k == 50 * 5 + 3 ? Double.NaN : Columns.ishigami(longer.point(k)))
            .toArray();
    Saltelli shorter = new Saltelli(50, 3, longer.numbers());
    Indices without = longer.of(results, 9);
    assertThat(without.rows()).isEqualTo(50);
    assertThat(without).isEqualTo(shorter.of(Columns::ishigami, 9));
  }

  @Test
  void whatDoesNotVaryHasNoIndices() {
    Indices constant = design(50, 2, 5).of(_ -> 3, 1);
    assertThat(constant.first().getFirst().value()).isNaN();
    assertThat(constant.total().getFirst().low()).isNaN();
    Indices none = design(50, 2, 5).of(_ -> Double.NaN, 1);
    assertThat(none.rows()).isZero();
    assertThat(none.total().getLast().value()).isNaN();
  }

  @Test
  void resultsMustBeAsManyAsPoints() {
    Saltelli design = design(2, 2, 1);
    assertThatThrownBy(() -> design.of(new double[7], 1)).hasMessage("7 results of 8");
  }
}
