package demarche.lens.roles;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.lens.Run;
import demarche.model.Actor;
import demarche.model.Model;
import demarche.states.StateSpace;
import demarche.testing.Scenarios;
import demarche.testing.Seeds;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Bad cops of small councils against the definition, read over the weights that were drawn; and
/// those of the shipped scenario.
final class BadCopTest {
  /// @param cop what each text is worth to it: nothing, mild, harsh
  private record Council(int[] sponsor, int[] cop, int[] ally, int copCost, int allyCost) {
    static Council draw(long seed) {
      Random random = new Random(seed * 0x9E3779B97F4A7C15L + 3);
      return new Council(
          weights(random), weights(random), weights(random), random.nextInt(4), random.nextInt(8));
    }

    private static int[] weights(Random random) {
      return random.ints(3, -5, 6).toArray();
    }

    String yaml() {
      return """
      demarche: 1
      title: A council of three
      actors:
        sponsor: {name: Sponsor, options: {}, values: [%s]}
        cop: {name: Cop, options: {}, values: [%s]}
        ally: {name: Ally, options: {}, values: [%s]}
      bodies:
        council:
          name: Council
          options: {text: {levels: [nothing, mild, harsh]}}
          members: [sponsor, cop, ally]
          rule: {yes: 1, veto: [cop, ally]}
          sponsors: [sponsor]
          objection-cost: {cop: %d, ally: %d}
      targets: {tough: {when: text >= mild}, harsh: {when: text = harsh}}
      """
          .formatted(term(sponsor), term(cop), term(ally), copCost, allyCost);
    }

    private static String term(int[] weights) {
      return "{of: text, weights: {nothing: %d, mild: %d, harsh: %d}}"
          .formatted(weights[0], weights[1], weights[2]);
    }

    /// The text that passes from nothing.
    private int passing(int copCost) {
      int best = 0;
      for (int text = 1; text <= 2; text++) {
        boolean wanted = sponsor[text] > sponsor[0];
        boolean vetoed = vetoes(ally, text, allyCost) || vetoes(cop, text, copCost);
        if (wanted && !vetoed && sponsor[text] > sponsor[best]) best = text;
      }
      return best;
    }

    private static boolean vetoes(int[] worth, int text, int cost) {
      return worth[0] - worth[text] > cost;
    }

    /// @param least the lowest text in which the target holds
    boolean isBadCop(int least) {
      int with = passing(copCost);
      int without = passing(Integer.MAX_VALUE);
      if (without < least || with >= least) return false;
      boolean bears = ally[without] < ally[0];
      return bears && (double) allyCost / range(ally) > (double) copCost / range(cop);
    }

    private static int range(int[] worth) {
      int low = Math.min(worth[0], Math.min(worth[1], worth[2]));
      int high = Math.max(worth[0], Math.max(worth[1], worth[2]));
      return Math.max(1, high - low);
    }
  }

  @Test
  void aVetoThatSparesADearerOneMakesABadCop() {
    AtomicInteger met = new AtomicInteger();
    Seeds.each(
        2_000,
        seed -> {
          Council drawn = Council.draw(seed);
          Scene scene = Scene.of(Scenarios.space(drawn.yaml()), Run.quiet());
          Actor cop = scene.model().actors().get(1);
          for (int t = 0; t < 2; t++) {
            boolean expected = drawn.isBadCop(t + 1);
            Judgement found = new Question(scene, cop, t, Terms.USUAL).judge(Role.BAD_COP);
            assertThat(found.verdict() == Verdict.YES)
                .as("seed %d, target %d in%n%s", seed, t, drawn.yaml())
                .isEqualTo(expected);
            if (expected) met.incrementAndGet();
          }
        });
    if (Seeds.first(2_000).length > 500) assertThat(met.get()).isGreaterThan(20);
  }

  @Test
  void russiaSparedChinaAnObjectionWhileTradeWasTiedToKorea() {
    assertThat(verdict("y2017")).isEqualTo(Verdict.YES);
    assertThat(verdict("y2017-no-linkage")).isEqualTo(Verdict.NO); // China objects itself
  }

  private static Verdict verdict(String variant) {
    Model model = Scenarios.file("scenarios/korea-2019.yaml").variant(variant);
    Scene scene = Scene.of(StateSpace.of(model), Run.quiet());
    Actor russia =
        model.actors().stream().filter(a -> a.id().equals("russia")).findFirst().orElseThrow();
    int target = model.targets().stream().map(t -> t.id()).toList().indexOf("more-pressure");
    return new Question(scene, russia, target, Terms.USUAL).judge(Role.BAD_COP).verdict();
  }
}
