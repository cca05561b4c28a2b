package demarche.lens.coalitions;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.lens.Defining.Asked;
import demarche.lens.Run;
import demarche.lens.coalitions.Explanation.Answer;
import demarche.lens.coalitions.Explanation.Escapable;
import demarche.lens.coalitions.Explanation.Improvement;
import demarche.lens.coalitions.Explanation.NoReply;
import demarche.lens.coalitions.Explanation.NotConsidered;
import demarche.lens.coalitions.Explanation.Sanctioned;
import demarche.lens.coalitions.Explanation.StillBetter;
import demarche.model.Model;
import demarche.model.Party;
import demarche.states.Reach.Step;
import demarche.states.StateSpace;
import demarche.testing.ByDefinition;
import demarche.testing.RandomModels;
import demarche.testing.Seeds;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Every explanation of what coalitions do, replayed against a literal reading, on random models.
final class ExplanationReplayTest {
  private static final int MOST_PARTIES = 4;
  private static final int STATES_OF_A_MODEL = 2;

  @Test
  void everyExplanationCanBeReplayed() {
    Seeds.each(3_000, ExplanationReplayTest::replay);
  }

  private static void replay(long seed) {
    String yaml = RandomModels.draw(seed);
    Model model = RandomModels.model(yaml);
    if (model.parties().size() > MOST_PARTIES) return;
    StateSpace space = StateSpace.of(model);
    CoalitionsByDefinition slow = new CoalitionsByDefinition(model);
    ByDefinition literal = new ByDefinition(model);
    Replies replies = seed % 2 == 0 ? Replies.BY_COALITIONS : Replies.BY_INDIVIDUALS;
    Question question =
        new Question(EnumSet.allOf(CoalitionConcept.class), Coalition.all(model), replies);
    int stride = Math.max(1, space.size() / STATES_OF_A_MODEL);
    for (int s = (int) (seed % stride); s < space.size(); s += stride) {
      Explained explained =
          Explained.of(new Asked(space, s, model.parties()), question, Run.quiet());
      for (Explanation told : explained.all()) {
        new Replay(
                literal,
                slow,
                replies,
                told,
                "%s of %s for %s; -Dseed=%d replays\n%s"
                    .formatted(told.concept(), space.code(s), told.coalition(), seed, yaml))
            .all();
      }
    }
  }

  private record Replay(
      ByDefinition literal,
      CoalitionsByDefinition slow,
      Replies replies,
      Explanation told,
      String where) {
    void all() {
      Set<Integer> members = indices(told.coalition().members());
      assertThat(told.isStable())
          .as(where)
          .isEqualTo(slow.isStable(told.concept(), members, replies, told.state()));
      assertThat(told.improvements().stream().map(Improvement::to))
          .as(where)
          .containsExactlyElementsOf(slow.improvements(members, told.state()));
      for (Improvement improvement : told.improvements()) {
        sequence(told.state(), improvement.steps(), told.coalition().members(), improvement.to());
        deterrence(improvement);
      }
    }

    private void deterrence(Improvement improvement) {
      Set<Integer> answers = answers(improvement.to());
      switch (improvement.deterrence()) {
        case NotConsidered() ->
            assertThat(told.concept()).as(where).isEqualTo(CoalitionConcept.CNASH);
        case NoReply() -> assertThat(answers).as(where).isEmpty();
        case StillBetter(int count) -> {
          assertThat(answers.stream().filter(t -> t != improvement.to()).count())
              .as(where)
              .isEqualTo(count);
          assertThat(answers).as(where).allMatch(this::isWanted);
        }
        case Escapable(int count, int harmful, var answer, var escape) -> {
          answer(improvement.to(), answer);
          int end = answer.getLast().to();
          assertThat(isWanted(end)).as(where).isFalse();
          sequence(end, escape, told.coalition().members(), escape.getLast().to());
          assertThat(isWanted(escape.getLast().to())).as(where).isTrue();
          assertThat(answers.stream().filter(t -> t != improvement.to()).count())
              .as(where)
              .isEqualTo(count);
          assertThat(answers.stream().filter(t -> !isWanted(t)).count())
              .as(where)
              .isEqualTo(harmful);
        }
        case Sanctioned sanctioned -> sanctioned(improvement.to(), sanctioned);
      }
    }

    private void sanctioned(int improvement, Sanctioned sanctioned) {
      answer(improvement, sanctioned.answer());
      assertThat(sanctioned.losers())
          .as(where)
          .isNotEmpty()
          .containsExactlyElementsOf(
              told.coalition().members().stream()
                  .filter(p -> !literal.prefers(p, told.state(), sanctioned.end()))
                  .toList());
      if (told.concept() == CoalitionConcept.CSMR) {
        assertThat(reached(told.coalition().members(), sanctioned.end()))
            .as(where)
            .noneMatch(this::isWanted);
      }
    }

    private void answer(int improvement, List<Answer> answer) {
      int at = improvement;
      Set<Integer> before = Set.of();
      for (Answer step : answer) {
        Set<Integer> by = indices(step.by().members());
        assertThat(by).as(where).isNotEqualTo(before);
        assertThat(told.coalition().members())
            .as(where)
            .doesNotContainAnyElementsOf(step.by().members());
        sequence(at, step.moves(), step.by().members(), step.to());
        int from = at;
        if (told.concept() == CoalitionConcept.CSEQ) {
          assertThat(step.by().members())
              .as(where)
              .allMatch(p -> literal.prefers(p, from, step.to()));
        }
        before = by;
        at = step.to();
      }
    }

    private void sequence(int from, List<Step> steps, List<Party> movers, int to) {
      int at = from;
      int last = -1;
      for (Step step : steps) {
        assertThat(movers).as(where).contains(step.by());
        assertThat(step.by().index()).as(where).isNotEqualTo(last);
        assertThat(literal.moves(step.by(), at)).as(where).contains(step.to());
        at = step.to();
        last = step.by().index();
      }
      assertThat(at).as(where).isEqualTo(to);
    }

    private boolean isWanted(int t) {
      return told.coalition().members().stream().allMatch(p -> literal.prefers(p, told.state(), t));
    }

    private Set<Integer> reached(List<Party> movers, int from) {
      return slow.reachedByMoves(indices(movers), from);
    }

    private Set<Integer> answers(int q) {
      return slow.answers(told.concept(), indices(told.coalition().members()), replies, q);
    }

    private static Set<Integer> indices(List<Party> parties) {
      return new HashSet<>(parties.stream().map(Party::index).toList());
    }
  }
}
