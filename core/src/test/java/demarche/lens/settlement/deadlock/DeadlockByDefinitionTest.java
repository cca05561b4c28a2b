package demarche.lens.settlement.deadlock;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.lens.Run;
import demarche.lens.settlement.deadlock.Together.JointStep;
import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Model;
import demarche.model.Option;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import demarche.testing.ByDefinition;
import demarche.testing.RandomAgreements;
import demarche.testing.RandomLocks;
import demarche.testing.Scenarios;
import demarche.testing.Seeds;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Deadlock against a literal reading, on random models and towards random states.
final class DeadlockByDefinitionTest {
  private static final int SEEDS = 2_000;

  private final Map<String, Integer> met = new HashMap<>();

  @Test
  void everyAnswerAgreesWithTheDefinitions() {
    long[] seeds = Seeds.first(SEEDS);
    for (long seed : seeds) {
      String yaml = seed % 2 == 0 ? RandomAgreements.draw(seed) : RandomLocks.draw(seed);
      Model model = Scenarios.model(yaml);
      Arcs arcs = Arcs.of(StateSpace.of(model));
      Read read = new Read(model, new ByDefinition(model));
      String what = "-Dseed=%d replays%n%s".formatted(seed, yaml);
      better(arcs, read, what);
      if (model.isGraph()) continue;
      Random random = new Random(seed);
      for (int k = 0; k < 2; k++) {
        int all = seed % 2 == 0 ? -1 : arcs.space().state(RandomLocks.allTaken(yaml));
        int target = k == 0 && all >= 0 ? all : random.nextInt(arcs.space().size());
        towards(arcs, read, target, "towards %s; %s".formatted(arcs.space().code(target), what));
      }
    }
    if (seeds.length < SEEDS) return;
    assertThat(met)
        .as("how often each was drawn")
        .containsOnlyKeys("locked", "waits", "circle", "push", "step by step", "body waits")
        .allSatisfy((_, count) -> assertThat(count).isGreaterThan(20));
  }

  private void meet(String what) {
    met.merge(what, 1, Integer::sum);
  }

  private static Set<Integer> states(StateSet states) {
    return states.stream().boxed().collect(Collectors.toCollection(TreeSet::new));
  }

  private void better(Arcs arcs, Read read, String what) {
    Deadlock deadlock = Deadlock.of(arcs, Run.quiet());
    Set<Integer> better = new TreeSet<>();
    for (int s = 0; s < read.literal.states().size(); s++) if (read.isBetter(s)) better.add(s);
    assertThat(states(deadlock.better())).as(what).isEqualTo(better);
    Set<Integer> reached = new TreeSet<>(better);
    reached.retainAll(read.led(read.quo()));
    assertThat(states(deadlock.reached())).as(what).isEqualTo(reached);
    if (reached.size() < better.size()) meet("locked");
  }

  private void towards(Arcs arcs, Read read, int target, String what) {
    Towards towards = Towards.of(arcs, target, Run.quiet());
    boolean led = read.led(read.quo()).contains(target);
    assertThat(towards.led()).as(what).isEqualTo(led);
    Set<List<String>> waits = new HashSet<>();
    for (var wait : towards.waiting().waits()) {
      assertThat(read.literal.moves(wait.forWhom(), read.quo())).as(what).contains(wait.after());
      assertThat(read.helpful(wait.who(), wait.after(), target)).as(what).contains(wait.then());
      waits.add(List.of(wait.who().id(), wait.forWhom().id()));
      if (wait.who() instanceof Body) meet("body waits");
    }
    Set<List<String>> meant = led ? Set.of() : read.waits(target);
    assertThat(waits).as(what).isEqualTo(meant);
    assertThat(towards.waiting().waits()).as(what).hasSize(meant.size());
    Set<List<String>> circles = Read.circles(meant);
    assertThat(
            towards.circles().all().stream().map(c -> c.stream().map(Party::id).toList()).toList())
        .as(what)
        .containsExactlyInAnyOrderElementsOf(read.fromFirst(circles));
    assertThat(towards.circles().members().stream().map(Party::id).collect(Collectors.toSet()))
        .as(what)
        .isEqualTo(circles.stream().flatMap(List::stream).collect(Collectors.toSet()));
    Set<String> pushes = led ? Set.of() : read.pushes(target);
    assertThat(towards.pushes().stream().map(p -> p.option().id() + p.level()))
        .as(what)
        .containsExactlyInAnyOrderElementsOf(pushes);
    together(read, target, towards.together(), what);
    if (!waits.isEmpty()) meet("waits");
    if (!circles.isEmpty()) meet("circle");
    if (!pushes.isEmpty()) meet("push");
  }

  private void together(Read read, int target, Together together, String what) {
    assertThat(together.notSearched()).as(what).isEmpty();
    List<Integer> best = read.together(target);
    if (best.isEmpty()) {
      assertThat(together.steps()).as(what).isEmpty();
      return;
    }
    assertThat(List.of(together.largest(), together.steps().size())).as(what).isEqualTo(best);
    int at = read.quo();
    for (JointStep step : together.steps()) {
      assertThat(new HashSet<>(step.by())).as(what).isEqualTo(read.joint(at, step.to(), target));
      at = step.to();
    }
    assertThat(at).as(what).isEqualTo(target);
    if (together.steps().size() > 1 && together.largest() > 1) meet("step by step");
  }

  /// The definitions, read word by word.
  private record Read(Model model, ByDefinition literal) {
    int quo() {
      return literal.states().indexOf(Arrays.stream(model.statusQuo()).boxed().toList());
    }

