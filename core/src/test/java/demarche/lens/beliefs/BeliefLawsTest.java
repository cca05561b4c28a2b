package demarche.lens.beliefs;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.lens.Run;
import demarche.lens.beliefs.Hypergame.Going;
import demarche.lens.beliefs.Hypergame.Stumble;
import demarche.lens.beliefs.Play.End;
import demarche.lens.stability.Concept;
import demarche.lens.stability.Stability;
import demarche.model.Actor;
import demarche.model.Party;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import demarche.testing.Scenarios;
import demarche.testing.Seeds;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What holds of every hypergame, under every concept.
final class BeliefLawsTest {
  private static final int SEEDS = 300;

  @Test
  void whoDoesNotStayGoesSomewhereOrStumbles() {
    Seeds.each(
        SEEDS,
        seed -> {
          RandomBeliefs drawn = RandomBeliefs.draw(seed);
          StateSpace space = Scenarios.space(drawn.yaml());
          for (Concept concept : Concept.values()) {
            Hypergame game = Hypergame.of(space, concept, Run.quiet());
            StateSet together = game.equilibria(Run.quiet());
            for (int s = 0; s < space.size(); s++) {
              boolean left = false;
              for (Party party : game.model().parties()) {
                Going going = game.going(party, s, Run.quiet());
                left |= !going.to().isEmpty() || going.stumbles() == Stumble.YES;
              }
              assertThat(together.contains(s))
                  .as("%s in %s; -Dseed=%d replays%n%s", concept, space.code(s), seed, drawn.yaml())
                  .isEqualTo(!left);
            }
          }
        });
  }

  @Test
  void whereNobodyErrsTheHypergameIsTheGame() {
    Seeds.each(
        SEEDS,
        seed -> {
          String yaml = believing(RandomBeliefs.draw(seed), Map.of(), Map.of(), Map.of()).yaml();
          StateSpace space = Scenarios.space(yaml);
          for (Concept concept : Concept.values()) {
            Hypergame game = Hypergame.of(space, concept, Run.quiet());
            StateSet real =
                Stability.known(space, Set.of(concept), Run.quiet()).equilibria(concept);
            assertThat(game.equilibria(Run.quiet())).as(yaml).isEqualTo(real);
            for (Actor actor : game.model().actors()) {
              assertThat(game.perceived(actor, Run.quiet())).as(yaml).isEqualTo(real);
              assertThat(Surprise.exposed(game, actor, StateSet.all(space.size()), Run.quiet()))
                  .as(yaml)
                  .matches(StateSet::isEmpty);
            }
          }
        });
  }

  /// A picture that is true changes nothing, though it is written down.
  @Test
  void aTruePictureIsNoMisreading() {
    Seeds.each(
        SEEDS,
        seed -> {
          RandomBeliefs drawn = RandomBeliefs.draw(seed);
          Map<String, Map<String, String>> truths =
              drawn.wishes().keySet().stream()
                  .collect(
                      Collectors.toMap(
                          holder -> holder,
                          holder ->
                              drawn.wishes().entrySet().stream()
                                  .filter(e -> !e.getKey().equals(holder))
                                  .collect(
                                      Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))));
          String yaml = believing(drawn, truths, Map.of(), Map.of()).yaml();
          Outlook outlook = Outlook.of(Scenarios.space(yaml), Concept.SEQ, Run.quiet());

          assertThat(outlook.isOfConsequence()).as(yaml).isFalse();
          assertThat(outlook.hypergame()).as(yaml).isEqualTo(outlook.real());
          assertThat(outlook.eyes())
              .as(yaml)
              .allMatch(eyes -> eyes.surprises().isEmpty() && eyes.exposed().isEmpty());
        });
  }

  @Test
  void otherNamesChangeNothing() {
    Seeds.each(
        SEEDS,
        seed -> {
          String yaml = RandomBeliefs.draw(seed).yaml();
          String renamed = yaml.replaceAll("\\ba([0-9])", "zeta$1");
          Outlook one = Outlook.of(Scenarios.space(yaml), Concept.SEQ, Run.quiet());
          Outlook two = Outlook.of(Scenarios.space(renamed), Concept.SEQ, Run.quiet());

          assertThat(two.hypergame()).as(yaml).isEqualTo(one.hypergame());
          assertThat(two.eyes().stream().map(Outlook.Eyes::perceived).toList())
              .as(yaml)
              .isEqualTo(one.eyes().stream().map(Outlook.Eyes::perceived).toList());
          assertThat(two.eyes().stream().map(Outlook.Eyes::exposed).toList())
              .as(yaml)
              .isEqualTo(one.eyes().stream().map(Outlook.Eyes::exposed).toList());
          assertThat(plays(two)).as(yaml).isEqualTo(plays(one));
        });
  }

  @Test
  void moreThreadsChangeNothing() {
    Seeds.each(
        100,
        seed -> {
          String yaml = RandomBeliefs.draw(seed).yaml();
          Run three = new Run(3, 1, (_, _, _) -> {}, () -> false);
          Outlook one = Outlook.of(Scenarios.space(yaml), Concept.SEQ, Run.quiet());
          Outlook two = Outlook.of(Scenarios.space(yaml), Concept.SEQ, three);

          assertThat(two.hypergame()).as(yaml).isEqualTo(one.hypergame());
          assertThat(plays(two)).as(yaml).isEqualTo(plays(one));
        });
  }

  @Test
  void roundingIsNoOtherEnd() {
    Play play = new Play(List.of(new End(List.of(1), 0.1 + 0.2)), 2, Stumble.NO);

    assertThat(play.endsLike(new Play(List.of(new End(List.of(1), 0.3)), 5, Stumble.NO))).isTrue();
    assertThat(play.endsLike(new Play(List.of(new End(List.of(1), 0.4)), 2, Stumble.NO))).isFalse();
    assertThat(play.endsLike(new Play(List.of(new End(List.of(2), 0.3)), 2, Stumble.NO))).isFalse();
  }

  /// Three who would each go to any of eleven levels come to few states, but choose among 1,331
  /// states at once.
  @Test
  void whatCannotBeFollowedAtOnceIsStillFollowedOneByOne() {
    StringBuilder yaml = new StringBuilder("demarche: 1\ntitle: Many\nactors:\n");
    for (String id : List.of("a", "b", "c")) {
      yaml.append(
          "  %s: {options: {%s-o: {levels: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]}}, priorities: [%s-o]}\n"
              .formatted(id, id, id));
    }
    yaml.append("beliefs:\n  a: {of: {b: {priorities: [not b-o]}}}\n");
    Outlook outlook = Outlook.of(Scenarios.space(yaml.toString()), Concept.R, Run.quiet());

    assertThat(outlook.played()).hasSize(1);
    assertThat(outlook.played().getFirst().atOnce()).isEmpty();
    assertThat(outlook.played().getFirst().oneByOne().ends()).hasSize(1_331);
    assertThat(outlook.played().getFirst().clear()).hasSize(1);
  }

  private static List<List<End>> plays(Outlook outlook) {
    return outlook.played().stream()
        .flatMap(p ->
            Stream.concat(
                Stream.of(p.oneByOne()),
                p.alone().stream().flatMap(c -> c.led().stream()).map(Correction.Led::play)))
        .map(Play::ends)
        .toList();
  }

  private static RandomBeliefs believing(
      RandomBeliefs drawn,
      Map<String, Map<String, String>> views,
      Map<String, Set<String>> blind,
      Map<String, Map<String, Map<String, String>>> thinks) {
    return drawn.with(drawn.wishes(), drawn.held(), views, blind, thinks);
  }
}
