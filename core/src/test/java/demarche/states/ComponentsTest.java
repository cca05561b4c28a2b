package demarche.states;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.model.Party;
import demarche.states.Arcs.Kind;
import demarche.testing.RandomModels;
import demarche.testing.Seeds;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ComponentsTest {
  @Test
  void statesShareAComponentIffEachReachesTheOther() {
    Seeds.each(
        300,
        seed -> {
          String yaml = RandomModels.draw(seed);
          Arcs arcs = Arcs.of(StateSpace.of(RandomModels.model(yaml)));
          List<Party> all = arcs.space().model().parties();
          List<Party> some = all.stream().filter(p -> (seed >> p.index() & 1) == 0).toList();
          for (Kind kind : Kind.values()) {
            for (List<Party> movers : List.of(all, some)) {
              Set<Set<Integer>> expected = new HashSet<>();
              List<BitSet> reached = closure(arcs, kind, movers);
              for (int s = 0; s < reached.size(); s++) {
                int state = s;
                expected.add(
                    Set.copyOf(
                        reached.get(s).stream()
                            .filter(t -> reached.get(t).get(state))
                            .boxed()
                            .toList()));
              }
              Components found = Components.of(arcs, kind, movers, Watch.NONE);
              assertThat(sets(found))
                  .as("%s of %s; -Dseed=%d\n%s", kind, movers, seed, yaml)
                  .containsExactlyInAnyOrderElementsOf(expected);
            }
          }
        });
  }

  /// What each state reaches by arcs of anybody, itself included.
  private static List<BitSet> closure(Arcs arcs, Kind kind, List<Party> movers) {
    int[] into = new int[arcs.most()];
    List<BitSet> reached = new ArrayList<>();
    for (int s = 0; s < arcs.space().size(); s++) {
      BitSet own = new BitSet();
      own.set(s);
      for (Party mover : movers) {
        int count = arcs.targets(mover, s, kind, into);
        for (int k = 0; k < count; k++) own.set(into[k]);
      }
      reached.add(own);
    }
    for (int via = 0; via < reached.size(); via++) {
      for (BitSet own : reached) if (own.get(via)) own.or(reached.get(via));
    }
    return reached;
  }

  private static List<Set<Integer>> sets(Components components) {
    return IntStream.range(0, components.count())
        .mapToObj(components::states)
        .map(states -> Set.copyOf(IntStream.of(states).boxed().toList()))
        .toList();
  }

  @Test
  void apartEachStateIsForItself() {
    assertThat(sets(Components.apart(3))).containsExactly(Set.of(0), Set.of(1), Set.of(2));
  }
}
