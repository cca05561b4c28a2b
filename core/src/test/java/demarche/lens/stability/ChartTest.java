package demarche.lens.stability;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.lens.Run;
import demarche.model.Party;
import demarche.states.StateSpace;
import demarche.testing.RandomModels;
import demarche.testing.Seeds;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The map against what a space says of single states.
final class ChartTest {
  private static final int FEW = 12;

  private static Figure.StateMap map(StateSpace space) {
    Finding map =
        new StabilityLens(EnumSet.of(Concept.R, Concept.SEQ))
            .examine(space, Run.quiet()).findings().stream()
                .filter(f -> f.id().equals("map"))
                .findFirst()
                .orElseThrow();
    return (Figure.StateMap) map.figures().getFirst();
  }

  /// Mover, from and to, by their ids and codes.
  private static Set<List<String>> arrows(Figure.StateMap map) {
    Set<List<String>> arrows = new HashSet<>();
    for (Figure.Way way : map.ways()) {
      if (way.going() == Figure.Going.TOGETHER) continue;
      way.by()
          .forEach(
              party -> arrows.add(List.of(party.id(), code(map, way.from()), code(map, way.to()))));
    }
    return arrows;
  }

  private static String code(Figure.StateMap map, int place) {
    return map.spots().get(place).state().code();
  }

  @Test
  void arrowsAreTheImprovementsBetweenTheStatesShown() {
    for (long seed : Seeds.first(300)) {
      StateSpace space = StateSpace.of(RandomModels.model(RandomModels.draw(seed)));
      Figure.StateMap map = map(space);
      Set<String> shown = new HashSet<>(map.spots().stream().map(s -> s.state().code()).toList());
      Set<List<String>> expected = new HashSet<>();
      space
          .states()
          .filter(s -> shown.contains(space.code(s)))
          .forEach(s -> {
            for (Party party : space.model().parties()) {
              for (int q : space.improvements(party, s)) {
                if (!shown.contains(space.code(q))) continue;
                expected.add(List.of(party.id(), space.code(s), space.code(q)));
              }
            }
          });
      assertThat(arrows(map)).as("seed %d, %s", seed, space.model()).isEqualTo(expected);
    }
  }

  @Test
  void itStaysReadableAndSaysWhatItLeftOut() {
    for (long seed : Seeds.first(300)) {
      StateSpace space = StateSpace.of(RandomModels.model(RandomModels.draw(seed)));
      Figure.StateMap map = map(space);
      assertThat(map.spots().size()).as("seed %d", seed).isBetween(1, 20);
      assertThat(map.spots().getFirst().state().code()).isEqualTo(space.code(space.statusQuo()));
      if (space.size() <= FEW) assertThat(map.spots()).hasSize(space.size());
    }
  }
}
