package demarche.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import demarche.scenario.BodyEntry.Vote;
import demarche.scenario.InvalidScenario;
import demarche.scenario.ScenarioFile;
import demarche.states.StateSpace;
import demarche.testing.Scenarios;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
  void otherOrdersGoWithTheWishesThatTheyAreAbout() {
    String doubted =
        BASE.replace(
            "    red-lines: [{never: fine}]\n",
            "    alternatives: [{by: kim, priorities: [fine]}, {by: ito, red-lines: []}]\n");
    Models models =
        Scenarios.models(
            doubted
                + """
                  copy: {copies: {south: north}}
                  flat: {indifferent: [north]}
                  said: {stated: [north]}
                """);
    assertThat(models.variant("copy").actors().get(1).alternatives())
        .isEqualTo(models.unvaried().actors().getFirst().alternatives());
    assertThat(models.variant("flat").actors().getFirst().alternatives()).isEmpty();
    Actor said = models.variant("said").actors().getFirst();
    assertThat(said.alternatives().getLast().preference()).isEqualTo(said.preference());
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

  @Test
  void aPassiveBodyDecidesNothing() {
    StateSpace space = varied("{passive: [court]}");
    assertThat(space.states().mapToObj(space::code)).allMatch(code -> code.endsWith("0"));
    assertThat(space.size()).isEqualTo(12);
  }

  @Test
  void anAbsentBodyIsOutOfTheOthers() {
    Model model =
        Scenarios.models(
                BASE.replace(
                        "status-quo:",
                        "  senate: {options: {}, members: [court, north], rule: {yes: 1}}\nstatus-quo:")
                    + "  v: {absent: [court]}\n")
            .variant("v");
    assertThat(model.bodies().get(1).seats().getFirst().voter()).isEqualTo(new Body.Absent());
    assertThat(model.bodies().getFirst().seats()).hasSize(4);
    assertThat(model.held(3)).isZero();
  }

  @Test
  void absenceLowersTheDisagreementPointTooAndNoQuota() {
    Model model =
        Scenarios.models(
                BASE.replace("issues:", "disagreement: {price: high, enter: yes}\nissues:")
                    + "  v: {absent: [north]}\n")
            .variant("v");
    assertThat(model.code(model.disagreement())).isEqualTo("0010");
    assertThat(model.bodies().getFirst().rules()).containsExactly(new Body.YesVotes(2));
  }

  @Test
  void theFollowerOfAFollowerOfAnAbsentActorAbstains() {
    Model model =
        Scenarios.models(
                BASE.replace(
                            "clerk: {follows: office}",
                            "clerk: {follows: aide}, aide: {follows: office}")
                        .replace("office, clerk]", "office, clerk, aide]")
                    + "  v: {absent: [office]}\n")
            .variant("v");
    assertThat(model.bodies().getFirst().seats().get(3).voter())
        .isEqualTo(new Body.Always(Vote.ABSTAIN));
  }

  @Test
  void actorsThatCopyEachOtherSwap() {
    Models models = with("v: {copies: {south: north, north: south}}");
    List<Actor> before = models.unvaried().actors();
    List<Actor> after = models.variant("v").actors();
    assertThat(after.get(0).preference()).isEqualTo(before.get(1).preference());
    assertThat(after.get(1).preference()).isEqualTo(before.get(0).preference());
    assertThat(after.get(0).id()).isEqualTo("north");
  }

  @Test
  void indifferenceComesAfterCopies() {
    Models models = with("v: {copies: {south: north}, indifferent: [north]}");
    List<Actor> after = models.variant("v").actors();
    assertThat(after.get(0).preference()).isEqualTo(Preference.INDIFFERENT);
    assertThat(after.get(1).preference())
        .isEqualTo(models.unvaried().actors().getFirst().preference());
  }

  @Test
  void bodiesBeliefsTiesAndForecastAreReplacedByTheRulesOfMerging() {
    Models models =
        with(
            """
            rule: {bodies: {court: {rule: {yes: 3}, objection-cost: {north: 2}}}}
            seats: {bodies: {court: {members: [south, clerk], others: {clerk: {follows: null, votes: no}}, rule: {veto: [south]}}}}
            blind: {beliefs: {south: {blind-to: [build]}}, ties: [{from: north, to: south, access: 1}]}
            """);
    Body rule = models.variant("rule").bodies().getFirst();
    assertThat(rule.rules()).containsExactly(new Body.YesVotes(3));
    assertThat(rule.seats().getFirst().veto()).isEqualTo(Body.Veto.HELD);
    assertThat(rule.seats().getFirst().objectionCost()).hasToString("2");
    Body seats = models.variant("seats").bodies().getFirst();
    assertThat(seats.seats()).extracting(Body.Seat::id).containsExactly("south", "clerk");
    assertThat(seats.seats().get(1).voter()).isEqualTo(new Body.Always(Vote.NO));
    assertThat(models.variant("blind").beliefs().getFirst().blindTo()).hasSize(1);
    assertThat(models.variant("blind").scenario().ties()).hasSize(1);
    assertThat(models.unvaried().beliefs()).isEmpty();
  }

  @Test
  void pledgesMayBeOneExpressionOrAList() {
    assertThat(varied("{require: build}").size()).isEqualTo(12);
    assertThat(varied("{impossible: [enter, fine]}").size()).isEqualTo(6);
  }

  @Test
  void anotherFileStandsInWithoutItsOwnVariantsAndClaims() throws IOException {
    String other =
        """
        extends: test.yaml
        title: Later
        parameters: {stake: 9}
        variants: {inner: {passive: [north]}}
        claims: [{id: c, says: x, mark: X}]
        """;
    String text =
        BASE + "  later: {scenario: other.yaml}\n  quiet: {on: later, passive: [south]}\n";
    ScenarioFile file =
        ScenarioFile.read(
            "test.yaml",
            path ->
                new ByteArrayInputStream(
                    (path.equals("other.yaml") ? other : text).getBytes(StandardCharsets.UTF_8)));
    assertThat(file.variants()).containsExactly("later", "quiet");
    Models models = Models.of(file);
    assertThat(models.variant("later").parameters().get("stake")).hasToString("9");
    assertThat(models.variant("later").scenario().head().title()).isEqualTo("Later");
    assertThat(models.variant("later").scenario().claims()).isEmpty();
    assertThat(StateSpace.of(models.variant("quiet")).size()).isEqualTo(12);
    assertThat(models.unvaried().parameters().get("stake")).hasToString("2");
  }

  @Test
  void whoIsPassiveOrAbsentMakesNoMoveOfAGraph() {
    Models models =
        Scenarios.models(
            """
            demarche: 1
            title: A graph
            actors: {north: {ranking: [s1, s2]}, south: {ranking: [s2, s1]}}
            graph:
              states: {s1: First, s2: Second}
              moves: {north: {s1: s2}, south: {s1: s2, s2: s1}}
            variants: {p: {passive: [south]}, a: {absent: [north]}, q: {status-quo: s2}}
            """);
    Model passive = models.variant("p");
    assertThat(passive.listedMoves(passive.actors().get(1))).isEmpty();
    assertThat(passive.listedMoves(passive.actors().get(0))).containsOnlyKeys(0);
    Model absent = models.variant("a");
    assertThat(absent.listedMoves(absent.actors().get(0))).isEmpty();
    assertThat(absent.listedMoves(absent.actors().get(1))).containsOnlyKeys(0, 1);
    assertThat(models.variant("q").code(models.variant("q").statusQuo())).isEqualTo("s2");
  }

  @Test
  void everyInfeasibleVariantIsToldByItsName() {
    assertThatThrownBy(() -> with("v: {impossible: [build]}\nw: {require: [price = high]}"))
        .isInstanceOfSatisfying(
            InvalidScenario.class,
            e ->
                assertThat(e.problems())
                    .extracting(Object::toString)
                    .containsExactly(
                        "test.yaml:27:13: the status quo is not feasible: it breaks the constraint"
                            + " `impossible: build` of line 30 in variant 'v'",
                        "test.yaml:27:13: the status quo is not feasible: it breaks the constraint"
                            + " `require: price = high` of line 31 in variant 'w'"));
  }
}
