package demarche.lens.settlement.steps;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.lens.Run;
import demarche.lens.settlement.Blocker;
import demarche.lens.settlement.LiteralZone;
import demarche.lens.settlement.steps.Pledge.Breach;
import demarche.lens.stability.Concept;
import demarche.lens.stability.Stability;
import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Model;
import demarche.model.Models;
import demarche.model.Option;
import demarche.model.Party;
import demarche.model.Proposal;
import demarche.scenario.Evidence;
import demarche.scenario.ProposalEntry.Form;
import demarche.states.StateSpace;
import demarche.testing.ByDefinition;
import demarche.testing.RandomLocks;
import demarche.testing.RandomModels;
import demarche.testing.Scenarios;
import demarche.testing.Seeds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Plans and pledges against a literal reading, on random models.
final class StepsByDefinitionTest {
  private static final int SEEDS = 2_000;
  private static final int PLEDGES = 400; // each has to be read anew, with its variant

  private final Map<String, Integer> met = new HashMap<>();

  @Test
  void stepsAgreeWithTheirDefinition() {
    long[] seeds = Seeds.first(SEEDS);
    for (long seed : seeds) {
      String yaml = RandomModels.draw(seed);
      Model model = Scenarios.model(yaml);
      StateSpace space = StateSpace.of(model);
      Random random = new Random(seed);
      Read read = new Read(model, new ByDefinition(model));
      for (int k = 0; k < 3; k++) {
        List<List<Integer>> ends = new ArrayList<>();
        for (int j = 0; j <= random.nextInt(3); j++) {
          ends.add(read.literal.states().get(random.nextInt(space.size())));
        }
        Proposal plan = plan(model, ends);
        String what = "%s; -Dseed=%d replays%n%s".formatted(ends, seed, yaml);
        Staged staged = Staged.of(space, plan);
        List<Integer> road = new ArrayList<>(List.of(read.quo()));
        ends.forEach(end -> road.add(read.literal.states().indexOf(end)));
        int last = road.size() - 1;
        for (int j = 1; j <= last; j++) {
          assertThat(parties(staged.alone().get(j - 1)))
              .as(what)
              .isEqualTo(read.refusing(road.get(j - 1), road.get(j)));
          assertThat(parties(staged.open().get(j - 1)))
              .as("step %d, %s", j, what)
              .isEqualTo(read.refusing(road.get(j - 1), read.follows(road, j)));
        }
        Set<String> tied = read.refusing(road.getFirst(), road.getLast());
        assertThat(parties(staged.tied())).as(what).isEqualTo(tied);
        int reached = 0;
        while (reached < last && read.takes(road, reached + 1)) reached++;
        assertThat(staged.reached()).as(what).isEqualTo(reached);
        met.merge(staged.outcome().name(), 1, Integer::sum);
      }
    }
    if (seeds.length < SEEDS) return;
    assertThat(met)
        .containsOnlyKeys(
            Arrays.stream(Staged.Outcome.values()).map(Enum::name).toArray(String[]::new))
        .allSatisfy((_, count) -> assertThat(count).isGreaterThan(20));
  }

  private static Proposal plan(Model model, List<List<Integer>> ends) {
    return new Proposal(
        "p",
        "p",
        List.of(),
        Form.STAGED,
        ends,
        model.parties().stream().map(Party::id).toList(),
        Evidence.NONE);
  }

