package demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.cli.Demarche.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Forecasts that branch, are kept and gone on with.
final class OnwardTest {
  private static final String RAIN =
      """
      demarche: 1
      title: Rain
      actors: {ann: {options: {stay: {}}, values: [{id: dry, want: stay, weight: 0.4}]}}
      events: {rain: {}}
      targets: {wet: rain and not stay, home: stay}
      measures: {mood: {want: stay, weight: 2}}
      forecast:
        horizon: 1 year
        tempo: {default: 3 per year}
        sharpness: 2
        hazards: [{id: front, rate: 2 per year, does: {rain: yes}}]
      variants:
        blunt: {forecast: {sharpness: 0}}
        indoors: {require: [stay], status-quo: {stay: yes}}
      """;

  @TempDir private Path folder = Path.of("");

  private Outcome rain(String... options) throws IOException {
    Path file = folder.resolve("rain.yaml");
    if (!Files.exists(file)) Files.writeString(file, RAIN);
    List<String> call = new ArrayList<>(List.of("forecast", "rain.yaml"));
    call.addAll(List.of(options));
    return Demarche.plain().in(folder).call(call.toArray(String[]::new));
  }

  private JsonNode json(String part, String... options) throws IOException {
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of("--format", "json", "--quiet"));
    Outcome outcome = rain(all.toArray(String[]::new));
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    return new JsonMapper().readTree(outcome.out()).path(part);
  }

  @Test
  void aBranchIsHeldAgainstTheForecastThatStays() throws IOException {
    JsonNode exact = json("forecast", "--branch", "blunt", "--at", "6 months");
    double stays = exact.path("targets").path("home").path("probability").asDouble();
    JsonNode home = exact.path("branches").path("blunt").path("targets").path("home");
    // 3 occasions a year; staying in is taken with e^2 / (1 + e^2), then with 1/2
    double comes = Math.exp(2) / (1 + Math.exp(2));
    assertThat(stays).isCloseTo(1 - Math.exp(-3 * comes), within());
    assertThat(home.path("probability").asDouble())
        .isCloseTo(1 - Math.exp(-1.5 * comes - 1.5 / 2), within());
    assertThat(home.path("difference").asDouble())
        .isCloseTo(home.path("probability").asDouble() - stays, within());
    JsonNode sampled = json("forecast", "--branch", "blunt", "--at", "6 months", "--runs", "4000");
    JsonNode drawn = sampled.path("branches").path("blunt").path("targets").path("home");
    assertThat(home.path("difference").asDouble())
        .isBetween(
            drawn.path("differenceInterval").path(0).asDouble(),
            drawn.path("differenceInterval").path(1).asDouble());
    assertThat(rain("--branch", "blunt", "--at", "6 months").out())
        .contains("BRANCH TO BLUNT", "if things go on as in the variant blunt from 6 months on");
  }

  private static Offset<Double> within() {
    return Assertions.within(1e-12);
  }

  @Test
  void whatIsKeptGoesOnAsIfNeverBroken() throws IOException {
    for (List<String> how : List.of(List.<String>of(), List.of("--runs", "300", "--seed", "5"))) {
      List<String> keeping = new ArrayList<>(how);
      keeping.addAll(List.of("--save", "kept.json", "--at", "5 months", "--force"));
      JsonNode whole = json("forecast", keeping.toArray(String[]::new)).path("targets");
      JsonNode gone = json("continued", "--from", "kept.json").path("targets");
      for (String target : List.of("wet", "home")) {
        for (String number : List.of("probability", "atHorizon")) {
          assertThat(gone.path(target).path(number).asDouble())
              .as("%s of %s, %s", number, target, how)
              .isCloseTo(whole.path(target).path(number).asDouble(), within());
        }
      }
      // once more broken, bit for bit where it is sampled
      rain("--from", "kept.json", "--to", "7 months", "--save", "later.json", "--force");
      JsonNode again = json("continued", "--from", "later.json").path("targets");
      for (String target : List.of("wet", "home")) {
        double twice = again.path(target).path("probability").asDouble();
        double once = gone.path(target).path("probability").asDouble();
        if (how.isEmpty()) assertThat(twice).isCloseTo(once, within());
        else assertThat(twice).isEqualTo(once);
      }
      assertThat(json("continued", "--from", "kept.json", "--branch", "blunt").has("branches"))
          .isTrue();
    }
  }

  @Test
  void anotherScenarioOrFileIsNotGoneOnWith() throws IOException {
    assertThat(rain("--save", "kept.json", "--at", "5 months").exit()).isZero();
    Outcome twice = rain("--save", "kept.json");
    assertThat(twice.exit()).isEqualTo(5);
    assertThat(twice.err()).contains("kept.json is here already", "--force overwrites it");
    Outcome variant = rain("--from", "kept.json", "--variant", "blunt");
    assertThat(variant.exit()).isEqualTo(3);
    assertThat(variant.err()).contains("kept.json cannot be gone on with: the variant");
    String text = Files.readString(folder.resolve("kept.json"));
    Files.writeString(folder.resolve("old.json"), text.replace("\"0.1.0\"", "\"0.0.9\""));
    assertThat(rain("--from", "old.json").err())
        .contains("the program's version was 0.0.9 and is 0.1.0 since it was kept");
    Files.writeString(folder.resolve("half.json"), text.substring(0, text.length() / 2));
    Outcome half = rain("--from", "half.json");
    assertThat(half.exit()).isEqualTo(3);
    assertThat(half.err())
        .contains("half.json is no forecast that was kept: it is no sound JSON")
        .hasLineCount(1);
    Files.writeString(folder.resolve("other.json"), text.replace("\"come\"", "\"cume\""));
    assertThat(rain("--from", "other.json").err()).contains("'come' is missing");
    assertThat(rain("--from", "none.json").exit()).isEqualTo(5);
    Files.writeString(folder.resolve("rain.yaml"), RAIN.replace("2 per year", "1 per year"));
    Outcome changed = rain("--from", "kept.json");
    assertThat(changed.exit()).isEqualTo(3);
    assertThat(changed.err())
        .isEqualTo(
            "demarche: kept.json cannot be gone on with: the scenario has changed since it was"
                + " kept\n");
  }

  @Test
  void aStateThatTheVariantLacksIsTold() throws IOException {
    Outcome outcome = rain("--branch", "indoors", "--at", "6 months");
    assertThat(outcome.exit()).isEqualTo(3);
    assertThat(outcome.err())
        .contains("no branch to the variant 'indoors' from 6 months on: by then the state")
        .hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "--branch;blunt | --branch parts at some time; add one, such as --at '6 months'",
        "--at;6 months | --at says when --branch parts or --save keeps; add one of them",
        "--branch;blunt;--at;soon | --at is 'soon', expected a time such as 6 months",
        "--branch;blunt;--at;2 years | --at is 2 years, expected a time up to the horizon, 1 year",
        "--branch;blunter;--at;1 day | --branch: there is no variant 'blunter', expected one of blunt",
        "--save;x.json;--robust | --branch, --save and --from are about one forecast",
        "--save;x.json;--draw;3 | --save and --from are about the file's own inputs",
        "--to;1 year | --to says how far --from goes; add it",
        "--force | --force is about the file of --save; add it",
        "--from;x.json;--runs;5 | --from goes on with what was kept; leave --runs out",
        "--from;x.json;--at;1 day | --from begins where it was kept; leave --at out",
      })
  void wrongUseIsToldInOneLine(String options, String message) throws IOException {
    Outcome outcome = rain(options.split(";", -1));
    assertThat(outcome.exit()).as(outcome.err()).isEqualTo(2);
    assertThat(outcome.err()).startsWith("demarche: ").contains(message);
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void howFarMustNotLieBeforeWhereItWasKept() throws IOException {
    assertThat(rain("--save", "kept.json", "--at", "5 months").exit()).isZero();
    assertThat(rain("--from", "kept.json", "--to", "2 weeks").err())
        .contains("--to is 2 weeks, expected a time from 5 months on, when it was kept");
  }
}
