package demarche.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import demarche.scenario.InvalidScenario;
import demarche.scenario.Twist;
import demarche.testing.Scenarios;
import java.util.List;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class ImaginedTest {
  private final Model ferry = Scenarios.file("scenarios/ferry.yaml").unvaried();

  @Test
  void picturesStandInThePlacesOfTheOthers() {
    Model seen = Imagined.seenBy(ferry, "owners");

    int[] strike = ferry.levels("1000");
    assertThat(value(ferry, "union", strike).subtract(value(seen, "union", strike)))
        .isEqualTo(BigFraction.of(6)); // the strike costs the union 9 in the owners' eyes, not 3
    assertThat(value(seen, "owners", strike)).isEqualTo(value(ferry, "owners", strike));
  }

  @Test
  void whatSomebodyDoesNotKnowOfStaysAsItIs() {
    Model seen = Imagined.seenBy(ferry, "owners");

    Option award = ferry.options().getLast();
    assertThat(seen.held(award.index())).isZero();
    assertThat(Imagined.sighted(ferry, "owners").beliefs().getFirst().blindTo()).isEmpty();
  }

  @Test
  void aPictureMayBePutRight() {
    Model corrected = Imagined.corrected(ferry, "owners", Set.of("union"));

    assertThat(corrected.beliefs().getFirst().views()).isEmpty();
    assertThat(corrected.beliefs().getFirst().blindTo()).hasSize(1);
    assertThat(Imagined.corrected(ferry, "union", Set.of("owners")).beliefs())
        .isEqualTo(ferry.beliefs());
  }

  @Test
  void whoeverHasNoPictureSeesTheWorldAsItIs() {
    Model seen = Imagined.seenBy(ferry, "union");

    assertThat(seen.actors()).isEqualTo(ferry.actors());
    assertThat(seen.hasSameStates(ferry)).isTrue();
    assertThat(seen.beliefs()).isEmpty();
  }

  @Test
  void aTwistChangesTheWorldAndNotItsScales() {
    Model passive = Imagined.twisted(ferry, List.of(new Twist.Passive(Imagined.word("union"))));

    assertThat(passive.held(0)).isEqualTo(1);
    assertThat(passive.unvaried()).isSameAs(ferry.unvaried());
  }

  @Test
  void aWorldWithoutMeaningIsRefused() {
    assertThatThrownBy(
            () -> Imagined.twisted(ferry, List.of(new Twist.Passive(Imagined.word("unoin")))))
        .isInstanceOf(InvalidScenario.class)
        .hasMessageContaining("unoin");
  }

  private static BigFraction value(Model model, String actor, int[] levels) {
    Actor one = model.actors().stream().filter(a -> a.id().equals(actor)).findFirst().orElseThrow();
    return ((Preference.Values) one.preference().order()).of(levels);
  }
}
