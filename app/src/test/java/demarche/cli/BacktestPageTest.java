package demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.cli.Demarche.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What `docs/scenarios/backtests.md` says of other numbers is what the command prints.
final class BacktestPageTest {
  private static final Pattern ROW =
      Pattern.compile("^\\| `([a-z-]+=[0-9.]+)` \\| (\\d) \\| (\\d) \\|.*");

  @Test
  void otherNumbersScoreAsThePageTells() throws IOException {
    List<String> told = new ArrayList<>();
    List<String> found = new ArrayList<>();
    for (String line : Files.readAllLines(Demarche.ROOT.resolve("docs/scenarios/backtests.md"))) {
      Matcher row = ROW.matcher(line);
      if (!row.matches()) continue;
      told.add("%s %s %s".formatted(row.group(1), row.group(2), row.group(3)));
      found.add(
          "%s %d %d"
              .formatted(row.group(1), hits("2375", row.group(1)), hits("2397", row.group(1))));
    }
    assertThat(told).hasSizeGreaterThan(8).isEqualTo(found);
  }

  private static long hits(String resolution, String setting) {
    Outcome outcome =
        Demarche.run(
            "council",
            "scenarios/backtest-" + resolution + ".yaml",
            "--text",
            "draft",
            "--against",
            "adopted",
            "--set",
            setting,
            "--format",
            "csv");
    assertThat(outcome.exit()).isZero();
    List<String> lines = outcome.out().lines().toList();
    int hit = List.of(lines.getFirst().split(",", -1)).indexOf("hit");
    return lines.stream().skip(1).filter(l -> l.split(",", -1)[hit].equals("true")).count();
  }
}
