package demarche.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import demarche.states.TooLarge;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.hipparchus.random.SobolSequenceGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WhereDrawsLieTest {
  /// These never change: ensembles of old are replayed by them.
  private static final double[] GOLDEN = {
    0.35952196225918964,
    0.1827913795377044,
    0.6427376200259035,
    0.541951647444434,
    0.026220678265310653,
    0.6078564095231684,
    0.381419495746224,
    0.7645961442698825,
    0.5033001926576354
  };

  @Test
  void numbersStayTheSameForEver() {
    Points random = Points.of(Sampling.RANDOM, 1, 1_000);
    Points latin = Points.of(Sampling.LATIN, 1, 1_000);
    Points sobol = Points.of(Sampling.SOBOL, 1, 1_000);
    double[] numbers = {
      random.at(0, "parameter:p-war", 0),
      random.at(999_999, "parameter:p-war", 0),
      random.at(0, "größe", 3),
      latin.at(0, "parameter:p-war", 0),
      latin.at(999, "größe", 0),
      sobol.at(0, "parameter:p-war", 0),
      sobol.at(5, "größe", 3),
      sobol.at(2_000_000_000L, "größe", 999),
      Points.of(Sampling.RANDOM, -5, 1_000).at(12, "朝鮮", 0),
    };
    assertThat(numbers).containsExactly(GOLDEN);
  }

  @ParameterizedTest
  @EnumSource
  void overSeedsADrawLiesAnywhereAlike(Sampling sampling) {
    int cells = 20;
    int seeds = 4_000;
    for (long draw : new long[] {0, 7}) {
      double[] counts = new double[cells];
      for (long seed = 0; seed < seeds; seed++) {
        Points points = Points.of(new Plan(100, seed, sampling), 2);
        counts[(int) (points.at(draw, "x", 1) * cells)]++;
      }
      assertThat(chiSquare(counts)).as("draw %d", draw).isBetween(4.0, 45.0); // 19 ± 4 deviations
    }
  }

  @Test
  void randomDrawsLieAnywhereAlike() {
    double sum = 0;
    for (long seed = 0; seed < 200; seed++) {
      Points points = Points.of(Sampling.RANDOM, seed, 1_000);
      double[] counts = new double[20];
      for (long draw = 0; draw < 1_000; draw++) counts[(int) (20 * points.at(draw, "x", 0))]++;
      sum += chiSquare(counts);
    }
    assertThat(sum).isCloseTo(3_800, within(4 * Math.sqrt(2 * 3_800)));
  }

  private static double chiSquare(double[] counts) {
    double expected = Arrays.stream(counts).sum() / counts.length;
    return Arrays.stream(counts).map(c -> (c - expected) * (c - expected) / expected).sum();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 8, 97, 1_000, 1_024, 1_025, 4_097})
  void everyLayerOfALatinHypercubeHasOneDraw(long runs) {
    for (long seed = 0; seed < 20; seed++) {
      Points points = Points.of(Sampling.LATIN, seed, runs);
      for (String input : new String[] {"a", "b", "a long key: with parts"}) {
        int[] counts = new int[(int) runs];
        for (long k = 0; k < runs; k++) counts[(int) (points.at(k, input, 0) * runs)]++;
        assertThat(counts).as("seed %d, %s", seed, input).containsOnly(1);
      }
    }
  }

  @Test
  void theLastLayersOfAVeryLargeHypercubeAreKept() {
    long runs = Plan.MOST_RUNS;
    Points points = Points.of(Sampling.LATIN, 1, runs);
    for (long k = 0; k < 2_000; k++) {
      double scaled = points.at(k, "x", 0) * runs;
      assertThat(scaled - Math.floor(scaled)).isBetween(1e-7, 1 - 1e-7);
      assertThat(scaled).isLessThan((double) runs);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5})
  void layersComeInAnyOrderAlike(int runs) {
    int orders = IntStream.rangeClosed(1, runs).reduce(1, (a, b) -> a * b);
    Map<String, Integer> counts = new HashMap<>();
    for (long seed = 0; seed < 200L * orders; seed++) {
      Points points = Points.of(Sampling.LATIN, seed, runs);
      int[] layers =
          IntStream.range(0, runs).map(k -> (int) (points.at(k, "x", 0) * runs)).toArray();
      counts.merge(Arrays.toString(layers), 1, Integer::sum);
    }
    double[] all =
        Arrays.copyOf(counts.values().stream().mapToDouble(Integer::doubleValue).toArray(), orders);
    assertThat(chiSquare(all)).isLessThan(orders - 1 + 5 * Math.sqrt(2.0 * (orders - 1)));
  }

  @Test
  void sobolHasOneDrawInEachDyadicInterval() {
    SobolPoints points = SobolPoints.of(3, 1_000);
    for (int dimension : new int[] {0, 1, 2, 50, 999}) {
      for (int m = 0; m <= 12; m++) {
        int[] plain = new int[1 << m];
        int[] shifted = new int[1 << m];
        for (long k = 0; k < 1 << m; k++) {
          plain[(int) (points.unshifted(k, dimension) >>> (52 - m))]++;
          shifted[(int) (points.at(k, "x" + dimension, dimension) * (1 << m))]++;
        }
        assertThat(plain).as("dimension %d, 2^%d", dimension, m).containsOnly(1);
        assertThat(shifted).as("dimension %d, 2^%d, shifted", dimension, m).containsOnly(1);
      }
    }
  }

  @Test
  void sobolIsTheSequenceOfTheLibrary() {
    SobolPoints points = SobolPoints.of(3, 40);
    SobolSequenceGenerator sequence = new SobolSequenceGenerator(40);
    for (long k = 0; k < 2_000; k++) {
      double[] point = sequence.nextVector();
      for (int d = 0; d < 40; d++) {
        assertThat(Math.scalb((double) points.unshifted(k, d), -52)).isEqualTo(point[d]);
      }
    }
  }

  @Test // the eight points that Joe and Kuo give with their numbers
  void sobolBeginsAsPublished() {
    double[][] published = {
      {0, 0, 0},
      {0.5, 0.5, 0.5},
      {0.75, 0.25, 0.25},
      {0.25, 0.75, 0.75},
      {0.375, 0.375, 0.625},
      {0.875, 0.875, 0.125},
      {0.625, 0.125, 0.875},
      {0.125, 0.625, 0.375}
    };
    SobolPoints points = SobolPoints.of(3, 3);
    for (int k = 0; k < published.length; k++) {
      for (int d = 0; d < 3; d++) {
        assertThat(Math.scalb((double) points.unshifted(k, d), -52)).isEqualTo(published[k][d]);
      }
    }
  }

  @Test
  void everyDirectionNumberEndsAtItsPlace() {
    for (long[] numbers : SobolPoints.directions(200)) {
      for (int place = 0; place < numbers.length; place++) {
        assertThat(Long.numberOfTrailingZeros(numbers[place])).isEqualTo(51 - place);
      }
    }
  }

  @Test
  void sobolTellsItsLimits() {
    assertThatThrownBy(() -> Points.of(new Plan(10, 1, Sampling.SOBOL), 30_000))
        .isInstanceOf(TooLarge.class)
        .hasMessage(
            "points along Sobol's sequence: 30,000 uncertain inputs, the limit is 1,000; "
                + "--sampling latin and --sampling random have none");
    assertThatThrownBy(() -> Points.of(new Plan(10, 1, Sampling.SOBOL), 4).at(0, "x", 4))
        .isInstanceOf(TooLarge.class)
        .hasMessageContaining("5 uncertain inputs, the limit is 4");
  }

  @ParameterizedTest
  @EnumSource
  void aDrawReplayedAloneIsTheSame(Sampling sampling) {
    String[] inputs = {"a", "b", "c"};
    Points forwards = Points.of(sampling, 17, 500);
    double[][] all = new double[500][3];
    for (int k = 0; k < 500; k++) {
      for (int i = 0; i < 3; i++) all[k][i] = forwards.at(k, inputs[i], i);
    }
    for (int k = 499; k >= 0; k -= 7) {
      Points alone = Points.of(new Plan(500, 17, sampling), 3);
      for (int i = 2; i >= 0; i--) assertThat(alone.at(k, inputs[i], i)).isEqualTo(all[k][i]);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Sampling.class,
      names = {"RANDOM", "LATIN"})
  void inputsGoByTheirKeysAndAreNotCorrelated(Sampling sampling) {
    int runs = 2_000;
    double sum = 0;
    for (int pair = 0; pair < 200; pair++) {
      Points points = Points.of(sampling, pair / 2, runs);
      double both = 0;
      for (int k = 0; k < runs; k++) {
        double x = points.at(k, "input" + pair, pair);
        assertThat(x).isEqualTo(points.at(k, "input" + pair, 0)).isBetween(0.0, Math.nextDown(1.0));
        both += (x - 0.5) * (points.at(k, "input" + (pair + 1), 0) - 0.5);
      }
      double correlation = 12 * both / runs;
      sum += correlation * correlation * runs;
    }
    assertThat(sum).isCloseTo(200, within(4 * Math.sqrt(2 * 200)));
  }
}
