package demarche.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import demarche.states.TooLarge;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Where draws lie.
final class PointsTest {
  private static final int RUNS = 1 << 10;
  private static final String[] INPUTS = {"parameter:p", "value:a.b", "vote:x", "flow:t.a.b.2017"};

  private static double[] column(Points points, int dimension) {
    return IntStream.range(0, RUNS)
        .mapToDouble(k -> points.at(k, INPUTS[dimension], dimension))
        .toArray();
  }

  private static Points points(Sampling sampling, long seed) {
    return Points.of(new Plan(RUNS, seed, sampling), INPUTS.length);
  }

  /// Worked out by another program from the definition of the mixing.
  @Test
  void theSameDrawIsTheSameForEver() {
    Points random = points(Sampling.RANDOM, 1);
    assertThat(random.at(0, "parameter:p", 0)).isEqualTo(0.8787562191636666);
    assertThat(random.at(1, "parameter:p", 0)).isEqualTo(0.7704687764769328);
    assertThat(random.at(0, "value:a.b", 1)).isEqualTo(0.142609828475593);
  }

  @ParameterizedTest
  @EnumSource(Sampling.class)
  void aDrawAloneIsThatOfTheWhole(Sampling sampling) {
    Points all = points(sampling, 5);
    double[] inOrder = column(all, 2);
    for (int k = RUNS - 1; k >= 0; k -= 7) {
      assertThat(points(sampling, 5).at(k, INPUTS[2], 2)).isEqualTo(inOrder[k]);
      assertThat(all.at(k, INPUTS[2], 2)).isEqualTo(inOrder[k]);
    }
  }

  @ParameterizedTest
  @EnumSource(Sampling.class)
  void seedsAndInputsDiffer(Sampling sampling) {
    assertThat(column(points(sampling, 1), 0)).isNotEqualTo(column(points(sampling, 2), 0));
    assertThat(column(points(sampling, 1), 0)).isNotEqualTo(column(points(sampling, 1), 1));
  }

  /// 64 cells hold 16 of 1024 each: chi-square of 63 degrees is below 120 but once in 100,000.
  @ParameterizedTest
  @EnumSource(Sampling.class)
  void pointsAreSpreadEvenlyOverEachPairOfInputs(Sampling sampling) {
    for (long seed = 0; seed < 20; seed++) {
      Points points = points(sampling, seed);
      for (int a = 0; a < INPUTS.length; a++) {
        for (int b = 0; b < a; b++) {
          assertThat(chiSquare(column(points, a), column(points, b)))
              .as("seed %d, %s and %s", seed, INPUTS[a], INPUTS[b])
              .isLessThan(120);
        }
      }
    }
  }

  private static int cell(double point) {
    return (int) (8 * point);
  }

  private static double chiSquare(double[] x, double[] y) {
    int[] cells = new int[64];
    for (int k = 0; k < x.length; k++) cells[8 * cell(x[k]) + cell(y[k])]++;
    double expected = x.length / 64.0;
    return IntStream.of(cells).mapToDouble(c -> (c - expected) * (c - expected) / expected).sum();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 7, 64, 100, 1000, 1025})
  void aLatinHypercubeHasOneDrawInEachLayer(long runs) {
    for (long seed = 0; seed < 10; seed++) {
      Points points = Points.of(new Plan(runs, seed, Sampling.LATIN), 2);
      boolean[] seen = new boolean[(int) runs];
      for (int k = 0; k < runs; k++) {
        int layer = (int) (points.at(k, "value:a.b", 0) * runs);
        assertThat(seen[layer]).as("seed %d, layer %d of %d", seed, layer, runs).isFalse();
        seen[layer] = true;
      }
    }
  }

  @Test
  void alongSobolsSequenceEachPairOfInputsFillsEveryBoxBeforeTheShift() {
    // the shift of an input is its first point; without it 1024 points are a net in base 2
    Points points = points(Sampling.SOBOL, 3);
    for (int d = 0; d < INPUTS.length; d++) {
      double shift = points.at(0, INPUTS[d], d);
      boolean[] seen = new boolean[RUNS];
      for (double point : column(points, d)) {
        double plain = point >= shift ? point - shift : point - shift + 1;
        seen[(int) Math.min(RUNS - 1, Math.round(plain * RUNS))] = true;
      }
      assertThat(seen).as(INPUTS[d]).doesNotContain(false);
    }
  }

  @Test
  void sobolsSequenceHasALimit() {
    assertThatThrownBy(() -> Points.of(new Plan(10, 1, Sampling.SOBOL), 1001))
        .isInstanceOf(TooLarge.class)
        .hasMessage(
            "points along Sobol's sequence: 1,001 uncertain inputs, the limit is 1,000; --sampling"
                + " latin and --sampling random have none");
  }
}
