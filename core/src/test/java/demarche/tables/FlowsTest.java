package demarche.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import demarche.model.Models;
import demarche.scenario.InvalidScenario;
import demarche.scenario.ScenarioFile;
import demarche.tables.Flow.Choice;
import demarche.tables.Flow.Whole;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Shares and flows, worked out by hand from a small table.
final class FlowsTest {
  private static final String TRADE =
      """
      year,from,to,value,source
      2025,north,south,30,bank
      2025,north,south,36,bureau
      2025,south,north,10,bank
      2025,north,west,50,bank
      2025,west,north,20,bank
      2025,north,world,100,bank
      2025,north,world,90,bureau
      2025,world,north,60,bank
      2024,north,south,5,bank
      2024,west,north,15,bank
      """;

  private static ScenarioFile file(String csv, String flow, String rest) throws IOException {
    String text =
        """
        demarche: 1
        title: Trade
        actors: {north: {options: {trade: {}}}, south: {}, west: {}}
        flows: {trade: {file: trade.csv%s}}
        %s
        """
            .formatted(flow, rest);
    return ScenarioFile.open(
        "test.yaml",
        path ->
            switch (path) {
              case "test.yaml" -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
              case "trade.csv" -> new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
              default -> throw new NoSuchFileException(path);
            });
  }

  private static Flow flow(String csv, String flow) throws IOException {
    ScenarioFile file = file(csv, flow, "");
    Flow read = Flows.of(file.scenario(), file.problems()).flow("trade").orElseThrow();
    file.problems().stopIfAny();
    return read;
  }

