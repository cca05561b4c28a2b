package demarche.lens.stability;

import static demarche.lens.stability.Explaining.TOGETHER;
import static demarche.lens.stability.Explaining.explain;
import static demarche.lens.stability.Explaining.ferry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import demarche.finding.Answer;
import demarche.lens.Run;
import demarche.lens.stability.Explanation.Joint;
import demarche.lens.stability.Explanation.Judged;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.StateSpace;
import demarche.states.TooLarge;
import demarche.testing.Scenarios;
import demarche.testing.Spoken;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What explanations say, word by word; that they are true is the matter of
/// [ExplanationReplayTest].
final class ExplainTest {
  private static final Set<Concept> ALL = EnumSet.allOf(Concept.class);

  /// The gain of `a` is undone by `b`, but from there `a` goes on to what it likes better still.
  private static final String ESCAPE =
      """
      demarche: 1
      title: Escape
      actors:
        a:
          name: Ann
          options: {x: {}}
          values:
            - {id: free-ride, want: x and not y, weight: 1, because: nobody pays}
            - {id: clash, avoid: x and y, weight: 1 / 3}
            - {id: calm, want: not x and y, weight: 0.5}
        b: {name: Ben, options: {y: {}}, priorities: [{want: x <-> y, because: pride}]}
      """;

  @Test
  void tellsWhoLeavesTheFullDemandWithoutAnAward() {
    assertThat(Spoken.lines(explain(ferry(), "0200", "union owners ministry board", ALL)))
        .containsExactly(
            "= summary",
            "0200 is an equilibrium under SMR, GMR, but not under R, SSEQ, SEQ, SIM",
            "* ",
            ".  | R | SSEQ | SEQ | SMR | GMR | SIM",
            ". Seamen's Union | stable | stable | stable | stable | stable | stable",
            ". Ship owners | stable | stable | stable | stable | stable | stable",
            ". Ministry of Transport | stable | stable | stable | stable | stable | stable",
            ". Arbitration board | leaves | leaves | leaves | stable | stable | leaves",
            "= party.union",
            "0200 is stable for Seamen's Union under all of these concepts",
            "- The only move of Seamen's Union leads to 1200: a loss of 3",
            "- By value terms: pay lost -3",
            "= party.owners",
            "0200 is stable for Ship owners under all of these concepts",
            "- The only move of Ship owners leads to 0210: a loss of 4",
            "- By value terms: idle ships -4",
            "= party.ministry",
            "0200 is stable for Ministry of Transport under all of these concepts",
            "- Ministry of Transport cannot move from there",
            "= party.board",
            "0200 is stable for Arbitration board under SMR, GMR, but not under R, SSEQ, SEQ, SIM",
            "- Of 1 change open to Arbitration board 1 passes",
            "= party.board.0201",
            "Arbitration board could choose award yes and reach 0201: passed by Ministry of"
                + " Transport, chair, abstaining Seamen's Union, Ship owners",
            "- Under R the gain counts, whatever the others answer",
            "- Under SSEQ, SEQ nothing deters it: nobody else gains by a move from there",
            "- Under SMR, GMR Seamen's Union could answer by Strike yes [1201], a loss of 3; for"
                + " Arbitration board, compared with 0200: vetoed by Ship owners (a loss of 7)",
            "- From there Arbitration board has 1 move, to nothing preferred to 0200",
            "- Under SIM nothing deters it: nobody else has a gain to make at the same moment");
  }

  @Test
  void tellsWhyTheOwnersKeepTheLockoutUp() {
    assertThat(Spoken.lines(explain(ferry(), "0010", "owners", ALL)))
        .containsExactly(
            "= party.owners",
            "0010 is stable for Ship owners under SSEQ, SEQ, SMR, GMR, SIM, but not under R",
            "- Of 1 move open to Ship owners 1 is an improvement",
            "= party.owners.0000",
            "Ship owners could choose lockout no and reach 0000: a gain of 4",
            "- By value terms: idle ships +4",
            "- Under R the gain counts, whatever the others answer",
            "- Under SSEQ, SEQ, SMR, GMR Seamen's Union would answer by Wage demand full [0200], a"
                + " gain of 10; for Ship owners, compared with 0010: a loss of 3",
            "- From there Ship owners could at best reach 0210; compared with 0010: a loss of 7",
            "- Under SIM Seamen's Union could undo it at the same moment by Wage demand full"
                + " [0210], no longer crossing the red line 'lockout and demand = none'; together"
                + " that gives 0200; for Ship owners, compared with 0010: a loss of 3");
  }

