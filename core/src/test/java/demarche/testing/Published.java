package demarche.testing;

import demarche.model.Models;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A conflict of the literature under one concept: what is stable, and who says so.
///
/// @param scenario the file, from the project's folder
/// @param concept the name of a solution concept
/// @param source where the figures, or the model, were read
/// @param equilibria state codes, ascending
/// @param stable state codes by actor, ascending
/// @param printed the equilibria as the source prints them, where it does
/// @param note why the source's figure is not ours, or what else there is to say
public record Published(
    String scenario,
    String concept,
    Kind kind,
    String source,
    List<String> equilibria,
    Map<String, List<String>> stable,
    @Nullable List<String> printed,
    String note) {
  /// What is known of a row's origin.
  public enum Kind {
    /// A source that was read prints the equilibria.
    PUBLISHED,
    /// Only the model was read; the figures are computed.
    RECOMPUTED,
    /// Not even the model was read.
    REMEMBERED
  }

  /// All rows, in the order of `published.json`.
  public static Stream<Published> rows() {
    try (InputStream file = Published.class.getResourceAsStream("/published.json")) {
      return new JsonMapper().readTree(file).valueStream().map(Published::row);
    } catch (IOException e) {
      throw new IllegalStateException("published.json", e);
    }
  }

  private static Published row(JsonNode row) {
    Map<String, List<String>> stable = new LinkedHashMap<>();
    row.required("stable").properties().forEach(e -> stable.put(e.getKey(), codes(e.getValue())));
    JsonNode printed = row.required("published");
    return new Published(
        row.required("scenario").asString(),
        row.required("concept").asString(),
        Kind.valueOf(row.required("kind").asString().toUpperCase(Locale.ROOT)),
        row.required("source").asString(),
        codes(row.required("equilibria")),
        stable,
        printed.isNull() ? null : codes(printed),
        row.required("note").asString());
  }

  private static List<String> codes(JsonNode list) {
    return list.valueStream().map(JsonNode::asString).toList();
  }

  /// The models of the row's scenario.
  public Models models() {
    return Scenarios.file(scenario);
  }

  @Override
  public String toString() {
    return scenario.substring(scenario.lastIndexOf('/') + 1) + " " + concept;
  }
}
