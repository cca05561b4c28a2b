package demarche.lens.stability;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.lens.Run;
import demarche.lens.stability.Explanation.Deterrence;
import demarche.lens.stability.Explanation.Escapable;
import demarche.lens.stability.Explanation.Improvement;
import demarche.lens.stability.Explanation.Joint;
import demarche.lens.stability.Explanation.NoJointLoss;
import demarche.lens.stability.Explanation.NoReply;
import demarche.lens.stability.Explanation.NotConsidered;
import demarche.lens.stability.Explanation.Sanctioned;
import demarche.lens.stability.Explanation.StillBetter;
import demarche.model.Body;
import demarche.model.Model;
import demarche.model.Option;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.Reach.Step;
import demarche.states.StateSpace;
import demarche.testing.ByDefinition;
import demarche.testing.RandomModels;
import demarche.testing.Scenarios;
import demarche.testing.Seeds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Every explanation replayed against a literal reading of the definitions, on random models.
final class ExplanationReplayTest {
  private static final int STATES_OF_A_MODEL = 8;

  @Test
  void everyExplanationCanBeReplayed() {
    for (long seed : Seeds.first(2_000)) {
      String yaml = RandomModels.draw(seed);
      Model model = Scenarios.model(yaml);
      Arcs arcs = Arcs.of(StateSpace.of(model));
      ByDefinition literal = new ByDefinition(model);
      int size = arcs.space().size();
      int stride = Math.max(1, size / STATES_OF_A_MODEL);
      for (Concept concept : Concept.values()) {
        if (concept == Concept.SIM && model.isGraph()) continue;
        for (Party party : model.parties()) {
          for (int s = (int) (seed % stride); s < size; s += stride) {
            Explanation told = Explanation.of(arcs, party, s, concept, Run.quiet());
            String where =
                "%s of %s for %s; -Dseed=%d replays\n%s"
                    .formatted(concept, arcs.space().code(s), party.id(), seed, yaml);
            new Replay(model, literal, told, where).all();
          }
        }
      }
    }
  }

  private record Replay(Model model, ByDefinition literal, Explanation told, String where) {
    void all() {
      assertThat(told.isStable())
          .as(where)
          .isEqualTo(literal.isStable(told.concept().name(), told.party(), told.state()));
      assertThat(told.improvements().stream().map(Improvement::to))
          .as(where)
          .containsExactlyElementsOf(literal.improvements(told.party(), told.state()));
      told.improvements().forEach(this::improvement);
    }

    private void improvement(Improvement improvement) {
      Deterrence deterrence = improvement.deterrence();
      assertThat(improvement.isDeterred())
          .as("deterrence from %d, %s", improvement.to(), where)
          .isEqualTo(isDeterredByDefinition(improvement.to()));
      switch (deterrence) {
        case Sanctioned sanctioned -> sanctioned(improvement.to(), sanctioned);
        case Joint joint -> joint(improvement.to(), joint);
        case NotConsidered() -> assertThat(told.concept()).as(where).isEqualTo(Concept.R);
        case NoReply(Arcs.Kind kind) -> noReply(improvement.to(), kind);
        case StillBetter better -> stillBetter(improvement.to(), better);
        case Escapable escapable -> escapable(improvement.to(), escapable);
        case NoJointLoss(long combinations, long infeasible) -> {
          List<Integer> results = combinations(improvement.to());
          assertThat(combinations).as(where).isEqualTo(results.size());
          assertThat(infeasible).as(where).isEqualTo(results.stream().filter(t -> t < 0).count());
        }
      }
    }

    /// The definitions, for one improvement.
    private boolean isDeterredByDefinition(int q) {
      return switch (told.concept()) {
        case R -> false;
        case GMR, SEQ -> replies(q).stream().anyMatch(this::isHarmful);
        case SMR, SSEQ ->
            replies(q).stream()
                .anyMatch(t -> isHarmful(t) && counters(t).stream().allMatch(this::isHarmful));
        case SIM -> combinations(q).stream().anyMatch(t -> t >= 0 && isHarmful(t));
      };
    }

