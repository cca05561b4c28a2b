package demarche.lens.beliefs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import demarche.lens.Run;
import demarche.lens.beliefs.Outlook.Played;
import demarche.lens.beliefs.Play.Pace;
import demarche.lens.stability.Concept;
import demarche.model.Target;
import demarche.states.StateSpace;
import demarche.testing.Scenarios;
import demarche.testing.Spoken;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// What the lens tells, and of whom.
final class BeliefsLensTest {
  /// The guard thinks that the thief would fear to open the gate while it sleeps; the thief would.
  private static final String GATE =
      """
      demarche: 1
      title: A gate
      actors:
        guard: {name: Guard, options: {asleep: {moves: up}}, values: [{want: asleep and not gate, weight: 1}, {avoid: gate, weight: 5}]}
        thief: {name: Thief, options: {gate: {}}, values: [{want: asleep and gate, weight: 2}%s]}
      targets:
        robbed: {name: The house is robbed, when: gate}
        quiet: {name: All is quiet, when: not gate}
      beliefs:
        guard: {of: {thief: {values: [{id: fear, avoid: gate, weight: 9}]}}}
      """;

  private static final String WANTED = GATE.formatted("");
  private static final String RUED = GATE.formatted(", {avoid: asleep, weight: 3}");

  @Test
  void whatTheHolderDoesNotSeeComingIsToldFromWhereItExpectsToEnd() {
    List<String> lines = Spoken.lines(BeliefsLens.USUAL.examine(space(WANTED), Run.quiet()));

    assertThat(lines).anyMatch(l -> l.endsWith("Thief going for gate yes from 10"));
    assertThat(lines)
        .anyMatch(l ->
            l.contains("From 1 of 1 state that Guard expects to last, another would truly gain"));
  }

  @Test
  void aTargetReachedByMisreadingThatNobodyPrefersIsTold() {
    assertThat(byMisreading(RUED, Concept.SEQ)).containsExactly("robbed");
    assertThat(Spoken.lines(BeliefsLens.USUAL.examine(space(RUED), Run.quiet())))
        .anyMatch(l -> l.contains("By misreading alone it comes to 'The house is robbed' (100 %)"));
  }

  @Test
  void aTargetThatSomebodyWantsIsNoMishap() {
    assertThat(byMisreading(WANTED, Concept.SEQ)).isEmpty();
  }

  /// Each gains by arming whatever the other does, and both rue it: no misreading is needed.
  @Test
  void aTargetThatComesAnywayIsNotByMisreading() {
    String race =
        """
        demarche: 1
        title: A race
        actors:
          a: {options: {a-arms: {}}, values: [{want: a-arms, weight: 1}, {id: fear, avoid: b-arms, weight: 3}]}
          b: {options: {b-arms: {}}, values: [{want: b-arms, weight: 1}, {id: fear, avoid: a-arms, weight: 3}]}
        targets:
          race: a-arms and b-arms
        beliefs:
          a: {of: {b: {values: [{id: fear, avoid: a-arms, weight: 9}]}}}
        """;

    assertThat(byMisreading(race, Concept.R)).isEmpty();
    StateSpace space = space(race);
    Played played = Outlook.of(space, Concept.R, Run.quiet()).played().getFirst();
    assertThat(Unwanted.share(space, played.oneByOne())).isEqualTo(1);
  }

  private static List<String> byMisreading(String yaml, Concept concept) {
    StateSpace space = space(yaml);
    Outlook outlook = Outlook.of(space, concept, Run.quiet());
    return Unwanted.byMisreading(space, outlook.played().getFirst()).stream()
        .map(Target::id)
        .toList();
  }

  /// Moves given as a graph do not combine: at once is one by one. Who takes the other to yield
  /// starts; the other does not.
  @Test
  void aGraphIsPlayedAlongItsMoves() {
    StateSpace space =
        space(
            """
            demarche: 1
            title: Arcs
            actors:
              a: {ranking: [s2, s1, s3]}
              b: {ranking: [s3, s1, s2]}
            graph:
              states: {s1: Peace, s2: Yielding, s3: Answer}
              moves: {a: {s1: [s2]}, b: {s2: [s3]}}
            beliefs:
              a: {of: {b: {ranking: [s2, s1, s3]}}}
            """);
    Hypergame game = Hypergame.of(space, Concept.SEQ, Run.quiet());
    for (Pace pace : Pace.values()) {
      Play play = Play.of(game, pace, Run.quiet());
      assertThat(play.ends().stream().map(e -> space.code(e.states().getFirst())))
          .containsExactly("s3");
    }
    assertThat(Play.of(game.clear(), Pace.ONE_BY_ONE, Run.quiet()).ends().getFirst().states())
        .containsExactly(space.statusQuo());
  }

  @Test
  void aStoppedRunEnds() {
    AtomicInteger asked = new AtomicInteger();
    Run stopped = new Run(1, 1, (_, _, _) -> {}, () -> asked.incrementAndGet() > 3);

    assertThatThrownBy(() -> BeliefsLens.USUAL.examine(space(WANTED), stopped))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void aFileWithoutBeliefsIsNotAskedOf() {
    assertThat(BeliefsLens.USUAL.appliesTo(space(WANTED).model())).isTrue();
    String plain = WANTED.substring(0, WANTED.indexOf("beliefs:"));
    assertThat(BeliefsLens.USUAL.appliesTo(space(plain).model())).isFalse();
    assertThat(BeliefsLens.USUAL.concepts()).isEqualTo(Set.of(Concept.SEQ));
  }

  private static StateSpace space(String yaml) {
    return Scenarios.space(yaml);
  }
}
