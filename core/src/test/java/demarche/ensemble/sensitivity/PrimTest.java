package demarche.ensemble.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import demarche.ensemble.sensitivity.Prim.Among;
import demarche.ensemble.sensitivity.Prim.Box;
import demarche.ensemble.sensitivity.Prim.Count;
import demarche.ensemble.sensitivity.Prim.Found;
import demarche.ensemble.sensitivity.Prim.Limit;
import demarche.ensemble.sensitivity.Prim.Nothing;
import demarche.ensemble.sensitivity.Prim.Range;
import demarche.ensemble.sensitivity.Prim.Why;
import demarche.ensemble.sensitivity.Screen.Scale;
import demarche.ensemble.sensitivity.Screen.Series;
import demarche.testing.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PrimTest {
  private static List<Series> numbers(Random chance, int inputs, int n) {
    return Arrays.stream(Columns.points(chance, inputs, n))
        .map(c -> new Series(Scale.NUMBER, c))
        .toList();
  }

  private static Series finding(List<Series> inputs, Predicate<double[]> rule) {
    double[][] columns = inputs.stream().map(Series::draws).toArray(double[][]::new);
    return new Series(Scale.YES_NO, Columns.results(columns, p -> rule.test(p) ? 1 : 0));
  }

  @Test
  void aPlantedBoxIsFound() {
    for (long seed = 0; seed < 20; seed++) {
      List<Series> inputs = numbers(new Random(seed), 5, 2_000);
      Found found =
          (Found) Prim.of(inputs, finding(inputs, p -> p[1] > 0.6 && p[3] >= 0.2 && p[3] <= 0.7));
      assertThat(found.box().limits()).extracting(Limit::input).containsExactly(1, 3);
      Range first = (Range) found.box().limits().getFirst();
      Range second = (Range) found.box().limits().getLast();
      assertThat(first.low()).isCloseTo(0.6, within(0.04));
      assertThat(first.high()).isInfinite();
      assertThat(second.low()).isCloseTo(0.2, within(0.04));
      assertThat(second.high()).isCloseTo(0.7, within(0.04));
      assertThat(found.box().density()).isGreaterThan(0.9);
      assertThat(found.box().coverage()).isGreaterThan(0.9);
      assertThat(found.box().mass()).isCloseTo(0.2, within(0.04));
      assertThat(found.quasiPs()).allMatch(p -> p < 1e-6);
    }
  }

  @Test
  void aPlantedBoxIsFoundInNoise() {
    for (long seed = 0; seed < 20; seed++) {
      Random chance = new Random(seed);
      List<Series> inputs = numbers(chance, 5, 2_000);
      Series finding =
          finding(inputs, p -> chance.nextDouble() < (p[0] < 0.5 && p[4] > 0.4 ? 0.85 : 0.1));
      Found found = (Found) Prim.of(inputs, finding);
      assertThat(found.box().limits()).extracting(Limit::input).contains(0, 4);
      Range first = (Range) found.box().limits().getFirst();
      Range last = (Range) found.box().limits().getLast();
      assertThat(first.high()).isCloseTo(0.5, within(0.06));
      assertThat(last.low()).isCloseTo(0.4, within(0.06));
      assertThat(found.box().density()).isCloseTo(0.85, within(0.06));
    }
  }

  @Test
  void valuesOfACategoryAreFound() {
    for (long seed = 0; seed < 20; seed++) {
      Random chance = new Random(seed);
      List<Series> inputs = new ArrayList<>(numbers(chance, 2, 1_000));
      inputs.add(new Series(Scale.CATEGORY, Columns.categories(chance, 1_000, 5)));
      inputs.add(new Series(Scale.YES_NO, Columns.categories(chance, 1_000, 2)));
      Series finding = finding(inputs, p -> (p[2] == 1 || p[2] == 4) && p[3] == 1);
      Found found = (Found) Prim.of(inputs, finding);
      assertThat(found.box().limits())
          .containsExactly(new Among(2, List.of(1.0, 4.0)), new Among(3, List.of(1.0)));
      assertThat(found.box().density()).isEqualTo(1);
      assertThat(found.box().coverage()).isEqualTo(1);
    }
  }

  @Test
  void equalNumbersStayTogether() {
    Random chance = new Random(1);
    double[] x = Columns.categories(chance, 1_000, 4);
    List<Series> inputs =
        List.of(new Series(Scale.NUMBER, x), numbers(chance, 1, 1_000).getFirst());
    Found found = (Found) Prim.of(inputs, finding(inputs, p -> p[0] == 1 || p[0] == 2));
    assertThat(found.box().limits()).containsExactly(new Range(0, 1, 2));
    assertThat(found.box().density()).isEqualTo(1);
    assertThat(found.box().coverage()).isEqualTo(1);
  }

  @Test
  void whereThereIsNothingToFindItSaysSo() {
    List<Series> inputs = numbers(new Random(1), 3, 100);
    assertThat(Prim.of(inputs, finding(inputs, _ -> true))).isEqualTo(new Nothing(Why.ALL_CASES));
    assertThat(Prim.of(inputs, finding(inputs, _ -> false))).isEqualTo(new Nothing(Why.NO_CASE));
    double[] open = new double[100];
    Arrays.fill(open, Double.NaN);
    assertThat(Prim.of(inputs, new Series(Scale.YES_NO, open)))
        .isEqualTo(new Nothing(Why.NO_ANSWER));
    List<Series> same = List.of(new Series(Scale.NUMBER, new double[100]));
    assertThat(Prim.of(same, finding(inputs, p -> p[0] > 0.5))).isEqualTo(new Nothing(Why.NO_BOX));
  }

  @Test
  void drawsWithoutAnAnswerAreLeftOut() {
    List<Series> inputs = numbers(new Random(4), 2, 400);
    Series finding = finding(inputs, p -> p[0] > 0.5);
    List<Series> longer =
        inputs.stream().map(s -> new Series(s.scale(), Arrays.copyOf(s.draws(), 450))).toList();
    double[] open = Arrays.copyOf(finding.draws(), 450);
    Arrays.fill(open, 400, 450, Double.NaN);
    assertThat(Prim.of(longer, new Series(Scale.YES_NO, open))).isEqualTo(Prim.of(inputs, finding));
  }

  @Test
  void aMissingInputLiesOutsideItsLimits() {
    double[] x = Columns.uniform(new Random(4), 400);
    double[] gaps = x.clone();
    for (int k = 0; k < 100; k++) gaps[k] = Double.NaN;
    List<Series> inputs = List.of(new Series(Scale.NUMBER, gaps));
    double[] y = Arrays.stream(x).map(v -> v > 0.5 ? 1 : 0).toArray();
    Found found = (Found) Prim.of(inputs, new Series(Scale.YES_NO, y));
    int within = (int) IntStream.range(100, 400).filter(k -> y[k] == 1).count();
    assertThat(found.box().inside().cases()).isLessThanOrEqualTo(within);
    assertThat(found.box().density()).isGreaterThan(0.9);
  }

  @Test
  void quasiPIsATailOfTheBinomialDistribution() {
    // 2 of 2 at one half: 1/4; at least 1 of 2: 3/4
    assertThat(Prim.quasiP(new Count(2, 2), new Count(10, 5))).isCloseTo(0.25, within(1e-12));
    assertThat(Prim.quasiP(new Count(2, 1), new Count(10, 5))).isCloseTo(0.75, within(1e-12));
    assertThat(Prim.quasiP(new Count(2, 0), new Count(10, 5))).isEqualTo(1);
    assertThat(Prim.quasiP(new Count(2, 2), new Count(10, 10))).isEqualTo(1);
  }

  @Test
  void everyStepIsTheBestCut() {
    for (long seed : Seeds.first(2_000)) {
      Random chance = new Random(seed);
      int n = 2 + chance.nextInt(seed % 4 == 0 ? 150 : 40);
      List<Series> inputs =
          List.of(
              new Series(Scale.NUMBER, Columns.numbers(chance, n)),
              new Series(Scale.CATEGORY, Columns.categories(chance, n, 4)),
              new Series(Scale.NUMBER, Columns.numbers(chance, n)));
      double[] y = Columns.categories(chance, n, 2);
      if (Arrays.stream(y).distinct().count() < 2) continue;
      boolean[] cases = new boolean[n];
      for (int k = 0; k < n; k++) cases[k] = y[k] == 1;
      List<Count> steps =
          new Peeling(inputs, cases).trajectory().stream().map(Box::inside).toList();
      assertThat(steps).as("seed %d", seed).isEqualTo(literal(inputs, y));
    }
  }

  /// The draws left and the cases among them, step by step, over plain lists.
  private static List<Count> literal(List<Series> inputs, double[] y) {
    List<Integer> left = IntStream.range(0, y.length).boxed().toList();
    List<Count> steps = new ArrayList<>(List.of(count(left, y)));
    while (left.size() > y.length / 20.0 && left.stream().anyMatch(k -> y[k] == 0)) {
      List<Integer> best = null;
      for (Series input : inputs) {
        for (List<Integer> candidate : candidates(input, left)) {
          if (candidate.isEmpty() || candidate.size() == left.size()) continue;
          if (best == null || density(candidate, y) > density(best, y)) best = candidate;
        }
      }
      if (best == null) return steps;
      left = best;
      steps.add(count(left, y));
    }
    return steps;
  }

  private static List<List<Integer>> candidates(Series input, List<Integer> left) {
    double[] values = left.stream().mapToDouble(k -> input.draws()[k]).sorted().toArray();
    if (input.scale() == Scale.CATEGORY) {
      return Arrays.stream(values)
          .distinct()
          .mapToObj(v -> kept(input, left, x -> x != v))
          .toList();
    }
    int slice = Math.max(1, values.length / 20);
    double least = values[0];
    double most = values[values.length - 1];
    double low = values[Math.min(slice, values.length - 1)];
    double high = values[Math.max(0, values.length - 1 - slice)];
    return List.of(
        kept(input, left, x -> low == least ? x > low : x >= low),
        kept(input, left, x -> high == most ? x < high : x <= high));
  }

  private static List<Integer> kept(Series input, List<Integer> left, DoublePredicate rule) {
    return left.stream().filter(k -> rule.test(input.draws()[k])).toList();
  }

  private static double density(List<Integer> draws, double[] y) {
    return (double) draws.stream().filter(k -> y[k] == 1).count() / draws.size();
  }

  private static Count count(List<Integer> draws, double[] y) {
    return new Count(draws.size(), (int) draws.stream().filter(k -> y[k] == 1).count());
  }

  @Test
  void limitsHoldWhatTheTrajectoryCounts() {
    for (long seed = 0; seed < 200; seed++) {
      Random chance = new Random(seed);
      List<Series> inputs = new ArrayList<>(numbers(chance, 3, 100));
      inputs.add(new Series(Scale.CATEGORY, Columns.categories(chance, 100, 4)));
      Series finding = finding(inputs, p -> p[0] + chance.nextDouble() > p[1] + 0.5);
      if (!(Prim.of(inputs, finding) instanceof Found found)) continue;
      Map<Count, Integer> masses = new HashMap<>();
      for (Box box : found.trajectory()) {
        int[] inside =
            IntStream.range(0, 100)
                .filter(k ->
                    box.limits().stream().allMatch(l -> l.holds(inputs.get(l.input()).draws()[k])))
                .toArray();
        int cases = (int) IntStream.of(inside).filter(k -> finding.draws()[k] == 1).count();
        assertThat(box.inside()).as("seed %d", seed).isEqualTo(new Count(inside.length, cases));
        assertThat(masses.put(box.inside(), 1)).as("seed %d", seed).isNull();
      }
    }
  }

  @Test
  void noiseIsSeldomABox() {
    int boxes = 0;
    for (long seed = 0; seed < 200; seed++) {
      Random chance = new Random(seed);
      List<Series> inputs = numbers(chance, 5, 500);
      Series finding = finding(inputs, _ -> chance.nextDouble() < 0.3);
      if (Prim.of(inputs, finding) instanceof Found found) {
        boxes++;
        assertThat(found.box().density()).isLessThan(0.6);
      }
    }
    assertThat(boxes).isLessThan(20);
  }
}
