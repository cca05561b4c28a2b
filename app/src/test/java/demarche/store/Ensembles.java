package demarche.store;

import demarche.ensemble.Cell;
import demarche.ensemble.Column;
import demarche.ensemble.Design;
import demarche.ensemble.Row;
import demarche.ensemble.Sampling;
import demarche.ensemble.Span;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Made-up ensembles: each row follows from the seed and the draw alone.
public final class Ensembles {
  static final Instant STARTED = Instant.parse("2026-03-01T12:34:56Z");

  private static final List<String> WORDS =
      List.of("dprk", "us, china", "a \"quoted\" word", "two\nlines", "", "NULL", "NA", "Čeština");

  private Ensembles() {}

  /// Few columns of every kind.
  static Design design(long seed, long runs) {
    return new Design(
        "The ferry strike",
        "scenarios/ferry.yaml",
        "5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8",
        "",
        "0.1.0",
        seed,
        Sampling.SOBOL,
        runs,
        List.of(
            new Column("parameter:p-lockout", "the chance of a lockout", Column.Kind.NUMBER),
            new Column("priority:union.2", "whether the second priority holds", Column.Kind.YES_NO),
            new Column("order:owners", "whose view of the owners", Column.Kind.WORD)),
        List.of(
            new Column("claim:owners-sign", "the owners sign", Column.Kind.YES_NO),
            new Column("figure:deal", "the probability of a deal", Column.Kind.NUMBER),
            new Column("blockers:deal", "who blocks the deal", Column.Kind.WORD)));
  }

  /// Any number of columns with odd keys, from 0 on.
  static Design random(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return new Design(
        "Any 'title'",
        "any.yaml",
        Long.toHexString(random.nextLong()),
        random.nextBoolean() ? "" : "a variant",
        "0.1.0",
        random.nextLong(),
        oneOf(random, Sampling.values()),
        random.nextLong(1, 40),
        columns(random),
        columns(random));
  }

  private static <T> T oneOf(SplittableRandom random, T[] all) {
    return List.of(all).get(random.nextInt(all.length));
  }

  private static List<Column> columns(SplittableRandom random) {
    List<String> keys = List.of("a:b", "A b", "a_b", "draw", "1", "select", "ключ", "\"", "a.b ");
    return IntStream.range(0, random.nextInt(keys.size() + 1))
        .mapToObj(k -> new Column(keys.get(k), "w" + k, oneOf(random, Column.Kind.values())))
        .toList();
  }

  static Row row(Design design, long draw) {
    SplittableRandom random = new SplittableRandom(design.seed() * 1_000_003 + draw);
    return new Row(draw, cells(design.inputs(), random), cells(design.findings(), random));
  }

  private static List<Cell> cells(List<Column> columns, SplittableRandom random) {
    List<Cell> cells = new ArrayList<>();
    for (Column column : columns) {
      boolean none = random.nextInt(10) == 0;
      cells.add(none ? new Cell.None() : cell(column.kind(), random));
    }
    return cells;
  }

  private static Cell cell(Column.Kind kind, SplittableRandom random) {
    return switch (kind) {
      case NUMBER ->
          new Cell.Amount(
              switch (random.nextInt(12)) {
                case 0 -> Double.POSITIVE_INFINITY;
                case 1 -> Double.NEGATIVE_INFINITY;
                case 2 -> 0;
                case 3 -> Double.MIN_VALUE;
                default -> random.nextDouble(-1000, 1000);
              });
      case YES_NO -> new Cell.YesNo(random.nextInt(3) == 0);
      case WORD -> new Cell.Word(WORDS.get(random.nextInt(WORDS.size())));
    };
  }

  static List<Row> rows(Design design, Span draws) {
    return LongStream.rangeClosed(draws.first(), draws.last())
        .mapToObj(draw -> row(design, draw))
        .toList();
  }

  static List<Row> all(Design design) {
    return rows(design, new Span(0, design.runs() - 1));
  }

  /// A store with a complete run `r1` and an unfinished `r2` of a variant, for commands.
  public static void store(Path file) {
    try (RunStore store = RunStore.open(file)) {
      Design whole = design(7, 200);
      store.append(store.begin(whole, STARTED), all(whole));
      Design other = variant(whole);
      List<Row> rows =
          rows(other, new Span(0, 149)).stream()
              .map(row -> new Row(row.draw(), row.inputs(), worse(row)))
              .toList();
      store.append(store.begin(other, STARTED.plusSeconds(3600)), rows);
    }
  }

  /// In every other draw the owners refuse, and the figure is a quarter of what it was.
  private static List<Cell> worse(Row row) {
    if (row.draw() % 2 == 0) return row.findings();
    return row.findings().stream()
        .<Cell>map(cell ->
            switch (cell) {
              case Cell.Amount(double value) -> new Cell.Amount(value / 4);
              case Cell.YesNo _ -> new Cell.YesNo(false);
              case Cell.Word word -> word;
              case Cell.None none -> none;
            })
        .toList();
  }

  /// The same inputs, and one other finding.
  private static Design variant(Design d) {
    return new Design(
        d.title(),
        d.file(),
        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "no-board",
        d.version(),
        d.seed(),
        d.sampling(),
        d.runs(),
        d.inputs(),
        List.of(
            d.findings().get(0),
            d.findings().get(1),
            new Column("blockers:award", "who blocks the award", Column.Kind.WORD)));
  }
}
