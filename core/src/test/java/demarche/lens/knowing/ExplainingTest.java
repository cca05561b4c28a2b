package demarche.lens.knowing;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.lens.Account;
import demarche.lens.Defining.Asked;
import demarche.lens.Run;
import demarche.states.StateSpace;
import demarche.testing.Scenarios;
import demarche.testing.Spoken;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What explanations of doubtful preferences say of the dam, the case of the page that is worked by
/// hand; that they are true is the matter of [ExplanationReplayTest].
final class ExplainingTest {
  private static Account account(String code, String... names) {
    StateSpace space = Scenarios.space(Dam.YAML);
    return KnowingLens.ALL
        .by(List.of(names))
        .explain(new Asked(space, space.state(code), space.model().parties()), Run.quiet());
  }

  private static List<String> lines(String code, String... names) {
    return Spoken.lines(Account.answer(code, List.of(account(code, names))));
  }

  @Test
  void tellsWhichPairIsInDoubtAndHowEachExtensionTakesIt() {
    assertThat(lines("00", "SEQ-a", "SEQ-b", "SEQ-c", "SEQ-d"))
        .containsExactly(
            "= knowing",
            "00 is an equilibrium under SEQ-c, SEQ-d, but not under SEQ-a, SEQ-b",
            "* ",
            ".  | SEQ-a | SEQ-b | SEQ-c | SEQ-d",
            ". Upstream | not | not | stable | stable",
            ". Downstream | stable | stable | stable | stable",
            "= knowing.upper",
            "00 is stable for Upstream under SEQ-c, SEQ-d, but not under SEQ-a, SEQ-b",
            "= knowing.upper.10",
            "Upstream could choose divert yes and reach 10: a gain",
            "- Under SEQ-a, SEQ-b nothing deters it: the others lead on to 1 state, which it does"
                + " not fear; the nearest is 11: in doubt, by its own order a loss, by that of lee a"
                + " gain",
            "- Under SEQ-c, SEQ-d Downstream would answer by embargo yes [11], a gain; for Upstream,"
                + " compared with 00: in doubt, by its own order a loss, by that of lee a gain",
            "= knowing.lower",
            "00 is stable for Downstream under SEQ-a, SEQ-b, SEQ-c, SEQ-d",
            "- Downstream would not make its only move");
  }

  @Test
  void tellsWhoDoesNotLeaveOnDoubt() {
    assertThat(lines("10", "GMR-a", "GMR-d"))
        .contains(
            "= knowing.lower.11",
            "Downstream could choose embargo yes and reach 11: in doubt, by its own order a gain,"
                + " by that of ito a loss",
            "- Under GMR-d Downstream does not leave for it, as a gain in doubt is none");
  }

  @Test
  void tellsProbabilitiesAndStrengths() {
    assertThat(lines("00", "PSEQ", "FSMR"))
        .contains(
            "- Under PSEQ Downstream would answer by embargo yes [11], a gain; for Upstream,"
                + " compared with 00: a gain with probability 0.3",
            "- Under FSMR Downstream could answer by embargo yes [11], a gain; for Upstream,"
                + " compared with 00: likelier a loss than a gain by 0.4; from there Upstream could"
                + " go on only to 1 state, which it fears");
  }

  @Test
  void programsReadWhatIsKnown() {
    assertThat(account("00", "SMR-c").data().stream().map(Spoken::data))
        .first()
        .isEqualTo(
            "{state: 00, actor: upper, concept: SMR-c, stable: true, moves: [{to: 10, change: null,"
                + " known: gain, leaves: true, sanction: [{by: lower, to: 11, gains: true, change:"
                + " null}], outcome: {change: null, known: unknown}}]}");
  }
}
