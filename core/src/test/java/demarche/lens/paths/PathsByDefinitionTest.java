package demarche.lens.paths;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.lens.Run;
import demarche.lens.paths.PathsByDefinition.Arc;
import demarche.model.Model;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.Reach.Step;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import demarche.testing.RandomModels;
import demarche.testing.Scenarios;
import demarche.testing.Seeds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The lens against a literal reading, on random models and from random states.
final class PathsByDefinitionTest {
  private static final int SEEDS = 3_000;

  /// How often something worth testing was drawn: a property about traps needs some.
  private final Map<String, Integer> met = new HashMap<>();

  @Test
  void everyAnswerAgreesWithTheDefinitions() {
    long[] seeds = Seeds.first(SEEDS);
    for (long seed : seeds) {
      String yaml = RandomModels.draw(seed);
      Drawn drawn = Drawn.of(yaml, seed);
      for (Arcs.Kind kind : Arcs.Kind.values()) distancesAgree(drawn, kind);
      groupsAgree(drawn);
      areasAgree(drawn);
      trapsAgree(drawn);
    }
    if (seeds.length < SEEDS) return;
    assertThat(met)
        .as("how often each was drawn")
        .containsOnlyKeys("group of several", "cycle", "cycle reached", "end in a cycle", "trap")
        .allSatisfy((_, count) -> assertThat(count).isGreaterThan(20));
  }

  private void meet(String what) {
    met.merge(what, 1, Integer::sum);
  }

  /// A random model, a state in it, some states as an aim, and what is said about them.
  private record Drawn(
      Model model, PathsByDefinition literal, Paths paths, StateSet aim, String about) {
    static Drawn of(String yaml, long seed) {
      Model model = Scenarios.model(yaml);
      Arcs arcs = Arcs.of(StateSpace.of(model));
      Random random = new Random(seed);
      int size = arcs.space().size();
      int start = random.nextBoolean() ? arcs.space().statusQuo() : random.nextInt(size);
      StateSet aim = new StateSet(size);
      for (int s = 0; s < size; s++) if (random.nextInt(3) == 0) aim.add(s);
      return new Drawn(
          model,
          new PathsByDefinition(model),
          Paths.of(arcs, start, Run.quiet()),
          aim,
          "from %s; -Dseed=%d replays\n%s".formatted(arcs.space().code(start), seed, yaml));
    }

    int start() {
      return paths.start();
    }
  }

  private static void distancesAgree(Drawn drawn, Arcs.Kind kind) {
    Arc arc = kind == Arcs.Kind.MOVES ? Arc.MOVE : Arc.IMPROVEMENT;
    Map<Integer, Integer> expected = drawn.literal.distances(drawn.start(), arc);
    Map<Integer, Integer> found = new TreeMap<>();
    for (int s = 0; s < drawn.literal.size(); s++) {
      if (!drawn.paths.reaches(s, kind)) continue;
      found.put(s, drawn.paths.distance(s, kind));
      List<Step> steps = drawn.paths.shortest(s, kind);
      assertThat(steps).as("%s to %d %s", kind, s, drawn.about).hasSize(found.get(s));
      replay(drawn, steps, s, arc);
    }
    assertThat(found).as("%s %s", kind, drawn.about).isEqualTo(expected);
    layersAgree(drawn, kind, expected);
  }

  private static void replay(Drawn drawn, List<Step> steps, int end, Arc arc) {
    int at = drawn.start();
    int last = -1;
    for (Step step : steps) {
      assertThat(step.by().index()).as("twice in a row, %s", drawn.about).isNotEqualTo(last);
      assertThat(drawn.literal.leads(step.by(), at, step.to(), arc)).as(drawn.about).isTrue();
      at = step.to();
      last = step.by().index();
    }
    assertThat(at).as(drawn.about).isEqualTo(end);
  }

  private static void layersAgree(Drawn drawn, Arcs.Kind kind, Map<Integer, Integer> distances) {
    Map<Integer, List<Integer>> expected = new TreeMap<>();
    distances.forEach((s, d) -> {
      if (d > 0) expected.computeIfAbsent(d, _ -> new ArrayList<>()).add(s);
    });
    Layers layers = drawn.paths.layers(kind);
    Map<Integer, List<Integer>> found = new TreeMap<>();
    for (int d = 1; d <= layers.most(); d++) {
      if (layers.count(d) > 0) found.put(d, layers.at(d));
      assertThat(layers.count(d)).isEqualTo(layers.at(d).size());
    }
    assertThat(found).as("layers, %s", drawn.about).isEqualTo(expected);
    assertThat(layers.count()).isEqualTo(distances.size() - 1);
    assertThat(layers.count(layers.most() + 1)).isZero();
  }

  private void groupsAgree(Drawn drawn) {
    Set<Integer> everywhere =
        IntStream.range(0, drawn.literal.size()).boxed().collect(Collectors.toSet());
    groupsAgree(drawn, drawn.paths.groups(), everywhere);
    Set<Integer> aim = drawn.aim.stream().boxed().collect(Collectors.toSet());
    groupsAgree(drawn, drawn.paths.groups(drawn.aim, Run.quiet()), aim);
  }