  private static BigFraction computed(String call) throws IOException {
    ScenarioFile file = file(TRADE, "", "parameters: {p: {from: \"" + call + "\"}}");
    return Models.of(file).unvaried().parameters().getOrDefault("p", BigFraction.ZERO);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          flow(trade, north, south, 2025)   | 30
          flow(trade, south, north, 2025)   | 10
          flow(trade, north, world, 2025)   | 100
          flow(trade,south,north,2025)      | 10
          share(trade, north, south, 2025)  | 1 / 4
          share(trade, north, west, 2025)   | 7 / 16
          share(trade, south, north, 2025)  | 1
          share(trade, north, south, 2024)  | 1 / 4
          share(trade, west, north, 2025)   | 1
          """)
  void aCallHasTheBaseValueOfItsCells(String call, String value) throws IOException {
    assertThat(computed(call)).hasToString(value);
  }

  @Test
  void anotherSourceMayBeChosen() throws IOException {
    Flow trade = flow(TRADE, "");
    Choice bureau =
        rows ->
            rows.stream()
                .filter(r -> r.source().equals("bureau"))
                .findFirst()
                .orElse(rows.getFirst());
    assertThat(trade.value("north", "south", 2025, bureau)).contains(BigFraction.of(36));
    assertThat(trade.value("south", "north", 2025, bureau)).contains(BigFraction.of(10));
    assertThat(trade.share("north", "south", 2025, bureau).orElseThrow().value())
        .isEqualTo(BigFraction.of(36 + 10, 90 + 60));
    assertThat(trade.rows("north", "south", 2025))
        .extracting(Flow.Row::source)
        .containsExactly("bank", "bureau");
  }

  @Test
  void theWholeIsTheWorldOrTheSumOfThePartnersAndSaysSo() throws IOException {
    Flow trade = flow(TRADE, "");
    Flow.Share world = trade.share("north", "south", 2025, Choice.FIRST).orElseThrow();
    assertThat(world.whole()).isEqualTo(Whole.WORLD);
    assertThat(world.rows()).hasSize(4);
    Flow.Share partners = trade.share("north", "south", 2024, Choice.FIRST).orElseThrow();
    assertThat(partners.whole()).isEqualTo(Whole.PARTNERS);
    assertThat(partners.rows()).hasSize(2);
    String half = TRADE.replace("2025,world,north,60,bank\n", "");
    Flow.Share mixed = flow(half, "").share("north", "south", 2025, Choice.FIRST).orElseThrow();
    assertThat(mixed.whole()).isEqualTo(Whole.PARTNERS);
    assertThat(mixed.value()).isEqualTo(BigFraction.of(30 + 10, 100 + 10 + 20));
  }

  @Test
  void whereTheFileSaysNothingThereIsNoShare() throws IOException {
    Flow trade = flow(TRADE, "");
    assertThat(trade.share("south", "west", 2025, Choice.FIRST)).isEqualTo(Optional.empty());
    assertThat(trade.share("north", "south", 2023, Choice.FIRST)).isEqualTo(Optional.empty());
    assertThat(trade.value("west", "south", 2025, Choice.FIRST)).isEqualTo(Optional.empty());
    Flow nothing = flow("year,from,to,value\n2025,north,south,0\n", "");
    assertThat(nothing.share("north", "south", 2025, Choice.FIRST)).isEqualTo(Optional.empty());
  }

  @Test
  void aTurnoverHasNoDirection() throws IOException {
    String csv =
        """
        year,from,to,value
        2025,south,north,40
        2025,north,west,60
        2025,world,south,50
        """;
    Flow trade = flow(csv, ", both: yes");
    assertThat(trade.value("north", "south", 2025, Choice.FIRST)).contains(BigFraction.of(40));
    assertThat(trade.share("north", "south", 2025, Choice.FIRST).orElseThrow().value())
        .isEqualTo(BigFraction.of(40, 100));
    Flow.Share south = trade.share("south", "north", 2025, Choice.FIRST).orElseThrow();
    assertThat(south.value()).isEqualTo(BigFraction.of(40, 50));
    assertThat(south.whole()).isEqualTo(Whole.WORLD);
  }

  @Test
  void partiesAndYearsAreInFileOrder() throws IOException {
    Flow trade = flow(TRADE, "");
    assertThat(trade.parties()).containsExactly("north", "south", "west");
    assertThat(trade.years()).containsExactly(2025, 2024);
  }

  @Test
  void aNameThatIsNoActorIsWarnedOfOnce() throws IOException {
    ScenarioFile file =
        file("year,from,to,value\n2025,nroth,south,1\n2025,south,nroth,1\n", "", "");
    Flows.of(file.scenario(), file.problems());
    assertThat(file.warnings())
        .singleElement()
        .hasToString(
            "trade.csv:2:1: warning: 'nroth' is no actor of the scenario; did you mean 'north'?");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          north                            | expected a call such as share(freight, union, owners, 2025), found 'north'
          sum(trade, north, south, 2025)   | a parameter can be computed by share(flow, a, b, year) or flow(flow, from, to, year); this version cannot compute 'sum'
          shares(trade, north, south, 2025) | a parameter can be computed by share(flow, a, b, year) or flow(flow, from, to, year); this version cannot compute 'shares'; did you mean 'share'?
          share(trade, north, south)       | share needs a flow, two actors and a year
          share(trade, north, south, now)  | share needs a flow, two actors and a year
          share(trad, north, south, 2025)  | unknown flow 'trad'; did you mean 'trade'?
          share(trade, norht, south, 2025) | the flow 'trade' has no rows of 'norht'; did you mean 'north'?
          share(trade, north, south, 2023) | the flow 'trade' has no row of 'north' and 'south' in 2023; its years are [2025, 2024]
          flow(trade, west, south, 2025)   | the flow 'trade' has no row of 'west' and 'south' in 2025; its years are [2025, 2024]
          """)
  void aCallThatCannotBeAnsweredIsToldOnce(String call, String message) {
    InvalidScenario refused = catchThrowableOfType(InvalidScenario.class, () -> computed(call));
    assertThat(refused.problems()).singleElement().hasToString("test.yaml:5:24: " + message);
  }
}
