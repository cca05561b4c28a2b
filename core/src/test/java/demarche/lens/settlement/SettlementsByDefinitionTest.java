package demarche.lens.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.model.Actor;
import demarche.model.Model;
import demarche.states.StateSpace;
import demarche.testing.ByDefinition;
import demarche.testing.RandomModels;
import demarche.testing.Scenarios;
import demarche.testing.Seeds;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Settlements against a literal reading, on random models.
final class SettlementsByDefinitionTest {
  @Test
  void settlementsAgreeWithTheirDefinition() {
    int some = 0;
    for (long seed : Seeds.first(3_000)) {
      String yaml = RandomModels.draw(seed);
      Model model = Scenarios.model(yaml);
      StateSpace space = StateSpace.of(model);
      ByDefinition literal = new ByDefinition(model);
      String what = "-Dseed=%d replays%n%s".formatted(seed, yaml);
      Set<Integer> meant = new TreeSet<>();
      for (int s = 0; s < literal.states().size(); s++) {
        if (isSettlement(model, literal, s)) meant.add(s);
      }
      if (!meant.isEmpty()) some++;
      assertThat(states(new Settlements(space).all().stream().boxed().toList()))
          .as(what)
          .isEqualTo(meant);
      Map<String, Set<Integer>> areas = new TreeMap<>();
      model
          .issues()
          .forEach((area, options) -> {
            Set<Integer> indices = new TreeSet<>();
            options.forEach(o -> indices.add(o.index()));
            areas.put(area, indices);
          });
      for (String area : areas.keySet()) {
        Set<Integer> narrow = new TreeSet<>(meant);
        narrow.removeIf(s -> !staysBut(model, literal, s, areas.getOrDefault(area, Set.of())));
        assertThat(states(new Settlements(space).on(Set.of(area)).stream().boxed().toList()))
            .as("%s, %s", area, what)
            .isEqualTo(narrow);
      }
    }
    assertThat(some).as("models with a settlement").isPositive();
  }

  private static Set<Integer> states(List<Integer> states) {
    return new TreeSet<>(states);
  }

  private static boolean isSettlement(Model model, ByDefinition literal, int s) {
    int d = literal.states().indexOf(Arrays.stream(model.disagreement()).boxed().toList());
    boolean gain = false;
    for (Actor actor : model.actors()) {
      if (!actor.partOf().isEmpty()) continue;
      int[] levels = literal.states().get(s).stream().mapToInt(Integer::intValue).toArray();
      boolean crosses =
          actor.preference().redLines().stream().anyMatch(l -> l.never().holds(levels));
      if (crosses || literal.prefers(actor, s, d)) return false;
      gain |= literal.prefers(actor, d, s);
    }
    return gain && s != d;
  }

  private static boolean staysBut(Model model, ByDefinition literal, int s, Set<Integer> open) {
    int[] quo = model.statusQuo();
    for (int o = 0; o < model.options().size(); o++) {
      if (!open.contains(o) && literal.states().get(s).get(o) != quo[o]) return false;
    }
    return true;
  }
}
