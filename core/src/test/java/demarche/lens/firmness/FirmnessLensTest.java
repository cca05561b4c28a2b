package demarche.lens.firmness;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.finding.Answer;
import demarche.lens.Run;
import demarche.lens.stability.Concept;
import demarche.states.StateSpace;
import demarche.testing.Golden;
import demarche.testing.Scenarios;
import demarche.testing.Spoken;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What the lens says of scenarios whose answers are known.
final class FirmnessLensTest {
  private static StateSpace space(String name) {
    return StateSpace.of(Scenarios.file("scenarios/" + name + ".yaml").unvaried());
  }

  private static void check(String name, Set<Concept> concepts) {
    Answer answer = new FirmnessLens(concepts).examine(space(name), Run.quiet());
    StringBuilder told = new StringBuilder();
    Spoken.lines(answer).forEach(line -> told.append(line).append('\n'));
    answer.method().forEach(m -> told.append("+ ").append(Spoken.words(m)).append('\n'));
    told.append(Spoken.data(answer.data())).append('\n');
    Golden.check(name.substring(name.indexOf('/') + 1) + ".firmness.txt", told.toString());
  }

  @Test
  void ferryReadsAsReviewed() {
    check("ferry", FirmnessLens.USUAL.concepts());
  }

  @Test
  void prisonersReadAsReviewed() {
    check("library/prisoners", EnumSet.of(Concept.R, Concept.SMR, Concept.SIM));
  }

  /// One wants both options to stand alike, the other does not: improvements never come to rest.
  @Test
  void aChaseNeverComesToRest() {
    StateSpace chase =
        Scenarios.space(
            """
            demarche: 1
            title: A chase
            actors:
              fox: {name: Fox, options: {east: {}}, priorities: [east <-> away]}
              hare: {name: Hare, options: {away: {}}, priorities: [not (east <-> away)]}
            """);
    Sinks sinks = Firmness.of(chase, Set.of(Concept.R), Run.quiet()).sinks();
    assertThat(sinks.count()).isEqualTo(1);
    assertThat(sinks.cycles()).isEqualTo(1);
    assertThat(sinks.told().getFirst().sure()).isEqualTo(4);
  }

  @Test
  void theKoreanCaseIsLookedIntoWhole() {
    Firmness korea = Firmness.of(space("korea-2019"), Set.of(Concept.R), Run.quiet());
    assertThat(korea.holds(Concept.R)).hasSize(korea.equilibria(Concept.R).count());
  }
}
