package demarche.lens.council;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.lens.Run;
import demarche.lens.council.Backtest.Guess;
import demarche.lens.council.Backtest.Score;
import demarche.model.Body;
import demarche.model.Model;
import demarche.states.StateSpace;
import demarche.testing.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The scores of the shipped backtests are those that their page tells.
final class ShippedBacktestsTest {
  private static final Path PAGE = Path.of("..", "docs", "scenarios", "backtests.md");
  private static final Map<String, Council> COUNCILS = new ConcurrentHashMap<>();

  @ParameterizedTest
  @CsvSource({
    "2375, draft, PREDICTED, 9, 9, 7, 0, 0, 2",
    "2375, draft, AS_DRAFTED, 9, 2, 0, 7, 0, 2",
    "2375, draft, ONE_SOFTER, 9, 7, 7, 0, 2, 0",
    "2397, draft, PREDICTED, 6, 5, 1, 1, 0, 4",
    "2397, draft, AS_DRAFTED, 6, 4, 0, 2, 0, 4",
    "2397, draft, ONE_SOFTER, 6, 2, 2, 0, 4, 0",
    "2397, sought, PREDICTED, 8, 7, 4, 1, 0, 3",
    "2397, sought, AS_DRAFTED, 8, 3, 0, 5, 0, 3",
    "2397, sought, ONE_SOFTER, 8, 5, 5, 0, 3, 0"
  })
  void scoresAreThoseOfThePage(
      String resolution,
      String draft,
      Guess guess,
      int clauses,
      int hits,
      int found,
      int missed,
      int alarms,
      int kept)
      throws IOException {
    Score score = backtest(resolution, draft).score(guess);
    assertThat(score).isEqualTo(new Score(hits, found, missed, alarms, kept));
    assertThat(score.clauses()).isEqualTo(clauses);
    assertThat(Files.readString(PAGE))
        .contains(
            "| %s | `%s` | %s | %d | %d | %d | %d | %d | %d |"
                .formatted(
                    resolution,
                    draft,
                    guess.meaning(),
                    clauses,
                    hits,
                    found,
                    missed,
                    alarms,
                    kept));
  }

  private static final Pattern ROW =
      Pattern.compile("^\\| `([a-z-]+)=([0-9.]+)` \\| (\\d) \\| (\\d) \\|.*");

  @Test
  void otherNumbersScoreAsThePageTells() throws IOException {
    int rows = 0;
    for (String line : Files.readAllLines(PAGE)) {
      Matcher row = ROW.matcher(line);
      if (!row.matches()) continue;
      rows++;
      BigFraction value = BigFraction.from(Double.parseDouble(row.group(2)), 10_000);
      List<Integer> found = new ArrayList<>();
      for (String resolution : List.of("2375", "2397")) {
        Council council = council(model(resolution).with(row.group(1), value));
        found.add(backtest(council, "draft").score(Guess.PREDICTED).hits());
      }
      assertThat(found)
          .as(line)
          .containsExactly(Integer.parseInt(row.group(3)), Integer.parseInt(row.group(4)));
    }
    assertThat(rows).isGreaterThan(8);
  }

  private static Model model(String resolution) {
    return Scenarios.file("scenarios/backtest-" + resolution + ".yaml").unvaried();
  }

  private static Council council(Model model) {
    StateSpace space = StateSpace.of(model);
    Body body = model.bodies().getFirst();
    return new Council(space, body, space.statusQuo(), Run.quiet());
  }

  private static Backtest backtest(String resolution, String draft) {
    return backtest(COUNCILS.computeIfAbsent(resolution, r -> council(model(r))), draft);
  }

  private static Backtest backtest(Council council, String draft) {
    StateSpace space = council.space();
    return Backtest.of(
        council, council.sponsor("us").orElseThrow(), text(space, draft), text(space, "adopted"));
  }

  private static Text text(StateSpace space, String id) {
    return space.model().proposals().stream()
        .filter(p -> p.id().equals(id))
        .map(p -> Text.of(space, p))
        .findFirst()
        .orElseThrow();
  }
}
