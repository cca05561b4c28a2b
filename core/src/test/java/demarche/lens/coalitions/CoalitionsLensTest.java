package demarche.lens.coalitions;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.finding.Answer;
import demarche.finding.Figure;
import demarche.lens.Run;
import demarche.lens.stability.Concept;
import demarche.lens.stability.Stability;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import demarche.testing.Golden;
import demarche.testing.Scenarios;
import demarche.testing.Spoken;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What the lens says of scenarios whose answers are known.
final class CoalitionsLensTest {
  private static final Set<CoalitionConcept> ALL = EnumSet.allOf(CoalitionConcept.class);

  private static StateSpace space(String path) {
    return StateSpace.of(Scenarios.file(path).unvaried());
  }

  private static String told(StateSpace space) {
    Answer answer = CoalitionsLens.of(ALL).examine(space, Run.quiet());
    StringBuilder told = new StringBuilder();
    Spoken.lines(answer).forEach(line -> told.append(line).append('\n'));
    answer.method().forEach(line -> told.append("# ").append(Spoken.words(line)).append('\n'));
    return told.toString();
  }

  @Test
  void ferryReadsAsReviewed() {
    Golden.check("ferry.coalitions.txt", told(space("scenarios/ferry.yaml")));
  }

  @Test
  void elmiraReadsAsReviewed() {
    Golden.check("elmira9.coalitions.txt", told(space("scenarios/library/elmira9.yaml")));
  }

  /// The jump that is known of this case: from s5 the ministry and the firm go by s6 to s8.
  @Test
  void elmiraJumpsFromOneEquilibriumToAnother() {
    StateSpace elmira = space("scenarios/library/elmira9.yaml");
    Arcs arcs = Arcs.of(elmira);
    for (Concept concept : List.of(Concept.R, Concept.SEQ)) {
      StateSet equilibria =
          Stability.of(arcs, EnumSet.of(concept), Run.quiet()).equilibria(concept);
      assertThat(equilibria.stream().mapToObj(elmira::code)).containsExactly("s5", "s8", "s9");
      assertThat(Jump.all(arcs, Coalition.all(elmira.model()), equilibria, Run.quiet()))
          .singleElement()
          .satisfies(jump -> {
            assertThat(jump.coalition().members().stream().map(Party::id))
                .containsExactly("moe", "uniroyal");
            assertThat(elmira.code(jump.from())).isEqualTo("s5");
            assertThat(elmira.code(jump.to())).isEqualTo("s8");
            assertThat(jump.steps(arcs).stream().map(s -> elmira.code(s.to())))
                .containsExactly("s6", "s8");
          });
    }
  }

  @Test
  void whoLeavesStandsBesideTheState() {
    Answer answer =
        CoalitionsLens.ALL.examine(space("scenarios/library/elmira9.yaml"), Run.quiet());
    Figure.StateTable table = (Figure.StateTable) answer.findings().getFirst().figures().getFirst();
    assertThat(
            table.rows().stream()
                .map(r -> (r.state().code() + " " + Spoken.words(r.remark())).strip()))
        .containsExactly(
            "s8",
            "s9",
            "s1 left by Ministry of the Environment, Local government for s5",
            "s4 left by Local government for s8",
            "s5 left by Ministry of the Environment, Uniroyal for s8");
  }

  @Test
  void programsReadTheSame() {
    StateSpace elmira = space("scenarios/library/elmira9.yaml");
    CoalitionsLens one =
        new CoalitionsLens(
            EnumSet.of(CoalitionConcept.CSEQ),
            List.of(Coalition.of(elmira.model().parties().subList(0, 2))),
            Replies.BY_INDIVIDUALS,
            CoalitionsLens.Use.ASKED);
    assertThat(Spoken.data(one.examine(elmira, Run.quiet()).data()))
        .isEqualTo(
            "{CSEQ: {replies: individuals, count: 6, universal: [s1, s3, s4, s7, s8, s9],"
                + " coalitions: [{members: [moe, uniroyal], count: 6, stable: [s1, s3, s4, s7, s8,"
                + " s9]}]}, jumps: {concept: SEQ, count: 1, list: [{members: [moe, uniroyal], from:"
                + " s5, to: s8, gains: {moe: null, uniroyal: null}}]}}");
  }

  @Test
  void itIsToldWithoutAskingWhereItIsQuickAndSaysMore() {
    assertThat(CoalitionsLens.ALL.appliesTo(space("scenarios/ferry.yaml").model())).isTrue();
    StateSpace twoParties = space("scenarios/library/prisoners.yaml");
    assertThat(CoalitionsLens.ALL.appliesTo(twoParties.model())).isFalse();
    assertThat(CoalitionsLens.of(ALL).appliesTo(twoParties.model())).isTrue();
    StateSpace korea = space("scenarios/korea-2019.yaml");
    assertThat(CoalitionsLens.ALL.appliesTo(korea.model())).isFalse();
  }

  /// Who may answer alone may answer together: here two others gain only side by side.
  @Test
  void whatOnlyACoalitionWouldAnswerCounts() {
    StateSpace space =
        Scenarios.space(
            """
            demarche: 1
            title: A strike and two answers
            actors:
              a: {options: {grab: {}}, priorities: [not (left and right), grab]}
              b: {options: {left: {}}, priorities: [grab -> left and right, not left]}
              c: {options: {right: {}}, priorities: [grab -> left and right, not right]}
            """);
    Party a = space.model().parties().getFirst();
    Coalition alone = Coalition.of(Set.of(a));
    for (Replies replies : Replies.values()) {
      Question question = new Question(EnumSet.of(CoalitionConcept.CSEQ), List.of(alone), replies);
      StateSet stable =
          CoalitionStability.of(Arcs.of(space), question, Run.quiet())
              .stable(CoalitionConcept.CSEQ, alone);
      assertThat(stable.contains(space.state("000")))
          .as("%s", replies)
          .isEqualTo(replies == Replies.BY_COALITIONS);
    }
  }
}
