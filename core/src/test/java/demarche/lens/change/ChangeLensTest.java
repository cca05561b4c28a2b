package demarche.lens.change;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.lens.Run;
import demarche.lens.change.Asked.Aim;
import demarche.lens.change.Outcome.Least;
import demarche.lens.change.Result.Turns;
import demarche.lens.stability.Concept;
import demarche.states.StateSpace;
import demarche.testing.Scenarios;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/// The case worked by hand on the lens's page, what keeps a party from it, and the Korean
/// proposals.
final class ChangeLensTest {
  private static final String WATER =
      """
      demarche: 1
      title: Water for money
      actors:
        upstream:
          options: {release: {}}
          values:
            - {id: water, avoid: release, weight: 5, range: [2, 6]}
            - {id: money, want: pay, weight: 4}
        downstream:
          options: {pay: {}}
          values:
            - {id: flow, want: release, weight: 6}
            - {id: cost, avoid: pay, weight: 3}
      proposals:
        deal: {does: {release: yes, pay: yes}}
      """;

  private static Result asked(StateSpace space, String proposal, Aim aim, Concept concept) {
    return asked(space, proposal, aim, concept, Kind.USUAL);
  }

  private static Result asked(
      StateSpace space, String proposal, Aim aim, Concept concept, Set<Kind> kinds) {
    Asked asked =
        new Asked(
            new Asked.OfProposal(proposal), aim, concept, List.of(), kinds, Asked.USUAL_TRIES, 20);
    return Result.of(space, asked, Turns.SOUGHT, Run.quiet());
  }

  private static List<String> told(Result result) {
    Told told = new Told(result.realm());
    return ((Least) result.outcome())
        .repairs().stream()
            .map(r -> r.changes().stream().map(a -> Told.plain(told.of(a, r))).toList().toString())
            .toList();
  }

  @Test
  void oneWeightIsEnoughForWaterForMoney() {
    StateSpace space = Scenarios.space(WATER);
    Result signed = asked(space, "deal", Aim.ACCEPTABLE, Concept.SEQ);
    assertThat(told(signed))
        .containsExactly("[upstream: the weight of water goes from 5 to at most 4]");
    assertThat(told(asked(space, "deal", Aim.DURABLE, Concept.SEQ))).isEqualTo(told(signed));
    assertThat(signed.turns())
        .extracting(t -> Told.plain(new Told(signed.realm()).name(t.lever(), Told.Form.SHORT)))
        .containsExactly("upstream: the weight of water", "upstream: the weight of money");
    assertThat(signed.turns())
        .extracting(t -> t.flip().at().value())
        .containsExactly(BigFraction.of(4), BigFraction.of(5));
    assertThat(asked(space, "deal", Aim.DURABLE, Concept.R).outcome())
        .isInstanceOfSatisfying(
            Outcome.Never.class,
            never ->
                assertThat(never.reasons())
                    .extracting(b -> ((Bar.Leaves) b).party().id())
                    .containsExactly("upstream", "downstream"));
  }

  @Test
  void theBarIsNamedAndMeasured() {
    StateSpace space = Scenarios.space(WATER.replace("range: [2, 6]", "range: [4.5, 6]"));
    assertThat(asked(space, "deal", Aim.ACCEPTABLE, Concept.SEQ).outcome())
        .isInstanceOfSatisfying(
            Outcome.Never.class,
            never -> {
              Bar.Gap gap = (Bar.Gap) never.reasons().getFirst();
              assertThat(gap.actor().id()).isEqualTo("upstream");
              assertThat(gap.loss()).isEqualTo(BigFraction.ONE);
              assertThat(gap.most()).isEqualTo(BigFraction.of(1, 2));
            });
  }

  @Test
  void aLimitIsNoAnswer() {
    StateSpace space = Scenarios.space(WATER);
    Asked one =
        new Asked(
            new Asked.OfProposal("deal"),
            Aim.ACCEPTABLE,
            Concept.SEQ,
            List.of(),
            Kind.USUAL,
            1,
            20);
    assertThat(Result.of(space, one, Turns.LEFT_OUT, Run.quiet()).outcome())
        .isEqualTo(new Outcome.Unfinished(BigFraction.ONE, 1));
  }

  /// Upstream would release for the money if it saw that downstream pays only for water.
  @Test
  void aPictureIsPutRight() {
    String blind =
        WATER.replace("range: [2, 6]", "range: [2, 6]").replace("weight: 5", "weight: 3")
            + """
            beliefs:
              upstream: {of: {downstream: {values: [{id: cost, avoid: pay, weight: -3}]}}}
            """;
    Result result =
        asked(Scenarios.space(blind), "deal", Aim.STABLE, Concept.SEQ, EnumSet.of(Kind.BELIEFS));
    assertThat(told(result)).containsExactly("[upstream sees downstream as it is]");
  }

  @Test
  void theKoreanProposalsCostWhatTheyCost() {
    StateSpace space = StateSpace.of(Scenarios.file("scenarios/korea-2019.yaml").unvaried());
    assertThat(cost(space, "caps-with-freeze", Aim.DURABLE)).isEqualTo(BigFraction.ZERO);
    assertThat(cost(space, "everything-for-arms", Aim.ACCEPTABLE)).isEqualTo(BigFraction.of(3));
    assertThat(cost(space, "yongbyon-for-relief", Aim.ACCEPTABLE)).isEqualTo(BigFraction.of(3));
    assertThat(cost(space, "yongbyon-for-relief", Aim.DURABLE)).isEqualTo(BigFraction.of(3));
    assertThat(cost(space, "rail-first", Aim.ACCEPTABLE)).isEqualTo(BigFraction.ONE);
    assertThat(told(asked(space, "rail-first", Aim.DURABLE, Concept.SEQ)))
        .contains("[the package also has programme frozen, the package also has relations yes]");
  }

  private static BigFraction cost(StateSpace space, String proposal, Aim aim) {
    Asked asked =
        new Asked(
            new Asked.OfProposal(proposal),
            aim,
            Concept.SEQ,
            List.of(),
            Kind.USUAL,
            Asked.USUAL_TRIES,
            1);
    return ((Least) Result.of(space, asked, Turns.LEFT_OUT, Run.quiet()).outcome()).cost();
  }
}
