package demarche.tables;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.testing.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class CsvTest {
  private static List<List<String>> cells(String text) {
    return Csv.rows(text, 1_000).stream()
        .map(row -> row.cells().stream().map(Csv.Cell::text).toList())
        .toList();
  }

  @Test
  void commasSemicolonsAndTabsSeparateByTheFirstLine() {
    assertThat(cells("a,b\n1;2,3\n")).containsExactly(List.of("a", "b"), List.of("1;2", "3"));
    assertThat(cells("a;b;c\n1,5;2;3"))
        .containsExactly(List.of("a", "b", "c"), List.of("1,5", "2", "3"));
    assertThat(cells("a\tb\n1\t2\n")).containsExactly(List.of("a", "b"), List.of("1", "2"));
  }

  @Test
  void rowsEndInEitherWayAndBlankOnesAreSkipped() {
    assertThat(cells("a,b\r\n\r\n1,2\r3,4\n  \n5,6"))
        .containsExactly(
            List.of("a", "b"), List.of("1", "2"), List.of("3", "4"), List.of("5", "6"));
    assertThat(cells("")).isEmpty();
    assertThat(cells("\n\n")).isEmpty();
  }

  @Test
  void quotedCellsHoldSeparatorsLineEndsAndQuotes() {
    assertThat(cells("a,b\n\"x, y\",\"he said \"\"no\"\"\"\n\"two\nlines\", z \n"))
        .containsExactly(
            List.of("a", "b"), List.of("x, y", "he said \"no\""), List.of("two\nlines", "z"));
  }

  @Test
  void cellsKnowTheirPlace() {
    List<Csv.Row> rows = Csv.rows("year,from\n\n\"two\nlines\",x\n1,y\n", 10);
    assertThat(rows).extracting(Csv.Row::line).containsExactly(1, 3, 5);
    assertThat(rows.getFirst().cells()).extracting(Csv.Cell::column).containsExactly(1, 6);
    assertThat(rows.get(2).cells()).extracting(Csv.Cell::column).containsExactly(1, 3);
  }

  @Test
  void anEmptyLastCellCounts() {
    assertThat(cells("a,b,\n1,,\n")).containsExactly(List.of("a", "b", ""), List.of("1", "", ""));
  }

  @Test
  void aQuoteThatIsNeverClosedTakesTheRestAndIsMarked() {
    List<Csv.Row> rows = Csv.rows("a,b\n1,\"x\n2,3\n", 10);
    assertThat(rows).hasSize(2);
    assertThat(rows.get(1).cells().get(1).isOpen()).isTrue();
    assertThat(rows.get(1).cells().get(0).isOpen()).isFalse();
  }

  @Test
  void noMoreRowsAreReadThanAskedFor() {
    assertThat(Csv.rows("a\n1\n2\n3\n", 2)).hasSize(2);
  }

  @Test
  void whatIsWrittenByTheRulesIsReadAgain() {
    for (long seed : Seeds.first(1_000)) {
      Random random = new Random(seed);
      List<List<String>> table = new ArrayList<>();
      for (int r = 1 + random.nextInt(5); r > 0; r--) {
        List<String> row = new ArrayList<>(List.of("first" + r)); // a row that is never blank
        for (int c = 0; c < 3; c++) row.add(cell(random));
        table.add(row);
      }
      String text =
          "a,b,c,d\n"
              + table.stream()
                  .map(row -> row.stream().map(CsvTest::quoted).collect(Collectors.joining(",")))
                  .collect(Collectors.joining("\n"));
      List<List<String>> read = cells(text);
      assertThat(read.subList(1, read.size())).as("seed %d: %s", seed, text).isEqualTo(table);
    }
  }

  private static String cell(Random random) {
    StringBuilder cell = new StringBuilder();
    for (int i = random.nextInt(5); i > 0; i--) cell.append("ab,;\"\n ".charAt(random.nextInt(7)));
    return cell.toString().strip();
  }

  private static String quoted(String cell) {
    return cell.chars().anyMatch(c -> ",\"\n;".indexOf(c) >= 0)
        ? '"' + cell.replace("\"", "\"\"") + '"'
        : cell;
  }
}
