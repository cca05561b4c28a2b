package demarche.lens.knowing;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.lens.Run;
import demarche.model.Model;
import demarche.model.Party;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import demarche.testing.RandomDoubts;
import demarche.testing.RandomModels;
import demarche.testing.Seeds;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Every reading against a literal one, on random models with other orders, and random settings.
/// Each model tries one degree of preference.
final class KnowingByDefinitionTest {
  @Test
  void everyReadingAgreesWithItsDefinition() {
    Seeds.each(10_000, KnowingByDefinitionTest::compare);
  }

  private static void compare(long seed) {
    String yaml = RandomDoubts.draw(seed);
    Model model = RandomModels.model(yaml);
    LiteralStances literal = LiteralStances.drawn(model, seed);
    List<Definition> asked =
        literal.definitions().stream()
            .filter(d -> !(d.reading() instanceof Reading.Weak)) // see LawsTest
            .toList();
    Knowing knowing = Knowing.of(StateSpace.of(model), asked, literal.settings(), Run.quiet());
    int size = knowing.space().size();
    for (Definition definition : asked) {
      for (Party party : model.parties()) {
        StateSet expected = new StateSet(size);
        for (int s = 0; s < size; s++) {
          if (literal.isStable(definition.rule(), definition.reading(), party, s)) expected.add(s);
        }
        assertThat(knowing.stable(definition, party))
            .as(
                "%s for %s; -Dseed=%d replays\n%s\n%s",
                definition.name(), party.id(), seed, literal.settings(), yaml)
            .isEqualTo(expected);
      }
    }
  }
}
