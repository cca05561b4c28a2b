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
import java.util.List;
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
  void whoRanksAllStatesAlikeHasNoOrderThatAgreesWithItself() {
    assertThat(told(WATER)).contains(". Donor | no order | no order | no order");
  }

  @Test
  void statedWeightsStandBesideThoseThatCount() {
    assertThat(told(WATER))
        .contains(
            "Upland values the status quo at -1, and by what it states at -3",
            ". face | -1 | -3 | ",
            "- It stands here because Upland states other weights than those that count: face -3,"
                + " not -1");
  }

  private static final String WATER =
      """
      demarche: 1
      title: Water
      actors:
        upland:
          name: Upland
          options: {fill: {levels: [slow, fast]}, data: {}}
          values:
            - {id: power, of: fill, weights: {fast: 4}}
            - {id: face, avoid: not data, weight: 1, stated: 3}
        downland:
          name: Downland
          options: {protest: {}}
          values: [{id: quiet, avoid: protest, weight: 1}]
        donor: {name: Donor, options: {aid: {}}}
      status-quo: {}
      """;

  private static List<String> told(String yaml) {
    return new PreferencesLens()
        .examine(Scenarios.space(yaml), Run.quiet()).findings().stream()
            .flatMap(finding -> Spoken.lines(finding).stream())
            .toList();
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