  @Test
  void tellsWhatTheMembersWouldLeaveOver() {
    assertThat(Spoken.lines(explain(ferry(), "0010", "union", EnumSet.of(Concept.GMR))))
        .startsWith(
            "= party.union",
            "0010 is not stable for Seamen's Union under GMR",
            "- Of 5 moves open to Seamen's Union 4 are improvements",
            "= party.union.0210",
            "Seamen's Union could choose Wage demand full and reach 0210: no longer crossing the red"
                + " line 'lockout and demand = none'",
            "- The red line 'lockout and demand = none': \"the members would leave\"",
            "- Under GMR nothing deters it: the others' moves lead on to 2 states, none of which"
                + " undoes the gain; the worst for Seamen's Union is 0200: no longer crossing the"
                + " red line 'lockout and demand = none'",
            "= party.union.0110");
  }

  @Test
  void tellsTheVotesOfWhatDoesNotPass() {
    assertThat(Spoken.lines(explain(ferry(), "0201", "board", EnumSet.of(Concept.R))))
        .containsExactly(
            "= party.board",
            "0201 is stable for Arbitration board under R",
            "- Nothing passes of 1 change open to Arbitration board",
            "- 0200: no yes vote of a sponsor");
  }

  @Test
  void tellsTheWayOutOfASanction() {
    StateSpace space = Scenarios.space(ESCAPE);
    assertThat(Spoken.lines(explain(space, "00", "a", EnumSet.range(Concept.GMR, Concept.SSEQ))))
        .containsExactly(
            "= party.a",
            "00 is stable for Ann under SEQ, GMR, but not under SSEQ, SMR",
            "- Of 1 move open to Ann 1 is an improvement",
            "= party.a.10",
            "Ann could choose x yes and reach 10: a gain of 1",
            "- By value terms: free ride +1 (\"nobody pays\")",
            "- Under SSEQ, SMR nothing deters it: the others lead on to 1 state, of which 1 undoes"
                + " the gain, but Ann could move on from each to a better one. From 11 the way out"
                + " is 01: a gain of 0.5",
            "- Under SEQ, GMR Ben would answer by y yes [11], a gain; for Ann, compared with 00: a"
                + " loss of 1/3");
    assertThat(Spoken.lines(explain(space, "10", "b", EnumSet.of(Concept.SSEQ))))
        .containsExactly(
            "= party.b",
            "10 is not stable for Ben under SSEQ",
            "- Of 1 move open to Ben 1 is an improvement",
            "= party.b.11",
            "Ben could choose y yes and reach 11: a gain",
            "- The priority that decides, 'x <-> y', comes to hold (\"pride\")",
            "- Under SSEQ nothing deters it: the others lead on to 1 state, of which 1 undoes the gain,"
                + " but Ben could move on from each to a better one. From 01 the way out is 00: a"
                + " gain");
  }

  @Test
  void tellsAnAnswerStepByStep() {
    assertThat(
            Spoken.lines(
                explain(
                    Scenarios.space(TOGETHER), "000", "a", EnumSet.of(Concept.SSEQ, Concept.SIM))))
        .containsExactly(
            "= party.a",
            "000 is stable for Ann under SSEQ, SIM",
            "- Of 1 move open to Ann 1 is an improvement",
            "= party.a.100",
            "Ann could choose x yes and reach 100: a gain of 1",
            "- By value terms: prize +1",
            "- Under SSEQ the others would answer in 2 moves and lead on to 111; for Ann, compared"
                + " with 000: a loss of 2",
            "- From there Ann could at best reach 011; compared with 000: neither a gain nor a loss",
            "- Under SIM Ben, Cem could undo it by gains of their own at the same moment; together"
                + " that gives 111; for Ann, compared with 000: a loss of 2",
            "* The answer (SSEQ)",
            ". Ben: y yes [110], a gain",
            ". Cem: z yes [111], a gain",
            "* Each alone (SIM)",
            ". Ben: y yes [010], a gain",
            ". Cem: z yes [001], a gain");
  }

