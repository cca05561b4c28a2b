package demarche.scenario;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import demarche.analysis.Case;
import demarche.analysis.Question;
import demarche.model.Codes;
import demarche.model.Models;
import demarche.states.StateSpace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The format reference says what the schema says, its examples are read, and its messages are
/// those of the reader.
final class FormatReferenceTest {
  private static final Path SCENARIOS = Path.of("..", "scenarios");
  private static final String PAGE = page();
  private static final JsonNode SCHEMA = schema();

  private static final Pattern BLOCK =
      Pattern.compile("```yaml( wrong)?\n(.*?)```\n(?:\n```text\n(.*?)```\n)?", Pattern.DOTALL);
  private static final Pattern ROW =
      Pattern.compile("\\| (`.*?) \\| (.*?) \\| (.*?) \\| (.*?) \\|");

  /// What the page calls a type of the schema.
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("text", "text"),
          Map.entry("word", "text"),
          Map.entry("id", "id"),
          Map.entry("reference", "name"),
          Map.entry("references", "names"),
          Map.entry("level", "level"),
          Map.entry("expression", "expression"),
          Map.entry("formula", "number"),
          Map.entry("quantity", "number, with range"),
          Map.entry("rate", "rate"),
          Map.entry("duration", "time"),
          Map.entry("range", "range"),
          Map.entry("weights", "numbers by level"),
          Map.entry("settings", "settings"),
          Map.entry("destination", "settings"),
          Map.entry("state-name", "state"),
          Map.entry("date", "date"),
          Map.entry("sources-cited", "sources"));

  private static String page() {
    try {
      return Files.readString(Path.of("..", "docs", "scenario-format.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode schema() {
    try (InputStream input = ScenarioFile.class.getResourceAsStream("scenario.schema.json")) {
      return new JsonMapper().readTree(input).path("$defs");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A key as the page documents it.
  private record Documented(String key, String type, String otherwise, String meaning) {}

  /// The rows of the table under the heading of a shape.
  private static List<Documented> documented(Shape shape) {
    String words = shape.inWords();
    String heading = "\n### " + words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    assertThat(PAGE).as("a heading for %s", shape).containsOnlyOnce(heading + "\n");
    String section = PAGE.substring(PAGE.indexOf(heading + "\n") + heading.length());
    section = section.split("\n##", 2)[0];
    List<Documented> rows = new ArrayList<>();
    for (String line : section.lines().toList()) {
      var row = ROW.matcher(line);
      if (!row.matches()) continue;
      String[] keys = row.group(1).split(", ");
      String[] types = keys.length == 1 ? new String[] {row.group(2)} : row.group(2).split("; ");
      assertThat(types).as(line).hasSameSizeAs(keys);
      for (int i = 0; i < keys.length; i++) {
        String key = keys[i].replace("`", "");
        rows.add(new Documented(key, types[i], row.group(3), row.group(4)));
      }
    }
    return rows;
  }

  private static JsonNode definition(Shape shape) {
    return SCHEMA.path(shape.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  @ParameterizedTest
  @EnumSource
  void everyKeyIsDocumentedAndNoOther(Shape shape) {
    assertThat(documented(shape))
        .extracting(Documented::key)
        .containsExactlyInAnyOrderElementsOf(definition(shape).path("properties").propertyNames());
    assertThat(documented(shape)).allSatisfy(row -> assertThat(row.meaning()).isNotBlank());
  }

  @ParameterizedTest
  @EnumSource
  void everyKeyIsOfTheTypeThatTheSchemaGives(Shape shape) {
    JsonNode properties = definition(shape).path("properties");
    for (Documented row : documented(shape)) {
      assertThat(row.type())
          .as("the type of '%s' in %s", row.key(), shape.inWords())
          .isEqualTo(type(properties.path(row.key())));
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatIsRequiredIsSaidToBe(Shape shape) {
    assertThat(documented(shape).stream().filter(row -> row.otherwise().equals("required")))
        .extracting(Documented::key)
        .containsExactlyInAnyOrderElementsOf(shape.required());
  }

  private static String type(JsonNode node) {
    if (node.has("$ref")) {
      String name = node.path("$ref").asString().replaceFirst(".*/", "");
      return TYPES.getOrDefault(name, name);
    }
    if (node.has("const")) return "`" + node.path("const").asString() + "`";
    if (node.has("enum")) {
      return node.path("enum")
          .valueStream()
          .map(word -> "`" + word.asString() + "`")
          .collect(Collectors.joining(", "));
    }
    if (node.has("anyOf")) {
      return node.path("anyOf")
          .valueStream()
          .map(FormatReferenceTest::type)
          .distinct()
          .collect(Collectors.joining(" or "));
    }
    List<String> types =
        (node.path("type").isArray()
                ? node.path("type").valueStream()
                : Stream.of(node.path("type")))
            .map(JsonNode::asString)
            .filter(t -> !t.equals("null"))
            .toList();
    if (types.equals(List.of("array"))) return "list of " + type(node.path("items"));
    if (types.equals(List.of("object"))) {
      return node.has("additionalProperties")
          ? "map to " + type(node.path("additionalProperties"))
          : "map";
    }
    if (types.contains("object")) return "number or numbers by level";
    return types.equals(List.of("string")) ? "text" : types.getFirst();
  }

  /// An example of the page, and what is told about it.
  ///
  /// @param messages empty where the example is sound
  record Example(String text, List<String> messages) {
    @Override
    public String toString() {
      return text.lines().limit(3).collect(Collectors.joining(" / "));
    }
  }

  static List<Example> examples() {
    return BLOCK.matcher(PAGE).results().map(FormatReferenceTest::example).toList();
  }

  private static Example example(MatchResult block) {
    boolean wrong = block.group(1) != null;
    assertThat(block.group(3) != null)
        .as("messages stand below %s", block.group())
        .isEqualTo(wrong);
    return new Example(block.group(2), wrong ? block.group(3).lines().toList() : List.<String>of());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void exampleIsToldWhatThePageSays(Example example) throws IOException {
    assertThat(told(example.text())).as(example.text()).isEqualTo(example.messages());
  }

  @Test
  void thereAreExamplesOfEverySection() {
    Map<String, String> missing = new TreeMap<>();
    for (String section : Shape.FILE.keys()) missing.put(section, section);
    List<String> elsewhere = List.of("date", "summary", "sources", "issues", "disagreement");
    missing.keySet().removeAll(elsewhere); // texts, and sections without keys of their own
    missing.keySet().removeAll(List.of("flows", "tables", "claims", "ties")); // in ferry.yaml
    missing.keySet().remove("events");
    for (Example example : examples()) {
      example.text().lines().forEach(line -> missing.remove(line.split(":", 2)[0]));
    }
    assertThat(missing.keySet()).isEmpty();
  }

  /// Reads an example alone, or laid over the ferry strike, down to its states.
  private static List<String> told(String text) throws IOException {
    boolean whole = text.startsWith("demarche:") || text.startsWith("extends:");
    byte[] content = (whole ? text : text + "extends: ferry.yaml\n").getBytes(UTF_8);
    Folder folder =
        path ->
            path.equals("scenario.yaml")
                ? new ByteArrayInputStream(content)
                : Files.newInputStream(SCENARIOS.resolve(path));
    try {
      ScenarioFile file = ScenarioFile.open("scenario.yaml", folder);
      Case read = Case.of(file, Question.AS_WRITTEN);
      for (String variant : file.variants()) StateSpace.of(Models.of(file).variant(variant));
      return read.warnings().stream().map(Problem::toString).toList();
    } catch (InvalidScenario e) {
      return e.problems().stream().map(Problem::toString).toList();
    }
  }

  @Test
  void limitsAreThoseOfTheReader() {
    List<String> limits =
        PAGE.substring(PAGE.indexOf("\n## Limits"))
            .lines()
            .filter(line -> line.matches("\\| .* \\| [0-9,]+ \\|"))
            .map(line -> line.replaceFirst(".*\\| ([0-9,]+) \\|", "$1"))
            .toList();
    assertThat(limits)
        .containsExactlyElementsOf(
            Arrays.stream(
                    new int[] {
                      FileText.MOST_BYTES,
                      FileText.MOST_LINES,
                      FileText.LONGEST_LINE,
                      Composer.MOST_ENTRIES,
                      Composer.MOST_ALIASES,
                      Composer.DEEPEST,
                      Loader.LONGEST_CHAIN,
                      1_000,
                      Codes.MOST_LEVELS,
                      Lexer.LONGEST,
                      ExpressionParser.DEEPEST,
                      50_000,
                      300,
                      FormulaParser.MOST_DIGITS,
                      100_000,
                      Problems.MOST
                    })
                .mapToObj("%,d"::formatted)
                .toList());
  }
}
