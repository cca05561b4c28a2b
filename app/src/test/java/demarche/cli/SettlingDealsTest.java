package demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.cli.Demarche.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `settle` where states are too many to be listed.
final class SettlingDealsTest {
  private static final int ISSUES = 30;

  @TempDir private Path folder = Path.of("");

  private Outcome run(String... command) {
    return Demarche.plain().in(folder).call(command);
  }

  /// Thirty issues of three levels each: 2 * 10^14 packages, of which each side wants the other
  /// end.
  @BeforeEach
  void write() throws IOException {
    StringBuilder yaml = new StringBuilder("demarche: 1\ntitle: Thirty issues\nactors:\n");
    for (String side : new String[] {"a", "b"}) {
      yaml.append("  %s:\n    options: {}\n    values:\n".formatted(side));
      for (int i = 0; i < ISSUES; i++) {
        String weights = side.equals("a") ? "mid: 1, full: 2" : "none: 2, mid: 1";
        yaml.append("      - {of: i%d, weights: {%s}}\n".formatted(i, weights));
      }
    }
    yaml.append("bodies:\n  table:\n    members: [a, b]\n    rule: {yes: 1, veto: [a, b]}\n");
    yaml.append("    options:\n");
    for (int i = 0; i < ISSUES; i++) {
      yaml.append("      i%d: {levels: [none, mid, full]}\n".formatted(i));
    }
    Files.writeString(folder.resolve("large.yaml"), yaml + "disagreement: {}\n");
    Files.writeString(
        folder.resolve("tied.yaml"), yaml + "constraints: [{impossible: i0 and i1 = mid}]\n");
  }

  @Test
  void tooManyStatesAreWorkedOutIssueByIssue() {
    assertThat(run("states", "large.yaml").exit()).isEqualTo(4);
    Outcome outcome = run("settle", "large.yaml", "--unit", "raw");
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    assertThat(outcome.out())
        .contains("large.yaml", "states not listed", "205,891,132,094,649 packages");
    Outcome json = run("settle", "large.yaml", "--format", "json");
    assertThat(json.out()).contains("\"packages\" : \"205891132094649\"", "\"states\" : null");
    assertThat(run("settle", "large.yaml", "--format", "csv").exit()).isZero();
  }

  @Test
  void whatStandsAgainstItIsTold() {
    Outcome tied = run("settle", "tied.yaml");
    assertThat(tied.exit()).isEqualTo(4);
    assertThat(tied.err())
        .contains(
            "too large: ",
            "the deal cannot be worked out issue by issue: the constraint"
                + " 'impossible: i0 and i1 = mid' ties options to each other");
    assertThat(run("settle", "large.yaml", "--why", "status-quo").exit()).isEqualTo(4);
    assertThat(run("settle", "large.yaml", "--deals", "--lotteries").exit()).isEqualTo(2);
    String ferry = Demarche.ROOT + "/scenarios/ferry.yaml";
    Outcome order = run("settle", ferry, "--deals");
    assertThat(order.exit()).isEqualTo(3);
    assertThat(order.err()).contains("the deal cannot be worked out issue by issue: ");
  }
}
