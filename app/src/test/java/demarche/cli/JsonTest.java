package demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import demarche.cli.Demarche.Outcome;
import demarche.store.Ensembles;
import demarche.store.RunStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What programs read is what `docs/json-output.schema.json` says, key by key.
final class JsonTest {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final List<String> WHOLE =
      List.of("studied", "checked", "listed", "shown", "compared");
  private static final Schema SCHEMA = schema();

  /// The schema that is published allows keys of later versions; here every key must be known.
  private static Schema schema() {
    try {
      String text = Files.readString(Demarche.ROOT.resolve("docs/json-output.schema.json"));
      ObjectNode tree = (ObjectNode) MAPPER.readTree(text);
      for (Map.Entry<String, JsonNode> definition : tree.path("$defs").properties()) {
        boolean whole = WHOLE.contains(definition.getKey());
        if (!whole) close(definition.getValue());
        definition.getValue().path("properties").forEach(JsonTest::close);
      }
      tree.put("unevaluatedProperties", false);
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(tree);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void close(JsonNode node) {
    if (node instanceof ObjectNode object
        && object.path("properties").isObject()
        && !object.has("additionalProperties")) {
      object.put("additionalProperties", false);
    }
    node.forEach(JsonTest::close);
  }

  /// Those that stand alone: a file that extends another prints the same shapes. Of the deal
  /// domains, which are all alike, and of the two backtests, the smallest.
  static Stream<String> scenarios() throws IOException {
    try (Stream<Path> files = Files.walk(Demarche.ROOT.resolve("scenarios"))) {
      return files
          .filter(f -> f.toString().endsWith(".yaml") && standsAlone(f) && !isLikeAnother(f))
          .map(f -> Demarche.ROOT.relativize(f).toString())
          .sorted()
          .toList()
          .stream();
    }
  }

  private static boolean isLikeAnother(Path file) {
    return file.endsWith("backtest-2375.yaml")
        || (String.valueOf(file.getParent()).endsWith("deals")
            && !file.endsWith("nice-or-die.yaml"));
  }

  private static boolean standsAlone(Path file) {
    try {
      return Files.readAllLines(file).stream().noneMatch(line -> line.startsWith("extends:"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void everyCommandPrintsWhatTheSchemaSays(String scenario) {
    valid("analyze", scenario);
    valid("check", scenario);
    valid("stability", scenario);
    valid("stability", scenario, "--concept", "SIM", "--list", "2");
    valid("explain", scenario, "status-quo");
    String[] few = {"R", "GMR-b", "SEQ-strong", "FSMR", "PSEQ", "RSEQ", "SSEQ-weak"};
    valid("explain", scenario, "status-quo", "--concept", String.join(",", few));
    valid("paths", scenario);
    valid("paths", scenario, "--from", "status-quo", "--to", "status-quo", "--list", "2");
    valid("settle", scenario, "--lotteries", "--payments", "--list", "2");
    valid("settle", scenario, "--why", "status-quo", "--concept", "R,SIM");
    valid("states", scenario);
    valid("states", scenario, "--list", "1");
  }

  @Test
  void runsAreOfTheSchema(@TempDir Path folder) {
    Ensembles.store(folder.resolve(RunStore.USUAL));
    for (String call : List.of("list", "show r1", "show r2", "compare r1 r2")) {
      String[] words = ("runs " + call + " --format json").split(" ", -1);
      assertThat(complaints(Demarche.plain().in(folder).call(words).out())).as(call).isEmpty();
    }
  }

  @Test
  void whatIsAskedOfUncertainInputsIsOfTheSchema(@TempDir Path folder) throws IOException {
    String coin =
        """
        demarche: 1
        title: A coin
        parameters: {p: {value: 0.4, range: [0, 1]}}
        actors:
          ann:
            options: {jump: {}}
            values: [{id: fun, want: jump, weight: p - 0.25}]
            alternatives: [{by: kim, probability: 0.2, priorities: [not jump]}]
          bob: {options: {sing: {}}, priorities: [sing, jump]}
        proposals: {up: {does: {jump: yes}}}
        """;
    Files.writeString(folder.resolve("coin.yaml"), coin);
    String call =
        "analyze coin.yaml --robust --runs 50 --flips --analysts --indices 16 --format json";
    String out = Demarche.plain().in(folder).call(call.split(" ", -1)).out();
    assertThat(complaints(out)).isEmpty();
    JsonNode told = MAPPER.readTree(out);
    assertThat(told.path("robustness").path("findings").size()).isPositive();
    assertThat(told.path("flips").path("findings").toString()).contains("\"to\":\"kim\"");
    assertThat(told.path("analysts").path("analysts").path(0).path("by").asString())
        .isEqualTo("kim");
    assertThat(told.path("indices").path("draws").asInt()).isEqualTo(64);
  }

  @Test
  void dealsAreOfTheSchema() {
    String trip = "scenarios/deals/japan-trip.yaml";
    JsonNode told = valid("settle", trip, "--deals", "--variant", "least", "--unit", "raw");
    assertThat(told.path("states").isNull()).isTrue();
    JsonNode deals = told.path("deals");
    assertThat(deals.path("packages").asString()).isEqualTo("240");
    assertThat(deals.path("points").path("maximumSum").path("profiles")).hasSize(2);
    assertThat(deals.path("points").path("nash").path("proved").asBoolean()).isTrue();
  }

  @Test
  void votesOfEveryKindAreOfTheSchema() {
    String korea = "scenarios/korea-2019.yaml";
    valid("council", korea, "--body", "unsc", "--list", "1");
    JsonNode tighter = valid("council", korea, "--text", "sanctions=tighter", "--variant", "y2017");
    JsonNode vote = tighter.path("council").path("unsc").path("texts").path("sanctions=tighter");
    assertThat(vote.path("by").asString()).isEqualTo("veto");
    assertThat(vote.path("vetoes").path(0).asString()).isEqualTo("russia");
    JsonNode backtest =
        valid(
                "council",
                "scenarios/backtest-2397.yaml",
                "--text",
                "draft",
                "--against",
                "adopted",
                "--list",
                "1")
            .path("council")
            .path("unsc")
            .path("backtest");
    assertThat(backtest.path("scores").path("predicted").path("hits").asInt()).isEqualTo(5);
    assertThat(backtest.path("clauses").path(1).path("by").path(0).asString()).isEqualTo("russia");
    JsonNode deal =
        valid("council", "scenarios/ferry.yaml")
            .path("council")
            .path("board")
            .path("texts")
            .path("deal");
    assertThat(deal.path("passes").asBoolean()).isTrue();
    assertThat(deal.path("yes").asInt()).isEqualTo(4);
    assertThat(deal.path("votes").path("owners").asString()).isEqualTo("yes");
    assertThat(deal.path("by").isNull()).isTrue();
    assertThat(deal.path("missing").asInt()).isZero();
  }

  @Test
  void rolesAreOfTheSchema() {
    JsonNode all = valid("roles", "scenarios/ferry.yaml").path("roles");
    assertThat(all.size()).isEqualTo(2 * 3 * 7); // as it is and the ministry, actors, roles
    JsonNode first = all.path(0);
    assertThat(first.path("actor").asString()).isEqualTo("union");
    assertThat(first.path("observer").isNull()).isTrue();
    assertThat(first.path("verdict").asString()).isEqualTo("yes");
    assertThat(first.path("part").path("moves").path("passive").asDouble()).isBetween(0.94, 0.95);
    JsonNode drawn =
        valid(
                "roles",
                "scenarios/ferry.yaml",
                "--actor",
                "owners",
                "--observer",
                "ministry",
                "--robust",
                "--runs",
                "20")
            .path("roles");
    assertThat(drawn.size()).isEqualTo(7);
    assertThat(drawn.path(0).path("share").asDouble()).isBetween(0.0, 1.0);
    assertThat(drawn.path(0).path("observer").asString()).isEqualTo("ministry");
  }

  @Test
  void forecastsExactAndSampledAreOfTheSchema() {
    String ferry = "scenarios/ferry.yaml";
    JsonNode exact = valid("forecast", ferry, "--compare", "no-board").path("forecast");
    assertThat(exact.path("method").asString()).isEqualTo("exact");
    assertThat(exact.path("horizon").asString()).isEqualTo("2 years");
    JsonNode peace = exact.path("targets").path("peace");
    assertThat(peace.path("probability").asDouble()).isBetween(0.9466, 0.9467);
    assertThat(peace.path("interval").path(0).asDouble())
        .isEqualTo(peace.path("probability").asDouble());
    assertThat(exact.path("against").path("no-board").path("peace").has("difference")).isTrue();
    JsonNode sampled =
        valid("forecast", ferry, "--runs", "500", "--seed", "3", "--compare", "pledge")
            .path("forecast");
    assertThat(sampled.path("method").asString()).isEqualTo("sampled");
    assertThat(sampled.path("draws").asInt()).isEqualTo(500);
    assertThat(sampled.path("targets").path("peace").path("interval").path(0).asDouble())
        .isLessThan(sampled.path("targets").path("peace").path("probability").asDouble());
  }

  @Test
  void leastChangesOfEveryVerdictAreOfTheSchema() {
    String ferry = "scenarios/ferry.yaml";
    JsonNode least =
        valid("change", ferry, "--proposal", "deal", "--goal", "stable", "--concept", "GMR")
            .path("change");
    assertThat(least.path(0).path("cost").asInt()).isEqualTo(1);
    assertThat(least.path(0).path("changes").path(0).asString())
        .isEqualTo("the package also has demand full");
    assertThat(least.path(0).path("verified").asBoolean()).isTrue();
    JsonNode never = valid("change", ferry, "--state", "1000").path("change");
    assertThat(never.path(0).path("verdict").asString()).isEqualTo("never");
    assertThat(never.path(0).path("cost").isNull()).isTrue();
    JsonNode unfinished =
        valid(
                "change",
                ferry,
                "--target",
                "award and lockout = no",
                "--concept",
                "R",
                "--tries",
                "1")
            .path("change");
    assertThat(unfinished.path(0).path("verdict").asString()).isEqualTo("unfinished");
    JsonNode orders =
        valid(
                "change",
                "scenarios/library/syriairaq.yaml",
                "--state",
                "100",
                "--goal",
                "stable",
                "--orders",
                "syria")
            .path("change");
    assertThat(orders.path(1).path("stable").asString()).isEqualTo("384");
  }

  @ParameterizedTest
  @ValueSource(strings = {"library/elmira9.yaml s5", "library/chicken.yaml 11", "ferry.yaml 0010"})
  void explanationsOfEveryKindAreOfTheSchema(String named) {
    String[] words = named.split(" ", -1);
    JsonNode told =
        valid(
            "explain", "scenarios/" + words[0], words[1], "--concept", "CNASH,CSMR,CSEQ,L3,NM,ST");
    assertThat(told.path("explanations").size()).isPositive();
  }

  @Test
  void filesWithMistakesAreReportedByTheSameSchema() throws IOException {
    Path folder = Demarche.ROOT.resolve("core/src/test/resources/malformed");
    try (Stream<Path> files = Files.list(folder)) {
      String[] command =
          Stream.concat(
                  Stream.of("check", "--format", "json"),
                  files.map(Path::toString).filter(f -> f.endsWith(".yaml")).sorted().limit(40))
              .toArray(String[]::new);
      Outcome outcome = Demarche.run(command);
      assertThat(outcome.exit()).isEqualTo(3);
      assertThat(complaints(outcome.out())).isEmpty();
    }
  }

  @Test
  void variantsAndParametersAreNamed() {
    JsonNode ferry =
        valid("analyze", "scenarios/ferry.yaml", "--variant", "rich", "--set", "p-lockout=1/3");
    assertThat(ferry.path("scenario").path("variant").asString()).isEqualTo("rich");
    assertThat(ferry.path("scenario").path("parameters").path("p-lockout").asString())
        .isEqualTo("1/3");
  }

  @Test
  void keysStandInTheOrderOfTheContract() {
    JsonNode ferry = valid("states", "scenarios/ferry.yaml");
    assertThat(ferry.propertyNames())
        .containsExactly(
            "format",
            "version",
            "scenario",
            "options",
            "states",
            "statusQuo",
            "count",
            "stateList",
            "warnings");
    assertThat(ferry.path("scenario").propertyNames())
        .containsExactly("title", "file", "sha256", "variant", "parameters");
    assertThat(ferry.path("statusQuo").asString()).isEqualTo("1000");
    assertThat(ferry.path("options").path(0))
        .isEqualTo(MAPPER.readTree("{\"id\": \"union.strike\", \"levels\": [\"no\", \"yes\"]}"));
  }

  /// The figures of an independent reading of the definitions.
  @Test
  void stabilityOfTheFerryHasTheShapeOfTheContract() {
    JsonNode ferry = valid("stability", "scenarios/ferry.yaml", "--concept", "SEQ,GMR");
    assertThat(ferry.propertyNames())
        .containsExactly(
            "format",
            "version",
            "scenario",
            "options",
            "states",
            "statusQuo",
            "stability",
            "warnings");
    assertThat(ferry.path("stability").propertyNames()).containsExactly("GMR", "SEQ");
    assertThat(ferry.path("stability").path("SEQ"))
        .isEqualTo(
            MAPPER.readTree(
                """
                {"count": 1, "equilibria": ["0201"], "stable": {
                  "union": ["0200", "0201", "0210"],
                  "owners": ["0000", "0010", "0100", "0101", "0110", "0200", "0201", "1000", "1010",
                    "1100", "1101", "1110", "1200", "1201"],
                  "ministry": ["0000", "0010", "0100", "0101", "0110", "0200", "0201", "0210",
                    "1000", "1010", "1100", "1101", "1110", "1200", "1201", "1210"],
                  "board": ["0000", "0010", "0100", "0101", "0110", "0201", "0210", "1000", "1010",
                    "1100", "1101", "1110", "1201", "1210"]},
                 "ways": {
                  "union": "sweeps along fibres",
                  "owners": "sweeps along fibres",
                  "ministry": "sweeps along fibres",
                  "board": "search forward from each improvement, nearest replies first"}}
                """));
    assertThat(ferry.path("stability").path("GMR").path("equilibria"))
        .isEqualTo(MAPPER.readTree("[\"0200\", \"0201\", \"0210\"]"));
  }

  /// The figures of the lens's page, worked by hand.
  @Test
  void pathsOfTheFerryAreThoseOfThePage() {
    JsonNode paths =
        valid("paths", "scenarios/ferry.yaml", "--to", "award and demand = full").path("paths");
    assertThat(paths.path("improvements"))
        .isEqualTo(
            MAPPER.readTree(
                """
                {"count": 8, "layers": [4, 4], "states": {
                  "1": ["0100", "0200", "1100", "1200"], "2": ["0101", "0201", "1101", "1201"]}}
                """));
    assertThat(paths.path("ends")).isEqualTo(MAPPER.readTree("[[\"0201\"]]"));
    assertThat(paths.path("traps").path("options"))
        .isEqualTo(MAPPER.readTree("{\"union.demand\": 12}"));
    assertThat(paths.path("to").path("improvements"))
        .isEqualTo(
            MAPPER.readTree(
                """
                {"state": "0201", "distance": 2,
                  "path": [{"by": "union", "to": "0200"}, {"by": "board", "to": "0201"}]}
                """));
    assertThat(paths.path("groups").path(0).path("gains"))
        .isEqualTo(MAPPER.readTree("{\"union\": 10}"));
  }

  @Test
  void explanationHasTheShapeOfTheContract() {
    JsonNode one =
        valid("explain", "scenarios/ferry.yaml", "deal", "--actor", "union", "--concept", "SEQ");
    JsonNode explanation = one.path("explanation");
    assertThat(explanation.path("state").asString()).isEqualTo("0101");
    assertThat(explanation.path("actor").asString()).isEqualTo("union");
    assertThat(explanation.path("concept").asString()).isEqualTo("SEQ");
    assertThat(explanation.path("stable").asBoolean(true)).isFalse();
    assertThat(explanation.path("improvements").size()).isEqualTo(1);
    assertThat(explanation.path("improvements").path(0).path("to").asString()).isEqualTo("0201");
    assertThat(explanation.path("improvements").path(0).path("sanction").isNull()).isTrue();
    JsonNode several = valid("explain", "scenarios/ferry.yaml", "0200", "--concept", "GMR,SEQ");
    assertThat(several.path("explanations").size()).isEqualTo(8);
    JsonNode answered =
        valid("explain", "scenarios/ferry.yaml", "0210", "--actor", "owners", "--concept", "GMR");
    JsonNode sanction =
        answered.path("explanation").path("improvements").path(0).path("sanction").path(0);
    assertThat(sanction.propertyNames()).contains("by", "to", "gains");
  }

  @Test
  void longListsAreCutAndSaySo() {
    JsonNode cut = valid("stability", "scenarios/ferry.yaml", "--concept", "GMR", "--list", "2");
    JsonNode gmr = cut.path("stability").path("GMR");
    assertThat(gmr.path("count").asInt()).isEqualTo(3);
    assertThat(gmr.path("equilibria").size()).isEqualTo(2);
    gmr.path("stable").forEach(list -> assertThat(list.size()).isLessThanOrEqualTo(2));
    assertThat(gmr.path("truncated").asBoolean()).isTrue();
    JsonNode all = valid("stability", "scenarios/ferry.yaml", "--concept", "GMR", "--list", "all");
    assertThat(all.path("stability").path("GMR").has("truncated")).isFalse();
  }

  @Test
  void schemaRefusesWhatIsNotPartOfIt() {
    String ferry = Demarche.run("states", "scenarios/ferry.yaml", "--format", "json").out();
    assertThat(complaints(ferry.replace("\"statusQuo\"", "\"status-quo\""))).isNotEmpty();
    assertThat(complaints(ferry.replace("\"labels\"", "\"label\""))).isNotEmpty();
    assertThat(complaints(ferry.replace("\"title\"", "\"heading\" : 1, \"title\""))).isNotEmpty();
  }

  /// Runs a command with `--format json` and returns what it printed, found valid.
  private static JsonNode valid(String... command) {
    String[] all =
        Stream.concat(Stream.of(command), Stream.of("--format", "json")).toArray(String[]::new);
    Outcome outcome = Demarche.run(all);
    assertThat(outcome.exit()).as("%s: %s", List.of(command), outcome.err()).isZero();
    assertThat(complaints(outcome.out())).as("%s", List.of(command)).isEmpty();
    return MAPPER.readTree(outcome.out());
  }

  private static List<String> complaints(String json) {
    return SCHEMA.validate(MAPPER.readTree(json)).stream().map(Object::toString).toList();
  }
}
