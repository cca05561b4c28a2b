package demarche.lens.stability;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.model.Body;
import demarche.model.Party;
import demarche.scenario.BodyEntry.Vote;
import demarche.states.Assembly.Ballot;
import demarche.states.Reach;
import demarche.states.StateSpace;
import demarche.testing.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// The ferry strike, whose answers an independent program found by reading the definitions.
final class FerryTest {
  private static final Path PROJECT = Path.of("..");
  private static final String FERRY = "scenarios/ferry.yaml";

  private static String text(String path) throws IOException {
    return Files.readString(PROJECT.resolve(path));
  }

  /// The ferry with something written otherwise, without its data file.
  private static Solved ferry(String written, String instead) throws IOException {
    String yaml = text(FERRY);
    assertThat(yaml).contains(written);
    int flows = yaml.indexOf("flows:");
    String rest = yaml.substring(yaml.indexOf("trace:"));
    return Solved.of(Scenarios.model((yaml.substring(0, flows) + rest).replace(written, instead)));
  }

  @Test
  void ferryHasItsEquilibria() {
    Solved ferry = Solved.file(FERRY);
    assertThat(ferry.space().size()).isEqualTo(16);
    assertThat(ferry.space().code(ferry.space().statusQuo())).isEqualTo("1000");
    assertThat(ferry.equilibria(Concept.R)).isEqualTo("0201");
    assertThat(ferry.equilibria(Concept.SEQ)).isEqualTo("0201");
    assertThat(ferry.equilibria(Concept.SSEQ)).isEqualTo("0201");
    assertThat(ferry.equilibria(Concept.GMR)).isEqualTo("0200 0201 0210");
    assertThat(ferry.equilibria(Concept.SMR)).isEqualTo("0200 0201 0210");
    assertThat(ferry.equilibria(Concept.SIM)).isEqualTo("0201");
  }

  @Test
  void ferryHasItsStableStates() {
    Solved ferry = Solved.file(FERRY);
    String all = ferry.codes(ferry.space().states());
    assertThat(ferry.stable(Concept.SEQ, "union")).isEqualTo("0200 0201 0210");
    assertThat(ferry.stable(Concept.SEQ, "owners"))
        .isEqualTo("0000 0010 0100 0101 0110 0200 0201 1000 1010 1100 1101 1110 1200 1201");
    assertThat(ferry.stable(Concept.SEQ, "ministry")).isEqualTo(all);
    assertThat(ferry.stable(Concept.SEQ, "board"))
        .isEqualTo(all.replace("0200 ", "").replace("1200 ", ""));
    Party board = ferry.party("board");
    for (String from : List.of("0200", "1200")) {
      int state = ferry.space().state(from);
      assertThat(ferry.codes(IntStream.of(ferry.space().improvements(board, state))))
          .isEqualTo(from.substring(0, 3) + "1");
    }
  }

  @Test
  void ferrysBoardThatNeedsThreeVotesPassesNothing() throws IOException {
    Solved ferry = ferry("{yes: 2, veto", "{yes: 3, veto");
    Party board = ferry.party("board");
    assertThat(ferry.space().states())
        .allMatch(s -> ferry.space().improvements(board, s).length == 0);
    assertThat(ferry.equilibria(Concept.R)).isEqualTo("0200 0201");
    assertThat(ferry.equilibria(Concept.SEQ)).isEqualTo("0200 0201");
  }

  @Test
  void ferrysOwnersVetoTheAwardWhereObjectingCostsNothing() throws IOException {
    Solved ferry = ferry("objection-cost: {owners: 1.5}", "objection-cost: {owners: 0}");
    Body board = (Body) ferry.party("board");
    int open = ferry.space().state("0200");
    int awarded = ferry.space().state("0201");
    assertThat(ferry.space().assembly(board).ballots(open, awarded).get(1))
        .isEqualTo(new Ballot(Vote.NO, true));
    assertThat(ferry.space().prefers(board, open, awarded)).isFalse();
    Solved asWritten = Solved.file(FERRY);
    assertThat(asWritten.space().assembly((Body) asWritten.party("board")).ballots(open, awarded))
        .extracting(Ballot::vote)
        .containsExactly(Vote.ABSTAIN, Vote.ABSTAIN, Vote.YES, Vote.YES);
    assertThat(
            asWritten
                .gain(asWritten.actor("owners"), awarded)
                .subtract(asWritten.gain(asWritten.actor("owners"), open)))
        .hasToString("-1");
  }

  @Test
  void ferrysDealIsWishedByAllAndPassesAndDoesNotHold() {
    Solved ferry = Solved.file(FERRY);
    StateSpace space = ferry.space();
    int deal = ferry.proposed("deal");
    assertThat(space.code(deal)).isEqualTo("0101");
    assertThat(ferry.actors("union", "owners", "ministry"))
        .allMatch(a -> space.prefers(a, space.statusQuo(), deal));
    assertThat(space.assembly((Body) ferry.party("board")).ballots(space.statusQuo(), deal))
        .extracting(Ballot::vote)
        .containsExactly(Vote.YES, Vote.YES, Vote.YES, Vote.YES);
    assertThat(ferry.codes(IntStream.of(space.improvements(ferry.party("union"), deal))))
        .isEqualTo("0201");
    for (Concept concept : Concept.values()) {
      assertThat(ferry.stability().stable(concept, ferry.party("union")).contains(deal)).isFalse();
    }
  }

  @Test
  void ferrysEquilibriumIsTwoImprovementsAway() {
    Solved ferry = Solved.file(FERRY);
    Reach improving = ferry.improving();
    assertThat(steps(ferry, improving, "0201")).containsExactly("union 0200", "board 0201");
    assertThat(steps(ferry, improving, "0101")).containsExactly("union 0100", "board 0101");
    assertThat(improving.distance(ferry.space().state("0200"))).isEqualTo(1);
    assertThat(improving.has(ferry.space().state("0210"))).isFalse();
  }

  private static List<String> steps(Solved solved, Reach reach, String to) {
    return reach.path(solved.space().state(to)).stream()
        .map(step -> step.by().id() + " " + solved.space().code(step.to()))
        .toList();
  }
}
