package demarche.lens.foresight;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.lens.Run;
import demarche.lens.foresight.Explanation.Outlook;
import demarche.lens.foresight.Explanation.Prospect;
import demarche.model.Body;
import demarche.model.Model;
import demarche.model.Party;
import demarche.states.Reach.Step;
import demarche.states.StateSpace;
import demarche.testing.RandomModels;
import demarche.testing.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Every explanation of what is expected, replayed move by move against a literal reading of
/// looking ahead, on random models.
final class ExplanationReplayTest {
  private static final List<Notion> NOTIONS =
      List.of(
          new Notion.Limited(1),
          new Notion.Limited(2),
          new Notion.Limited(3),
          new Notion.Limited(4),
          new Notion.NonMyopic(),
          new Notion.Stackelberg());
  private static final int STATES_OF_A_MODEL = 2;

  /// Beyond this horizon nothing is replayed.
  private static final int FARTHEST = 40;

  @Test
  void everyExplanationCanBeReplayed() {
    Seeds.each(3_000, ExplanationReplayTest::replay);
  }

  private static void replay(long seed) {
    String yaml = RandomModels.draw(seed);
    Model model = RandomModels.model(yaml);
    StateSpace space = StateSpace.of(model);
    LiteralForesight literal = new LiteralForesight(model);
    Foresight foresight = Foresight.of(space, NOTIONS, Run.quiet());
    foresight.keepWholeCycle(Run.quiet());
    if (model.parties().stream().anyMatch(p -> p instanceof Body && !literal.isOrder(p))) return;
    Horizons horizons = new Horizons(literal, new ArrayList<>());
    int stride = Math.max(1, space.size() / STATES_OF_A_MODEL);
    for (Held held : foresight.held()) {
      for (Party party : model.parties()) {
        for (int s = (int) (seed % stride); s < space.size(); s += stride) {
          Explanation told = Explanation.of(foresight, held, party, s);
          String where =
              "%s of %s for %s; -Dseed=%d replays\n%s"
                  .formatted(held.name(), space.code(s), party.id(), seed, yaml);
          assertThat(told.isStable()).as(where).isEqualTo(held.stable(party).contains(s));
          new Replay(literal, horizons, told, where).all();
        }
      }
    }
  }

  /// What the literal reading expects at each horizon, by party and state, worked out once.
  private record Horizons(LiteralForesight literal, List<List<List<Integer>>> known) {
    int end(Party party, int state, int horizon) {
      while (known.size() <= horizon) {
        known.add(known.isEmpty() ? literal.nothingMoves() : literal.deeper(known.getLast()));
      }
      return known.get(horizon).get(party.index()).get(state);
    }
  }

  private record Replay(
      LiteralForesight literal, Horizons horizons, Explanation told, String where) {
    void all() {
      if (told.outlooks().isEmpty()) {
        assertThat(literal.movers()).as(where).doesNotContain(told.party());
        return;
      }
      if (told.outlooks().getLast().horizon() > FARTHEST) return;
      for (Outlook outlook : told.outlooks()) {
        assertThat(outlook.end())
            .as("%d ahead, %s", outlook.horizon(), where)
            .isEqualTo(horizons.end(told.party(), told.state(), outlook.horizon()));
      }
      if (told.held().notion() instanceof Notion.NonMyopic) wholeCycle();
      assertThat(told.prospects().stream().map(Prospect::to))
          .as(where)
          .containsExactlyElementsOf(new TreeSet<>(literal.moves(told.party(), told.state())));
      told.prospects().forEach(this::prospect);
      assertThat(told.prospects().stream().anyMatch(Prospect::better))
          .as(where)
          .isEqualTo(horizons.end(told.party(), told.state(), told.horizon()) != told.state());
      assertThat(told.chosen().isPresent()).as(where).isEqualTo(!told.isStable());
    }

    /// After its last horizon all begins anew.
    private void wholeCycle() {
      int first = told.outlooks().getFirst().horizon();
      int next = told.outlooks().getLast().horizon() + 1;
      for (Party party : literal.movers()) {
        for (int s : IntStream.range(0, literal.states()).toArray()) {
          assertThat(horizons.end(party, s, next))
              .as(where)
              .isEqualTo(horizons.end(party, s, first));
        }
      }
    }

    /// Each mover of a course goes where its own choice leads, and after the last nobody goes on.
    private void prospect(Prospect prospect) {
      int at = told.state();
      int left = told.horizon();
      Party last = null;
      for (Step step : prospect.course()) {
        assertThat(literal.moves(step.by(), at)).as(where).contains(step.to());
        assertThat(step.by()).as(where).isNotEqualTo(last);
        if (last != null) {
          assertThat(horizons.end(step.by(), at, left)).as(where).isEqualTo(prospect.end());
          assertThat(literal.prefers(step.by(), at, prospect.end())).as(where).isTrue();
          assertThat(counted(last, at, left)).as(where).isEqualTo(prospect.end());
        }
        last = step.by();
        at = step.to();
        left--;
      }
      assertThat(at).as(where).isEqualTo(prospect.end());
      for (Party other : literal.movers()) {
        if (other.equals(last)) continue;
        assertThat(horizons.end(other, at, left)).as(where).isEqualTo(at);
      }
      assertThat(prospect.better())
          .as(where)
          .isEqualTo(literal.prefers(told.party(), told.state(), prospect.end()));
    }

    /// On which end the last mover counts: of those that others expect the worst for itself.
    private int counted(Party last, int at, int left) {
      TreeSet<Integer> ends = new TreeSet<>();
      for (Party other : literal.movers()) {
        if (!other.equals(last)) ends.add(horizons.end(other, at, left));
      }
      ends.remove(at);
      return ends.stream()
          .filter(e -> ends.stream().noneMatch(worse -> literal.prefers(last, worse, e)))
          .findFirst()
          .orElse(at);
    }
  }
}
