package demarche.ensemble.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import demarche.ensemble.sensitivity.Turn.Between;
import demarche.ensemble.sensitivity.Turn.NoRoom;
import demarche.ensemble.sensitivity.Turn.NotFound;
import demarche.ensemble.sensitivity.Turn.Range;
import demarche.ensemble.sensitivity.Turn.Search;
import demarche.testing.Seeds;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class TurnTest {
  private static final Search SEARCH = new Search(10, 1e-6);

  @Test
  void aTurnIsEnclosedOnEitherSide() {
    Turn turn = Turn.of(x -> x > 0.2 && x <= 0.95, new Range(0, 0.5, 1), SEARCH);
    Between below = (Between) turn.below();
    Between above = (Between) turn.above();
    assertThat(below.other()).isLessThanOrEqualTo(0.2);
    assertThat(below.still()).isGreaterThan(0.2);
    assertThat(below.still() - below.other()).isLessThanOrEqualTo(1e-6);
    assertThat(above.still()).isLessThanOrEqualTo(0.95);
    assertThat(above.other()).isGreaterThan(0.95);
    assertThat(turn.nearest()).contains(below);
  }

  @Test
  void theNearestOfSeveralTurnsIsFoundWhereTheGridSeesIt() {
    for (long seed : Seeds.first(2_000)) {
      Random chance = new Random(seed);
      int points = 1 + chance.nextInt(30);
      double low = -chance.nextDouble() * 10;
      double high = chance.nextDouble() * 10;
      double[] cuts = chance.doubles(1 + chance.nextInt(5), low, high).sorted().toArray();
      Turn turn = Turn.of(x -> isOdd(cuts, x), new Range(low, 0, high), new Search(points, 1e-9));
      check(turn.below(), low, points, cuts, seed);
      check(turn.above(), high, points, cuts, seed);
    }
  }

  private static boolean isOdd(double[] cuts, double x) {
    int below = 0;
    for (double cut : cuts) if (cut <= x) below++;
    return below % 2 == 1;
  }

  /// No point of the grid before a turn differs from the base, and what is told does differ.
  private static void check(Turn.Side side, double end, int points, double[] cuts, long seed) {
    boolean usual = isOdd(cuts, 0);
    double reach = side instanceof Between between ? Math.abs(between.still()) : Math.abs(end);
    for (int k = 1; k <= points; k++) {
      double value = k == points ? end : end * k / points;
      if (Math.abs(value) > reach + 1e-12) continue;
      assertThat(isOdd(cuts, value)).as("seed %d at %s", seed, value).isEqualTo(usual);
    }
    if (!(side instanceof Between(double still, double other))) return;
    assertThat(isOdd(cuts, still)).as("seed %d", seed).isEqualTo(usual);
    assertThat(isOdd(cuts, other)).as("seed %d", seed).isNotEqualTo(usual);
    assertThat(Math.abs(other - still)).isLessThanOrEqualTo(1e-9);
  }

  @Test
  void whatTheGridDoesNotSeeIsNotFound() {
    Turn turn = Turn.of(x -> x > 0.51 && x < 0.59, new Range(0, 0, 1), SEARCH);
    assertThat(turn.above()).isEqualTo(new NotFound(10));
    assertThat(turn.below()).isEqualTo(new NoRoom());
    assertThat(turn.nearest()).isEmpty();
  }

  @Test
  void theEndOfTheRangeIsAsked() {
    Turn turn = Turn.of(x -> x == 0.3, new Range(0.1, 0.2, 0.3), new Search(3, 1e-3));
    assertThat(((Between) turn.above()).other()).isEqualTo(0.3);
  }

  @Test
  void precisionBeyondDoublesEnds() {
    Turn turn = Turn.of(x -> x > 1e15 + 0.5, new Range(0, 0, 2e15), new Search(1, 1e-300));
    assertThat(turn.above()).isEqualTo(new Between(1e15 + 0.5, Math.nextUp(1e15 + 0.5)));
  }

  @Test
  void questionsAreFew() {
    AtomicInteger asked = new AtomicInteger();
    Turn.of(
        x -> {
          asked.incrementAndGet();
          return x > 0.72;
        },
        new Range(0, 0.5, 1),
        new Search(10, 0.051 / 1024));
    assertThat(asked.get()).isEqualTo(1 + 10 + 5 + 10); // base, below, above, halvings
  }

  @Test
  void aRangeHoldsItsBase() {
    assertThatThrownBy(() -> new Range(0, 2, 1)).hasMessage("0.0 to 1.0 around 2.0");
    assertThatThrownBy(() -> new Search(0, 0.1)).hasMessage("0 points, precision 0.1");
    assertThatThrownBy(() -> new Search(3, 0)).hasMessage("3 points, precision 0.0");
  }
}
