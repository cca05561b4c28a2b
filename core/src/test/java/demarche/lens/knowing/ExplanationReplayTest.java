package demarche.lens.knowing;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.lens.Run;
import demarche.lens.knowing.Explanation.Escapable;
import demarche.lens.knowing.Explanation.Move;
import demarche.lens.knowing.Explanation.NoReply;
import demarche.lens.knowing.Explanation.NotConsidered;
import demarche.lens.knowing.Explanation.NotFeared;
import demarche.lens.knowing.Explanation.Sanctioned;
import demarche.lens.knowing.Explanation.Strongly;
import demarche.lens.knowing.Explanation.Wanted;
import demarche.lens.stability.Concept;
import demarche.model.Model;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.Reach.Step;
import demarche.states.StateSpace;
import demarche.testing.KnowingByDefinition.Replies;
import demarche.testing.RandomDoubts;
import demarche.testing.RandomModels;
import demarche.testing.Seeds;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Every explanation under every definition replayed against the literal relations, on random
/// models with other orders.
final class ExplanationReplayTest {
  private static final int STATES_OF_A_MODEL = 2;

  @Test
  void everyExplanationCanBeReplayed() {
    Seeds.each(3_000, ExplanationReplayTest::replay);
  }

  private static void replay(long seed) {
    String yaml = RandomDoubts.draw(seed);
    Model model = RandomModels.model(yaml);
    LiteralStances literal = LiteralStances.drawn(model, seed);
    Arcs arcs = Arcs.of(StateSpace.of(model));
    List<Definition> asked = someOf(literal.definitions(), seed);
    Knowing knowing = Knowing.unsearched(arcs, asked, literal.settings());
    Knowing searched = Knowing.of(arcs, asked, literal.settings(), Run.quiet());
    int size = arcs.space().size();
    int stride = Math.max(1, size / STATES_OF_A_MODEL);
    for (Definition definition : asked) {
      for (Party party : model.parties()) {
        for (int s = (int) (seed % stride); s < size; s += stride) {
          Explanation told = Explained.explanation(knowing, definition, party, s, Run.quiet());
          String where =
              "%s of %s for %s; -Dseed=%d replays\n%s\n%s"
                  .formatted(
                      definition.name(),
                      arcs.space().code(s),
                      party.id(),
                      seed,
                      literal.settings(),
                      yaml);
          assertThat(told.isStable())
              .as(where)
              .isEqualTo(searched.stable(definition, party).contains(s));
          new Replay(literal, told, where).all();
        }
      }
    }
  }

  /// One of six, each in its turn.
  private static List<Definition> someOf(List<Definition> all, long seed) {
    return IntStream.range(0, all.size())
        .filter(k -> (k + seed) % 6 == 0)
        .mapToObj(all::get)
        .toList();
  }

  private record Replay(LiteralStances literal, Explanation told, String where) {
    void all() {
      assertThat(told.moves().stream().map(Move::to))
          .as(where)
          .containsExactlyElementsOf(new TreeSet<>(moves(told.state())));
      for (Move move : told.moves()) {
        assertThat(move instanceof Wanted)
            .as("leaves for %d, %s", move.to(), where)
            .isEqualTo(stance().leaves().holds(told.party(), told.state(), move.to()));
        if (move instanceof Wanted wanted) wanted(wanted);
      }
      if (told.definition().reading() instanceof Reading.Weak) weakly();
    }

    private void weakly() {
      assertThat(told.isStable())
          .as(where)
          .isEqualTo(
              literal.isStable(rule(), new Reading.Degree(0), told.party(), told.state())
                  && !literal.isStable(rule(), new Reading.Strong(), told.party(), told.state()));
      assertThat(told.wanted().stream().allMatch(w -> w.strongly() == Strongly.YES))
          .as(where)
          .isEqualTo(literal.isStable(rule(), new Reading.Strong(), told.party(), told.state()));
    }

    private void wanted(Wanted wanted) {
      Set<Integer> answers = answers(wanted.to());
      switch (wanted.deterrence()) {
        case NotConsidered() -> assertThat(rule()).as(where).isEqualTo(Concept.R);
        case NoReply() -> assertThat(answers).as(where).isEmpty();
        case NotFeared(int replies, var nearest) -> {
          sequence(wanted.to(), nearest);
          assertThat(answers).as(where).hasSize(replies).noneMatch(this::isFeared);
        }
        case Escapable(int replies, int feared, var steps, int escape) -> {
          int end = sequence(wanted.to(), steps);
          assertThat(answers).as(where).hasSize(replies);
          assertThat(answers.stream().filter(this::isFeared).count()).as(where).isEqualTo(feared);
          assertThat(isFeared(end)).as(where).isTrue();
          assertThat(moves(end)).as(where).contains(escape);
          assertThat(isFeared(escape)).as(where).isFalse();
          assertThat(answers.stream().filter(this::isFeared))
              .as(where)
              .noneMatch(t -> moves(t).stream().allMatch(this::isFeared));
        }
        case Sanctioned(var steps, var counters) -> {
          int end = sequence(wanted.to(), steps);
          assertThat(isFeared(end)).as(where).isTrue();
          if (rule().isSymmetric()) {
            assertThat(counters)
                .as(where)
                .containsExactlyElementsOf(new TreeSet<>(moves(end)))
                .allMatch(this::isFeared);
          }
        }
      }
    }

    /// Replays answers; returns where they end.
    private int sequence(int from, List<Step> steps) {
      assertThat(steps).as(where).isNotEmpty();
      int at = from;
      int last = told.party().index();
      for (Step step : steps) {
        assertThat(step.by().index()).as(where).isNotIn(last, told.party().index());
        assertThat(literal.literal().moves(step.by(), at)).as(where).contains(step.to());
        if (rule() == Concept.SEQ || rule() == Concept.SSEQ) {
          assertThat(stance().answers().holds(step.by(), at, step.to())).as(where).isTrue();
        }
        at = step.to();
        last = step.by().index();
      }
      return at;
    }

    private Set<Integer> answers(int q) {
      Replies replies = literal.replies(rule(), reading());
      return literal.answers(replies, told.party(), q);
    }

    private boolean isFeared(int t) {
      return stance().fears().holds(told.party(), told.state(), t);
    }

    private Set<Integer> moves(int s) {
      return literal.literal().moves(told.party(), s);
    }

    private LiteralStances.LiteralStance stance() {
      return literal.stance(reading());
    }

    /// Weak stability is explained by the answers that deter in general.
    private Reading reading() {
      return told.definition().reading() instanceof Reading.Weak
          ? new Reading.Degree(0)
          : told.definition().reading();
    }

    private Concept rule() {
      return told.definition().rule();
    }
  }
}
