package demarche.lens.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.model.Actor;
import demarche.model.Model;
import demarche.states.StateSpace;
import demarche.testing.ByDefinition;
import demarche.testing.RandomWishes;
import demarche.testing.Scenarios;
import demarche.testing.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/// Agreement of orders is what counting pairs one by one makes of it.
final class TauBTest {
  /// Every pair of states, looked at one by one.
  private static TauB literally(int states, IntBinaryOperator first, IntBinaryOperator second) {
    long[] counts = new long[5];
    for (int s = 0; s < states; s++) {
      for (int t = s + 1; t < states; t++) {
        int one = Integer.signum(first.applyAsInt(s, t));
        int other = Integer.signum(second.applyAsInt(s, t));
        if (one == 0 && other == 0) counts[4]++;
        else if (one == 0) counts[2]++;
        else if (other == 0) counts[3]++;
        else counts[one == other ? 0 : 1]++;
      }
    }
    return new TauB(counts[0], counts[1], counts[2], counts[3], counts[4]);
  }

  private static IntBinaryOperator order(ByDefinition world, Actor actor) {
    return (s, t) -> (world.prefers(actor, t, s) ? 1 : 0) - (world.prefers(actor, s, t) ? 1 : 0);
  }

  @Test
  void gapsAndSimilaritiesCountPairsOneByOne() {
    Seeds.each(
        3_000,
        seed -> {
          String yaml = RandomWishes.draw(seed);
          Model model = Scenarios.model(yaml);
          StateSpace space = StateSpace.of(model);
          ByDefinition effective = new ByDefinition(model);
          Model aloud = Scenarios.model(RandomWishes.inPublic(yaml));
          ByDefinition stated = new ByDefinition(aloud);
          for (Actor a : model.actors()) {
            IntBinaryOperator own = order(effective, a);
            assertThat(Gap.of(space, a).tau())
                .as("seed %d: gap of %s in%n%s", seed, a.id(), yaml)
                .isEqualTo(
                    literally(space.size(), own, order(stated, aloud.actors().get(a.index()))));
            for (Actor b : model.actors()) {
              assertThat(TauB.of(space.ranks(a).toArray(), space.ranks(b).toArray()))
                  .as("seed %d: %s and %s in%n%s", seed, a.id(), b.id(), yaml)
                  .isEqualTo(literally(space.size(), own, order(effective, b)));
            }
          }
        });
  }

  @Test
  void proposalsAreJudgedDifferentlyAsTheWordsSay() {
    Seeds.each(
        3_000,
        seed -> {
          String yaml = RandomWishes.draw(seed);
          Model model = Scenarios.model(yaml);
          Model aloud = Scenarios.model(RandomWishes.inPublic(yaml));
          StateSpace space = StateSpace.of(model);
          for (Actor a : model.actors()) {
            List<String> literal = new ArrayList<>();
            model
                .proposals()
                .forEach(p -> {
                  int effective = side(a, p.end(), model);
                  int stated = side(aloud.actors().get(a.index()), p.end(), model);
                  if (effective != stated) literal.add(p.id() + effective + stated);
                });
            assertThat(Gap.of(space, a).differences())
                .as("seed %d: %s in%n%s", seed, a.id(), yaml)
                .extracting(d -> d.proposal().id() + d.effective().side() + d.stated().side())
                .containsExactlyElementsOf(literal);
          }
        });
  }

  private static int side(Actor actor, int[] end, Model model) {
    return Integer.signum(actor.preference().compare(end, model.disagreement()));
  }

  @Test
  void anOrderThatTiesAllHasNone() {
    assertThat(TauB.of(new int[] {0, 0, 0}, new int[] {0, 1, 2}).isDefined()).isFalse();
    assertThat(TauB.of(new int[] {0}, new int[] {0}).isDefined()).isFalse();
    assertThat(TauB.of(new int[0], new int[0]).isDefined()).isFalse();
  }

  /// First 0 1 1 2, second 0 2 1 1. The first state is below each other one in both: 3 concordant
  /// pairs. The second and the third are tied by the first order alone, the third and the fourth by
  /// the second alone; the second and the fourth run opposite ways.
  @Test
  void aCaseByHand() {
    TauB tau = TauB.of(new int[] {0, 1, 1, 2}, new int[] {0, 2, 1, 1});
    assertThat(tau).isEqualTo(new TauB(3, 1, 1, 1, 0));
    assertThat(tau.signedSquare()).isEqualTo(BigFraction.of(4, 25)); // 2 / sqrt(5 * 5)
    assertThat(tau.rounded(2)).isEqualByComparingTo("0.40");
  }

  @Test
  void valuesAreRoundedHalfAwayFromZeroAndComparedExactly() {
    TauB two = new TauB(2, 1, 0, 0, 0); // 1/3
    TauB other = new TauB(1, 2, 0, 0, 0);
    assertThat(two.rounded(4)).isEqualByComparingTo("0.3333");
    assertThat(other.rounded(4)).isEqualByComparingTo("-0.3333");
    assertThat(two.compare(other)).isPositive();
    assertThat(TauB.rounded(BigFraction.of(1, 400), 1)).isEqualByComparingTo("0.1"); // 0.05
    assertThat(TauB.rounded(BigFraction.of(-1, 400), 1)).isEqualByComparingTo("-0.1");
    assertThat(TauB.rounded(BigFraction.of(1, 401), 1)).isEqualByComparingTo("0");
    assertThat(TauB.rounded(BigFraction.of(1, 2), 9)).isEqualByComparingTo("0.707106781");
  }

  @Test
  void nearlyTheSameIsNotTheSame() {
    int n = 50_000;
    int[] one = IntStream.range(0, n).toArray();
    int[] other = one.clone();
    other[0] = 1;
    other[1] = 0;
    TauB tau = TauB.of(one, other);
    assertThat(tau.discordant()).isEqualTo(1);
    assertThat(tau.signedSquare()).isNotEqualTo(BigFraction.ONE);
    assertThat(tau.rounded(4)).isEqualByComparingTo("1");
  }

  @Test
  void manyTiesInLongOrdersAreCounted() {
    Random random = new Random(1);
    int n = 2_000;
    int[] one = random.ints(n, 0, 40).toArray();
    int[] other = random.ints(n, 0, 7).toArray();
    assertThat(TauB.of(one, other))
        .isEqualTo(literally(n, (s, t) -> one[s] - one[t], (s, t) -> other[s] - other[t]));
  }
}
