package demarche.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import demarche.scenario.BodyEntry.Vote;
import demarche.scenario.InvalidScenario;
import demarche.states.StateSpace;
import demarche.testing.Scenarios;
import java.util.List;
import org.junit.jupiter.api.Test;

final class VariantsTest {
  private static final String BASE =
      """
      demarche: 1
      title: Two firms and a regulator
      parameters: {stake: 2}
      actors:
        north:
          name: North
          options: {build: {}, price: {levels: [low, mid, high]}}
          red-lines: [{never: fine}]
          values:
            - {id: plant, want: build, weight: stake, stated: 0}
            - {id: income, of: price, weights: {mid: 1, high: 3}, stated: {low: 3}}
        south:
          name: South
          options: {enter: {}}
          values: [{id: peace, avoid: enter and build, weight: 5}]
        office:
          name: Office
          options: {}
          priorities: [not (price = high)]
      bodies:
        court:
          name: Court
          options: {fine: {}}
          members: [north, south, office, clerk]
          others: {clerk: {follows: office}}
          rule: {yes: 2, veto: [north, south]}
      status-quo: {build: yes, price: mid}
      issues: {plants: [build, enter], prices: [price]}
      variants:
      """;

  private static Models with(String variants) {
    return Scenarios.models(BASE + variants.indent(2));
  }

  private static StateSpace varied(String variant) {
    return StateSpace.of(with("v: " + variant).variant("v"));
  }

  @Test
  void aPassivePartyIsHeldAtTheStatusQuoAndStillVotes() {
    StateSpace space = varied("{passive: [north]}");
    assertThat(space.states().mapToObj(space::code))
        .containsExactly("1100", "1101", "1110", "1111");
    Body.Seat seat = space.model().bodies().getFirst().seats().getFirst();
    assertThat(seat.voter()).isEqualTo(new Body.Wishes(0));
    assertThat(seat.veto()).isEqualTo(Body.Veto.HELD);
  }

  @Test
  void anAbsentPartyIsAtItsLowestLevelsAndOutOfEveryBody() {
    StateSpace space = varied("{absent: [north]}");
    assertThat(space.states().mapToObj(space::code))
        .containsExactly("0000", "0001", "0010", "0011");
    assertThat(space.code(space.statusQuo())).isEqualTo("0000");
    assertThat(space.model().code(space.model().disagreement())).isEqualTo("0000");
    assertThat(space.model().bodies().getFirst().seats().getFirst().voter())
        .isEqualTo(new Body.Absent());
  }

  @Test
  void theFollowerOfAnAbsentActorAbstains() {
    Body court = varied("{absent: [office]}").model().bodies().getFirst();
    assertThat(court.seats().getLast().voter()).isEqualTo(new Body.Always(Vote.ABSTAIN));
  }

  @Test
  void anIndifferentActorHasNeitherWishesNorRedLines() {
    StateSpace space = varied("{indifferent: [north]}");
    Actor north = space.model().actors().getFirst();
    assertThat(space.states().map(s -> space.rank(north, s)).distinct().count()).isEqualTo(1);
    assertThat(space.states().anyMatch(s -> space.crossesRedLine(north, s))).isFalse();
  }

  @Test
  void aCopyTakesWishesAndRedLinesButKeepsItsOptions() {
    Model model = varied("{copies: {south: north}}").model();
    assertThat(model.actors().get(1).preference()).isEqualTo(model.actors().get(0).preference());
    assertThat(model.actors().get(1).options())
        .extracting(Option::shortId)
        .containsExactly("enter");
  }

  @Test
  void statedWeightsTakeThePlaceOfEffectiveOnes() {
    StateSpace space = varied("{stated: all}");
    Actor north = space.model().actors().getFirst();
    int low = space.state("0000");
    int high = space.state("0200");
    assertThat(space.prefers(north, high, low)).isTrue();
    StateSpace effective = StateSpace.of(with("v: {stated: [south]}").variant("v"));
    assertThat(effective.prefers(north, high, low)).isFalse();
  }

  @Test
  void onlyTheOptionsOfTheAgendaMayDiffer() {
    StateSpace space = varied("{agenda: [prices]}");
    assertThat(space.states().mapToObj(space::code)).containsExactly("1000", "1100", "1200");
    assertThat(varied("{agenda: []}").size()).isEqualTo(1);
  }

  @Test
  void aMemberWithoutVetoKeepsItsVote() {
    Body court = varied("{without-veto: [south]}").model().bodies().getFirst();
    assertThat(court.seats())
        .extracting(Body.Seat::veto)
        .containsExactly(Body.Veto.HELD, Body.Veto.NONE, Body.Veto.NONE, Body.Veto.NONE);
  }

  @Test
  void parametersStatusQuoAndPledgesAreChanged() {
    StateSpace space =
        varied("{parameters: {stake: 7}, status-quo: {price: low}, require: [build -> not enter]}");
    assertThat(space.code(space.statusQuo())).isEqualTo("1000");
    assertThat(space.size()).isEqualTo(24 - 6);
    Actor north = space.model().actors().getFirst();
    assertThat(space.value(north, space.state("1000")))
        .extracting(Object::toString)
        .containsExactly("7");
  }

  @Test
  void theStatusQuoIsMergedHoweverAnOptionIsSpelled() {
    StateSpace space = varied("{status-quo: {north.price: low, south.enter: yes}}");
    assertThat(space.code(space.statusQuo())).isEqualTo("1010");
    Models models =
        with(
            "a: {status-quo: {north.build: no}}\nb: {on: a, status-quo: {build: yes, price: high}}");
    assertThat(models.variant("a").code(models.variant("a").statusQuo())).isEqualTo("0100");
    assertThat(models.variant("b").code(models.variant("b").statusQuo())).isEqualTo("1200");
  }

  @Test
  void aVariantBuildsOnAnother() {
    Models models = with("a: {parameters: {stake: 7}}\nb: {on: a, passive: [south]}");
    assertThat(models.variant("b").parameters().get("stake")).hasToString("7");
    assertThat(StateSpace.of(models.variant("b")).size()).isEqualTo(12);
  }

  @Test
  void aVariantWhoseStatusQuoIsInfeasibleIsRefused() {
    assertThatThrownBy(() -> with("v: {impossible: [build]}"))
        .isInstanceOfSatisfying(
            InvalidScenario.class,
            e ->
                assertThat(e.problems())
                    .singleElement()
                    .asString()
                    .contains("the status quo", "impossible: build"));
  }

  @Test
  void valuesKeepTheScaleOfTheUnvariedScenario() {
    Models models = with("v: {passive: [north]}");
    assertThat(models.variant("v").unvaried()).isSameAs(models.unvaried());
    assertThat(models.unvaried().unvaried()).isSameAs(models.unvaried());
    assertThat(List.of(models.variant("v").held(0), models.unvaried().held(0)))
        .containsExactly(1, Model.FREE);
  }
}
