package demarche.model;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.model.Body.Sponsorship;
import demarche.model.Body.Veto;
import demarche.scenario.BodyEntry.Base;
import demarche.scenario.BodyEntry.Vote;
import demarche.testing.Scenarios;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Members, votes and rules of bodies, as the file words them.
final class BodiesTest {
  private static Model model(String sections) {
    return Scenarios.model("demarche: 1\ntitle: A test\n" + sections);
  }

  private static final String COURT =
      """
      actors:
        north: {name: North, options: {a: {}}, priorities: [a]}
        south: {priorities: [not a]}
      bodies:
        court:
          options: {fine: {}}
          members: [%s]
          others: {%s}
          rule: %s
          %s
      """;

  private static Body court(String members, String others, String rule, String more) {
    return model(COURT.formatted(members, others, rule, more)).bodies().getFirst();
  }

  private static Body.Voter voter(String conduct) {
    return court("north, m", "m: {" + conduct + "}", "{yes: 1}", "").seats().get(1).voter();
  }

  @ParameterizedTest
  @CsvSource({
    "votes: yes,      YES",
    "votes: no,       NO",
    "votes: abstain,  ABSTAIN",
    "yes-with: 0.5,   YES",
    "yes-with: 0.49,  NO",
    "yes-with: 1,     YES",
    "yes-with: 1 / 3, NO"
  })
  void aMemberThatIsNoActorVotesByItsRule(String conduct, Vote vote) {
    assertThat(vote(voter(conduct))).isEqualTo(vote);
  }

  private static Vote vote(Body.Voter voter) {
    return switch (voter) {
      case Body.Always(Vote vote) -> vote;
      case Body.Likely likely -> likely.vote();
      default -> throw new AssertionError(voter);
    };
  }

  @Test
  void followersAreFollowedToWhoseWishesCount() {
    Body court =
        court(
            "north, clerk, judge, guest, usher",
            "clerk: {follows: judge}, judge: {follows: south}, guest: {follows: usher}, usher:"
                + " {yes-with: 0.7}",
            "{yes: 1}",
            "");
    assertThat(court.seats())
        .extracting(Body.Seat::voter)
        .containsExactly(
            new Body.Wishes(0),
            new Body.Wishes(1),
            new Body.Wishes(1),
            new Body.Likely("usher", BigFraction.of(7, 10)),
            new Body.Likely("usher", BigFraction.of(7, 10)));
  }

  @Test
  void vetoesOfSeveralRulesAddUpAndEverybodySponsorsUnlessNamed() {
    Body court =
        court(
            "north, south, m",
            "m: {follows: north, name: Clerk}",
            "[{yes: 1, veto: [north]}, {yes: 2, veto: m}]",
            "objection-cost: {m: 3 / 2, north: {value: 1, range: 50 %}}");
    assertThat(court.seats())
        .extracting(Body.Seat::veto)
        .containsExactly(Veto.HELD, Veto.NONE, Veto.HELD);
    assertThat(court.seats()).extracting(Body.Seat::sponsorship).containsOnly(Sponsorship.MAY);
    assertThat(court.seats())
        .extracting(s -> s.objectionCost().toString())
        .containsExactly("1", "0", "3 / 2");
    assertThat(court.seats().get(2).name()).isEqualTo("Clerk");
    Body tabled = court("north, south", "", "{yes: 1}", "sponsors: south");
    assertThat(tabled.seats())
        .extracting(Body.Seat::sponsorship)
        .containsExactly(Sponsorship.NONE, Sponsorship.MAY);
  }

  @Test
  void rulesCountVotesWeightsOrShares() {
    Body court =
        court(
            "north, south",
            "",
            "[{yes: 4 / 2}, {weights: {south: 3, north: 1 / 2}, quota: 7 / 2}, {yes-share: 2/3, of:"
                + " voting}, {yes-share: 0.5, weights: {north: 1, south: 2}}]",
            "");
    List<BigFraction> ones = List.of(BigFraction.ONE, BigFraction.ONE);
    assertThat(court.rules())
        .containsExactly(
            new Body.YesVotes(2),
            new Body.Weighted(
                List.of(BigFraction.of(1, 2), BigFraction.of(3)), BigFraction.of(7, 2)),
            new Body.YesShare(ones, BigFraction.of(2, 3), Base.VOTING),
            new Body.YesShare(
                List.of(BigFraction.ONE, BigFraction.of(2)), BigFraction.of(1, 2), Base.ALL));
  }

  @Test
  void aBodyMaySitInAnotherOrComeAfterIt() {
    Model model =
        model(
            COURT.formatted("north, south", "", "{yes: 1}", "")
                + "  senate: {options: {law: {}}, members: [court, south], rule: {yes: 2}, after: court}\n");
    Body senate = model.bodies().get(1);
    assertThat(senate.seats().getFirst().voter()).isEqualTo(new Body.Ruling(2));
    assertThat(senate.after()).containsExactly(2);
    assertThat(model.parties())
        .extracting(Party::id)
        .containsExactly("north", "south", "court", "senate");
    assertThat(model.parties()).extracting(Party::index).containsExactly(0, 1, 2, 3);
  }
}