    private boolean isHarmful(int t) {
      return !literal.prefers(told.party(), told.state(), t);
    }

    private Set<Integer> counters(int t) {
      return literal.moves(told.party(), t);
    }

    private Set<Integer> replies(int q) {
      return literal.replies(told.party(), q, step());
    }

    private ByDefinition.Step step() {
      return switch (told.concept()) {
        case SEQ, SSEQ -> ByDefinition.Step.IMPROVEMENT;
        case R, GMR, SMR, SIM -> ByDefinition.Step.MOVE;
      };
    }

    private List<Party> others() {
      return model.parties().stream().filter(p -> p.index() != told.party().index()).toList();
    }

    /// Each step legal from where the one before led; returns where they end.
    private int replayed(int q, List<Step> steps) {
      assertThat(steps).as(where).isNotEmpty();
      int at = q;
      int last = told.party().index();
      for (Step step : steps) {
        assertThat(step.by().index()).as("mover, %s", where).isNotEqualTo(last);
        assertThat(step.by().index()).as("mover, %s", where).isNotEqualTo(told.party().index());
        Set<Integer> legal =
            step() == ByDefinition.Step.IMPROVEMENT
                ? literal.improvements(step.by(), at)
                : literal.moves(step.by(), at);
        assertThat(legal)
            .as("step of %s from %d, %s", step.by().id(), at, where)
            .contains(step.to());
        at = step.to();
        last = step.by().index();
      }
      return at;
    }

    private void sanctioned(int q, Sanctioned sanctioned) {
      int end = replayed(q, sanctioned.steps());
      assertThat(end).as(where).isEqualTo(sanctioned.end());
      assertThat(isHarmful(end)).as("end %d harms, %s", end, where).isTrue();
      boolean symmetric = told.concept() == Concept.SMR || told.concept() == Concept.SSEQ;
      Set<Integer> counters = symmetric ? counters(end) : Set.of();
      assertThat(sanctioned.counters()).as(where).containsExactlyElementsOf(counters);
      assertThat(counters).as("escapes from %d, %s", end, where).allMatch(this::isHarmful);
      assertThat(sanctioned.steps().size())
          .as("a shortest sequence, %s", where)
          .isEqualTo(fewestSteps(q, symmetric));
    }

    /// In layers of states and last movers, step by step.
    private int fewestSteps(int q, boolean symmetric) {
      Set<List<Integer>> layer = Set.of(List.of(q, -1));
      for (int steps = 1; ; steps++) {
        Set<List<Integer>> next = new LinkedHashSet<>();
        for (List<Integer> node : layer) {
          for (Party mover : others()) {
            if (mover.index() == node.get(1)) continue;
            Set<Integer> targets =
                step() == ByDefinition.Step.IMPROVEMENT
                    ? literal.improvements(mover, node.get(0))
                    : literal.moves(mover, node.get(0));
            targets.forEach(t -> next.add(List.of(t, mover.index())));
          }
        }
        for (List<Integer> node : next) {
          int t = node.getFirst();
          if (!isHarmful(t)) continue;
          if (!symmetric || counters(t).stream().allMatch(this::isHarmful)) return steps;
        }
        layer = next;
      }
    }

    private void joint(int q, Joint joint) {
      assertThat(joint.choices()).as(where).isNotEmpty();
      List<Integer> levels = with(told.party(), literal.states().get(told.state()), q);
      for (Step choice : joint.choices()) {
        assertThat(choice.by().index()).as(where).isNotEqualTo(told.party().index());
        assertThat(literal.improvements(choice.by(), told.state())).as(where).contains(choice.to());
        levels = with(choice.by(), levels, choice.to());
      }
      assertThat(joint.choices().stream().map(c -> c.by().index()))
          .as("one choice each, %s", where)
          .doesNotHaveDuplicates();
      assertThat(literal.states().get(joint.result())).as(where).isEqualTo(levels);
      assertThat(isHarmful(joint.result())).as(where).isTrue();
    }

