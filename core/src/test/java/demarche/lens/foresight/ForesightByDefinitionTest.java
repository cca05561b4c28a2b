package demarche.lens.foresight;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.lens.Run;
import demarche.lens.stability.Concept;
import demarche.lens.stability.Stability;
import demarche.model.Body;
import demarche.model.Model;
import demarche.model.Party;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import demarche.testing.RandomModels;
import demarche.testing.Seeds;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Looking ahead against a literal reading, on random models, and laws that it keeps.
final class ForesightByDefinitionTest {
  /// How many ends the recursion may look up for one model.
  private static final double MOST_LOOKS = 2_000;

  private static final int FARTHEST = 4;
  private static final int SEEDS = 10_000;

  private final AtomicInteger pairs = new AtomicInteger();

  @Test
  void everyNotionAgreesWithItsDefinition() {
    Seeds.each(SEEDS, this::compare);
    if (Seeds.first(SEEDS).length == SEEDS) assertThat(pairs.get()).isGreaterThan(4_000);
  }

  private void compare(long seed) {
    String yaml = RandomModels.draw(seed);
    String about = "-Dseed=%d replays\n%s".formatted(seed, yaml);
    Model model = RandomModels.model(yaml);
    LiteralForesight literal = new LiteralForesight(model);
    int farthest = farthest(literal, model.parties().size());
    List<Notion> notions =
        Stream.concat(
                IntStream.rangeClosed(1, farthest).<Notion>mapToObj(Notion.Limited::new),
                Stream.of(new Notion.NonMyopic(), new Notion.Stackelberg()))
            .toList();
    Foresight foresight = Foresight.of(StateSpace.of(model), notions, Run.quiet());
    List<Party> movers = literal.movers();
    boolean ordered =
        foresight.movers().stream().allMatch(p -> !(p instanceof Body) || literal.isOrder(p));
    assertThat(foresight.held().isEmpty()).as(about).isEqualTo(!ordered);
    if (!ordered) {
      assertThat(foresight.notSearched()).as(about).hasSize(notions.size());
      return;
    }
    List<List<Boolean>> nonMyopic = literal.nonMyopic();
    for (Held held : foresight.held()) {
      for (Party i : model.parties()) {
        IntPredicate expected =
            switch (held.notion()) {
              case Notion.Limited(int h) -> s -> literal.end(i, s, h) == s;
              case Notion.NonMyopic() -> nonMyopic.get(i.index())::get;
              case Notion.Stackelberg() -> {
                int h = held.leaders().contains(i) ? 2 : 1;
                yield s -> literal.end(i, s, h) == s;
              }
            };
        assertThat(held.stable(i))
            .as("%s of %s; %s", held.name(), i.id(), about)
            .isEqualTo(set(literal.states(), expected));
      }
    }
    if (movers.size() == 2) textbook(foresight, literal, movers, farthest, about);
  }

  private void textbook(
      Foresight foresight,
      LiteralForesight literal,
      List<Party> movers,
      int farthest,
      String about) {
    pairs.incrementAndGet();
    for (int h = 1; h <= farthest; h++) {
      Held held = foresight.held().get(h - 1);
      int horizon = h;
      for (int k = 0; k < 2; k++) {
        Party i = movers.get(k);
        Party j = movers.get(1 - k);
        assertThat(held.stable(i))
            .as("%s of %s as in textbooks; %s", held.name(), i.id(), about)
            .isEqualTo(set(literal.states(), s -> literal.textbook(i, j, s, horizon) == s));
      }
    }
  }

  private static int farthest(LiteralForesight literal, int parties) {
    double branches = Math.max(2.0, (double) literal.most() * (parties - 1));
    double looks = (double) literal.states() * parties * branches;
    int horizon = 1;
    while (horizon < FARTHEST && (horizon < 2 || looks * branches < MOST_LOOKS)) {
      horizon++;
      looks *= branches;
    }
    return horizon;
  }

  private static StateSet set(int size, IntPredicate contains) {
    StateSet set = new StateSet(size);
    IntStream.range(0, size).filter(contains).forEach(set::add);
    return set;
  }

  @Test
  void oneMoveAheadIsNashAndTwoAreSequential() {
    Seeds.each(
        3_000,
        seed -> {
          String yaml = RandomModels.draw(seed);
          StateSpace space = StateSpace.of(RandomModels.model(yaml));
          Foresight foresight =
              Foresight.of(
                  space, List.of(new Notion.Limited(1), new Notion.Limited(2)), Run.quiet());
          if (foresight.held().isEmpty()) return;
          Stability stability = Stability.of(space, Set.of(Concept.R, Concept.SEQ), Run.quiet());
          for (Party party : space.model().parties()) {
            assertThat(foresight.held().getFirst().stable(party))
                .as("L1 of %s; -Dseed=%d\n%s", party.id(), seed, yaml)
                .isEqualTo(stability.stable(Concept.R, party));
            StateSet ahead = foresight.held().getLast().stable(party);
            assertThat(ahead.and(stability.stable(Concept.SEQ, party)))
                .as("L2 of %s; -Dseed=%d\n%s", party.id(), seed, yaml)
                .isEqualTo(ahead);
          }
        });
  }

  /// What holds on every horizon past the point from which they repeat holds under NM, and no more.
  @Test
  void nonMyopicIsWhatEveryLateHorizonHolds() {
    Seeds.each(
        1_000,
        seed -> {
          String yaml = RandomModels.draw(seed);
          StateSpace space = StateSpace.of(RandomModels.model(yaml));
          Foresight asked = Foresight.of(space, List.of(new Notion.NonMyopic()), Run.quiet());
          if (asked.recurrence().isEmpty()) return;
          Recurrence r = asked.recurrence().orElseThrow();
          if (r.from() + 2 * r.period() > Notion.FARTHEST) return;
          List<Notion> late =
              IntStream.range(r.from(), r.from() + 2 * r.period())
                  .<Notion>mapToObj(h -> new Notion.Limited(Math.max(1, h)))
                  .toList();
          List<Held> horizons = Foresight.of(space, late, Run.quiet()).held();
          for (Party party : space.model().parties()) {
            StateSet all = StateSet.all(space.size());
            for (Held held : horizons) all = all.and(held.stable(party));
            assertThat(asked.held().getFirst().stable(party))
                .as("NM of %s; -Dseed=%d\n%s", party.id(), seed, yaml)
                .isEqualTo(all);
          }
        });
  }
}
