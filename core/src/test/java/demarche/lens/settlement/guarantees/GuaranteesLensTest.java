package demarche.lens.settlement.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.lens.Run;
import demarche.lens.settlement.Judge;
import demarche.lens.stability.Concept;
import demarche.lens.stability.Stability;
import demarche.model.Party;
import demarche.states.StateSpace;
import demarche.testing.Scenarios;
import demarche.testing.Spoken;
import java.util.List;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/// Cases of the page, and groups of guarantors.
final class GuaranteesLensTest {
  /// Ann gains by raids and by smuggling; Bob and Dan could make raids hurt, Carl smuggling.
  private static final String TRUCE =
      """
      demarche: 1
      title: Truce
      actors:
        ann:
          name: Ann
          options: {raid: {}, smuggle: {}}
          values:
            - {id: booty, want: raid, weight: 2}
            - {id: goods, want: smuggle, weight: 1}
            - {id: beaten, avoid: raid and (fence or watch), weight: 5}
            - {id: caught, avoid: smuggle and patrol, weight: 5}
        bob: {name: Bob, options: {fence: {}}, values: [{want: not raid, weight: 3}, {avoid: fence, weight: 1}]}
        carl: {name: Carl, options: {patrol: {}}, values: [{want: not smuggle, weight: 1}, {avoid: patrol, weight: 0.5}]}
        dan: {name: Dan, options: {watch: {}}, values: [{avoid: watch, weight: 2}]}
      status-quo: {raid: yes}
      proposals:
        truce: {name: Truce, does: {raid: no}}
      """;

  private static Guarantees first(StateSpace space) {
    Stability stability = Stability.of(space, Set.of(Concept.SEQ), Run.quiet());
    return Guarantees.of(
        stability,
        new Judge(stability, Run.quiet()),
        space.model().proposals().getFirst(),
        Run.quiet());
  }

  @Test
  void groupsOfGuarantorsAreAsSmallAsTheyCanBe() {
    Breach breach = first(Scenarios.space(TRUCE)).breaches().getFirst();

    assertThat(breach.ways()).hasSize(3);
    assertThat(breach.commitment()).isEqualTo(new Commitment.Loss(BigFraction.of(3)));
    assertThat(breach.guarantors()).isEmpty();
    assertThat(breach.together().stream().map(GuaranteesLensTest::names))
        .containsExactly(List.of("bob", "carl"), List.of("carl", "dan"));
  }

  private static List<String> names(List<Guarantor> group) {
    return group.stream().map(g -> g.actor().id()).toList();
  }

  @Test
  void aCommitmentCostsNoMoreThanWhatWouldFollowIsWorth() {
    String answered =
        TRUCE.replace("{avoid: watch, weight: 2}", "{want: raid <-> watch, weight: 1}");
    Guarantees truce = first(Scenarios.space(answered));

    // Dan would answer raids now, so smuggling alone is left to be made dear
    assertThat(truce.breaches().getFirst().commitment())
        .isEqualTo(new Commitment.Loss(BigFraction.ONE));
    assertThat(truce.isKeptByWord()).isTrue();
  }

  @Test
  void whatHoldsHasPillars() {
    String held =
        TRUCE
            .replace("{avoid: watch, weight: 2}", "{want: raid <-> watch, weight: 1}")
            .replace("weight: 1}\n      - {id: beaten", "weight: 0}\n      - {id: beaten");
    Guarantees truce = first(Scenarios.space(held));

    assertThat(truce.holds()).isTrue();
    assertThat(truce.pillars().stream().map(Pillar::by).map(Party::id)).containsExactly("dan");
  }

  @Test
  void theBriefNamesWhoWouldLeaveAndWhatWouldKeepIt() {
    String signed = TRUCE.replace("want: not raid, weight: 3", "want: raid, weight: 0");
    StateSpace space =
        Scenarios.space(
            signed.replace("id: booty, want: raid, weight: 2", "id: booty, want: raid, weight: 0"));

    assertThat(Spoken.lines(new GuaranteesLens().examine(space, Run.quiet())))
        .contains(
            "\"Truce\" would be signed and then left; it would be kept by a commitment that it costs Ann 1 to"
                + " break, or by a threat of Carl against Ann");
  }
}
