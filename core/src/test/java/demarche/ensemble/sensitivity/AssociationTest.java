package demarche.ensemble.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import demarche.ensemble.sensitivity.Screen.Measure;
import demarche.testing.Seeds;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Each measure against its definition, read literally, and each bound against chance.
final class AssociationTest {
  @Test // as worked by hand in docs/uncertainty.md
  void distanceOfFiveNumbers() {
    double[] x = {0.1, 0.4, 0.5, 0.7, 0.9};
    double[] yes = {0, 0, 1, 0, 1};
    assertThat(Association.distance(x, yes)).isCloseTo(2.0 / 3, within(1e-15));
  }

  @Test
  void spearmanIsPearsonOfRanks() {
    for (long seed : Seeds.first(2_000)) {
      Random chance = new Random(seed);
      int n = 1 + chance.nextInt(30);
      double[] x = Columns.numbers(chance, n);
      double[] y = Columns.numbers(chance, n);
      assertThat(Association.correlation(x, y))
          .as("seed %d, %s, %s", seed, Arrays.toString(x), Arrays.toString(y))
          .isCloseTo(pearson(ranks(x), ranks(y)), within(1e-12));
    }
  }

  private static double[] ranks(double[] x) {
    return Arrays.stream(x)
        .map(v ->
            Arrays.stream(x).filter(u -> u < v).count()
                + (Arrays.stream(x).filter(u -> u == v).count() + 1) / 2.0)
        .toArray();
  }

  private static double pearson(double[] x, double[] y) {
    double meanX = Arrays.stream(x).average().orElse(0);
    double meanY = Arrays.stream(y).average().orElse(0);
    double both =
        IntStream.range(0, x.length).mapToDouble(i -> (x[i] - meanX) * (y[i] - meanY)).sum();
    double xs = Arrays.stream(x).map(v -> (v - meanX) * (v - meanX)).sum();
    double ys = Arrays.stream(y).map(v -> (v - meanY) * (v - meanY)).sum();
    return xs == 0 || ys == 0 ? 0 : both / Math.sqrt(xs) / Math.sqrt(ys);
  }

  @Test
  void kolmogorovSmirnovIsTheGreatestDistance() {
    for (long seed : Seeds.first(2_000)) {
      Random chance = new Random(seed);
      int n = 1 + chance.nextInt(40);
      double[] x = Columns.numbers(chance, n);
      double[] yes = Columns.categories(chance, n, 2);
      double greatest = 0;
      for (double at : x) {
        greatest = Math.max(greatest, Math.abs(share(x, yes, 1, at) - share(x, yes, 0, at)));
      }
      boolean isBoth = Arrays.stream(yes).distinct().count() == 2;
      assertThat(Association.distance(x, yes))
          .as("seed %d, %s, %s", seed, Arrays.toString(x), Arrays.toString(yes))
          .isCloseTo(isBoth ? greatest : 0, within(1e-12));
    }
  }

  private static double share(double[] x, double[] yes, double which, double upTo) {
    int[] those = IntStream.range(0, x.length).filter(i -> yes[i] == which).toArray();
    return (double) Arrays.stream(those).filter(i -> x[i] <= upTo).count() / those.length;
  }

  @Test
  void cramerIsTheRootOfMeanSquareContingency() {
    for (long seed : Seeds.first(2_000)) {
      Random chance = new Random(seed);
      int n = 4 + chance.nextInt(60);
      double[] x = Columns.categories(chance, n, 2 + chance.nextInt(4));
      double[] y = Columns.categories(chance, n, 2 + chance.nextInt(3));
      Groups rows = Groups.of(x);
      Groups columns = Groups.of(y);
      if (rows.count() < 2 || columns.count() < 2) continue;
      assertThat(Association.v(rows, columns))
          .as("seed %d, %s, %s", seed, Arrays.toString(x), Arrays.toString(y))
          .isCloseTo(literalV(x, y), within(1e-7)); // the root magnifies what rounding leaves of 0
    }
  }

  /// By φ² = Σ o² / (row · column) - 1, which needs no expected counts.
  private static double literalV(double[] x, double[] y) {
    double phi = -1;
    double[] xs = Arrays.stream(x).distinct().toArray();
    double[] ys = Arrays.stream(y).distinct().toArray();
    for (double a : xs) {
      for (double b : ys) {
        double both = IntStream.range(0, x.length).filter(i -> x[i] == a && y[i] == b).count();
        double row = Arrays.stream(x).filter(v -> v == a).count();
        double column = Arrays.stream(y).filter(v -> v == b).count();
        phi += both * both / row / column;
      }
    }
    return Math.sqrt(Math.max(0, phi) / (Math.min(xs.length, ys.length) - 1));
  }

  @Test
  void theCorrelationRatioIsThatOfKruskalAndWallis() {
    for (long seed : Seeds.first(2_000)) {
      Random chance = new Random(seed);
      int n = 4 + chance.nextInt(40);
      double[] x = Columns.categories(chance, n, 2 + chance.nextInt(4));
      double[] y = Columns.numbers(chance, n);
      if (Arrays.stream(y).distinct().count() < 2) continue;
      assertThat(Association.ratio(Groups.of(x), y))
          .as("seed %d, %s, %s", seed, Arrays.toString(x), Arrays.toString(y))
          .isCloseTo(Math.sqrt(Math.max(0, h(x, y)) / (n - 1)), within(1e-6));
    }
  }

