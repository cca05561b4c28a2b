package demarche.lens.coalitions;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import demarche.lens.Run;
import demarche.model.Model;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import demarche.testing.RandomModels;
import demarche.testing.Seeds;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The engine against a literal reading, on random models.
final class CoalitionsByDefinitionTest {
  private static final Set<CoalitionConcept> ALL = EnumSet.allOf(CoalitionConcept.class);
  private static final Set<CoalitionConcept> SWITCHED = EnumSet.of(CoalitionConcept.CSEQ);
  private static final int MOST_PARTIES = 4;

  /// Some seeds draw too many decision makers, which leaves ten thousand models.
  @Test
  void everyConceptAgreesWithItsDefinition() {
    Seeds.each(12_000, CoalitionsByDefinitionTest::compare);
  }

  private static void compare(long seed) {
    String yaml = RandomModels.draw(seed);
    Model model = RandomModels.model(yaml);
    if (model.parties().size() > MOST_PARTIES) return;
    CoalitionsByDefinition literal = new CoalitionsByDefinition(model);
    Arcs arcs = Arcs.of(StateSpace.of(model));
    List<Coalition> coalitions = Coalition.all(model);
    for (Replies replies : Replies.values()) {
      Set<CoalitionConcept> concepts = replies == Replies.BY_COALITIONS ? ALL : SWITCHED;
      CoalitionStability stability =
          CoalitionStability.of(arcs, new Question(concepts, coalitions, replies), Run.quiet());
      Map<String, Set<Integer>> found = new TreeMap<>();
      Map<String, Set<Integer>> expected = new TreeMap<>();
      for (CoalitionConcept concept : concepts) {
        for (Coalition coalition : coalitions) {
          Set<Integer> indices = indices(coalition);
          String question = concept + " for " + indices;
          found.put(question, states(stability.stable(concept, coalition)));
          expected.put(question, literal.stable(concept, indices, replies));
        }
      }
      assertThat(found).as("%s, -Dseed=%d replays\n%s", replies, seed, yaml).isEqualTo(expected);
    }
  }

  private static Set<Integer> states(StateSet set) {
    return set.stream().boxed().collect(toSet());
  }

  private static Set<Integer> indices(Coalition coalition) {
    return Set.copyOf(coalition.members().stream().map(Party::index).toList());
  }

  @Test
  void jumpsAgreeWithTheirDefinition() {
    Seeds.each(1_000, CoalitionsByDefinitionTest::compareJumps);
  }

  /// Any set of states will do for equilibria.
  private static void compareJumps(long seed) {
    String yaml = RandomModels.draw(seed);
    Model model = RandomModels.model(yaml);
    if (model.parties().size() > MOST_PARTIES) return;
    Arcs arcs = Arcs.of(StateSpace.of(model));
    StateSet some = new StateSet(arcs.space().size());
    arcs.space().states().filter(s -> (s * 31L + seed) % 3 != 0).forEach(some::add);
    CoalitionsByDefinition literal = new CoalitionsByDefinition(model);
    Map<List<Integer>, Set<Set<Integer>>> jumps = new HashMap<>();
    for (Jump jump : Jump.all(arcs, Coalition.all(model), some, Run.quiet())) {
      jumps
          .computeIfAbsent(List.of(jump.from(), jump.to()), _ -> new HashSet<>())
          .add(indices(jump.coalition()));
    }
    for (int from : states(some)) {
      for (int to : states(some)) {
        assertThat(jumps.getOrDefault(List.of(from, to), Set.of()))
            .as("from %d to %d; -Dseed=%d replays\n%s", from, to, seed, yaml)
            .isEqualTo(literal.jumpers(from, to));
      }
    }
  }
}
