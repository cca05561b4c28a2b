package demarche.ensemble.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.ensemble.sensitivity.Boxes.Box;
import demarche.ensemble.sensitivity.Boxes.Range;
import demarche.ensemble.sensitivity.Boxes.Without;
import demarche.ensemble.sensitivity.Screen.Scale;
import demarche.ensemble.sensitivity.Screen.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// A box that was planted is found.
final class BoxesTest {
  private static final int N = 2_000;

  private interface Rule {
    boolean holds(double[] point, SplittableRandom random);
  }

  private static Series[] columns(long seed, List<Scale> scales, Rule rule) {
    SplittableRandom random = new SplittableRandom(seed);
    Series[] columns = new Series[scales.size() + 1];
    double[][] draws = new double[scales.size() + 1][N];
    for (int k = 0; k < N; k++) {
      double[] point = new double[scales.size()];
      for (int i = 0; i < point.length; i++) {
        point[i] =
            switch (scales.get(i)) {
              case NUMBER -> random.nextDouble();
              case YES_NO -> random.nextInt(2);
              case CATEGORY -> random.nextInt(4);
            };
        draws[i][k] = point[i];
      }
      draws[point.length][k] = rule.holds(point, random) ? 1 : 0;
    }
    for (int i = 0; i < scales.size(); i++) columns[i] = new Series(scales.get(i), draws[i]);
    columns[scales.size()] = new Series(Scale.YES_NO, draws[scales.size()]);
    return columns;
  }

  private static Box found(Series[] columns) {
    List<Series> inputs = new ArrayList<>(List.of(columns));
    Series finding = inputs.removeLast();
    return Boxes.of(inputs, finding).orElseThrow();
  }

  @Test
  void inFiveNumbersTheTwoThatMatterAreLimitedWhereTheyWere() {
    List<Scale> five =
        List.of(Scale.NUMBER, Scale.NUMBER, Scale.NUMBER, Scale.NUMBER, Scale.NUMBER);
    for (long seed = 0; seed < 5; seed++) {
      Box box = found(columns(seed, five, (p, _) -> p[1] > 0.6 && p[3] > 0.2 && p[3] < 0.7));
      assertThat(box.limits()).extracting(Boxes.Limit::input).containsExactly(1, 3);
      Range first = (Range) box.limits().getFirst();
      Range second = (Range) box.limits().getLast();
      assertThat(first.low()).isBetween(0.57, 0.63);
      assertThat(first.high()).isGreaterThan(0.97);
      assertThat(second.low()).isBetween(0.17, 0.23);
      assertThat(second.high()).isBetween(0.67, 0.73);
      assertThat(box.density()).isGreaterThan(0.93);
      assertThat(box.coverage()).isGreaterThan(0.93);
    }
  }

  @Test
  void noiseMakesItFuzzierAndNoMore() {
    List<Scale> five =
        List.of(Scale.NUMBER, Scale.NUMBER, Scale.NUMBER, Scale.NUMBER, Scale.NUMBER);
    for (long seed = 0; seed < 5; seed++) {
      Box box = found(columns(seed, five, (p, r) -> (p[0] < 0.3) != (r.nextInt(10) == 0)));
      assertThat(box.limits()).extracting(Boxes.Limit::input).contains(0);
      Range range = (Range) box.limits().getFirst();
      assertThat(range.high()).isBetween(0.25, 0.35);
      assertThat(box.density()).isGreaterThan(0.8);
    }
  }

  @Test
  void categoriesAreTakenOut() {
    List<Scale> scales = List.of(Scale.CATEGORY, Scale.NUMBER, Scale.YES_NO);
    Box box = found(columns(1, scales, (p, _) -> (p[0] == 1 || p[0] == 3) && p[2] == 1));
    assertThat(box.limits()).extracting(Boxes.Limit::input).containsExactly(0, 2);
    assertThat(((Without) box.limits().getFirst()).values()).containsExactlyInAnyOrder(0.0, 2.0);
    assertThat(((Without) box.limits().getLast()).values()).containsExactly(0.0);
    assertThat(box.density()).isEqualTo(1);
    assertThat(box.coverage()).isEqualTo(1);
  }

  @Test
  void whereItIsAlwaysOrNeverSoThereIsNothingToFind() {
    List<Scale> one = List.of(Scale.NUMBER);
    for (boolean always : new boolean[] {true, false}) {
      Series[] columns = columns(1, one, (_, _) -> always);
      assertThat(Boxes.of(List.of(columns[0]), columns[1])).isEmpty();
    }
  }

  @Test
  void whatABoxSaysOfItselfIsTrue() {
    List<Scale> scales = List.of(Scale.NUMBER, Scale.CATEGORY, Scale.YES_NO);
    for (long seed = 0; seed < 50; seed++) {
      Series[] columns = columns(seed, scales, (p, r) -> p[0] + 0.3 * r.nextDouble() > 0.9);
      Box box = found(columns);
      int inside = 0;
      int hits = 0;
      int cases = 0;
      for (int k = 0; k < N; k++) {
        boolean in = true;
        for (Boxes.Limit limit : box.limits()) {
          double value = columns[limit.input()].draws()[k];
          in &=
              switch (limit) {
                case Range(int _, double low, double high) -> low <= value && value <= high;
                case Without(int _, var values) -> !values.contains(value);
              };
        }
        boolean so = columns[scales.size()].draws()[k] == 1;
        inside += in ? 1 : 0;
        hits += in && so ? 1 : 0;
        cases += so ? 1 : 0;
      }
      assertThat(box.density()).isEqualTo((double) hits / inside);
      assertThat(box.coverage()).isEqualTo((double) hits / cases);
      assertThat(box.mass()).isEqualTo((double) inside / N);
    }
  }
}
