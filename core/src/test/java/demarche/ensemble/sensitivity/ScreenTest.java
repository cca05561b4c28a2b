package demarche.ensemble.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import demarche.ensemble.sensitivity.Screen.Effect;
import demarche.ensemble.sensitivity.Screen.Scale;
import demarche.ensemble.sensitivity.Screen.Series;
import demarche.testing.Seeds;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Measures of association against their definitions, read literally.
final class ScreenTest {
  private static double[] draw(SplittableRandom random, int n, int values) {
    return random.doubles(n).map(d -> values == 0 ? d : Math.floor(d * values)).toArray();
  }

  private interface Pair {
    void of(double[] x, double[] y, String where);
  }

  private static void each(int xValues, int yValues, Pair pair) {
    for (long seed : Seeds.first(2_000)) {
      SplittableRandom random = new SplittableRandom(seed);
      int n = 2 + random.nextInt(30);
      double[] x = draw(random, n, random.nextInt(3) == 0 ? 3 : xValues);
      double[] y = draw(random, n, yValues);
      pair.of(x, y, "seed " + seed);
    }
  }

  @Test
  void kolmogorovSmirnovIsTheGreatestDistance() {
    each(
        0,
        2,
        (x, y, where) -> {
          double yes = Arrays.stream(y).sum();
          double no = y.length - yes;
          double most = 0;
          if (yes > 0 && no > 0) {
            for (double t : x) {
              double a =
                  IntStream.range(0, x.length).filter(i -> y[i] == 1 && x[i] <= t).count() / yes;
              double b =
                  IntStream.range(0, x.length).filter(i -> y[i] == 0 && x[i] <= t).count() / no;
              most = Math.max(most, Math.abs(a - b));
            }
          }
          assertThat(Association.kolmogorovSmirnov(x, y, 0.05).value())
              .as(where)
              .isCloseTo(most, offset(1e-12));
        });
  }

  @Test
  void spearmanIsPearsonOfMeanRanks() {
    each(
        0,
        4,
        (x, y, where) -> {
          double[] a = meanRanks(x);
          double[] b = meanRanks(y);
          double ma = Arrays.stream(a).average().orElseThrow();
          double mb = Arrays.stream(b).average().orElseThrow();
          double ab =
              IntStream.range(0, a.length).mapToDouble(i -> (a[i] - ma) * (b[i] - mb)).sum();
          double aa = Arrays.stream(a).map(v -> (v - ma) * (v - ma)).sum();
          double bb = Arrays.stream(b).map(v -> (v - mb) * (v - mb)).sum();
          double expected = aa == 0 || bb == 0 ? 0 : ab / Math.sqrt(aa * bb);
          assertThat(Association.correlation(x, y)).as(where).isCloseTo(expected, offset(1e-12));
        });
  }

  /// One more than the numbers below, and half of those beside.
  private static double[] meanRanks(double[] x) {
    return Arrays.stream(x)
        .map(v -> {
          double below = Arrays.stream(x).filter(w -> w < v).count();
          double equal = Arrays.stream(x).filter(w -> w == v).count();
          return below + (equal + 1) / 2;
        })
        .toArray();
  }

  @Test
  void cramersVIsThatOfTheTable() {
    each(
        3,
        3,
        (x, y, where) -> {
          double n = x.length;
          double[] xs = Arrays.stream(x).distinct().toArray();
          double[] ys = Arrays.stream(y).distinct().toArray();
          double chi = 0;
          for (double a : xs) {
            for (double b : ys) {
              double both =
                  IntStream.range(0, x.length).filter(i -> x[i] == a && y[i] == b).count();
              double expected =
                  Arrays.stream(x).filter(v -> v == a).count()
                      * (double) Arrays.stream(y).filter(v -> v == b).count()
                      / n;
              chi += Math.pow(both - expected, 2) / expected;
            }
          }
          int least = Math.min(xs.length, ys.length) - 1;
          double expected = least == 0 ? 0 : Math.sqrt(chi / n / least);
          assertThat(Association.cramer(x, y, 0.05).value())
              .as(where)
              .isCloseTo(expected, offset(1e-12));
        });
  }

  @Test
  void theCorrelationRatioIsTheShareOfVarianceBetweenGroups() {
    each(
        3,
        0,
        (x, y, where) -> {
          double[] ranks = meanRanks(y);
          double mean = Arrays.stream(ranks).average().orElseThrow();
          double all = Arrays.stream(ranks).map(r -> Math.pow(r - mean, 2)).sum();
          double[] groups = Arrays.stream(x).distinct().toArray();
          double within = 0;
          for (double group : groups) {
            double[] own =
                IntStream.range(0, x.length)
                    .filter(i -> x[i] == group)
                    .mapToDouble(i -> ranks[i])
                    .toArray();
            double m = Arrays.stream(own).average().orElseThrow();
            within += Arrays.stream(own).map(r -> Math.pow(r - m, 2)).sum();
          }
          double expected = groups.length < 2 || all == 0 ? 0 : Math.sqrt(1 - within / all);
          double found = Association.kruskalWallis(x, y, 0.05).value();
          assertThat(found * found).as(where).isCloseTo(expected * expected, offset(1e-9));
        });
  }

  /// Tables of chi-square at 0.05 and of the Kolmogorov-Smirnov test.
  @Test
  void boundsAreThoseOfTables() {
    double[] x = {0, 1, 0, 1};
    assertThat(Math.pow(Association.cramer(x, x, 0.05).byChance(), 2) * 4)
        .isCloseTo(3.841459, offset(1e-6));
    double[] three = {0, 1, 2, 0, 1, 2};
    assertThat(Math.pow(Association.cramer(three, three, 0.05).byChance(), 2) * 12)
        .isCloseTo(9.487729, offset(1e-6));
    assertThat(Association.spearman(new double[101], new double[101], 0.05).byChance())
        .isCloseTo(0.1959964, offset(1e-6));
    double[] y = {0, 0, 1, 1};
    assertThat(Association.kolmogorovSmirnov(x, y, 0.05).byChance())
        .isCloseTo(1.358102, offset(1e-6));
  }

  /// 40 inputs of which one matters: it comes first, and noise is found in about 1 of 20 ensembles.
  @Test
  void whatMattersIsFoundAndNoiseHardlyEver() {
    int alarms = 0;
    for (long seed = 0; seed < 200; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      int n = 300;
      List<Series> inputs =
          IntStream.range(0, 40)
              .mapToObj(i -> new Series(Scale.NUMBER, draw(random, n, 0)))
              .toList();
      double[] y =
          Arrays.stream(inputs.get(17).draws())
              .map(v -> v + 0.5 * random.nextDouble() > 0.75 ? 1 : 0)
              .toArray();
      List<Effect> effects = Screen.of(inputs, new Series(Scale.YES_NO, y));
      assertThat(effects.getFirst().input()).isEqualTo(17);
      assertThat(effects.getFirst().isFound()).isTrue();
      assertThat(effects.getFirst().sign()).isEqualTo(1);
      alarms += effects.stream().skip(1).anyMatch(Effect::isFound) ? 1 : 0;
    }
    assertThat(alarms).isBetween(0, 24); // 10 expected; more than 24 once in 20,000
  }
}
