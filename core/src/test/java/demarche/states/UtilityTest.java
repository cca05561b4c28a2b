package demarche.states;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.model.Actor;
import demarche.model.Model;
import demarche.testing.RandomModels;
import demarche.testing.Scenarios;
import demarche.testing.Seeds;
import org.junit.jupiter.api.Test;

final class UtilityTest {
  @Test
  void theScaleIsTheSameWithTheStatesAtHand() {
    for (long seed : Seeds.first(1_000)) {
      String yaml = RandomModels.draw(seed);
      compare(Scenarios.model(yaml), "-Dseed=%d replays%n%s".formatted(seed, yaml));
      compare(RandomModels.model(yaml), "-Dseed=%d replays, varied%n%s".formatted(seed, yaml));
    }
  }

  private static void compare(Model model, String what) {
    StateSpace held = StateSpace.of(model);
    StateSpace free = StateSpace.withEvents(model, Watch.NONE);
    for (Actor actor : model.actors()) {
      Utility expected = Utility.of(model, actor);
      for (StateSpace space : new StateSpace[] {held, free}) {
        Utility atHand = Utility.of(space, actor);
        assertThat(atHand.low()).as("%s of %s", actor.id(), what).isEqualTo(expected.low());
        assertThat(atHand.high()).as("%s of %s", actor.id(), what).isEqualTo(expected.high());
      }
    }
  }
}
