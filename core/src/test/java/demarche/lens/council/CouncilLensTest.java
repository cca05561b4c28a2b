package demarche.lens.council;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.finding.Answer;
import demarche.lens.Run;
import demarche.model.Body;
import demarche.states.StateSpace;
import demarche.testing.Golden;
import demarche.testing.Scenarios;
import demarche.testing.Spoken;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/// What the lens tells, and probabilities of many members.
final class CouncilLensTest {
  /// A fishing commission: catches and closed areas, decided by states with quotas of their own,
  /// and a parliament that must approve.
  static final String FISH =
      """
      demarche: 1
      title: Fish
      actors:
        north:
          name: North
          values: [{of: catch, weights: {high: 0, middle: 3, low: 6}}, {want: closed, weight: 2}]
        south:
          name: South
          red-lines: [{id: ruin, never: catch = low and closed}]
          values: [{of: catch, weights: {high: 4, middle: 3, low: 0}}, {avoid: closed, weight: 1}]
        east: {name: East, priorities: [catch >= middle, not closed]}
        west: {name: West, values: [{avoid: catch = low, weight: 2}, {want: closed, weight: 1}]}
      bodies:
        parliament:
          name: Parliament
          options: {}
          members: [east, west, green, brown, grey]
          others: {green: {name: Greens, votes: yes}, brown: {name: Browns, votes: no}, grey: {name: Greys, yes-with: 0.4}}
          rule: {yes-share: 1/2, of: voting}
        commission:
          name: Commission
          options: {catch: {levels: [high, middle, low]}, closed: {}}
          members: [north, south, east, west, isle, cape]
          others: {isle: {name: Isle, follows: south}, cape: {name: Cape, yes-with: {value: 2/3}}}
          rule:
            - {weights: {north: 3, south: 3, east: 2, west: 2, isle: 1, cape: 1}, quota: 6, veto: [south]}
            - {yes: 3}
          sponsors: [north, south, east]
          objection-cost: {south: 3/2}
          after: [parliament]
        court: {name: Court, members: [north, commission], rule: {yes: 2}}
      proposals:
        rescue: {name: Rescue plan, does: {catch: low, closed: yes}}
        halfway: {name: Halfway house, does: {catch: middle}}
        quiet: {name: Quiet zones, does: {closed: yes}}
      """;

  private static List<String> told(String yaml) {
    return Spoken.lines(CouncilLens.ALL.examine(Scenarios.space(yaml), Run.quiet()));
  }

  @Test
  void aCommissionReadsAsReviewed() {
    Answer answer = CouncilLens.ALL.examine(Scenarios.space(FISH), Run.quiet());
    String lines = String.join("\n", Spoken.lines(answer));
    Golden.check("fish.council.txt", lines + "\n\n" + Spoken.data(answer.data()) + "\n");
  }

  @Test
  void votesWithoutASponsorAmongThemAreNotEnough() {
    assertThat(told(FISH.replace("sponsors: [north, south, east]", "sponsors: [south]")))
        .anyMatch(line -> line.contains("fails, for nobody who may table it votes for it"));
  }

  @Test
  void thirtyMembersByChanceAreCountedExactly() {
    StringBuilder others = new StringBuilder();
    StringBuilder members = new StringBuilder("chair");
    for (int m = 1; m <= 40; m++) {
      others.append(m > 1 ? ", " : "").append("m%d: {yes-with: %d / 41}".formatted(m, m));
      members.append(", m").append(m);
    }
    StateSpace space =
        Scenarios.space(
            """
            demarche: 1
            title: Many
            actors: {chair: {values: [{want: law, weight: 1}]}}
            bodies:
              house: {options: {law: {}}, members: [%s], others: {%s}, rule: {yes: 21}}
            """
                .formatted(members, others));
    Body house = space.model().bodies().getFirst();
    Council council = new Council(space, house, space.statusQuo(), Run.quiet());
    assertThat(council.division(1).probability()).isEqualTo(atLeast(20));
  }

  /// The product of (41 - m + m x) for m from 1 to 40: its powers of `least` and more, by 41^40.
  private static BigFraction atLeast(int least) {
    List<BigInteger> powers = List.of(BigInteger.ONE);
    for (int m = 1; m <= 40; m++) {
      List<BigInteger> next = new ArrayList<>();
      for (int k = 0; k <= m; k++) {
        BigInteger no =
            k < m ? powers.get(k).multiply(BigInteger.valueOf(41 - m)) : BigInteger.ZERO;
        BigInteger yes =
            k > 0 ? powers.get(k - 1).multiply(BigInteger.valueOf(m)) : BigInteger.ZERO;
        next.add(no.add(yes));
      }
      powers = next;
    }
    BigInteger sum =
        powers.subList(least, powers.size()).stream().reduce(BigInteger.ZERO, BigInteger::add);
    return BigFraction.of(sum, BigInteger.valueOf(41).pow(40));
  }

  @Test
  void everyDataKeyOfTheContractIsThere() {
    Answer answer = CouncilLens.ALL.examine(Scenarios.space(FISH), Run.quiet());
    assertThat(Spoken.data(answer.data()))
        .contains("passes: ", "yes: ", "votes: {north: yes", "by: ", "vetoes: [", "missing: ");
  }

  @Test
  void clausesThatNobodyDecidesAreRefused() {
    StateSpace space = Scenarios.space(FISH + "events: {storm: {}}\n");
    Map.of(
            "catch=lo",
                "'lo' is no level of 'catch', expected one of high, middle, low; did you mean 'low'?",
            "storm=yes",
                "nobody decides 'storm', so it is no clause of a text; bodies decide catch, closed",
            "katch=low",
                "there is no option 'katch'; bodies decide catch, closed; did you mean 'catch'?",
            "catch=low,closed", "'closed' is no clause, expected such as option=level")
        .forEach((written, reason) ->
            assertThat(Clauses.read(space, written, space.statusQuo()))
                .isEqualTo(new Clauses.Refused(reason)));
    assertThat(Clauses.read(space, "catch = low, closed=yes", space.statusQuo()))
        .isEqualTo(
            new Clauses.Of(
                space.model().bodies().get(1),
                new Text("catch = low, closed=yes", "catch = low, closed=yes", space.state("21"))));
  }
}
