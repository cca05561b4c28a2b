package demarche.lens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import demarche.model.Models;
import demarche.scenario.InvalidScenario;
import demarche.states.StateSpace;
import demarche.testing.Scenarios;
import org.junit.jupiter.api.Test;

final class WorldsTest {
  private final Models models = Scenarios.file("scenarios/ferry.yaml");
  private final Worlds worlds = Worlds.of(StateSpace.of(models.unvaried()));

  @Test
  void aVariantIsNumberedOnceWithItsOwnStatusQuo() {
    StateSpace rich = worlds.variant("rich");
    assertThat(rich.code(rich.statusQuo())).isEqualTo("1100");
    assertThat(worlds.variant("rich")).isSameAs(rich);
    assertThat(worlds.studied().code(worlds.studied().statusQuo())).isEqualTo("1000");
  }

  @Test
  void theStudiedVariantIsItself() {
    Worlds studyingRich = Worlds.of(StateSpace.of(models.variant("rich")));
    assertThat(studyingRich.variant("rich")).isSameAs(studyingRich.studied());
    assertThat(studyingRich.variant("no-board")).isNotSameAs(studyingRich.studied());
  }

  @Test
  void anUnknownVariantIsRefused() {
    assertThatThrownBy(() -> worlds.variant("rch"))
        .isInstanceOf(InvalidScenario.class)
        .hasMessageContaining("did you mean 'rich'?");
  }
}
