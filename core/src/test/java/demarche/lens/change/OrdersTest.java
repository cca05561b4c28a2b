package demarche.lens.change;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.lens.stability.Concept;
import demarche.model.Actor;
import demarche.model.Model;
import demarche.states.StateSpace;
import demarche.testing.ByDefinition;
import demarche.testing.ByDefinition.Step;
import demarche.testing.RandomModels;
import demarche.testing.Scenarios;
import demarche.testing.Seeds;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Orders under which a state is stable, counted without going through them.
final class OrdersTest {
  private static final List<Concept> CONCEPTS =
      List.of(Concept.R, Concept.GMR, Concept.SMR, Concept.SEQ, Concept.SSEQ);

  /// The model and its figures: gmcr-py (GMCR+), example SyriaIraq. The handout that goes with it
  /// prints 240 for R and 420 for SEQ; all 720 orders, gone through one by one, give 384.
  @ParameterizedTest
  @CsvSource({"R,240", "GMR,384", "SMR,300", "SEQ,384"})
  void theEuphratesIsCountedAsThroughAllOrders(Concept concept, long stable) {
    StateSpace space = StateSpace.of(Scenarios.file("scenarios/library/syriairaq.yaml").unvaried());
    Actor syria = space.model().actors().getFirst();
    Orders orders = Orders.of(space, syria, space.state("100"), concept).orElseThrow();
    assertThat(orders.stable()).isEqualTo(BigInteger.valueOf(stable));
    assertThat(orders.all()).isEqualTo(BigInteger.valueOf(720));
    assertThat(counted(new ByDefinition(space.model()), syria, space.state("100"), concept))
        .isEqualTo(stable);
  }

  @Test
  void countsAreThoseOfAllOrders() {
    AtomicInteger asked = new AtomicInteger();
    Seeds.each(
        2_000,
        seed -> {
          String yaml = RandomModels.draw(seed);
          Model model = RandomModels.model(yaml);
          StateSpace space = StateSpace.of(model);
          if (space.size() > 6) return;
          ByDefinition literal = new ByDefinition(model);
          Actor actor = model.actors().get((int) (seed % model.actors().size()));
          int state = (int) (seed / 7 % space.size());
          for (Concept concept : CONCEPTS) {
            asked.incrementAndGet();
            assertThat(Orders.of(space, actor, state, concept).orElseThrow().stable())
                .as("%s of %s in %s; -Dseed=%d replays\n%s", concept, actor.id(), state, seed, yaml)
                .isEqualTo(BigInteger.valueOf(counted(literal, actor, state, concept)));
          }
        });
    if (Long.getLong("seed") == null && Integer.getInteger("seeds") == null) {
      assertThat(asked.get()).isGreaterThan(500);
    }
  }

  /// Through all strict orders of the states, best first; what the others do stays as it is.
  private static long counted(ByDefinition literal, Actor actor, int state, Concept concept) {
    return permutations(literal.states().size()).stream()
        .filter(order -> isStable(literal, actor, state, concept, order))
        .count();
  }

  private static boolean isStable(
      ByDefinition literal, Actor actor, int s, Concept concept, List<Integer> order) {
    for (int q : literal.moves(actor, s)) {
      if (order.indexOf(q) > order.indexOf(s)) continue;
      if (concept == Concept.R) return false;
      boolean credible = concept == Concept.SEQ || concept == Concept.SSEQ;
      boolean deterred = false;
      for (int t : literal.replies(actor, q, credible ? Step.IMPROVEMENT : Step.MOVE)) {
        boolean harm = order.indexOf(t) >= order.indexOf(s);
        if (concept == Concept.SMR || concept == Concept.SSEQ) {
          for (int u : literal.moves(actor, t)) harm &= order.indexOf(u) >= order.indexOf(s);
        }
        deterred |= harm;
      }
      if (!deterred) return false;
    }
    return true;
  }

  private static List<List<Integer>> permutations(int size) {
    List<List<Integer>> all = List.of(List.of());
    for (int k = 0; k < size; k++) {
      List<List<Integer>> longer = new ArrayList<>();
      for (List<Integer> before : all) {
        for (int at = 0; at <= before.size(); at++) {
          List<Integer> with = new ArrayList<>(before);
          with.add(at, k);
          longer.add(with);
        }
      }
      all = longer;
    }
    return all;
  }
}