    /// What each way for the others to make gains of their own at once would give, -1 where that is
    /// no state; that nobody else does anything is not among them.
    private List<Integer> combinations(int q) {
      List<List<Integer>> all = List.of(with(told.party(), literal.states().get(told.state()), q));
      for (Party other : others()) {
        List<List<Integer>> more = new ArrayList<>(all);
        for (int t : literal.improvements(other, told.state())) {
          all.forEach(levels -> more.add(with(other, levels, t)));
        }
        all = more;
      }
      return all.stream().skip(1).map(levels -> literal.states().indexOf(levels)).toList();
    }

    private List<Integer> with(Party party, List<Integer> base, int from) {
      List<Integer> levels = new ArrayList<>(base);
      for (Option option : party.options()) {
        levels.set(option.index(), literal.states().get(from).get(option.index()));
      }
      return levels;
    }

    private void noReply(int q, Arcs.Kind kind) {
      assertThat(replies(q)).as(where).isEmpty();
      boolean anyMove = others().stream().anyMatch(p -> !literal.moves(p, q).isEmpty());
      assertThat(kind).as(where).isEqualTo(anyMove ? Arcs.Kind.IMPROVEMENTS : Arcs.Kind.MOVES);
    }

    /// What the others reach, the improvement itself left out: it undoes nothing.
    private List<Integer> reached(int q) {
      return replies(q).stream().filter(t -> t != q).toList();
    }

    private void stillBetter(int q, StillBetter better) {
      assertThat(better.replies()).as(where).isPositive().isEqualTo(reached(q).size());
      if (told.party() instanceof Body) {
        assertThat(better.worst()).as(where).isEmpty();
        return;
      }
      int worst = replayed(q, better.worst());
      assertThat(reached(q))
          .as("none is worse than %d, %s", worst, where)
          .noneMatch(t -> literal.prefers(told.party(), t, worst));
    }

    private void escapable(int q, Escapable escapable) {
      List<Integer> harmful = reached(q).stream().filter(this::isHarmful).toList();
      assertThat(escapable.replies()).as(where).isEqualTo(reached(q).size());
      assertThat(escapable.harmful()).as(where).isEqualTo(harmful.size());
      int end = replayed(q, escapable.steps());
      assertThat(harmful).as(where).contains(end);
      assertThat(counters(end)).as(where).contains(escapable.escape());
      assertThat(isHarmful(escapable.escape())).as(where).isFalse();
      if (told.party() instanceof Body) return;
      assertThat(counters(end))
          .as("the best escape from %d, %s", end, where)
          .noneMatch(u -> literal.prefers(told.party(), escapable.escape(), u));
      assertThat(harmful)
          .as("nowhere less of an escape than from %d, %s", end, where)
          .allMatch(t ->
              counters(t).stream()
                  .anyMatch(u -> !literal.prefers(told.party(), u, escapable.escape())));
    }
  }

  @Test
  void replaysMeetEveryKindOfDeterrence() {
    Set<Class<?>> met = new HashSet<>();
    for (long seed = 0; seed < 200; seed++) {
      Arcs arcs = Arcs.of(Scenarios.space(RandomModels.draw(seed)));
      for (Concept concept : Concept.values()) {
        if (concept == Concept.SIM && arcs.space().model().isGraph()) continue;
        for (Party party : arcs.space().model().parties()) {
          IntStream.range(0, arcs.space().size())
              .mapToObj(s -> Explanation.of(arcs, party, s, concept, Run.quiet()))
              .flatMap(told -> told.improvements().stream())
              .forEach(improvement -> met.add(improvement.deterrence().getClass()));
        }
      }
    }
    assertThat(met)
        .containsExactlyInAnyOrder(
            Sanctioned.class,
            Joint.class,
            NotConsidered.class,
            NoReply.class,
            StillBetter.class,
            Escapable.class,
            NoJointLoss.class);
  }
}
