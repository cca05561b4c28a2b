package demarche.lens.firmness;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.lens.Run;
import demarche.lens.stability.Concept;
import demarche.lens.stability.Stability;
import demarche.model.Actor;
import demarche.model.Model;
import demarche.model.Preference;
import demarche.model.Term;
import demarche.states.Arcs;
import demarche.states.StateSpace;
import demarche.testing.RandomModels;
import demarche.testing.Seeds;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/// Least changes of wishes against all changes, on random models.
final class FirmnessByDefinitionTest {
  private static final Set<Concept> CONCEPTS =
      EnumSet.of(Concept.R, Concept.GMR, Concept.SMR, Concept.SEQ, Concept.SSEQ);

  /// What is asked of each stable state of each actor that can move.
  private interface Question {
    void about(Replies replies, int s, LiteralFirmness literal, String told);
  }

  private static void each(int seeds, int mostStates, Set<Concept> concepts, Question question) {
    Seeds.each(
        seeds,
        seed -> {
          String yaml = RandomModels.draw(seed);
          Model model = RandomModels.model(yaml);
          StateSpace space = StateSpace.of(model);
          if (space.size() > mostStates) return;
          Arcs arcs = Arcs.of(space);
          Stability stability = Stability.of(arcs, concepts, Run.quiet());
          for (Actor actor : model.actors()) {
            if (!arcs.isMover(actor)) continue;
            LiteralFirmness literal = new LiteralFirmness(model, actor);
            for (Concept concept : concepts) {
              Replies replies = new Replies(arcs, actor, concept);
              stability.stable(concept, actor).stream()
                  .forEach(s ->
                      question.about(
                          replies,
                          s,
                          literal,
                          "%s of %s in %s; -Dseed=%d replays\n%s"
                              .formatted(concept, actor.id(), space.code(s), seed, yaml)));
            }
          }
        });
  }

  @Test
  void noOrderCloserByEndsTheStability() {
    each(
        2_000,
        5,
        CONCEPTS,
        (replies, s, literal, told) -> {
          Arcs arcs = replies.arcs();
          Fall fall = new Fall.Order(arcs.space(), replies.actor()).of(arcs, replies, s);
          long steps = fall.isPossible() ? fall.steps() : -1;
          assertThat(steps).as(told).isEqualTo(literal.fall(replies.concept().name(), s));
        });
  }

  @Test
  void noListCloserByEndsTheStability() {
    each(
        4_000,
        40,
        EnumSet.of(Concept.R, Concept.GMR, Concept.SEQ),
        (replies, s, literal, told) -> {
          if (!(replies.actor().preference().order() instanceof Preference.Priorities priorities)) {
            return;
          }
          Escapes escapes = Escapes.of(replies.arcs().space(), replies, s);
          int[] from = replies.arcs().space().levels(s);
          int swaps =
              switch (Reordering.of(priorities.base(), from, escapes.sets())) {
                case Reordering.Fewest(int fewest) -> fewest;
                case Reordering.AtLeast(int least) ->
                    throw new AssertionError("gave up at " + least + "; " + told);
                case Reordering.Never() -> -1;
              };
          assertThat(escapes.isWhole()).isTrue();
          assertThat(swaps)
              .as(told)
              .isEqualTo(literal.swaps(replies.concept().name(), s, priorities));
        });
  }

  /// Between two turns nothing changes, so one change between each two is tried.
  @Test
  void noSmallerChangeOfAWeightEndsTheStability() {
    each(
        2_000,
        12,
        EnumSet.of(Concept.R, Concept.GMR, Concept.SEQ),
        (replies, s, literal, told) -> {
          if (!(replies.actor().preference().order() instanceof Preference.Values values)) return;
          Escapes escapes = Escapes.of(replies.arcs().space(), replies, s);
          int[] from = replies.arcs().space().levels(s);
          Optional<WeightChange> found = WeightChange.smallest(values, from, escapes.sets());
          assertThat(found.map(c -> c.change().abs()))
              .as(told)
              .isEqualTo(smallest(replies.concept().name(), s, values, literal));
          found.ifPresent(change -> holdsUpTo(change, replies, s, values, literal, told));
        });
  }

  private static Optional<BigFraction> smallest(
      String concept, int s, Preference.Values values, LiteralFirmness literal) {
    List<BigFraction> turns = literal.turns(values);
    for (int k = 0; k < turns.size(); k++) {
      BigFraction next = k + 1 < turns.size() ? turns.get(k + 1) : turns.get(k).add(2);
      BigFraction between = turns.get(k).add(next).divide(2);
      for (int t = 0; t < values.terms().size(); t++) {
        for (int w = 0; w < values.terms().get(t).weights().size(); w++) {
          if (!literal.isStable(concept, s, values, t, w, between)
              || !literal.isStable(concept, s, values, t, w, between.negate())) {
            return Optional.of(turns.get(k));
          }
        }
      }
    }
    return Optional.empty();
  }

  /// At the number told the state still holds, and a little beyond it does not.
  private static void holdsUpTo(
      WeightChange change,
      Replies replies,
      int s,
      Preference.Values values,
      LiteralFirmness literal,
      String told) {
    int term = values.terms().indexOf(change.term());
    BigFraction little = BigFraction.of(change.rises() ? 1 : -1, 1_000_000);
    String concept = replies.concept().name();
    Term.Weight weight = change.term().weights().get(change.index());
    assertThat(change.now()).isEqualTo(weight.amount());
    assertThat(literal.isStable(concept, s, values, term, change.index(), change.change()))
        .as("at %s; %s", change, told)
        .isTrue();
    assertThat(
            literal.isStable(concept, s, values, term, change.index(), change.change().add(little)))
        .as("beyond %s; %s", change, told)
        .isFalse();
  }
}
