package demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.cli.Demarche.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Draws from the command line.
final class RobustTest {
  private static final String COIN =
      """
      demarche: 1
      title: A coin
      parameters: {p: {value: 0.4, range: [0, 1]}}
      actors: {ann: {options: {jump: {}}, values: [{id: fun, want: jump, weight: p - 0.25}]}}
      proposals: {up: {does: {jump: yes}}}
      """;

  @TempDir private Path folder = Path.of("");

  private Outcome coin(String... more) throws IOException {
    return of(COIN, more);
  }

  private Outcome of(String text, String... more) throws IOException {
    Files.writeString(folder.resolve("coin.yaml"), text);
    List<String> call = new ArrayList<>(List.of("settle", "coin.yaml"));
    call.addAll(List.of(more));
    return Demarche.plain().in(folder).call(call.toArray(String[]::new));
  }

  @Test
  void threadsChangeNothing() throws IOException {
    String[] robust = {"--robust", "--runs", "50", "--format", "json", "--quiet"};
    String one = coin(join(robust, "--threads", "1")).out();
    assertThat(coin(join(robust, "--threads", "3")).out()).isEqualTo(one);
    assertThat(coin(join(robust, "--seed", "2")).out()).isNotEqualTo(one);
  }

  private static String[] join(String[] first, String... more) {
    return Stream.concat(List.of(first).stream(), List.of(more).stream()).toArray(String[]::new);
  }

  @Test
  void aRunThatWasBegunIsGoneOnWithToTheSameAnswer() throws IOException {
    String[] robust = {"--robust", "--runs", "40", "--format", "json", "--quiet"};
    String plain = coin(robust).out();
    assertThat(coin(join(robust, "--store", "runs.duckdb")).out()).isEqualTo(plain);
    assertThat(coin(join(robust, "--store", "runs.duckdb", "--resume", "latest")).out())
        .isEqualTo(plain);
    Outcome list = Demarche.plain().in(folder).call("runs", "list", "--store", "runs.duckdb");
    assertThat(list.out()).contains("r1").doesNotContain("r2").contains("A coin");
  }

  @Test
  void anotherScenarioIsNoRestOfARun() throws IOException {
    assertThat(coin("--robust", "--runs", "5", "--store", "runs.duckdb").exit()).isZero();
    Outcome other =
        of(
            COIN.replace("0.25", "0.5"),
            "--robust",
            "--runs",
            "5",
            "--store",
            "runs.duckdb",
            "--resume",
            "r1");
    assertThat(other.exit()).isEqualTo(3);
    assertThat(other.err())
        .isEqualTo(
            "demarche: run r1 cannot be gone on with: the scenario has changed; begin a new one, or"
                + " ask as it was asked\n");
    Outcome seed =
        coin("--robust", "--runs", "5", "--seed", "9", "--store", "runs.duckdb", "--resume", "r1");
    assertThat(seed.err()).contains("the seed was 1 and is 9");
    Outcome unknown = coin("--robust", "--store", "runs.duckdb", "--resume", "r7");
    assertThat(unknown.exit()).isEqualTo(2);
    assertThat(unknown.err()).contains("r7");
  }

  @Test
  void oneDrawIsLookedAtAlone() throws IOException {
    String[] outs = new String[3];
    for (int k = 0; k < outs.length; k++) {
      Outcome outcome = coin("--draw", String.valueOf(k), "--format", "json");
      assertThat(outcome.exit()).isZero();
      outs[k] = outcome.out();
    }
    // seed 1: p is 0.878756, 0.770468, ...
    assertThat(outs[0]).contains("0.878756");
    assertThat(outs[1]).contains("0.770468");
  }

  private static final String RAIN =
      """
      demarche: 1
      title: Rain
      parameters: {p: {value: 0.4, range: [0, 1]}}
      actors: {ann: {options: {stay: {}}, values: [{id: dry, want: stay, weight: p}, {id: fun, want: not stay, weight: 0.5}]}}
      events: {rain: {}}
      targets: {wet: rain and not stay, home: stay}
      forecast:
        horizon: 1 year
        tempo: {default: 3 per year}
        sharpness: 2
        hazards: [{id: front, rate: {value: 2 per year, range: [1, 4]}, does: {rain: yes}}]
      """;

  private Outcome rain(String command, String... more) throws IOException {
    Files.writeString(folder.resolve("rain.yaml"), RAIN);
    return Demarche.plain().in(folder).call(join(new String[] {command, "rain.yaml"}, more));
  }