  @Test
  void leavesSimOutOfGraphs() {
    StateSpace graph =
        Scenarios.space(
            """
            demarche: 1
            title: Graph
            actors:
              a: {name: Ann, ranking: [s2, s3, s1]}
              b: {name: Ben, ranking: [s3, [s1, s2]]}
            graph: {states: {s1: Peace, s2: Raid, s3: Truce}, moves: {a: {s1: [s2, s3]}, b: {s2: [s1]}}}
            """);
    Answer answer = explain(graph, "s1", "a b", EnumSet.of(Concept.GMR, Concept.SIM));
    assertThat(answer.lens()).isEqualTo("explanations");
    assertThat(answer.method().stream().map(Spoken::words))
        .last()
        .isEqualTo("SIM was not searched: a graph does not say how moves combine");
    assertThat(Spoken.lines(answer))
        .containsExactly(
            "= summary",
            "s1 is no equilibrium under GMR",
            "* ",
            ".  | GMR",
            ". Ann | leaves",
            ". Ben | stable",
            "= party.a",
            "s1 is not stable for Ann under GMR",
            "- Of 2 moves open to Ann 2 are improvements",
            "= party.a.s3",
            "Ann could go to s3: a gain",
            "- In the ranking it stands at place 2 of 3, not 3",
            "- Under GMR nothing deters it: nobody else can move from there",
            "= party.a.s2",
            "Ann could go to s2: a gain",
            "- In the ranking it stands at place 1 of 3, not 3",
            "- Under GMR Ben could answer by state Peace [s1], neither a gain nor a loss; for Ann,"
                + " compared with s1: neither a gain nor a loss",
            "= party.b",
            "s1 is stable for Ben under GMR",
            "- Ben cannot move from there");
  }

  @Test
  void givesProgramsOneExplanationOrAList() {
    StateSpace space = Scenarios.space(ESCAPE);
    Answer one = explain(space, "00", "a", EnumSet.of(Concept.SEQ));
    assertThat(one.lens()).isEqualTo("explanation");
    assertThat(one.title()).isEqualTo("Why 00 holds, and for whom");
    assertThat(Spoken.data(one.data()))
        .isEqualTo(
            "{state: 00, actor: a, concept: SEQ, stable: true, improvements: [{to: 10, change: 1,"
                + " terms: {free-ride: 1}, sanction: [{by: b, to: 11, gains: true, change:"
                + " null}]}]}");
    Answer several = explain(space, "00", "a b", EnumSet.of(Concept.SMR, Concept.R));
    assertThat(several.lens()).isEqualTo("explanations");
    assertThat(Spoken.data(several.data()))
        .isEqualTo(
            "[{state: 00, actor: a, concept: R, stable: false, improvements: [{to: 10, change: 1,"
                + " terms: {free-ride: 1}, sanction: null, why: not-considered}]}, {state: 00,"
                + " actor: a, concept: SMR, stable: false, improvements: [{to: 10, change: 1,"
                + " terms: {free-ride: 1}, sanction: null, why: escape}]}, {state: 00, actor: b,"
                + " concept: R, stable: true, improvements: []}, {state: 00, actor: b, concept:"
                + " SMR, stable: true, improvements: []}]");
  }

  @Test
  void givesProgramsWhatIsDoneAtTheSameMoment() {
    StateSpace space = Scenarios.space(TOGETHER);
    assertThat(Spoken.data(explain(space, "000", "a", EnumSet.of(Concept.SIM)).data()))
        .isEqualTo(
            "{state: 000, actor: a, concept: SIM, stable: true, improvements: [{to: 100, change: 1,"
                + " terms: {prize: 1}, sanction: [{by: b, to: 010, gains: true, change: null}, {by:"
                + " c, to: 001, gains: true, change: null}], together: 111}]}");
    assertThat(Spoken.data(explain(space, "010", "c", EnumSet.of(Concept.SIM)).data()))
        .endsWith("[{to: 011, change: null, terms: {}, sanction: null, why: no-joint-loss}]}");
    assertThat(Spoken.data(explain(space, "111", "a", EnumSet.of(Concept.GMR)).data()))
        .endsWith(
            "[{to: 011, change: 2, terms: {ruin: 3, prize: -1}, sanction: null, why:"
                + " still-better}]}");
    assertThat(Spoken.data(explain(ferry(), "0200", "board", EnumSet.of(Concept.SSEQ)).data()))
        .endsWith("[{to: 0201, change: null, terms: {}, sanction: null, why: no-reply}]}");
  }

  @Test
  void refusesTooManyCombinations() {
    StateSpace space = Scenarios.space(TOGETHER);
    Party ann = space.model().parties().getFirst();
    Judged judged = new Judged(Arcs.of(space), ann, space.state("000"), Concept.SIM);
    assertThat(new JointSearch(judged, Run.quiet(), 3).against(space.state("100")))
        .isInstanceOf(Joint.class);
    assertThatThrownBy(() -> new JointSearch(judged, Run.quiet(), 2).against(space.state("100")))
        .isInstanceOf(TooLarge.class)
        .hasMessageContaining("SIM for 'a'")
        .hasMessageContaining("more than 2 ways");
  }
}
