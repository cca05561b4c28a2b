package demarche.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.ensemble.sensitivity.Screen.Effect;
import demarche.ensemble.sensitivity.Screen.Measure;
import demarche.ensemble.sensitivity.Share;
import demarche.finding.Figure;
import demarche.testing.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RobustFiguresTest {
  private static final Design DESIGN =
      new Design("t", "f", "s", "", "v", 1, Sampling.RANDOM, 100, List.of(), List.of());

  private static Robustness robustness(List<Robustness.Finding> findings, int inputs) {
    List<Column> columns =
        IntStream.range(0, inputs)
            .mapToObj(i -> new Column("k" + i, "input " + i, Column.Kind.NUMBER))
            .toList();
    return new Robustness(DESIGN, List.of(), columns, List.of(), findings, 100);
  }

  private static Robustness.Finding finding(
      int number, Cell base, Robustness.Spread spread, List<Effect> effects) {
    Column.Kind kind =
        spread instanceof Robustness.Shared ? Column.Kind.YES_NO : Column.Kind.NUMBER;
    return new Robustness.Finding(
        new Column("f" + number, "finding " + number, kind),
        base,
        spread,
        effects,
        Optional.empty());
  }

  private static List<Effect> effects(Random chance, int inputs) {
    List<Effect> effects = new ArrayList<>();
    for (int i = 0; i < inputs; i++) {
      double strength = chance.nextDouble();
      int sign = chance.nextInt(3) - 1;
      effects.add(new Effect(i, Measure.KOLMOGOROV_SMIRNOV, strength, 0.5, sign));
    }
    effects.sort((a, b) -> Double.compare(b.strength(), a.strength()));
    return effects;
  }

  @Test
  void whatDrawsDifferAboutIsDrawnWhereItIs() {
    for (long seed : Seeds.first(2_000)) {
      Random chance = new Random(seed);
      List<Robustness.Finding> findings = new ArrayList<>();
      for (int f = 0; f < 1 + chance.nextInt(40); f++) {
        int yes = chance.nextInt(4) == 0 ? 100 * chance.nextInt(2) : chance.nextInt(101);
        findings.add(
            finding(
                f,
                new Cell.YesNo(chance.nextBoolean()),
                new Robustness.Shared(new Share(yes, 100, 0)),
                effects(chance, 14)));
      }
      check(robustness(findings, 14), seed);
    }
  }

  private static void check(Robustness robustness, long seed) {
    long open = 0;
    for (Robustness.Finding f : robustness.findings()) {
      int yes = ((Robustness.Shared) f.spread()).share().yes();
      if (yes != 0 && yes != 100) open++;
    }
    RobustFigures figures = new RobustFigures(robustness);
    Optional<Figure> shares = figures.shares();
    assertThat(shares.isPresent()).as("seed %d", seed).isEqualTo(open > 0);
    if (shares.isEmpty()) return;
    Figure.Intervals intervals = (Figure.Intervals) shares.get();
    assertThat(intervals.lines()).as("seed %d", seed).hasSize((int) Math.min(24, open));
    double before = 0;
    for (Figure.Interval line : intervals.lines()) {
      Robustness.Finding f = named(robustness, line.name());
      Share share = ((Robustness.Shared) f.spread()).share();
      assertThat(line.at()).isEqualTo(100 * ((double) share.yes() / 100));
      assertThat(line.base()).isEqualTo(((Cell.YesNo) f.base()).yes() ? 100 : 0);
      assertThat(line.span().low()).isBetween(0.0, line.at());
      assertThat(line.span().high()).isBetween(line.at(), 100.0);
      assertThat(Math.abs(line.at() - 50))
          .as("seed %d", seed)
          .isGreaterThanOrEqualTo(before - 1e-9);
      before = Math.abs(line.at() - 50);
    }
    figures.hinges().ifPresent(f -> check(robustness, (Figure.Tornado) f, seed));
  }

  private static void check(Robustness robustness, Figure.Tornado tornado, long seed) {
    assertThat(tornado.funnels()).as("seed %d", seed).hasSizeBetween(1, 6);
    for (Figure.Funnel funnel : tornado.funnels()) {
      Robustness.Finding f = named(robustness, funnel.name());
      List<Effect> beyond = f.effects().stream().filter(e -> e.strength() > 0.5).limit(10).toList();
      assertThat(funnel.swings().stream().map(Figure.Swing::name).collect(Collectors.toList()))
          .as("seed %d", seed)
          .isEqualTo(beyond.stream().map(e -> "input " + e.input()).toList());
      for (int k = 0; k < beyond.size(); k++) {
        Figure.Swing swing = funnel.swings().get(k);
        assertThat(swing.length()).isEqualTo(beyond.get(k).strength());
        assertThat(swing.course())
            .isEqualTo(
                List.of(Figure.Course.FALLING, Figure.Course.UNORDERED, Figure.Course.RISING)
                    .get(beyond.get(k).sign() + 1));
      }
    }
  }

  private static Robustness.Finding named(Robustness robustness, String words) {
    return robustness.findings().stream()
        .filter(f -> f.column().words().equals(words))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void numbersHaveScalesOfTheirOwnThatHoldTheBaseValue() {
    Robustness.Spanned span =
        new Robustness.Spanned(4, 2, 3, 8, 100, List.of(0.1, Double.NaN, 0.7));
    List<Effect> effects =
        List.of(
            new Effect(0, Measure.SPEARMAN, 0.9, 0.5, 1),
            new Effect(1, Measure.KRUSKAL_WALLIS, 0.8, 0.5, 0),
            new Effect(2, Measure.SPEARMAN, 0.7, 0.5, -1));
    Robustness.Spanned flat = new Robustness.Spanned(1, 1, 1, 1, 100, List.of(0.0, 0.0, 0.0));
    Robustness.Spanned endless =
        new Robustness.Spanned(1, 1, 1, Double.POSITIVE_INFINITY, 100, List.of(0.0, 0.0, 0.0));
    Robustness robustness =
        robustness(
            List.of(
                finding(0, new Cell.Amount(10), span, effects),
                finding(1, new Cell.Amount(1), flat, List.of()),
                finding(2, new Cell.Amount(1), endless, List.of()),
                finding(3, new Cell.None(), span, List.of())),
            3);
    Figure.Intervals numbers =
        (Figure.Intervals) new RobustFigures(robustness).numbers().orElseThrow();
    assertThat(numbers.lines()).hasSize(2);
    Figure.Interval line = numbers.lines().getFirst();
    assertThat(line.scale()).isEqualTo(new Figure.Span(2, 10));
    assertThat(line.at()).isEqualTo(3);
    assertThat(line.base()).isEqualTo(10);
    assertThat(numbers.lines().getLast().base()).isNaN();
    assertThat(numbers.lines().getLast().scale()).isEqualTo(new Figure.Span(2, 8));
    // by first order, which one of several words has none of
    Figure.Funnel funnel =
        ((Figure.Tornado) new RobustFigures(robustness).hinges().orElseThrow())
            .funnels()
            .getFirst();
    assertThat(funnel.swings())
        .extracting(Figure.Swing::name)
        .containsExactly("input 2", "input 0");
    assertThat(funnel.swings()).extracting(Figure.Swing::length).containsExactly(0.7, 0.1);
  }
}