  private void groupsAgree(Drawn drawn, Groups groups, Set<Integer> aim) {
    Map<Set<String>, Set<Integer>> expected = drawn.literal.groups(drawn.start(), aim);
    Map<Set<String>, Set<Integer>> found = new LinkedHashMap<>();
    int last = 0;
    for (Group group : groups.found()) {
      Set<String> ids = PathsByDefinition.ids(group.members());
      found.put(ids, new TreeSet<>(group.targets()));
      assertThat(group.targets()).isSorted();
      assertThat(group.best())
          .as("best of %s, %s", ids, drawn.about)
          .isEqualTo(drawn.literal.best(ids, drawn.start(), new TreeSet<>(group.targets())));
      assertThat(ids.size()).as("order, %s", drawn.about).isGreaterThanOrEqualTo(last);
      last = ids.size();
      if (last > 1) meet("group of several");
    }
    assertThat(groups.notSearched()).isEmpty();
    assertThat(found).as("groups, %s", drawn.about).isEqualTo(expected);
  }

  private void areasAgree(Drawn drawn) {
    boolean[][] leads = drawn.literal.leads();
    List<Set<Integer>> areas = drawn.literal.areas(leads);
    Set<Integer> reached = drawn.literal.distances(drawn.start(), Arc.IMPROVEMENT).keySet();
    Set<Set<Integer>> cycles = areas.stream().filter(a -> a.size() > 1).collect(Collectors.toSet());
    Set<Set<Integer>> within =
        cycles.stream()
            .filter(a -> a.stream().anyMatch(reached::contains))
            .collect(Collectors.toSet());
    Cycles found = drawn.paths.cycles();
    assertThat(sets(found.areas())).as("cycles, %s", drawn.about).isEqualTo(cycles);
    assertThat(sets(found.reached())).as("reached, %s", drawn.about).isEqualTo(within);
    assertThat(found.states()).isEqualTo(cycles.stream().mapToInt(Set::size).sum());
    if (cycles.isEmpty()) {
      assertThat(found.shortest()).isEmpty();
    } else {
      meet("cycle");
      if (!within.isEmpty()) meet("cycle reached");
      shortestAgrees(drawn, areas, within.isEmpty() ? cycles : within);
    }
    endsAgree(drawn, areas, leads, reached);
  }

  private static void shortestAgrees(
      Drawn drawn, List<Set<Integer>> areas, Set<Set<Integer>> candidates) {
    Cycles found = drawn.paths.cycles();
    Set<Integer> area = areas.get(found.from());
    assertThat(candidates).contains(area);
    assertThat(new TreeSet<>(found.area().states())).isEqualTo(area);
    assertThat(found.isExhaustive()).isTrue();
    assertThat(area).hasSize(candidates.stream().mapToInt(Set::size).min().orElseThrow());
    int shortest = area.stream().mapToInt(drawn.literal::cycle).min().orElseThrow();
    assertThat(found.shortest()).as("cycle, %s", drawn.about).hasSize(shortest);
    int at = found.from();
    for (Step step : found.shortest()) {
      assertThat(drawn.literal.leads(step.by(), at, step.to(), Arc.IMPROVEMENT)).isTrue();
      at = step.to();
    }
    assertThat(at).isEqualTo(found.from());
  }

  private void endsAgree(
      Drawn drawn, List<Set<Integer>> areas, boolean[][] leads, Set<Integer> reached) {
    Set<Set<Integer>> expected =
        reached.stream()
            .filter(
                s -> IntStream.range(0, leads.length).allMatch(t -> !leads[s][t] || leads[t][s]))
            .map(areas::get)
            .collect(Collectors.toSet());
    List<Landscape.Area> ends = drawn.paths.ends();
    assertThat(sets(ends)).as("ends, %s", drawn.about).isEqualTo(expected);
    assertThat(ends).doesNotHaveDuplicates();
    if (expected.stream().anyMatch(a -> a.size() > 1)) meet("end in a cycle");
  }

  private static Set<Set<Integer>> sets(List<Landscape.Area> areas) {
    return areas.stream()
        .<Set<Integer>>map(a -> new TreeSet<>(a.states()))
        .collect(Collectors.toSet());
  }

  private void trapsAgree(Drawn drawn) {
    Set<Integer> expected = drawn.literal.traps(drawn.start());
    Traps traps = drawn.paths.traps();
    assertThat(traps.states().stream().boxed().collect(Collectors.toSet()))
        .as("traps, %s", drawn.about)
        .isEqualTo(expected);
    if (!expected.isEmpty()) meet("trap");
  }

  @Test
  void startersAreThePartiesWithImprovements() {
    for (long seed : Seeds.first(SEEDS / 10)) {
      Drawn drawn = Drawn.of(RandomModels.draw(seed), seed);
      Map<String, Set<Integer>> expected = new TreeMap<>();
      for (Party party : drawn.model.parties()) {
        Set<Integer> targets = new TreeSet<>();
        for (int t = 0; t < drawn.literal.size(); t++) {
          if (drawn.literal.leads(party, drawn.start(), t, Arc.IMPROVEMENT)) targets.add(t);
        }
        if (!targets.isEmpty()) expected.put(party.id(), targets);
      }
      Map<String, Set<Integer>> found = new TreeMap<>();
      drawn.paths.starters().forEach(s -> found.put(s.party().id(), new TreeSet<>(s.targets())));
      assertThat(found).as(drawn.about).isEqualTo(expected);
    }
  }
}
