package demarche.lens.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.finding.Finding;
import demarche.lens.Run;
import demarche.model.Actor;
import demarche.model.Model;
import demarche.states.StateSpace;
import demarche.testing.Golden;
import demarche.testing.RandomWishes;
import demarche.testing.Scenarios;
import demarche.testing.Seeds;
import demarche.testing.Spoken;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/// What the lens tells, and that its parts add up.
final class PreferencesLensTest {
  @Test
  void termsAddUpToTheValueOfEveryState() {
    for (long seed : Seeds.first(1_000)) {
      Model model = Scenarios.model(RandomWishes.draw(seed));
      StateSpace space = StateSpace.of(model);
      for (Actor actor : model.actors()) {
        if (!Decomposition.isPossible(actor)) continue;
        for (int s = 0; s < space.size(); s++) {
          Decomposition value = Decomposition.of(actor, space.levels(s));
          BigFraction sum = BigFraction.ZERO;
          for (var part : value.parts()) sum = sum.add(part.amount());
          assertThat(sum).as("seed %d, %s", seed, actor.id()).isEqualTo(value.total());
          assertThat(space.value(actor, s)).containsExactly(value.total());
        }
      }
    }
  }

  @Test
  void theExampleOfThePage() {
    TauB tau = TauB.of(new int[] {3, 3, 2, 1, 0}, new int[] {3, 1, 2, 0, 0});
    assertThat(tau).isEqualTo(new TauB(7, 1, 1, 1, 0));
    assertThat(tau.rounded(2)).hasToString("0.67");
  }

  @Test
  void theKoreanCaseReadsAsReviewed() {
    StringBuilder told = new StringBuilder();
    StateSpace korea = StateSpace.of(Scenarios.file("scenarios/korea-2019.yaml").unvaried());
    for (Finding finding : new PreferencesLens().examine(korea, Run.quiet()).findings()) {
      Spoken.lines(finding).forEach(line -> told.append(line).append('\n'));
    }
    Golden.check("korea-2019.preferences.txt", told.toString());
  }
}
