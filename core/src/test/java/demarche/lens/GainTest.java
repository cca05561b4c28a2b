package demarche.lens;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.model.Party;
import demarche.states.StateSpace;
import demarche.testing.RandomModels;
import demarche.testing.Scenarios;
import demarche.testing.Seeds;
import demarche.testing.Spoken;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

final class GainTest {
  private static final String COUNCIL =
      """
      demarche: 1
      title: Council
      actors:
        ann:
          name: Ann
          options: {x: {}, y: {}}
          red-lines: [{never: ban and y}, {never: ban and x, because: honour}]
          values: [{id: purse, avoid: ban, weight: 2}]
        ben: {name: Ben, options: {}, priorities: [ban]}
        cem: {name: Cem, options: {}, values: [{id: pride, want: ban, weight: 1}]}
      bodies:
        senate:
          name: Senate
          options: {}
          members: [ann]
          rule: {yes: 1}
        council:
          name: Council
          options: {ban: {}, tax: {}, fee: {}}
          members: [ann, ben, cem, dee, eve]
          others: {dee: {votes: no}, eve: {votes: abstain}}
          rule: {yes: 2, veto: [ann]}
          objection-cost: {ann: 2}
      """;

  private static String inShort(StateSpace space, String party, String from, String to) {
    return Spoken.words(gain(space, party, from, to).inShort());
  }

  private static List<String> reasons(StateSpace space, String party, String from, String to) {
    return gain(space, party, from, to).reasons().stream().map(Spoken::words).toList();
  }

  private static Gain gain(StateSpace space, String id, String from, String to) {
    Party party =
        space.model().parties().stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
    return new Gain(space, party, space.state(from), space.state(to));
  }

  @Test
  void aBodyPassesAChangeOrFailsByAVetoOrByVotes() {
    StateSpace space = Scenarios.space(COUNCIL);
    assertThat(inShort(space, "council", "00000", "00100"))
        .isEqualTo("passed by Ben, Cem, against dee, abstaining Ann, eve");
    assertThat(inShort(space, "council", "10000", "10100"))
        .isEqualTo("vetoed by Ann (crossing the red line 'ban and x')");
    assertThat(inShort(space, "council", "01100", "10100"))
        .as("a new line is vetoed, though another one is left")
        .isEqualTo("vetoed by Ann (crossing the red line 'ban and x')");
    assertThat(inShort(space, "council", "00100", "00000"))
        .isEqualTo("too few yes votes, only those of Ann");
    assertThat(inShort(space, "council", "00000", "00010")).isEqualTo("no yes vote");
    StateSpace cheap = Scenarios.space(COUNCIL.replace("ann: 2", "ann: 1"));
    assertThat(inShort(cheap, "council", "00000", "00100"))
        .isEqualTo("vetoed by Ann (a loss of 2)");
    StateSpace strict =
        Scenarios.space(
            COUNCIL
                .replace("votes: no}", "votes: no}, fay: {votes: no}")
                .replace("dee, eve", "dee, eve, fay")
                .replace("veto: [ann]", "veto: [fay]")
                .replace("objection-cost: {ann: 2}", ""));
    assertThat(inShort(strict, "council", "00000", "00100")).isEqualTo("vetoed by fay");
  }

  @Test
  void aBodyNeedsASponsorAndWhoMustApproveToo() {
    StateSpace sponsored =
        Scenarios.space(COUNCIL.replace("objection-cost", "sponsors: [eve]\n    objection-cost"));
    assertThat(inShort(sponsored, "council", "00000", "00100"))
        .isEqualTo("no yes vote of a sponsor");
    StateSpace after =
        Scenarios.space(COUNCIL.replace("objection-cost", "after: [senate]\n    objection-cost"));
    assertThat(inShort(after, "council", "00000", "00100")).isEqualTo("no approval by Senate");
    StateSpace crowd =
        Scenarios.space(
            COUNCIL
                .replace("dee, eve]", "dee, eve, m1, m2, m3, m4]")
                .replace(
                    "dee: {votes: no}",
                    "dee: {votes: no}, m1: {follows: ben}, m2: {follows: ben}, m3: {follows: ben},"
                        + " m4: {follows: ben}"));
    assertThat(inShort(crowd, "council", "00000", "00100"))
        .isEqualTo("passed by 6 members, against dee, abstaining Ann, eve");
    assertThat(gain(crowd, "council", "00000", "00100").reasons()).isEmpty();
    assertThat(gain(crowd, "council", "00000", "00100").difference()).isEmpty();
  }

  @Test
  void anActorGainsByLinesThenByWishes() {
    StateSpace space = Scenarios.space(COUNCIL);
    assertThat(inShort(space, "ann", "10000", "10100"))
        .isEqualTo("crossing the red line 'ban and x'");
    assertThat(reasons(space, "ann", "10000", "10100"))
        .containsExactly("The red line 'ban and x': \"honour\"");
    assertThat(reasons(space, "ann", "01000", "01100")).isEmpty();
    assertThat(inShort(space, "ann", "01100", "10100"))
        .isEqualTo("no longer crossing the red line 'ban and y'");
    assertThat(inShort(space, "ann", "00000", "00100")).isEqualTo("a loss of 2");
    assertThat(inShort(space, "ann", "00000", "00010")).isEqualTo("neither a gain nor a loss");
    assertThat(inShort(space, "ben", "00100", "00000")).isEqualTo("a loss");
    assertThat(reasons(space, "ben", "00100", "00000"))
        .containsExactly("The priority that decides, 'ban', no longer holds");
    assertThat(reasons(space, "ben", "00000", "10000")).isEmpty();
  }

  @Test
  void theWeightiestTermsComeFirst() {
    StateSpace space =
        Scenarios.space(
            """
            demarche: 1
            title: Terms
            actors:
              ann:
                name: Ann
                options: {x: {}}
                values:
                  - {id: a-1, want: x, weight: 1}
                  - {id: a-2, want: x, weight: 2}
                  - {id: a-3, avoid: x, weight: 3, because: it hurts}
                  - {id: a-4, want: x, weight: 1 / 3}
                  - {id: a-5, want: x, weight: 0.000001}
                  - {id: a-6, want: x, weight: 10 / 300007}
                  - {id: a-7, want: not x or x, weight: 5}
              ben: {name: Ben, options: {}}
            """);
    assertThat(reasons(space, "ann", "0", "1"))
        .containsExactly(
            "By value terms: a 3 -3 (\"it hurts\"), a 2 +2, a 1 +1, a 4 +1/3, 2 smaller ones"
                + " together about +0.00003433256");
  }

  @Test
  void termsAddUpToTheDifference() {
    for (long seed : Seeds.first(300)) {
      String yaml = RandomModels.draw(seed);
      StateSpace space = Scenarios.space(yaml);
      for (Party party : space.model().parties()) {
        for (int to = 1; to < space.size(); to++) {
          Gain gain = new Gain(space, party, 0, to);
          if (gain.difference().isEmpty()) {
            assertThat(gain.shares()).as("-Dseed=%d replays\n%s", seed, yaml).isEmpty();
            continue;
          }
          BigFraction sum =
              gain.shares().stream()
                  .map(Gain.Share::amount)
                  .reduce(BigFraction.ZERO, BigFraction::add);
          assertThat(sum)
              .as("%s to %d; -Dseed=%d replays\n%s", party.id(), to, seed, yaml)
              .isEqualTo(gain.difference().getFirst());
        }
      }
    }
  }
}
