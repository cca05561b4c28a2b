package demarche.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import demarche.ensemble.Cell;
import demarche.ensemble.Design;
import demarche.ensemble.Row;
import demarche.store.Comparison.Contrast;
import demarche.store.Comparison.Pairing;
import demarche.store.Summary.Shape;
import demarche.testing.Seeds;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is told of runs, against the definitions over plain lists.
final class StatisticsTest {
  @TempDir Path folder;

  @Test // a property
  void summariesAgreeWithTheirDefinitions() {
    try (RunStore store = RunStore.open(folder.resolve("s.duckdb"))) {
      for (long seed : Seeds.first(25)) {
        Design design = Ensembles.design(seed, 1 + seed * 7 % 90);
        String run = store.begin(design, Ensembles.STARTED);
        List<Row> rows = Ensembles.all(design);
        store.append(run, rows);
        Profile profile = Profile.of(store, run);
        for (int c = 0; c < 3; c++) {
          int column = c;
          check(profile.inputs().get(c), rows.stream().map(r -> r.inputs().get(column)).toList());
          check(
              profile.findings().get(c), rows.stream().map(r -> r.findings().get(column)).toList());
        }
      }
    }
  }

  private static void check(Summary summary, List<Cell> cells) {
    long none = cells.stream().filter(Cell.None.class::isInstance).count();
    assertThat(summary.unanswered()).isEqualTo(none);
    assertThat(summary.answered()).isEqualTo(cells.size() - none);
    switch (summary.shape()) {
      case Shape.Empty() -> assertThat(none).isEqualTo(cells.size());
      case Shape.Yes(long yes, var _) ->
          assertThat(yes).isEqualTo(cells.stream().filter(new Cell.YesNo(true)::equals).count());
      case Shape.Words(var words) -> {
        words.forEach(f ->
            assertThat(f.draws())
                .isEqualTo(cells.stream().filter(new Cell.Word(f.word())::equals).count()));
        assertThat(words.stream().mapToLong(Summary.Frequency::draws).sum())
            .isEqualTo(summary.answered());
        assertThat(words).isSortedAccordingTo((a, b) -> Long.compare(b.draws(), a.draws()));
      }
      case Shape.Numbers numbers -> check(numbers, numbers(cells));
    }
  }

  private static List<Double> numbers(List<Cell> cells) {
    return cells.stream()
        .filter(Cell.Amount.class::isInstance)
        .map(c -> ((Cell.Amount) c).value())
        .sorted()
        .toList();
  }

  private static void check(Shape.Numbers numbers, List<Double> values) {
    assertThat(numbers.least()).isEqualTo(values.getFirst());
    assertThat(numbers.most()).isEqualTo(values.getLast());
    List<Double> finite = values.stream().filter(Double::isFinite).toList();
    assertThat(numbers.infinite()).isEqualTo(values.size() - finite.size());
    check(numbers.mean(), mean(finite));
    check(numbers.sd(), sd(finite));
    for (int q = 0; q < Summary.LEVELS.size(); q++) {
      assertThat(numbers.quantiles().get(q)).isEqualTo(quantile(values, q));
    }
  }

  /// The least value with at least that share at or below it; shares in twentieths.
  private static double quantile(List<Double> values, int level) {
    int twentieths = List.of(1, 5, 10, 15, 19).get(level);
    for (int k = 0; k < values.size(); k++) {
      if ((k + 1) * 20 >= twentieths * values.size()) return values.get(k);
    }
    throw new AssertionError();
  }

