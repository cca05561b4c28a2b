package demarche.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.lens.Run;
import demarche.lens.stability.Concept;
import demarche.lens.stability.StabilityLens;
import demarche.model.Lots;
import demarche.testing.RandomDoubts;
import demarche.testing.Scenarios;
import demarche.testing.Seeds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Draws made side by side are held against the same draws made one by one, each from its scenario.
final class SideBySideTest {
  private static final Run QUIET = Run.quiet();
  private static final Set<Concept> ALL =
      EnumSet.of(Concept.R, Concept.GMR, Concept.SMR, Concept.SEQ, Concept.SSEQ);

  private static Ensemble ensemble(String yaml, int runs) {
    Plan plan = new Plan(runs, 5, Sampling.RANDOM);
    return Ensemble.of(
        Scenarios.studied(yaml), List.of(new StabilityLens(ALL)), plan, "test", QUIET);
  }

  private static List<Row> rows(Ensemble ensemble, List<Span> spans, int threads) {
    List<Row> rows = new ArrayList<>();
    ensemble.draw(spans, new Run(threads, 1, (_, _, _) -> {}, () -> false), rows::add);
    rows.sort(Comparator.comparingLong(Row::draw));
    return rows;
  }

  @Test
  void sideBySideIsOneByOne() {
    AtomicInteger served = new AtomicInteger();
    AtomicInteger mixed = new AtomicInteger();
    Seeds.each(
        2_000,
        seed -> {
          String yaml = RandomDoubts.draw(seed);
          if (yaml.contains("\nbodies:") || !yaml.contains("probability")) return;
          Ensemble ensemble = ensemble(yaml, 5);
          if (!ensemble.isSideBySide()) return;
          served.incrementAndGet();
          List<Row> rows = rows(ensemble, List.of(Span.first(5)), 1);
          List<Row> single = new ArrayList<>();
          for (int k = 0; k < 5; k++) single.add(ensemble.row(k, QUIET));
          assertThat(rows).as("seed %d", seed).isEqualTo(single);
          if (rows.stream().map(Row::findings).distinct().count() > 1) {
            mixed.incrementAndGet();
          }
        });
    int seeds = Seeds.first(2_000).length;
    assertThat(served.get()).isGreaterThan(seeds * 3 / 20);
    assertThat(mixed.get()).isGreaterThan(seeds / 20);
  }

  /// More than a vector holds, ranges with gaps, several threads.
  private static final String MANY =
      """
      demarche: 1
      title: Many
      actors:
        ann:
          options: {a: {levels: [0, 1, 2, 3]}, b: {}}
          priorities:
            - {want: a > 1 or not c, probability: 0.4}
            - {want: b, probability: 0.7}
            - {want: d}
          alternatives:
            - by: kim
              probability: 0.3
              priorities: [{want: not b, probability: 0.5}, {want: a = 2}]
        bob:
          options: {c: {}, d: {moves: up}}
          red-lines: [{never: a = 3 and d}]
          priorities: [{want: c <-> a > 0, probability: 0.6}, {want: not d, probability: 0.5}]
      status-quo: {a: 0, b: no, c: no, d: no}
      targets: {deep: {when: a = 3}}
      """;

  @Test
  void anyRangesOnAnyThreads() {
    Ensemble many = ensemble(MANY, 300);
    assertThat(many.isSideBySide()).isTrue();
    List<Span> spans = List.of(new Span(3, 3), new Span(7, 150), new Span(200, 299));
    List<Row> rows = rows(many, spans, 3);
    assertThat(rows).hasSize(245).isEqualTo(rows(many, spans, 1));
    for (Row row : rows) assertThat(row).isEqualTo(many.row(row.draw(), QUIET));
    assertThat(rows.stream().map(Row::findings).distinct().count()).isGreaterThan(10);
  }

  @Test
  void withoutALotInputsAreAsInTheBaseAnalysis() {
    Uncertain inputs = ensemble(MANY, 1).uncertain();
    List<Cell> base = inputs.values(_ -> Lots.BASE);
    assertThat(base).contains(new Cell.YesNo(true), new Cell.YesNo(false), new Cell.Word("own"));
    for (int slot = 0; slot < base.size(); slot++) {
      assertThat(base.get(slot)).isEqualTo(inputs.value(slot, _ -> Lots.BASE));
    }
  }

  @Test
  void whatItDoesNotServeIsMadeOneByOne() {
    String ranged =
        MANY.replace("probability: 0.4", "probability: p")
            + "parameters: {p: {value: 0.4, range: [0, 1]}}\n";
    assertThat(ensemble(ranged, 4).isSideBySide()).isFalse();
    String fixed = ranged.replace("value: 0.4, range: [0, 1]", "value: 0.4");
    assertThat(ensemble(fixed, 4).isSideBySide()).isTrue();
    assertThat(rows(ensemble(fixed, 4), List.of(Span.first(4)), 1))
        .isEqualTo(rows(ensemble(MANY, 4), List.of(Span.first(4)), 1));
    String body =
        MANY + "bodies: {hall: {options: {e: {}}, members: [ann, bob], rule: {yes: 2}}}\n";
    assertThat(ensemble(body, 4).isSideBySide()).isFalse();
  }
}
