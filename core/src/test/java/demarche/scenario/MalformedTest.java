package demarche.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import demarche.analysis.Case;
import demarche.analysis.Question;
import demarche.model.Models;
import demarche.states.StateSpace;
import demarche.states.TooLarge;
import demarche.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Files with a mistake each, or many: what is said about them stands beside them.
class MalformedTest {
  static final Path FOLDER = Path.of("src", "test", "resources", "malformed");

  static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(name -> name.endsWith(".yaml"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void isRefusedAsReviewed(String name) {
    assertTimeout(
        Duration.ofSeconds(2),
        () -> Golden.check("../malformed/" + name.replace(".yaml", ".txt"), complaint(name)));
  }

  @Test
  void thereAreAHundredAndMore() throws IOException {
    assertThat(names()).hasSizeGreaterThan(100);
  }

  /// What a user is told, from reading to the states.
  private static String complaint(String name) throws IOException {
    try {
      ScenarioFile file =
          ScenarioFile.open(name, path -> Files.newInputStream(FOLDER.resolve(path)));
      Models models = Models.of(file);
      for (String variant : file.variants()) StateSpace.of(models.variant(variant));
      Case.of(file, Question.AS_WRITTEN);
      return "no complaint\n";
    } catch (InvalidScenario e) {
      return e.problems().stream().map(p -> told(p) + "\n").collect(Collectors.joining());
    } catch (TooLarge e) {
      return "too large: " + e.getMessage() + "\n";
    }
  }

  private static String told(Problem problem) {
    assertThat(problem.message()).isNotBlank();
    assertThat(problem.place().line()).isPositive();
    return problem.toString();
  }
}