  @Test
  void aForecastOverDrawsTellsWhereItLiesAndWhatItHingesOn() throws IOException {
    Outcome outcome = rain("forecast", "--robust", "--runs", "60", "--sampling", "latin");
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out())
        .contains(
            "Over 60 draws, the probability of home within 1 year is 0.301 to 0.929 in nine of",
            "the probability of wet within",
            "the rate of front");
    String[] json = {"--robust", "--runs", "60", "--format", "json", "--quiet"};
    String plain = rain("forecast", json).out();
    assertThat(plain).contains("\"forecast/wet\"", "\"quantile05\"", "\"method\" : \"exact\"");
    assertThat(rain("forecast", join(json, "--threads", "2")).out()).isEqualTo(plain);
    assertThat(rain("forecast", join(json, "--seed", "2")).out()).isNotEqualTo(plain);
    assertThat(rain("forecast", join(json, "--store", "runs.duckdb")).out()).isEqualTo(plain);
    assertThat(rain("forecast", join(json, "--store", "runs.duckdb", "--resume", "latest")).out())
        .isEqualTo(plain);
  }

  @Test
  void aForecastOfOneDrawIsThatOfItsInputs() throws IOException {
    String base = rain("forecast", "--format", "json").out();
    String drawn = rain("forecast", "--draw", "3", "--format", "json").out();
    assertThat(drawn).contains("\"method\" : \"exact\"").isNotEqualTo(base);
    Outcome beyond = rain("forecast", "--draw", "3", "--runs", "2");
    assertThat(beyond.err()).contains("--draw is 3, expected a number below --runs, 2");
    assertThat(rain("forecast", "--runs", "0", "--robust").err())
        .contains("--runs is 0, expected a number from 1 to 1,000,000,000");
  }

  @Test
  void claimsAskInHowManyDrawsACheckHolds() throws IOException {
    String asked =
        RAIN
            + """
            claims:
              - {id: dry, says: "she stays in", mark: O, check: "robustness(probability(home) > 0.4) in [0.5, 0.7]"}
              - {id: never, says: "never", mark: O, check: "probability(wet) in [0, 1]"}
            """;
    Files.writeString(folder.resolve("asked.yaml"), asked);
    Demarche here = Demarche.plain().in(folder);
    String[] call = {"claims", "asked.yaml", "--runs", "100", "--explain", "dry"};
    String told = here.call(call).out();
    assertThat(told).contains("of 100", "seed 1, random", "in [0.5, 0.7]");
    assertThat(here.call(join(call, "--seed", "2")).out()).contains("seed 2, random");
    String[] robust = {"claims", "asked.yaml", "--robust", "--runs", "30", "--format", "json"};
    assertThat(here.call(robust).out()).contains("\"share\" : 1.0");
  }

  @Test
  void drawsAskForecastsOnlyWhereTheLensIsNamed() throws IOException {
    String[] robust = {"--robust", "--runs", "5", "--format", "json"};
    assertThat(rain("analyze", robust).out()).doesNotContain("forecast/wet");
    assertThat(rain("analyze", join(robust, "--lens", "forecast")).out()).contains("forecast/wet");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "--robust --runs 0 | --runs is 0, expected a number from 1 to 1,000,000,000",
        "--robust --runs many | invalid value for option '--runs': 'many' is not a long",
        "--robust --sampling grid | expected one of random, latin, sobol, found 'grid'",
        "--draw -1 | --draw is -1, expected a number from 0",
        "--draw 5 --runs 5 | --draw is 5, expected a number below --runs, 5",
        "--draw 5 --robust | --draw looks at one draw and --robust at all; give one of them",
        "--robust --words 0.5:a | --words: the last share is 0.5, expected 1",
        "--store x | --store and --resume are about the draws of --robust; add it",
      })
  void wrongUseIsToldInOneLine(String options, String message) throws IOException {
    Outcome outcome = coin(options.split(" ", -1));
    assertThat(outcome.exit()).as(outcome.err()).isEqualTo(2);
    assertThat(outcome.err()).startsWith("demarche: ").contains(message);
    assertThat(outcome.err().lines()).hasSize(2);
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void whatDrawsDifferAboutIsDrawnInTheReport() throws IOException {
    Files.writeString(folder.resolve("coin.yaml"), COIN);
    Outcome outcome =
        Demarche.plain()
            .in(folder)
            .call(
                "analyze",
                "coin.yaml",
                "--lens",
                "settlement",
                "--robust",
                "--runs",
                "400",
                "--sampling",
                "latin",
                "--out",
                "report");
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    String page = Files.readString(folder.resolve("report").resolve("index.html"));
    // she would sign where p is above a quarter: 3 of 4 draws, and at the file's value
    assertThat(page)
        .contains("aria-label=\"Shares of draws and their intervals\"")
        .containsPattern("<circle class=\"point\" cx=\"7[45]\\.?\\d?%\"")
        .contains("<svg class=\"base\" x=\"100.0%\"")
        .contains("What findings hinge on</h2>")
        .containsPattern("<th scope=\"row\">p</th><td class=\"told swing rising\">");
    assertThat(outcome.out()).doesNotContain("Dot: ").contains("SHARE OF DRAWS");
  }

  @Test
  void tooManyDrawsAreRefusedBeforeMemoryIsTaken() throws IOException {
    Outcome outcome = coin("--robust", "--runs", "1000000000");
    assertThat(outcome.exit()).isEqualTo(4);
    assertThat(outcome.err()).startsWith("demarche: too large: 1,000,000,000 draws: ");
  }
}
