package demarche.tables;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.scenario.Evidence;
import demarche.scenario.Place;
import demarche.scenario.Problem;
import demarche.scenario.Problems;
import demarche.scenario.Scenario.FlowEntry;
import demarche.scenario.Scenario.FlowEntry.Direction;
import demarche.scenario.Word;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FlowReaderTest {
  private final Problems problems = new Problems(Map.of());

  private Flow read(String content) {
    Place place = new Place("test.yaml", 3, 1, 1);
    FlowEntry entry =
        new FlowEntry(
            new Word("freight", place),
            new Word("data/freight.csv", place),
            "million EUR",
            Direction.ONE_WAY,
            content,
            Evidence.NONE);
    return FlowReader.read(entry, problems);
  }

  private List<String> told() {
    return problems.errors().stream().map(Problem::toString).toList();
  }

  @Test
  void columnsAreFoundByTheirNames() {
    Flow flow =
        read(
            """
            note; Source; VALUE; To; From; Year
            x; bank; 1.50; owners; union; 2025
            """);
    assertThat(told()).isEmpty();
    assertThat(flow.unit()).isEqualTo("million EUR");
    Flow.Row row = flow.rows().getFirst();
    assertThat(row.from() + row.to() + row.year() + row.source()).isEqualTo("unionowners2025bank");
    assertThat(row.value()).isEqualTo(BigFraction.of(3, 2));
    assertThat(row.place()).hasToString("data/freight.csv:2:1");
  }

  @Test
  void aSourceMayBeLeftOut() {
    assertThat(read("year,from,to,value\n2025,a,b,3\n").rows())
        .extracting(Flow.Row::source)
        .containsExactly("");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          25,a,b,3     | 1 | 'year' is '25', expected a year such as 2025
          2025,A,b,3   | 6 | 'from' is 'A', expected the id of an actor, or world
          2025,a,,3    | 8 | 'to' is '', expected the id of an actor, or world
          2025,a,b,    | 10 | 'value' is '', expected a number of 0 or more, with a decimal point and no other signs
          2025,a,b,-3  | 10 | 'value' is '-3', expected a number of 0 or more, with a decimal point and no other signs
          2025,a,b,1e9 | 10 | 'value' is '1e9', expected a number of 0 or more, with a decimal point and no other signs
          2025,a,b,"1,5" | 10 | 'value' is '1,5', expected a number of 0 or more, with a decimal point and no other signs
          2025,a       | 6 | 'to' is '', expected the id of an actor, or world
          2025,a,b,"3  | 10 | the quote that opens here is never closed
          """)
  void aBadRowIsToldAndLeftOut(String row, int column, String message) {
    Flow flow = read("year,from,to,value\n2024,a,b,1\n" + row + "\n");
    assertThat(told()).contains("data/freight.csv:3:" + column + ": " + message);
    assertThat(flow.rows()).hasSize(1);
  }

  @Test
  void aHeaderWithoutItsColumnsIsToldOnce() {
    assertThat(read("year,from,value\n2025,a,3\n").rows()).isEmpty();
    assertThat(told())
        .containsExactly(
            "data/freight.csv:1:1: the first line lacks to; it names the columns year, from, to,"
                + " value, source");
  }

  @Test
  void anEmptyFileIsTold() {
    read("");
    assertThat(told())
        .containsExactly(
            "data/freight.csv:1:1: the file is empty; the first line names the columns year, from,"
                + " to, value, source");
  }

  @Test
  void moreRowsThanTheLimitAreRefused() {
    String rows = "2025,a,b,3\n".repeat(FlowReader.MOST_ROWS);
    assertThat(read("year,from,to,value\n" + rows).rows()).hasSize(FlowReader.MOST_ROWS);
    assertThat(told()).isEmpty();
    assertThat(read("year,from,to,value\n2025,a,b,3\n" + rows).rows()).isEmpty();
    assertThat(told()).singleElement().asString().contains("more than 100,000 rows");
  }
}
