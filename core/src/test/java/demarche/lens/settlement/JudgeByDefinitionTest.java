package demarche.lens.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.lens.Run;
import demarche.lens.stability.Concept;
import demarche.lens.stability.Stability;
import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Model;
import demarche.model.Option;
import demarche.model.Party;
import demarche.model.Proposal;
import demarche.scenario.Evidence;
import demarche.scenario.ProposalEntry.Form;
import demarche.states.Reach;
import demarche.states.StateSpace;
import demarche.testing.ByDefinition;
import demarche.testing.RandomModels;
import demarche.testing.Scenarios;
import demarche.testing.Seeds;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Judgements of proposals against a literal reading, on random models.
final class JudgeByDefinitionTest {
  private static final Set<Concept> CONCEPTS = EnumSet.of(Concept.R, Concept.GMR, Concept.SEQ);

  @Test
  void everyJudgementAgreesWithTheDefinitions() {
    for (long seed : Seeds.first(3_000)) {
      String yaml = RandomModels.draw(seed);
      Model model = Scenarios.model(yaml);
      StateSpace space = StateSpace.of(model);
      ByDefinition literal = new ByDefinition(model);
      Judge judge = new Judge(Stability.of(space, CONCEPTS, Run.quiet()), Run.quiet());
      Map<Integer, Integer> distances = distances(model, literal, space.statusQuo());
      Random random = new Random(seed);
      for (int k = 0; k < 4; k++) {
        int s = random.nextInt(space.size());
        String what = "state %d; -Dseed=%d replays%n%s".formatted(s, seed, yaml);
        Judgement judged = judge.of(proposal(model, literal.states().get(s)));
        assertThat(judged.state()).as(what).isEqualTo(s);
        assertThat(judged.feasible()).as(what).isTrue();
        consents(model, literal, s, judged, what);
        for (Concept concept : CONCEPTS) {
          assertThat(judged.equilibrium().contains(concept))
              .as("%s, %s", concept, what)
              .isEqualTo(
                  model.parties().stream().allMatch(i -> literal.isStable(concept.name(), i, s)));
        }
        road(model, literal, space.statusQuo(), s, distances, judged, what);
      }
    }
  }

  private static Proposal proposal(Model model, List<Integer> end) {
    return new Proposal(
        "p",
        "p",
        List.of(),
        Form.AT_ONCE,
        List.of(end),
        model.parties().stream().map(Party::id).toList(),
        Evidence.NONE);
  }

  private static void consents(
      Model model, ByDefinition literal, int s, Judgement judged, String what) {
    int d = literal.states().indexOf(Arrays.stream(model.disagreement()).boxed().toList());
    assertThat(d).as(what).isNotNegative();
    List<Party> accepting =
        model.parties().stream().filter(p -> accepts(literal, p, d, s)).toList();
    assertThat(judged.accepting()).as(what).isEqualTo(accepting);
    assertThat(judged.blockers().stream().map(Blocker::party))
        .as(what)
        .isEqualTo(model.parties().stream().filter(p -> !accepting.contains(p)).toList());
    for (Blocker blocker : judged.blockers()) {
      boolean crosses =
          blocker.party() instanceof Actor actor && crosses(actor, literal.states().get(s));
      assertThat(blocker instanceof Blocker.CrossesLine).as(what).isEqualTo(crosses);
    }
  }

  private static boolean accepts(ByDefinition literal, Party party, int d, int s) {
    return switch (party) {
      case Actor actor -> !crosses(actor, literal.states().get(s)) && !literal.prefers(actor, s, d);
      case Body body -> changed(literal, body, d, s).isEmpty() || literal.prefers(body, d, s);
    };
  }

  private static boolean crosses(Actor actor, List<Integer> levels) {
    int[] array = levels.stream().mapToInt(Integer::intValue).toArray();
    return actor.preference().redLines().stream().anyMatch(line -> line.never().holds(array));
  }

  private static List<Option> changed(ByDefinition literal, Party party, int from, int to) {
    List<Integer> before = literal.states().get(from);
    List<Integer> after = literal.states().get(to);
    return party.options().stream()
        .filter(o -> !before.get(o.index()).equals(after.get(o.index())))
        .toList();
  }

  private static void road(
      Model model,
      ByDefinition literal,
      int from,
      int to,
      Map<Integer, Integer> distances,
      Judgement judged,
      String what) {
    if (distances.containsKey(to)) {
      assertThat(judged.road()).as(what).isInstanceOf(Judgement.Single.class);
      List<Reach.Step> steps = ((Judgement.Single) judged.road()).steps();
      assertThat(steps).as(what).hasSize(distances.get(to));
      int at = from;
      for (int k = 0; k < steps.size(); k++) {
        Reach.Step step = steps.get(k);
        assertThat(literal.improvements(step.by(), at)).as(what).contains(step.to());
        if (k > 0) assertThat(step.by()).as(what).isNotEqualTo(steps.get(k - 1).by());
        at = step.to();
      }
      assertThat(at).as(what).isEqualTo(to);
      return;
    }
    Set<Party> owners =
        model.parties().stream()
            .filter(p -> !changed(literal, p, from, to).isEmpty())
            .collect(Collectors.toSet());
    boolean able =
        owners.stream()
            .flatMap(p -> changed(literal, p, from, to).stream())
            .allMatch(o -> permits(o, literal, from, to));
    boolean joint =
        !owners.isEmpty() && able && owners.stream().allMatch(p -> literal.prefers(p, from, to));
    assertThat(judged.road() instanceof Judgement.Joint).as(what).isEqualTo(joint);
    if (judged.road() instanceof Judgement.Joint(var together)) {
      assertThat(new HashSet<>(together)).as(what).isEqualTo(owners);
    }
  }

  private static boolean permits(Option option, ByDefinition literal, int from, int to) {
    int change =
        literal.states().get(to).get(option.index())
            - literal.states().get(from).get(option.index());
    boolean direction =
        switch (option.freedom()) {
          case BOTH -> true;
          case UP -> change > 0;
          case DOWN -> change < 0;
        };
    return direction && (!option.stride().name().equals("ONE") || Math.abs(change) == 1);
  }

  /// The length of a shortest legal sequence of improvements to each state that has one.
  private static Map<Integer, Integer> distances(Model model, ByDefinition literal, int from) {
    Map<Integer, Integer> distances = new HashMap<>(Map.of(from, 0));
    Map<List<Integer>, Integer> seen = new HashMap<>();
    Deque<List<Integer>> open = new ArrayDeque<>(List.of(List.of(from, -1)));
    seen.put(List.of(from, -1), 0);
    while (!open.isEmpty()) {
      List<Integer> node = open.remove();
      int steps = seen.getOrDefault(node, 0) + 1;
      for (Party mover : model.parties()) {
        if (mover.index() == node.get(1)) continue;
        for (int t : literal.improvements(mover, node.get(0))) {
          distances.putIfAbsent(t, steps);
          List<Integer> next = List.of(t, mover.index());
          if (seen.putIfAbsent(next, steps) == null) open.add(next);
        }
      }
    }
    return distances;
  }
}
