package demarche.lens.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.scenario.Exact;
import demarche.testing.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/// No root is missed, and none is told that there is not.
final class CriticalTest {
  private static Polynomial minus(BigFraction root) {
    return new Polynomial(List.of(root.negate(), BigFraction.ONE));
  }

  private static Polynomial of(long... coefficients) {
    List<BigFraction> list = new ArrayList<>();
    for (long c : coefficients) list.add(BigFraction.of(c));
    return new Polynomial(list);
  }

  @Test
  void productsOfKnownFactorsHaveTheirRoots() {
    Seeds.each(
        3_000,
        seed -> {
          Random random = new Random(seed);
          Polynomial product = Polynomial.constant(BigFraction.of(1 + random.nextInt(5), 3));
          TreeSet<BigFraction> roots = new TreeSet<>(Exact.ORDER);
          for (int k = 0; k <= random.nextInt(5); k++) {
            BigFraction root = BigFraction.of(random.nextInt(41) - 20, 1 + random.nextInt(12));
            roots.add(root);
            for (int m = 0; m <= random.nextInt(2); m++) product = product.times(minus(root));
          }
          if (random.nextBoolean()) product = product.times(of(1, 0, 1)); // no real root
          BigFraction low = BigFraction.of(random.nextInt(10) - 10);
          BigFraction high = BigFraction.of(random.nextInt(10));
          roots.removeIf(r -> Exact.isMore(low, r) || Exact.isMore(r, high));
          assertThat(Critical.of(product, low, high))
              .as("seed %d: %s from %s to %s", seed, product, low, high)
              .containsExactlyElementsOf(roots.stream().map(Critical::at).toList());
        });
  }

  @Test
  void rootsThatAreNoFractionsStandBetweenTheirEnds() {
    List<Critical> roots = Critical.of(of(-2, 0, 1), BigFraction.of(-5), BigFraction.of(5));
    assertThat(roots).hasSize(2);
    assertThat(roots.getLast().isExact()).isFalse();
    assertThat(roots.getLast().value().doubleValue()).isEqualTo(Math.sqrt(2));
    assertThat(roots.getFirst().value().doubleValue()).isEqualTo(-Math.sqrt(2));
    Critical root = roots.getLast();
    assertThat(of(-2, 0, 1).at(root.low()).signum()).isNegative();
    assertThat(of(-2, 0, 1).at(root.high()).signum()).isPositive();
  }

  @Test
  void rootsCloseTogetherAreToldApart() {
    BigFraction near = BigFraction.of(1, 1_000_000_007);
    Polynomial both = minus(BigFraction.ONE).times(minus(BigFraction.ONE.add(near)));
    assertThat(Critical.of(both, BigFraction.ZERO, BigFraction.of(2)))
        .containsExactly(Critical.at(BigFraction.ONE), Critical.at(BigFraction.ONE.add(near)));
  }

  @Test
  void theSimplestFractionIsFound() {
    assertThat(Critical.simplest(BigFraction.of(31, 100), BigFraction.of(34, 100)))
        .isEqualTo(BigFraction.of(1, 3));
    assertThat(Critical.simplest(BigFraction.of(-34, 100), BigFraction.of(-31, 100)))
        .isEqualTo(BigFraction.of(-1, 3));
    assertThat(Critical.simplest(BigFraction.of(-1, 2), BigFraction.of(1, 7)))
        .isEqualTo(BigFraction.ZERO);
    assertThat(Critical.simplest(BigFraction.of(5, 2), BigFraction.of(5, 2)))
        .isEqualTo(BigFraction.of(5, 2));
  }
}
