package demarche.lens.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import demarche.lens.Run;
import demarche.lens.claims.ClaimsLens;
import demarche.model.Body;
import demarche.model.Model;
import demarche.states.StateSpace;
import demarche.testing.Scenarios;
import demarche.testing.Spoken;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The shipped scenarios of voting rules: what they claim holds, and coins give the power to act.
final class ShippedCouncilsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "security-council",
        "eec-1958",
        "eu-2016",
        "bank-board",
        "senate",
        "backtest-2375",
        "backtest-2397"
      })
  void everyClaimHolds(String name) {
    StateSpace space = StateSpace.of(Scenarios.file("scenarios/" + name + ".yaml").unvaried());
    String told = Spoken.data(ClaimsLens.ALL.examine(space, Run.quiet()).data());
    assertThat(told).contains("verdict: holds").doesNotContain("fails", "not-checkable");
  }

  /// Where each member votes yes with 1/2, a text passes with the probability of a coalition to
  /// win.
  @ParameterizedTest
  @CsvSource({
    "security-council, substance, 53/2048",
    "security-council, procedure, 9949/32768",
    "security-council, before-1966, 57/2048",
    "eec-1958, council, 7/32"
  })
  void coinsGiveThePowerToAct(String name, String id, String share) {
    Model model = Scenarios.file("scenarios/" + name + ".yaml").unvaried();
    StateSpace space = StateSpace.of(model);
    Body body = model.bodies().stream().filter(b -> b.id().equals(id)).findFirst().orElseThrow();
    Council council = new Council(space, body, space.statusQuo(), Run.quiet());
    BigFraction probability = council.division(council.texts()[0]).probability();
    assertThat(PowerData.text(probability)).isEqualTo(share);
  }

  @Test
  void aTreatyPassesAsOftenAsTheCommitteeAndTheSenateLet() {
    Model model = Scenarios.file("scenarios/senate.yaml").unvaried();
    StateSpace space = StateSpace.of(model);
    Council senate = new Council(space, model.bodies().getLast(), space.statusQuo(), Run.quiet());
    BigFraction alone =
        new Council(space, model.bodies().getFirst(), space.statusQuo(), Run.quiet())
            .division(space.state("010"))
            .probability();
    // three of five: s1, s2, s3 with 0.8, s4 and s5 with 0.4
    // three of five: s1, s2, s3 with 0.8, s4 and s5 with 0.4; the others 0.8 six times, 0.4 four
    assertThat(alone).isEqualTo(BigFraction.of(77_312, 100_000));
    assertThat(senate.division(space.state("001")).probability().doubleValue())
        .isCloseTo(0.48946037863219216, within(1e-12));
  }
}
