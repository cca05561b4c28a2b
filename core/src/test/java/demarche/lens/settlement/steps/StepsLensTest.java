package demarche.lens.settlement.steps;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.lens.Run;
import demarche.lens.Worlds;
import demarche.lens.settlement.steps.Staged.Outcome;
import demarche.lens.stability.Concept;
import demarche.lens.stability.Stability;
import demarche.model.Models;
import demarche.scenario.BrokenNames;
import demarche.scenario.Problem;
import demarche.scenario.Problems;
import demarche.states.StateSpace;
import demarche.testing.Scenarios;
import demarche.testing.Spoken;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Cases of the page, and steps that contradict each other.
final class StepsLensTest {
  /// Ann would talk for its own sake; the end, her arms given up, she refuses.
  private static final String TALKS =
      """
      demarche: 1
      title: Talks
      actors:
        ann:
          name: Ann
          options: {arms: {levels: [few, some, many], moves: down}}
          values: [{id: safety, of: arms, weights: {few: -9, some: 0, many: 1}}, {id: talks, want: talks, weight: 2}]
        bob:
          name: Bob
          options: {talks: {}}
          values: [{id: fear, of: arms, weights: {few: 5, some: 2, many: 0}}, {id: face, avoid: talks, weight: %s}]
      status-quo: {arms: many}
      proposals:
        plan: {name: Plan, steps: [%s]}
      """;

  private static StateSpace talks(String face, String steps) {
    return Scenarios.space(TALKS.formatted(face, steps));
  }

  private static Staged plan(StateSpace space) {
    return Staged.of(space, space.model().proposals().getFirst());
  }

  @Test
  void anOpenEndRescuesAFirstStepThatTheEndWouldDefeat() {
    StateSpace space = talks("1", "{arms: some, talks: yes}, {arms: few}");
    assertThat(plan(space).outcome()).isEqualTo(Outcome.RESCUED);
    assertThat(Spoken.lines(StepsLens.USUAL.examine(space, Run.quiet())))
        .contains(
            "Tied to its end, \"Plan\" fails at the first step; with the end left open, the first step"
                + " would be taken",
            "- The end is refused: Ann would rather not begin",
            "- For its own sake all would take the first step: it fails because the ends differ",
            "- With the end open step 2 is refused: Ann would rather stop before it");
  }

  @Test
  void aFirstStepThatLeadsOnToMoreIsRefusedThoughItIsGood() {
    StateSpace space = talks("-1", "{talks: yes}, {arms: some}, {arms: few}");
    Staged plan = plan(space);
    assertThat(plan.outcome()).isEqualTo(Outcome.RESCUED);
    assertThat(plan.reached()).isEqualTo(1);
  }

  @Test
  void theRoadOfTheFerryNeedsBinding() {
    Models ferry = Scenarios.file("scenarios/ferry.yaml");
    StateSpace space = StateSpace.of(ferry.unvaried());
    Staged road =
        space.model().proposals().stream()
            .filter(p -> p.id().equals("road"))
            .map(p -> Staged.of(space, p))
            .findFirst()
            .orElseThrow();
    assertThat(road.outcome()).isEqualTo(Outcome.NEEDS_BINDING);
    assertThat(road.reached()).isEqualTo(1);
    assertThat(Pledge.ids(space.model())).containsExactly("pledge");
    Pledge pledge =
        Pledge.of(
            Stability.of(space, Set.of(Concept.SEQ), Run.quiet()),
            Worlds.of(space).variant("pledge"),
            Concept.SEQ,
            Run.quiet());
    assertThat(pledge.opened().stream().mapToObj(space::code)).containsExactly("0110");
    assertThat(pledge.kept()).isZero();
    assertThat(pledge.broken()).extracting(b -> b.by().id()).containsExactly("union");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {talks: yes}, {arms: some}, {talks: no} | step 3 of proposal 'plan' sets 'talks' back to 'no', which step 1 had changed; expected steps that do not undo each other
          {arms: few}, {arms: some} | step 2 of proposal 'plan' takes 'arms' from 'few' to 'some', which it can never go after step 1: it moves down only
          """)
  void stepsThatContradictEachOtherAreOneClearMessage(String steps, String message) {
    Models models = Scenarios.models(TALKS.formatted("1", steps));
    Problems problems = new Problems(Map.of());
    StepsLens.USUAL.check(models.unvaried(), new BrokenNames(), problems);
    assertThat(problems.errors()).extracting(Problem::message).isEqualTo(List.of(message));
    assertThat(problems.errors().getFirst().place().line()).isEqualTo(14);
  }
}