  /// H by its formula of 1952, divided by its correction for ties.
  private static double h(double[] x, double[] y) {
    double n = x.length;
    double[] ranks = ranks(y);
    Map<Double, Double> sums = new HashMap<>();
    Map<Double, Integer> sizes = new HashMap<>();
    for (int i = 0; i < n; i++) {
      sums.merge(x[i], ranks[i], Double::sum);
      sizes.merge(x[i], 1, Integer::sum);
    }
    double squares = 0;
    for (var group : sums.entrySet()) {
      squares += group.getValue() * group.getValue() / sizes.getOrDefault(group.getKey(), 1);
    }
    double h = 12 / (n * (n + 1)) * squares - 3 * (n + 1);
    double ties = 0;
    for (double value : Arrays.stream(y).distinct().toArray()) {
      double t = Arrays.stream(y).filter(v -> v == value).count();
      ties += t * t * t - t;
    }
    return h / (1 - ties / (n * n * n - n));
  }

  @Test
  void rareValuesAreTakenTogether() {
    for (long seed : Seeds.first(2_000)) {
      Random chance = new Random(seed);
      int n = 1 + chance.nextInt(200);
      double[] x = Columns.categories(chance, n, 1 + chance.nextInt(12));
      double share = chance.nextDouble();
      Groups groups = Groups.of(x, share);
      Map<Double, Integer> counts = new HashMap<>();
      Map<Double, Integer> grouped = new HashMap<>();
      for (int i = 0; i < n; i++) {
        counts.merge(x[i], 1, Integer::sum);
        grouped.put(x[i], groups.sizes()[groups.of()[i]]);
      }
      for (int size : groups.sizes()) {
        assertThat(size * share >= 5 || size == n).as("seed %d, %s", seed, groups).isTrue();
      }
      // a value that is frequent enough, and not needed by the rarer ones, stays alone
      counts.forEach((value, own) -> {
        int rarer = counts.values().stream().filter(c -> c < own).mapToInt(Integer::intValue).sum();
        boolean isNeeded = rarer > 0 && rarer * share < 5;
        if (own * share < 5 || isNeeded) return;
        assertThat(grouped.get(value)).as("seed %d, value %s", seed, value).isEqualTo(own);
      });
    }
  }

  @Test
  void chanceRarelyExceedsTheBounds() {
    int n = 200;
    assertThat(alarms(0.05, Measure.SPEARMAN, c -> numbers(c, n), c -> numbers(c, n)))
        .isBetween(0.03, 0.065);
    assertThat(alarms(0.05, Measure.KOLMOGOROV_SMIRNOV, c -> numbers(c, n), c -> yes(c, n)))
        .isBetween(0.02, 0.06);
    assertThat(alarms(0.05, Measure.CRAMER, c -> words(c, n), c -> yes(c, n)))
        .isBetween(0.03, 0.065);
    assertThat(alarms(0.05, Measure.KRUSKAL_WALLIS, c -> words(c, n), c -> numbers(c, n)))
        .isBetween(0.03, 0.065);
  }

  @Test
  void rareCoincidencesAreNoEffects() {
    int n = 500;
    double alpha = 0.002;
    double most = alpha + 4 * Math.sqrt(alpha / 2_000);
    for (Measure measure : Measure.values()) {
      assertThat(alarms(alpha, measure, c -> rare(c, n, 0.01), c -> rare(c, n, 0.01)))
          .as("%s, both rare", measure)
          .isLessThan(most);
      assertThat(alarms(alpha, measure, c -> skewed(c, n), c -> rare(c, n, 0.04)))
          .as("%s, a dozen rare values", measure)
          .isLessThan(most);
    }
  }

  private static double alarms(
      double alpha, Measure measure, Function<Random, double[]> x, Function<Random, double[]> y) {
    return IntStream.range(0, 2_000)
        .mapToObj(Random::new)
        .mapToDouble(c -> Rarity.strength(measure, x.apply(c), y.apply(c), alpha).isFound() ? 1 : 0)
        .average()
        .orElse(1);
  }

  private static double[] numbers(Random chance, int n) {
    return Columns.uniform(chance, n);
  }

  private static double[] yes(Random chance, int n) {
    return rare(chance, n, 0.3);
  }

  private static double[] words(Random chance, int n) {
    return Columns.categories(chance, n, 4);
  }

  private static double[] rare(Random chance, int n, double share) {
    return IntStream.range(0, n).mapToDouble(_ -> chance.nextDouble() < share ? 1 : 0).toArray();
  }

  /// Two frequent values and a dozen very rare ones.
  private static double[] skewed(Random chance, int n) {
    return IntStream.range(0, n)
        .mapToDouble(_ -> chance.nextDouble() < 0.03 ? 2 + chance.nextInt(12) : chance.nextInt(2))
        .toArray();
  }

  @Test
  void quantilesOfChiSquareAreThoseOfTables() {
    assertThat(Association.chiSquare(0.05, 1)).isCloseTo(3.841, within(5e-4));
    assertThat(Association.chiSquare(0.05, 10)).isCloseTo(18.307, within(5e-4));
    assertThat(Association.chiSquare(0.001, 4)).isCloseTo(18.467, within(5e-4));
    assertThat(Association.chiSquare(0.05, 100)).isCloseTo(124.342, within(5e-4));
  }
}
