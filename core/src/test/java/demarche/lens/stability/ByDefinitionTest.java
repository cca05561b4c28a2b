package demarche.lens.stability;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.lens.Run;
import demarche.lens.stability.Way.Question;
import demarche.model.Model;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import demarche.testing.ByDefinition;
import demarche.testing.RandomModels;
import demarche.testing.Seeds;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Every way of the engine against a literal reading, on random models.
final class ByDefinitionTest {
  private static final Set<Concept> ALL = EnumSet.allOf(Concept.class);

  @Test
  void everyWayAgreesWithTheDefinitions() {
    Seeds.each(10_000, ByDefinitionTest::compare);
  }

  private static void compare(long seed) {
    String yaml = RandomModels.draw(seed);
    Model model = RandomModels.model(yaml);
    Arcs arcs = Arcs.of(StateSpace.of(model));
    ByDefinition literal = new ByDefinition(model);
    for (Concept concept : ALL) {
      if (concept == Concept.SIM && model.isGraph()) continue;
      for (Party party : model.parties()) {
        StateSet expected = new StateSet(arcs.space().size());
        arcs.space()
            .states()
            .filter(s -> literal.isStable(concept.name(), party, s))
            .forEach(expected::add);
        Question question = new Question(arcs, party, concept, StateSet.all(arcs.space().size()));
        for (Way way : Way.ALL) {
          if (!way.serves(arcs.space().outline(), party, concept)) continue;
          assertThat(way.stable(question, Run.quiet()))
              .as(
                  "%s for %s by %s; -Dseed=%d replays\n%s",
                  concept, party.id(), way.words(), seed, yaml)
              .isEqualTo(expected);
        }
      }
    }
  }
}
