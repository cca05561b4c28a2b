package demarche.spark;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.ensemble.Cell;
import demarche.ensemble.Column;
import demarche.ensemble.Column.Kind;
import demarche.ensemble.Design;
import demarche.ensemble.Row;
import demarche.ensemble.Sampling;
import demarche.testing.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TableTest {
  private static final List<String> WORDS = List.of("", "a", "none", "Élysée, 평양", "a\nb\0c");
  private static final List<Kind> KINDS = List.of(Kind.values());
  private static final List<Double> AMOUNTS =
      List.of(
          0.0,
          -0.0,
          Double.MIN_VALUE,
          0.1 + 0.2,
          Double.POSITIVE_INFINITY,
          Double.NEGATIVE_INFINITY);

  private static Design design(List<Column> inputs, List<Column> findings) {
    return new Design(
        "title", "file.yaml", "0", "", "test", 1, Sampling.RANDOM, 100, inputs, findings);
  }

  private static List<Column> columns(Random random) {
    return IntStream.range(0, random.nextInt(4))
        .mapToObj(c -> {
          Kind kind = KINDS.get(random.nextInt(KINDS.size()));
          return new Column("key:" + random.nextInt(2), "words", kind); // the same name twice
        })
        .toList();
  }

  private static List<Cell> cells(List<Column> columns, Random random) {
    List<Cell> cells = new ArrayList<>();
    for (Column column : columns) {
      cells.add(
          random.nextInt(4) == 0
              ? new Cell.None()
              : switch (column.kind()) {
                case NUMBER -> new Cell.Amount(AMOUNTS.get(random.nextInt(AMOUNTS.size())));
                case YES_NO -> new Cell.YesNo(random.nextBoolean());
                case WORD -> new Cell.Word(WORDS.get(random.nextInt(WORDS.size())));
              });
    }
    return cells;
  }

  @Test
  void rowsComeBackAsTheyWere(@TempDir Path folder) throws IOException {
    for (long seed : Seeds.first(200)) {
      Random random = new Random(seed);
      Design design = design(columns(random), columns(random));
      List<Row> rows = new ArrayList<>();
      for (int k = random.nextInt(20); k >= 0; k--) {
        rows.add(
            new Row(
                random.nextLong(Long.MAX_VALUE),
                cells(design.inputs(), random),
                cells(design.findings(), random)));
      }
      Table table = new Table(design, "id");
      Path file = folder.resolve("rows.parquet");
      table.write(
          file,
          writing -> {
            for (Row row : rows) writing.put(row);
          });
      List<Row> read = new ArrayList<>();
      table.read(file, read::add);
      assertThat(read).as("seed %d, %s", seed, design).isEqualTo(rows);
    }
  }

  @Test
  void onlyAWholeFileOfTheDesignCounts(@TempDir Path folder) throws IOException {
    Table table = new Table(design(List.of(new Column("k", "w", Kind.WORD)), List.of()), "id");
    Path file = folder.resolve("rows.parquet");
    assertThat(table.isWhole(file, 1)).isFalse();
    Row row = new Row(0, List.of(new Cell.Word("x")), List.of());
    table.write(file, writing -> writing.put(row));
    assertThat(table.isWhole(file, 1)).isTrue();
    assertThat(table.isWhole(file, 2)).isFalse();
    assertThat(new Table(table.design(), "other").isWhole(file, 1)).isFalse();
    byte[] bytes = Files.readAllBytes(file);
    for (int length = 0; length < bytes.length; length++) {
      Files.write(file, java.util.Arrays.copyOf(bytes, length));
      assertThat(table.isWhole(file, 1)).as("%d of %d bytes", length, bytes.length).isFalse();
    }
  }
}
