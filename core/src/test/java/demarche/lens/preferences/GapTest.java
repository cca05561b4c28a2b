package demarche.lens.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.model.Model;
import demarche.testing.Scenarios;
import org.junit.jupiter.api.Test;

/// Who says something else than what counts for it.
final class GapTest {
  private static final String FILE =
      """
      demarche: 1
      title: A gap
      actors:
        a: {options: {x: {}}, values: [{want: x, weight: 1%s}]}
        b: {options: {y: {}}, values: [{avoid: x, weight: 1}]}
      status-quo: {}
      variants: {indifferent: {indifferent: [a]}, copies: {copies: {a: b}}}
      """;

  @Test
  void gapNeedsStatedWeightsInEveryVariant() {
    Model silent = Scenarios.model(FILE.formatted(""));
    Model stated = Scenarios.model(FILE.formatted(", stated: 2"));
    for (String variant : new String[] {"indifferent", "copies"}) {
      assertThat(silent.variant(variant).actors()).noneMatch(Gap::isStated);
      assertThat(stated.variant(variant).actors().getFirst()).matches(Gap::isStated);
    }
    assertThat(silent.actors()).noneMatch(Gap::isStated);
    assertThat(stated.actors().getFirst()).matches(Gap::isStated);
  }
}
