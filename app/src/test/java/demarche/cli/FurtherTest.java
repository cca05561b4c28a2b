package demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.cli.Demarche.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is asked of uncertain inputs beyond shares of draws.
final class FurtherTest {
  private static final String COIN =
      """
      demarche: 1
      title: A coin
      parameters: {p: {value: 0.4, range: [0, 1]}}
      actors:
        ann:
          options: {jump: {}}
          values: [{id: fun, want: jump, weight: p - 0.25}]
          alternatives: [{by: kim, probability: 0.2, priorities: [not jump]}]
        bob: {options: {sing: {}}, priorities: [sing]}
      proposals: {up: {does: {jump: yes}}}
      claims: [{id: up, says: "she jumps", mark: O, check: "prefers(ann, up, status-quo)"}]
      """;

  @TempDir private Path folder = Path.of("");

  private Outcome of(String text, String call) throws IOException {
    Files.writeString(folder.resolve("coin.yaml"), text);
    return Demarche.plain().in(folder).call(call.split(" ", -1));
  }

  @Test
  void whatASingleChangeTurnsIsTold() throws IOException {
    String told = of(COIN, "claims coin.yaml --flips").out().replaceAll("\\s+", " ");
    assertThat(told)
        .contains(
            "A single input, moved within its range, turns 1 of 1 yes-or-no finding; the least"
                + " change is p from 0.4 to 0.25 (15 % of its range), which turns: up: she"
                + " jumps.")
        .contains("up: she jumps yes p 0.4 0.25 15 % 1");
    assertThat(of(COIN.replace("- 0.25", "+ 0.25"), "claims coin.yaml --flips").out())
        .containsPattern("own +kim");
  }

  @Test
  void inTheReportItIsAMap() throws IOException {
    assertThat(of(COIN, "analyze coin.yaml --lens claims --flips --analysts --out report").exit())
        .isZero();
    String page = Files.readString(folder.resolve("report").resolve("index.html"));
    assertThat(page)
        .contains("Which input turns which finding, and at what value")
        .containsPattern("<td class=\"standing turned\"><span[^>]*>▼</span> 0\\.25\\s*</td>")
        .containsPattern("<td class=\"standing turned\"><span[^>]*>⇄</span> kim\\s*</td>")
        .contains("Findings that split analysts");
  }

  @Test
  void analystsAreHeldSideBySide() throws IOException {
    String told = of(COIN, "claims coin.yaml --analysts").out().replaceAll("\\s+", " ");
    assertThat(told)
        .contains("The file and kim agree on 0 of 1 finding; 1 split them.")
        .contains("By kim there is an order for ann.")
        .contains("finding file kim up: she jumps yes no");
  }

  @Test
  void indicesTellTheirCostFirst() throws IOException {
    Outcome outcome = of(COIN, "stability coin.yaml --indices 64 --seed 5");
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    assertThat(outcome.err()).isEqualTo("demarche: --indices 64 takes 256 draws\n");
    assertThat(outcome.out()).contains("over 256 draws");
    String settled = of(COIN, "settle coin.yaml --indices 64").out();
    assertThat(of(COIN, "settle coin.yaml --indices 64 --threads 1").out()).isEqualTo(settled);
  }

  @Test
  void threadsChangeNothing() throws IOException {
    String call = "stability coin.yaml --flips --analysts --indices 32 --format json --threads ";
    assertThat(of(COIN, call + 3).out()).isEqualTo(of(COIN, call + 1).out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "--indices 1 | --indices is 1, expected a number of rows from 2 to 1,000,000",
        "--indices 64 | --indices asks about numbers, and all that is found here is a yes or no",
        "--flips --draw 3 | --draw looks at one draw, where nothing is uncertain",
      })
  void wrongUseIsToldInOneLine(String options, String message) throws IOException {
    told(of(COIN, "claims coin.yaml " + options), message);
  }

  @Test
  void whereThereIsNothingToCompareThatIsSaid() throws IOException {
    String alone =
        String.join(
            "\n", List.of(COIN.split("\n", -1)).stream().filter(l -> !l.contains("kim")).toList());
    told(
        of(alone, "claims coin.yaml --analysts"),
        "--analysts compares the orders of named analysts, and no actor has 'alternatives' with"
            + " 'by: NAME' here");
    String certain = alone.replace(", range: [0, 1]", "");
    told(of(certain, "stability coin.yaml --indices 9"), "--indices asks about uncertain inputs");
  }

  private static void told(Outcome outcome, String message) {
    assertThat(outcome.exit()).as(outcome.err()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(Stream.of(outcome.err().split("\n", -1)).findFirst().orElse(""))
        .startsWith("demarche: ")
        .contains(message);
  }
}