  private static Set<String> parties(Staged.Answer answer) {
    return answer.refusing().stream()
        .map(Blocker::party)
        .map(Party::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void pledgesAgreeWithTheirDefinition() {
    int opened = 0;
    int broken = 0;
    for (long seed : Seeds.first(PLEDGES)) {
      String yaml = RandomLocks.draw(seed);
      String pledged = pledged(yaml, new Random(seed));
      Models models = Scenarios.models(pledged);
      Model model = models.unvaried();
      assertThat(Pledge.ids(model)).as(pledged).containsExactly("p");
      StateSpace space = StateSpace.of(model);
      StateSpace bound = StateSpace.of(model.variant("p"));
      Stability stability = Stability.of(space, Set.of(Concept.SEQ), Run.quiet());
      Pledge pledge = Pledge.of(stability, bound, Concept.SEQ, Run.quiet());
      String what = "-Dseed=%d replays%n%s".formatted(seed, pledged);
      Read read = new Read(model, new ByDefinition(model));
      Set<Integer> meant = read.opened(model.variant("p"));
      assertThat(pledge.opened().stream().boxed().collect(Collectors.toSet()))
          .as(what)
          .isEqualTo(meant);
      Set<Breach> breaches = new HashSet<>();
      for (int s : meant) breaches.addAll(read.breaches(s, model.variant("p")));
      assertThat(pledge.broken()).as(what).containsExactlyInAnyOrderElementsOf(breaches);
      opened += meant.isEmpty() ? 0 : 1;
      broken += breaches.isEmpty() ? 0 : 1;
    }
    if (Seeds.first(PLEDGES).length < PLEDGES) return;
    assertThat(opened).as("pledges that open something").isGreaterThan(20);
    assertThat(broken).as("of these, not kept").isGreaterThan(20);
  }

  /// The scenario with a variant that rules out one level of an option, or two together, but not
  /// the status quo.
  private static String pledged(String yaml, Random random) {
    Model model = Scenarios.model(yaml);
    int[] quo = model.statusQuo();
    List<String> all = new ArrayList<>();
    for (int k = 0; k < 2; k++) {
      Option option = model.options().get(random.nextInt(model.options().size()));
      int level = random.nextInt(option.levels().size());
      if (level == quo[option.index()]) level = (level + 1) % option.levels().size();
      all.add(option.id() + " = " + option.levels().get(level));
    }
    String ruledOut = random.nextBoolean() ? all.getFirst() : String.join(" and ", all);
    return yaml + "variants: {p: {impossible: [\"" + ruledOut + "\"]}}\n";
  }

  /// The definitions, read word by word.
  private record Read(Model model, ByDefinition literal) {
    int quo() {
      return literal.states().indexOf(Arrays.stream(model.statusQuo()).boxed().toList());
    }

    private boolean accepts(Party party, int from, int to) {
      List<Integer> before = literal.states().get(from);
      List<Integer> after = literal.states().get(to);
      int[] levels = after.stream().mapToInt(Integer::intValue).toArray();
      return switch (party) {
        case Actor actor ->
            actor.preference().redLines().stream().noneMatch(l -> l.never().holds(levels))
                && !literal.prefers(actor, to, from);
        case Body body ->
            body.options().stream()
                    .allMatch(o -> before.get(o.index()).equals(after.get(o.index())))
                || literal.prefers(body, from, to);
      };
    }

    Set<String> refusing(int from, int to) {
      return model.parties().stream()
          .filter(p -> !accepts(p, from, to))
          .map(Party::id)
          .collect(Collectors.toCollection(TreeSet::new));
    }

    /// What follows step j: the same of step j + 1 if that would be taken, else where step j leads.
    int follows(List<Integer> road, int j) {
      if (j == road.size() - 1) return road.get(j);
      return takes(road, j + 1) ? follows(road, j + 1) : road.get(j);
    }

    boolean takes(List<Integer> road, int j) {
      return refusing(road.get(j - 1), follows(road, j)).isEmpty();
    }

    private boolean holds(int s) {
      return model.parties().stream().allMatch(i -> literal.isStable("SEQ", i, s));
    }

    Set<Integer> opened(Model bound) {
      LiteralZone zone = new LiteralZone(bound);
      Read read = new Read(bound, zone.literal());
      Set<Integer> opened = new TreeSet<>();
      for (int s : zone.settlements()) {
        int own = literal.states().indexOf(zone.literal().states().get(s));
        if (read.holds(s) && !holds(own)) opened.add(own);
      }
      return opened;
    }

    Set<Breach> breaches(int s, Model bound) {
      Set<Breach> breaches = new HashSet<>();
      List<List<Integer>> kept = new ByDefinition(bound).states();
      for (Party i : model.parties()) {
        for (int q : literal.improvements(i, s)) {
          boolean breaks = !kept.contains(literal.states().get(q));
          boolean deterred =
              literal.replies(i, q, ByDefinition.Step.IMPROVEMENT).stream()
                  .anyMatch(t -> !literal.prefers(i, s, t));
          if (breaks && !deterred) breaches.add(new Breach(s, i, q));
        }
      }
      return breaches;
    }
  }
}
