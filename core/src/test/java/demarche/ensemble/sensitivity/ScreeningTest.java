package demarche.ensemble.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.ensemble.sensitivity.Screen.Effect;
import demarche.ensemble.sensitivity.Screen.Measure;
import demarche.ensemble.sensitivity.Screen.Scale;
import demarche.ensemble.sensitivity.Screen.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

final class ScreeningTest {
  private static Series number(double... draws) {
    return new Series(Scale.NUMBER, draws);
  }

  private static Series yesNo(double... draws) {
    return new Series(Scale.YES_NO, draws);
  }

  private static List<Series> inputs(Random chance, int count, int n) {
    return Arrays.stream(Columns.points(chance, count, n)).map(ScreeningTest::number).toList();
  }

  private static double[] map(Series series, DoubleUnaryOperator function) {
    return Arrays.stream(series.draws()).map(function).toArray();
  }

  @Test
  void whatMattersIsFoundAmongManyThatDoNot() {
    for (long seed = 0; seed < 50; seed++) {
      List<Series> inputs = inputs(new Random(seed), 40, 500);
      double[] noise = inputs.get(39).draws();
      Series falling = number(map(inputs.get(7), x -> -x));
      for (int k = 0; k < 500; k++) falling.draws()[k] += noise[k] / 4;
      Effect first = Screen.of(inputs, falling).getFirst();
      assertThat(first.input()).isEqualTo(7);
      assertThat(first.sign()).isEqualTo(-1);
      assertThat(first.measure()).isEqualTo(Measure.SPEARMAN);
      Series high = yesNo(map(inputs.get(11), x -> x > 0.8 ? 1 : 0));
      Effect yes = Screen.of(inputs, high).getFirst();
      assertThat(yes.input()).isEqualTo(11);
      assertThat(yes.strength()).isEqualTo(1);
      assertThat(yes.sign()).isEqualTo(1);
      assertThat(yes.measure()).isEqualTo(Measure.KOLMOGOROV_SMIRNOV);
    }
  }

  @Test
  void whereNothingMattersOneEnsembleInTwentyRaisesAnAlarm() {
    int alarms = 0;
    for (long seed = 0; seed < 1_000; seed++) {
      Random chance = new Random(seed);
      List<Series> inputs = new ArrayList<>(inputs(chance, 10, 200));
      inputs.add(new Series(Scale.CATEGORY, Columns.categories(chance, 200, 4)));
      inputs.add(yesNo(Columns.categories(chance, 200, 2)));
      Series finding =
          seed % 2 == 0
              ? number(Columns.uniform(chance, 200))
              : yesNo(Columns.categories(chance, 200, 2));
      if (Screen.of(inputs, finding).stream().anyMatch(Effect::isFound)) alarms++;
    }
    assertThat(alarms).isBetween(15, 72); // 50 of 1,000, and fewer where a bound is cautious
  }

  @Test
  void everyPairOfScalesHasItsMeasure() {
    Random chance = new Random(3);
    double[] base = Columns.categories(chance, 300, 3);
    Series category = new Series(Scale.CATEGORY, base);
    Series number = number(Arrays.stream(base).map(v -> v + chance.nextDouble()).toArray());
    Series yes = yesNo(Arrays.stream(base).map(v -> v >= 1 ? 1 : 0).toArray());
    List<Series> inputs = List.of(category, number, yes);
    for (Series finding : inputs) {
      assertThat(Screen.of(inputs, finding)).hasSize(3).allMatch(Effect::isFound);
    }
    assertThat(measures(inputs, category))
        .containsExactly(Measure.CRAMER, Measure.KRUSKAL_WALLIS, Measure.CRAMER);
    assertThat(measures(inputs, number))
        .containsExactly(Measure.KRUSKAL_WALLIS, Measure.SPEARMAN, Measure.KRUSKAL_WALLIS);
    assertThat(measures(inputs, yes))
        .containsExactly(Measure.CRAMER, Measure.KOLMOGOROV_SMIRNOV, Measure.CRAMER);
  }

  private static List<Measure> measures(List<Series> inputs, Series finding) {
    return Screen.of(inputs, finding).stream()
        .sorted(Comparator.comparingInt(Effect::input))
        .map(Effect::measure)
        .toList();
  }

  @Test
  void equallyStrongInputsKeepTheirOrder() {
    double[] same = Columns.uniform(new Random(1), 100);
    List<Series> inputs = List.of(number(same), number(same), number(same.clone()));
    assertThat(Screen.of(inputs, number(same))).extracting(Effect::input).containsExactly(0, 1, 2);
  }

  @Test
  void gapsAreLeftOutPairByPair() {
    double[] x = Columns.uniform(new Random(1), 101);
    double[] y = x.clone();
    double[] gaps = x.clone();
    gaps[0] = Double.NaN;
    y[100] = Double.NaN;
    Effect effect = Screen.of(List.of(number(gaps)), number(y)).getFirst();
    assertThat(effect.strength()).isEqualTo(1);
    assertThat(effect.byChance()).isEqualTo(1.959963984540054 / Math.sqrt(98));
  }

  @Test
  void tooFewDrawsTellNothing() {
    for (Series finding : List.of(number(1, 2), yesNo(1, 0), yesNo(1, 1), number())) {
      int n = finding.draws().length;
      Effect effect = Screen.of(List.of(number(new double[n])), finding).getFirst();
      assertThat(effect.isFound()).isFalse();
      assertThat(effect.byChance()).isEqualTo(1);
    }
  }
}