  private static OptionalDouble mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average();
  }

  private static OptionalDouble sd(List<Double> values) {
    if (values.size() < 2) return OptionalDouble.empty();
    double mean = mean(values).orElseThrow();
    double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
    return OptionalDouble.of(Math.sqrt(squares / (values.size() - 1)));
  }

  private static void check(OptionalDouble actual, OptionalDouble expected) {
    assertThat(actual.isPresent()).isEqualTo(expected.isPresent());
    if (expected.isPresent()) {
      double size = 1 + Math.abs(expected.getAsDouble());
      assertThat(actual.getAsDouble()).isCloseTo(expected.getAsDouble(), within(1e-9 * size));
    }
  }

  @Test // Wilson (1927): the shares from which what was seen is not more than z errors away
  void endsOfAShareAreJustAsFarAwayAsTheyMayBe() {
    for (long of = 1; of <= 60; of++) {
      for (long yes = 0; yes <= of; yes++) {
        Interval interval = Interval.ofShare(yes, of);
        double share = (double) yes / of;
        assertThat(interval.low()).isBetween(0.0, share);
        assertThat(interval.high()).isBetween(share, 1.0);
        for (double end : new double[] {interval.low(), interval.high()}) {
          if (end == share) continue; // 0 and 1, where no share is farther away
          double error = Math.sqrt(end * (1 - end) / of);
          assertThat(Math.abs(share - end) / error).isCloseTo(1.959964, within(1e-6));
        }
      }
    }
  }

  @Test
  void pairedRunsAreComparedDrawByDraw() {
    Path file = folder.resolve("s.duckdb");
    Ensembles.store(file);
    try (RunStore store = RunStore.open(file)) {
      Comparison comparison = Comparison.of(store, "r1", "r2");
      assertThat(comparison.pairing()).isEqualTo(Pairing.COMMON);
      assertThat(comparison.differing())
          .extracting(Comparison.Difference::what)
          .containsExactly("sha256", "variant");
      assertThat(comparison.onlyFirst()).containsExactly("blockers:deal");
      assertThat(comparison.onlySecond()).containsExactly("blockers:award");
      List<Double> differences = differences(store);
      Contrast contrast = comparison.both().get(1);
      assertThat(contrast.first().draws()).isEqualTo(differences.size());
      assertThat(differences).anyMatch(d -> d != 0);
      check(contrast.difference(), mean(differences));
      assertThat(contrast.changed()).hasValue(differences.stream().filter(d -> d != 0).count());
      double error = sd(differences).orElseThrow() / Math.sqrt(differences.size());
      assertThat(contrast.interval().orElseThrow().high())
          .isCloseTo(mean(differences).orElseThrow() + 1.959964 * error, within(1e-3 * error));
    }
  }

  /// Of the second finding, where both have a finite number.
  private static List<Double> differences(RunStore store) {
    List<Row> first = store.rows("r1").toList();
    List<Row> second = store.rows("r2").toList();
    List<Double> differences = new ArrayList<>();
    for (int draw = 0; draw < second.size(); draw++) {
      if (first.get(draw).findings().get(1) instanceof Cell.Amount(double a)
          && second.get(draw).findings().get(1) instanceof Cell.Amount(double b)
          && Double.isFinite(a)
          && Double.isFinite(b)) {
        differences.add(b - a);
      }
    }
    return differences;
  }

  @Test
  void runsOfDifferentSeedsAreComparedAsIndependent() {
    try (RunStore store = RunStore.open(folder.resolve("s.duckdb"))) {
      for (long seed : List.of(1L, 2L)) {
        Design design = Ensembles.design(seed, 500);
        store.append(store.begin(design, Ensembles.STARTED), Ensembles.all(design));
      }
      Comparison comparison = Comparison.of(store, "r1", "r2");
      assertThat(comparison.pairing()).isEqualTo(Pairing.NONE);
      for (int c = 0; c < 2; c++) {
        Contrast contrast = comparison.both().get(c);
        List<Double> one = values(store, "r1", c);
        List<Double> other = values(store, "r2", c);
        double difference = mean(other).orElseThrow() - mean(one).orElseThrow();
        double error =
            Math.sqrt(
                Math.pow(sd(one).orElseThrow(), 2) / one.size()
                    + Math.pow(sd(other).orElseThrow(), 2) / other.size());
        check(contrast.difference(), OptionalDouble.of(difference));
        Interval interval = contrast.interval().orElseThrow();
        assertThat(interval.low()).isCloseTo(difference - 1.959964 * error, within(1e-3 * error));
        assertThat(interval.high()).isCloseTo(difference + 1.959964 * error, within(1e-3 * error));
        assertThat(contrast.changed()).isEmpty();
      }
    }
  }

  private static List<Double> values(RunStore store, String run, int finding) {
    List<Double> values = new ArrayList<>();
    for (Row row : store.rows(run).toList()) {
      switch (row.findings().get(finding)) {
        case Cell.Amount(double value) when Double.isFinite(value) -> values.add(value);
        case Cell.YesNo(boolean yes) -> values.add(yes ? 1.0 : 0.0);
        case Cell.Amount _, Cell.Word _, Cell.None _ -> {}
      }
    }
    return values;
  }
}
