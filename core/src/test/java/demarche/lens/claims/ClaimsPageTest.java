package demarche.lens.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Holds `docs/claims.md` against the functions that there are.
final class ClaimsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "claims.md");
  private static final Pattern CELLS = Pattern.compile("(?<!\\\\)\\|");

  /// A row of a table of functions.
  private record Row(String signature, String gives, String example, String answeredBy) {}

  private static List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (String line : Files.readAllLines(PAGE)) {
      List<String> cells =
          Arrays.stream(CELLS.split(line)).map(c -> c.strip().replace("\\|", "|")).toList();
      if (cells.size() == 6 && cells.get(1).startsWith("`")) {
        rows.add(new Row(code(cells.get(1)), cells.get(2), code(cells.get(4)), cells.get(5)));
      }
    }
    return rows;
  }

  private static String code(String cell) {
    return cell.replaceAll("^`|`$", "");
  }

  @Test
  void everyFunctionIsDocumentedWithItsTypeAndItsLens() throws IOException {
    List<List<String>> told =
        rows().stream().map(r -> List.of(r.signature, r.gives, r.answeredBy)).toList();
    List<List<String>> there =
        Arrays.stream(Function.values())
            .map(f ->
                List.of(
                    f.signature(),
                    f.type().inWords(),
                    f.missing().isEmpty() ? "this version" : "waits for `" + f.missing() + "`"))
            .toList();
    assertThat(told).containsExactlyInAnyOrderElementsOf(there);
  }

  @Test
  void everyExampleCanBeAskedOfAScenario() throws IOException {
    for (Row row : rows()) {
      String function = row.signature.substring(0, row.signature.indexOf('('));
      assertThat(row.example).contains(function + "(");
      assertThat(Example.problems(Example.with(row.example))).as(row.example).isEmpty();
    }
  }

  @Test
  void everyExampleHoldsOrWaitsForItsLens() throws IOException {
    Map<String, String> expected = new LinkedHashMap<>();
    Map<String, String> found = new LinkedHashMap<>();
    for (Row row : rows()) {
      boolean waits = row.answeredBy.startsWith("waits");
      expected.put(row.example, waits ? "not-checkable" : "holds");
      found.put(row.example, Example.verdict(row.example));
    }
    assertThat(found).isEqualTo(expected);
  }

  @Test
  void limitsAreThoseOfThePage() throws IOException {
    assertThat(Files.readString(PAGE))
        .contains("At most 5,000 characters, nested at\nmost 50 deep.");
    String deep = "not ".repeat(60) + "degree(union) = 1";
    assertThat(Example.problems(Example.with(deep)).getFirst().message())
        .isEqualTo("nested or chained more than 50 deep; make two claims of it");
    String long_ = "degree(union) = 1 or ".repeat(300) + "degree(union) = 1";
    assertThat(Example.problems(Example.with(long_)).getFirst().message())
        .isEqualTo("more than 5,000 characters; make two claims of it");
  }
}
