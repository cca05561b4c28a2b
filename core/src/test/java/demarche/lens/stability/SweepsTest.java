package demarche.lens.stability;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.lens.Run;
import demarche.lens.stability.Way.Question;
import demarche.lens.stability.sweep.Board;
import demarche.lens.stability.sweep.Boards;
import demarche.model.Actor;
import demarche.states.Arcs;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import demarche.testing.LargerModels;
import demarche.testing.RandomModels;
import demarche.testing.Scenarios;
import demarche.testing.Seeds;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Sweeps in arrays of every width, with vectors and without, against the search.
final class SweepsTest {
  private static final List<Concept> CONCEPTS =
      List.of(Concept.R, Concept.GMR, Concept.SMR, Concept.SEQ, Concept.SSEQ);

  @Test
  void everyWidthAgreesWithTheSearchOnLargerModels() {
    AtomicInteger compared = new AtomicInteger();
    Seeds.each(
        400,
        seed -> {
          String yaml = LargerModels.draw(seed, 5 + (int) (seed % 6));
          compared.addAndGet(compare(Arcs.of(StateSpace.of(Scenarios.model(yaml))), yaml));
        });
    if (Seeds.first(400).length == 400) assertThat(compared.get()).isGreaterThan(350);
  }

  @Test
  void everyWidthAgreesWithTheSearchOnSmallModels() {
    AtomicInteger compared = new AtomicInteger();
    Seeds.each(
        1_000,
        seed -> {
          String yaml = RandomModels.draw(seed);
          compared.addAndGet(compare(Arcs.of(StateSpace.of(RandomModels.model(yaml))), yaml));
        });
    if (Seeds.first(1_000).length == 1_000) assertThat(compared.get()).isGreaterThan(500);
  }

  private static int compare(Arcs arcs, String yaml) {
    if (!Board.serves(arcs.space().outline())) return 0;
    Map<String, Board<?>> boards = Boards.ofEveryWidth(arcs);
    for (Actor actor : arcs.space().model().actors()) {
      for (Concept concept : CONCEPTS) {
        StateSet all = StateSet.all(arcs.space().size());
        Question question = new Question(arcs, actor, concept, all);
        Way search = concept == Concept.R ? new EachMove() : new BackwardSearch();
        StateSet expected = search.stable(question, Run.quiet());
        boards.forEach((width, board) ->
            assertThat(Sweeps.stable(board, question, Run.quiet()))
                .as("%s for %s in %s in\n%s", concept, actor.id(), width, yaml)
                .isEqualTo(expected));
      }
    }
    return 1;
  }
}
