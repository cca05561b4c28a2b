package demarche.lens.paths;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.finding.Answer;
import demarche.lens.Run;
import demarche.lens.stability.Concept;
import demarche.model.Models;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import demarche.testing.Golden;
import demarche.testing.Scenarios;
import demarche.testing.Spoken;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What the lens says of scenarios whose answers are known.
final class PathsLensTest {
  private static final Set<Concept> USUAL = EnumSet.of(Concept.R, Concept.SEQ);

  private static StateSpace space(String path) {
    return StateSpace.of(Scenarios.file(path).unvaried());
  }

  private static String told(StateSpace space, Origin origin, Aim aim) {
    Answer answer = new PathsLens(origin, aim, USUAL).examine(space, Run.quiet());
    return String.join("\n", Spoken.lines(answer)) + "\n";
  }

  @Test
  void ferryReadsAsReviewed() {
    StateSpace ferry = space("scenarios/ferry.yaml");
    Golden.check(
        "ferry.paths.txt", told(ferry, new Origin.StatusQuo(), new Aim.State(ferry.state("0201"))));
  }

  @Test
  void whatIsOutOfReachIsToldSo() {
    StateSpace ferry = space("scenarios/ferry.yaml");
    StateSet none = new StateSet(ferry.size());
    none.add(ferry.state("1000"));
    Golden.check(
        "ferry.paths-back.txt",
        told(
            ferry,
            new Origin.At(ferry.state("0201")),
            new Aim.Where("strike and demand = none", none)));
  }

  @Test
  void theDilemmaIsLeftTogetherOrNotAtAll() {
    StateSpace dilemma = space("scenarios/library/prisoners.yaml");
    Golden.check(
        "prisoners.paths.txt",
        told(dilemma, new Origin.At(dilemma.state("00")), new Aim.Anywhere()));
  }

  /// One wants both options to stand alike, the other does not, and so on for ever.
  @Test
  void aChaseIsToldMoveByMove() {
    StateSpace chase =
        Scenarios.space(
            """
            demarche: 1
            title: A chase
            actors:
              fox:
                name: Fox
                options: {east: {}}
                values: [{id: catch, want: east <-> away, weight: 2}]
              hare:
                name: Hare
                options: {away: {}}
                values: [{id: escape, avoid: east <-> away, weight: 3}]
            """);
    Golden.check("chase.paths.txt", told(chase, new Origin.StatusQuo(), new Aim.Anywhere()));
  }

  @Test
  void elmiraReadsAsReviewed() {
    StateSpace elmira = space("scenarios/library/elmira9.yaml");
    Golden.check(
        "elmira9.paths.txt",
        told(elmira, new Origin.At(elmira.state("s5")), new Aim.State(elmira.state("s8"))));
  }

  @Test
  void freezeForFreezeNeedsBothSidesIn2017() {
    Models models = Scenarios.file("scenarios/korea-2019.yaml");
    StateSpace korea = StateSpace.of(models.variant("y2017"));
    int freeze =
        korea.model().proposals().stream()
            .filter(p -> p.id().equals("freeze-for-freeze"))
            .mapToInt(p -> korea.state(p.end()))
            .findFirst()
            .orElseThrow();
    Arcs arcs = Arcs.of(korea);
    Paths paths = Paths.of(arcs, korea.statusQuo(), Run.quiet());
    StateSet aim = new StateSet(korea.size());
    aim.add(freeze);
    assertThat(paths.reaches(freeze, Arcs.Kind.IMPROVEMENTS)).isFalse();
    assertThat(paths.distance(freeze, Arcs.Kind.MOVES)).isEqualTo(2);
    assertThat(paths.groups(aim, Run.quiet()).found())
        .singleElement()
        .satisfies(group ->
            assertThat(group.members().stream().map(Party::id)).containsExactly("dprk", "us"));
  }

  /// The jump that is known of this case: from s5 the ministry and the firm can go to the
  /// equilibrium s8 together, which neither reaches alone.
  @Test
  void elmiraJumpsToTheOtherEquilibrium() {
    StateSpace elmira = space("scenarios/library/elmira9.yaml");
    Paths paths = Paths.of(Arcs.of(elmira), elmira.state("s5"), Run.quiet());
    assertThat(paths.starters()).isEmpty();
    assertThat(paths.groups().found())
        .singleElement()
        .satisfies(jump -> {
          assertThat(jump.members().stream().map(Party::id)).containsExactly("moe", "uniroyal");
          assertThat(jump.targets().stream().map(elmira::code)).containsExactly("s8");
        });
  }
}
