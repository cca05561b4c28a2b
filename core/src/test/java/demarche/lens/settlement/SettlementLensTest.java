package demarche.lens.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.lens.Run;
import demarche.testing.Scenarios;
import demarche.testing.Spoken;
import org.junit.jupiter.api.Test;

/// What the lens tells.
final class SettlementLensTest {
  private static final String WATER =
      """
      demarche: 1
      title: Water
      actors:
        upland: {name: Upland, options: {fill: {}}, priorities: [fill]}
        downland:
          name: Downland
          options: {protest: {}}
          red-lines: [{id: thirst, never: fill}, {never: fill and not protest}]
      status-quo: {}
      proposals: {fast: {does: {fill: yes}}}
      """;

  @Test
  void redLinesAreNamedByTheirIdElseByTheirExpression() {
    assertThat(
            Spoken.lines(SettlementLens.ALL.examine(Scenarios.space(WATER), Run.quiet())).stream()
                .filter(line -> line.contains("red line"))
                .findFirst())
        .hasValueSatisfying(line ->
            assertThat(line).contains("Downland (red line 'thirst', 'fill and not protest')"));
  }
}
