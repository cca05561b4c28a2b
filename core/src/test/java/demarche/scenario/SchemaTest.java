package demarche.scenario;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The schema and the reader allow the same.
class SchemaTest {
  private static final JsonNode TREE = tree();
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(TREE);

  private static final Pattern STRUCTURAL =
      Pattern.compile(
          "unknown key .*|expected a (map|list) .*|.* needs ('|one of).*|.* cannot be (an id|a level).*");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?");

  private static JsonNode tree() {
    try (InputStream input = ScenarioFile.class.getResourceAsStream("scenario.schema.json")) {
      return new JsonMapper().readTree(input);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @EnumSource
  void shapesHaveTheSameKeys(Shape shape) {
    String name = shape.name().toLowerCase(Locale.ROOT).replace('_', '-');
    JsonNode definition = TREE.path("$defs").path(name);
    assertThat(definition.path("additionalProperties").asBoolean(true)).as(name).isFalse();
    assertThat(definition.path("properties").propertyNames())
        .as(name)
        .containsExactlyInAnyOrderElementsOf(shape.keys());
    assertThat(StreamSupport.stream(definition.path("required").spliterator(), false))
        .as(name)
        .extracting(JsonNode::asString)
        .containsExactlyInAnyOrderElementsOf(shape.required());
  }

  @Test
  void everyKeyIsDescribed() {
    for (JsonNode definition : TREE.path("$defs")) {
      for (Map.Entry<String, JsonNode> property : definition.path("properties").properties()) {
        assertThat(property.getValue().path("description").asString())
            .as(property.getKey())
            .isNotBlank();
      }
    }
  }

  static List<Path> scenarios() throws IOException {
    try (Stream<Path> shipped = Files.walk(Path.of("..", "scenarios"));
        Stream<Path> fixtures = Files.walk(Path.of("src", "test", "resources", "scenarios"))) {
      return Stream.concat(shipped, fixtures)
          .filter(f -> f.toString().endsWith(".yaml"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void scenariosAreValid(Path path) throws IOException {
    ScenarioFile file = Fixtures.read(path);
    boolean continued = file.warnings().stream().anyMatch(p -> p.message().contains("comma"));
    if (continued) return; // read on behind a comma, with a warning, where the schema sees a key
    assertThat(complaints(Files.readAllBytes(path))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("demarche.scenario.MalformedTest#names")
  void structuralMistakesAreInvalidToo(String name) throws IOException {
    Path path = MalformedTest.FOLDER.resolve(name);
    String told = Files.readString(MalformedTest.FOLDER.resolve(name.replace(".yaml", ".txt")));
    boolean structural =
        told.lines()
            .filter(line -> line.startsWith(name))
            .map(line -> line.replaceFirst("^[^ ]* ", ""))
            .anyMatch(message -> STRUCTURAL.matcher(message).matches());
    byte[] yaml = Files.readAllBytes(path);
    boolean laidOver = new String(yaml, ISO_8859_1).startsWith("extends:");
    if (!structural || laidOver) return; // the schema does not see what is in the other file
    assertThat(complaints(yaml)).as(told).isNotEmpty();
  }

  private static List<String> complaints(byte[] yaml) {
    FileText text = FileText.of("x.yaml", yaml);
    Node tree = Composer.compose(text, new Problems(Map.of()));
    return SCHEMA.validate(json(tree)).stream().map(Object::toString).toList();
  }

  /// The tree as an editor sees it, by the core schema of YAML 1.2.
  private static JsonNode json(Node node) {
    return switch (node) {
      case Node.Fields map -> {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        map.fields().forEach(f -> object.set(f.name(), json(f.value())));
        yield object;
      }
      case Node.Items list -> {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        list.nodes().forEach(item -> array.add(json(item)));
        yield array;
      }
      case Node.Scalar scalar -> scalar(scalar);
    };
  }

  private static JsonNode scalar(Node.Scalar scalar) {
    JsonNodeFactory factory = JsonNodeFactory.instance;
    String text = scalar.text();
    if (scalar.isNothing()) return factory.nullNode();
    if (scalar.style() == Node.Style.PLAIN) {
      if (text.equals("true")) return factory.booleanNode(true);
      if (text.equals("false")) return factory.booleanNode(false);
      if (NUMBER.matcher(text).matches()) return factory.numberNode(new BigDecimal(text));
    }
    return factory.stringNode(text);
  }
}
