package demarche.states;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.model.Party;
import demarche.states.Arcs.Kind;
import demarche.states.Reach.Step;
import demarche.testing.RandomModels;
import demarche.testing.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Searches against layers of (state, last mover), grown step by step.
final class ReachTest {
  @Test
  void legalSequencesAreShortestFirst() {
    Seeds.each(
        300,
        seed -> {
          String yaml = RandomModels.draw(seed);
          Arcs arcs = Arcs.of(StateSpace.of(RandomModels.model(yaml)));
          List<Party> all = arcs.space().model().parties();
          List<Party> some = all.stream().filter(p -> (seed >> p.index() & 1) == 0).toList();
          Reach reused = new Reach(arcs, Kind.MOVES, some, 0);
          for (Kind kind : Kind.values()) {
            for (List<Party> movers : List.of(all, some)) {
              for (int origin = 0; origin < arcs.space().size(); origin += 1 + origin) {
                String as =
                    "from %d by %s of %s; -Dseed=%d\n%s"
                        .formatted(origin, kind, movers, seed, yaml);
                Map<Integer, Integer> expected = distances(arcs, kind, movers, origin);
                Reach reach = new Reach(arcs, kind, movers, origin);
                agree(reach, expected, arcs.space(), as);
                for (int s : expected.keySet()) check(reach.path(s), arcs, kind, origin, s, as);
                if (kind != Kind.MOVES || !movers.equals(some)) continue;
                reused.restart(origin);
                agree(reused, expected, arcs.space(), as);
              }
            }
          }
        });
  }

  /// By state other than the origin, the fewest moves to it.
  private static Map<Integer, Integer> distances(
      Arcs arcs, Kind kind, List<Party> movers, int origin) {
    int[] into = new int[arcs.most()];
    Map<Integer, Integer> distances = new LinkedHashMap<>();
    Set<List<Integer>> seen = new LinkedHashSet<>();
    Set<List<Integer>> layer = Set.of(List.of(origin, -1));
    for (int moves = 1; !layer.isEmpty(); moves++) {
      Set<List<Integer>> next = new LinkedHashSet<>();
      for (List<Integer> node : layer) {
        for (Party mover : movers) {
          if (mover.index() == node.getLast()) continue;
          int count = arcs.targets(mover, node.getFirst(), kind, into);
          for (int k = 0; k < count; k++) {
            if (into[k] != origin) distances.putIfAbsent(into[k], moves);
            next.add(List.of(into[k], mover.index()));
          }
        }
      }
      next.removeAll(seen);
      seen.addAll(next);
      layer = next;
    }
    return distances;
  }

  private static void agree(
      Reach reach, Map<Integer, Integer> expected, StateSpace space, String as) {
    List<Integer> told = new ArrayList<>();
    for (int s = reach.next(); s >= 0; s = reach.next()) {
      assertThat(reach.has(s)).as(as).isTrue();
      told.add(s);
    }
    assertThat(reach.count()).as(as).isEqualTo(told.size());
    assertThat(told).as(as).containsExactlyInAnyOrderElementsOf(expected.keySet());
    assertThat(told.stream().map(reach::distance)).as(as).isSorted();
    assertThat(told).as(as).allMatch(s -> expected.getOrDefault(s, -1) == reach.distance(s));
    assertThat(space.states().filter(reach::has).count()).as(as).isEqualTo(told.size() + 1L);
  }

  private static void check(List<Step> path, Arcs arcs, Kind kind, int origin, int end, String as) {
    int[] into = new int[arcs.most()];
    int at = origin;
    int last = -1;
    for (Step step : path) {
      assertThat(step.by().index()).as(as).isNotEqualTo(last);
      int count = arcs.targets(step.by(), at, kind, into);
      assertThat(Arrays.copyOf(into, count)).as(as).contains(step.to());
      at = step.to();
      last = step.by().index();
    }
    assertThat(at).as(as).isEqualTo(end);
  }

  @Test
  void aSearchGoesOnlyAsFarAsItIsAsked() {
    Arcs arcs = Arcs.of(StateSpace.of(RandomModels.model(RandomModels.draw(1))));
    Reach reach = new Reach(arcs, Kind.MOVES, arcs.space().model().parties(), 0);
    assertThat(reach.count()).isZero();
    assertThat(reach.has(0)).isTrue();
    assertThat(reach.distance(0)).isZero();
    assertThat(reach.path(0)).isEmpty();
    int first = reach.next();
    assertThat(reach.distance(first)).isEqualTo(1);
    assertThat(reach.explored()).isSameAs(reach);
    assertThat(reach.next()).isEqualTo(-1);
  }
}