    boolean isBetter(int s) {
      boolean gain = false;
      int[] levels = literal.states().get(s).stream().mapToInt(Integer::intValue).toArray();
      for (Actor actor : model.actors()) {
        if (!actor.partOf().isEmpty()) continue;
        if (actor.preference().redLines().stream().anyMatch(l -> l.never().holds(levels))) {
          return false;
        }
        if (literal.prefers(actor, s, quo())) return false;
        gain |= literal.prefers(actor, quo(), s);
      }
      return gain;
    }

    /// What legal sequences of improvements reach, the beginning included.
    Set<Integer> led(int from) {
      Set<Integer> reached = new TreeSet<>(Set.of(from));
      Set<List<Integer>> seen = new HashSet<>();
      Deque<List<Integer>> open = new ArrayDeque<>(List.of(List.of(from, -1)));
      while (!open.isEmpty()) {
        List<Integer> node = open.remove();
        for (Party mover : model.parties()) {
          if (mover.index() == node.get(1)) continue;
          for (int t : literal.improvements(mover, node.get(0))) {
            reached.add(t);
            List<Integer> next = List.of(t, mover.index());
            if (seen.add(next)) open.add(next);
          }
        }
      }
      return reached;
    }

    private int level(int s, Option o) {
      return literal.states().get(s).get(o.index());
    }

    /// Improvements that change one of the party's options to what the better state has.
    Set<Integer> helpful(Party party, int s, int target) {
      Set<Integer> helpful = new TreeSet<>();
      for (int q : literal.improvements(party, s)) {
        for (Option o : party.options()) {
          if (level(s, o) != level(target, o) && level(q, o) == level(target, o)) helpful.add(q);
        }
      }
      return helpful;
    }

    Set<List<String>> waits(int target) {
      Set<List<String>> waits = new HashSet<>();
      for (Party i : model.parties()) {
        if (!helpful(i, quo(), target).isEmpty()) continue;
        for (Party j : model.parties()) {
          if (i.equals(j)) continue;
          for (int s : literal.moves(j, quo())) {
            if (!helpful(i, s, target).isEmpty()) waits.add(List.of(i.id(), j.id()));
          }
        }
      }
      return waits;
    }

    /// All sequences of different parties that close, from each of their members.
    static Set<List<String>> circles(Set<List<String>> waits) {
      Set<List<String>> circles = new HashSet<>();
      Deque<List<String>> open = new ArrayDeque<>();
      waits.forEach(w -> open.add(List.of(w.getFirst())));
      while (!open.isEmpty()) {
        List<String> path = open.remove();
        for (List<String> wait : waits) {
          if (!wait.getFirst().equals(path.getLast())) continue;
          if (wait.getLast().equals(path.getFirst())) circles.add(path);
          if (path.contains(wait.getLast())) continue;
          List<String> longer = new ArrayList<>(path);
          longer.add(wait.getLast());
          open.add(longer);
        }
      }
      return circles;
    }

    /// Those that begin with the member that comes first in the model.
    Set<List<String>> fromFirst(Set<List<String>> circles) {
      List<String> order = model.parties().stream().map(Party::id).toList();
      return circles.stream()
          .filter(c -> c.stream().allMatch(id -> order.indexOf(id) >= order.indexOf(c.getFirst())))
          .collect(Collectors.toSet());
    }

    Set<String> pushes(int target) {
      Set<String> pushes = new TreeSet<>();
      for (int s = 0; s < literal.states().size(); s++) {
        List<Option> pushed = new ArrayList<>();
        for (Option o : model.options()) if (level(s, o) != level(quo(), o)) pushed.add(o);
        if (pushed.size() != 1 || !led(s).contains(target)) continue;
        pushes.add(pushed.getFirst().id() + level(s, pushed.getFirst()));
      }
      return pushes;
    }

    /// The owners of what changes, if that is a joint step towards the target; else nobody.
    Set<Party> joint(int from, int to, int target) {
      Set<Party> owners = new HashSet<>();
      for (Party party : model.parties()) {
        for (Option o : party.options()) {
          if (level(from, o) == level(to, o)) continue;
          boolean towards = level(to, o) == level(target, o) && permits(o, from, to);
          if (!towards || !literal.prefers(party, from, to)) return Set.of();
          owners.add(party);
        }
      }
      return owners;
    }

    private boolean permits(Option option, int from, int to) {
      int change = level(to, option) - level(from, option);
      boolean way =
          switch (option.freedom()) {
            case BOTH -> true;
            case UP -> change > 0;
            case DOWN -> change < 0;
          };
      return way && (!option.stride().name().equals("ONE") || Math.abs(change) == 1);
    }

    /// The size of the largest group and the number of steps; empty where nothing leads there.
    List<Integer> together(int target) {
      List<Integer> between = new ArrayList<>();
      for (int s = 0; s < literal.states().size(); s++) {
        int state = s;
        boolean stands =
            model.options().stream()
                .allMatch(
                    o -> level(state, o) == level(quo(), o) || level(state, o) == level(target, o));
        if (stands) between.add(s);
      }
      Map<List<Integer>, Set<Party>> owners = new HashMap<>();
      for (int s : between) {
        for (int t : between) if (s != t) owners.put(List.of(s, t), joint(s, t, target));
      }
      for (int size = 0; size <= model.parties().size(); size++) {
        Set<Integer> layer = new TreeSet<>(Set.of(quo()));
        for (int steps = 0; steps <= model.options().size(); steps++) {
          if (layer.contains(target)) return List.of(size, steps);
          Set<Integer> next = new TreeSet<>();
          for (var step : owners.entrySet()) {
            int group = step.getValue().size();
            boolean small = group > 0 && group <= size;
            if (small && layer.contains(step.getKey().getFirst()))
              next.add(step.getKey().getLast());
          }
          layer = next;
        }
      }
      return List.of();
    }
  }
}
