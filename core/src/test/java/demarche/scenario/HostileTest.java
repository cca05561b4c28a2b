package demarche.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import demarche.model.Models;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Files too large to keep, made to exhaust time, memory or the stack.
final class HostileTest {
  /// Each takes well under a second alone; without the guards, minutes.
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private static final String ACTORS =
      "actors:\n  a: {options: {x: {}, y: {levels: [low, mid, high]}}}\n";

  private static String lines(int count, IntFunction<String> line) {
    return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining());
  }

  /// What is told about a file with these sections, within the limit.
  private static List<String> told(String text) {
    return told(Map.of("test.yaml", Fixtures.headed(text)));
  }

  private static List<String> told(Map<String, String> files) {
    InvalidScenario refused =
        assertTimeout(
            LIMIT, () -> catchThrowableOfType(InvalidScenario.class, () -> resolve(files)));
    assertThat(refused).as("the file should be refused").isNotNull();
    return refused.problems().stream().map(Problem::toString).toList();
  }

  private static Models resolve(Map<String, String> files) throws IOException {
    return Models.of(ScenarioFile.open("test.yaml", Fixtures.folder(files)));
  }

  @Test
  void aVeryLongLineIsRefusedBeforeItIsParsed() {
    for (String start : List.of("# ", "summary: ", "summary: \"")) {
      assertThat(told(ACTORS + start + "x".repeat(3_000_000) + "\n"))
          .containsExactly(
              "test.yaml:5:1: the line has more than 100,000 characters, the most that is read;"
                  + " break it");
    }
  }

  @Test
  void linesOfTheLongestLengthAreRead() throws IOException {
    String comment = "# " + "x".repeat(FileText.LONGEST_LINE - 2) + "\n";
    String text = Fixtures.headed(ACTORS + comment.repeat(80));
    assertTimeout(LIMIT, () -> resolve(Map.of("test.yaml", text)));
  }

  @Test
  void aFileWithTooManyEntriesIsRefusedWhileItIsRead() {
    assertThat(told(ACTORS + "conditions:\n" + lines(300_000, "  c%d: x\n"::formatted)))
        .singleElement()
        .asString()
        .contains("the file has more than 200,000 entries, the most that is read");
  }

  @Test
  void conditionsThatRestOnOneAnotherFarDownAreRefusedInEitherOrder() {
    String down = lines(20_000, i -> "  c%d: not c%d\n".formatted(i, i + 1)) + "  c20000: x\n";
    assertThat(told(ACTORS + "conditions:\n" + down))
        .first()
        .asString()
        .contains("conditions are nested more than 300 deep here, written out");
    String up = "  c0: x\n" + lines(20_000, i -> "  c%d: not c%d\n".formatted(i + 1, i));
    assertThat(told(ACTORS + "conditions:\n" + up))
        .first()
        .asString()
        .contains("condition 'c300' is nested more than 300 deep");
  }

  @Test
  void anExpressionThatNamesLargeConditionsIsLargeItself() {
    String fan =
        "conditions:\n  c0: x\n"
            + lines(13, i -> "  c%d: count(c%d, c%d) >= 1\n".formatted(i + 1, i, i));
    assertThat(told(ACTORS + fan + "targets: {t: \"count(c13, c13, c13, c13) >= 1\"}\n"))
        .singleElement()
        .asString()
        .contains("target 't' has more than 50,000 parts with its conditions written out");
  }

  @Test
  void parametersThatRestOnOneAnotherFarDownAreRefused() {
    String chain = lines(20_000, i -> "  p%d: p%d + 1\n".formatted(i, i + 1)) + "  p20000: 1\n";
    assertThat(told(ACTORS + "parameters:\n" + chain))
        .first()
        .asString()
        .contains("parameters rest on one another more than 1,000 deep here");
  }

  @Test
  void tooManyPartiesAndOptionsAreRefused() {
    assertThat(
            told(
                "actors:\n"
                    + lines(3_000, "  a%d: {options: {o: {}}, priorities: [o]}\n"::formatted)))
        .containsExactly(
            "test.yaml:1004:3: the file has 3,000 actors and bodies, expected at most 1,000; merge"
                + " some");
    String options = lines(1_001, ", o%d: {}"::formatted).substring(2);
    assertThat(told("actors: {a: {options: {" + options + "}}}\n"))
        .singleElement()
        .asString()
        .contains("the file has 1,001 options and events, expected at most 1,000; merge some");
  }

  @Test
  void anAmbiguousNameListsAFewOfItsMeanings() {
    assertThat(
            told(
                "actors:\n"
                    + lines(30, "  a%d: {options: {o: {}}}\n"::formatted)
                    + "targets: {t: o}\n"))
        .containsExactly(
            "test.yaml:34:14: 'o' in target 't' could be a0.o or a1.o or a2.o or a3.o or a4.o or"
                + " a5.o or a6.o or a7.o or ...; expected one of them in full");
  }

  @Test
  void tooManyRowsOfAFlowAreRefused() {
    Map<String, String> files = new TreeMap<>();
    files.put("test.yaml", Fixtures.headed(ACTORS + "flows: {f: {file: f.csv}}\n"));
    files.put("f.csv", "year,from,to,value\n" + "2020,a,a,1\n".repeat(400_000));
    assertThat(told(files))
        .containsExactly(
            "f.csv:100002:1: the flow has more than 100,000 rows, the most that is read; leave out"
                + " what is not asked for");
  }

  @Test
  void manyVariantsOfALargeFileAreRefused() {
    assertThat(told(ACTORS + "variants:\n" + lines(3_000, "  v%d: {require: [x]}\n"::formatted)))
        .singleElement()
        .asString()
        .contains("3000 variants of a file with 15022 entries are more than can be checked");
  }
}
