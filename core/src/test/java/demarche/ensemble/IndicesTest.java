package demarche.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import demarche.ensemble.sensitivity.Estimate;
import demarche.ensemble.sensitivity.Saltelli;
import demarche.lens.Inquiry;
import demarche.lens.Run;
import demarche.states.TooLarge;
import demarche.testing.Scenarios;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class IndicesTest {
  private static final Run QUIET = Run.quiet();
  private static final int ROWS = 512;
  private static final int FEW = 64;

  private static Ensemble ensemble(String weight, Sampling sampling) {
    String text =
        """
        demarche: 1
        title: Sums
        parameters: {p: {value: 0.5, range: [0, 1]}, q: {value: 0.5, range: [0, 1]}}
        actors: {ann: {options: {jump: {}}, values: [{id: fun, want: jump, weight: %s}]}}
        proposals: {up: {does: {jump: yes}}}
        """
            .formatted(weight);
    return Ensemble.asking(
        Scenarios.studied(text),
        List.of(
            new Inquiry("likes", "she likes it", "prefers(ann, up, status-quo)"),
            new Inquiry("flat", "what staying is worth", "value(ann, status-quo)"),
            new Inquiry("up", "what jumping is worth", "value(ann, up)")),
        new Plan(1, 7, sampling),
        "test");
  }

  private static Indices.Varied up(Ensemble ensemble, int rows, int threads) {
    Run run = new Run(threads, 1, (_, _, _) -> {}, () -> false);
    Indices indices = Indices.of(ensemble, rows, Long.MAX_VALUE, run);
    assertThat(indices.draws()).isEqualTo(4L * rows);
    assertThat(indices.inputs()).containsExactly(0, 1);
    assertThat(indices.numbers()).hasSize(1); // a yes or no has none, and what does not vary
    assertThat(indices.numbers().getFirst().finding()).isEqualTo(2);
    return indices.numbers().getFirst();
  }

  @Test
  void whatAddsUpHasPartsThatAddUp() {
    Saltelli.Indices told = up(ensemble("3 * p + q", Sampling.SOBOL), ROWS, 1).indices();
    around(told.first(), 0.9, 0.1);
    around(told.total(), 0.9, 0.1);
  }

  @Test
  void whatMattersOnlyTogetherHasATotalIndex() {
    Saltelli.Indices told =
        up(ensemble("(p - 0.5) * (q - 0.5)", Sampling.SOBOL), ROWS, 1).indices();
    around(told.first(), 0, 0);
    around(told.total(), 1, 1);
  }

  private static void around(List<Estimate> estimates, double p, double q) {
    assertThat(estimates.get(0).value()).isCloseTo(p, within(0.12));
    assertThat(estimates.get(1).value()).isCloseTo(q, within(0.12));
    for (Estimate e : estimates) assertThat(e.value()).isBetween(e.low(), e.high());
  }

  @ParameterizedTest
  @EnumSource(Sampling.class)
  void pointsAreDrawsOfTheScenario(Sampling sampling) {
    ToDoubleFunction<double[]> byHand = x -> (x[0] - 0.25) * (1 + x[1]);
    Points points = Points.of(new Plan(FEW, 7, sampling), 4);
    List<String> keys =
        List.of("parameter:p", "parameter:q", "again:parameter:p", "again:parameter:q");
    Saltelli.Indices alone =
        new Saltelli(FEW, 2, (row, column) -> points.at(row, keys.get(column), column))
            .of(byHand, 7);
    Saltelli.Indices told = up(ensemble("(p - 0.25) * (1 + q)", sampling), FEW, 3).indices();
    for (int i = 0; i < 2; i++) {
      // a number has a million values in its range
      same(told.first().get(i), alone.first().get(i));
      same(told.total().get(i), alone.total().get(i));
    }
  }

  private static void same(Estimate told, Estimate alone) {
    assertThat(told.value()).isCloseTo(alone.value(), within(1e-4));
    assertThat(told.low()).isCloseTo(alone.low(), within(1e-4));
    assertThat(told.high()).isCloseTo(alone.high(), within(1e-4));
  }

  @Test
  void tooMuchIsRefusedBeforeMemoryIsTaken() {
    Ensemble ensemble = ensemble("p", Sampling.RANDOM);
    assertThatThrownBy(() -> Indices.of(ensemble, 1_000_000, 1 << 20, QUIET))
        .isInstanceOf(TooLarge.class)
        .hasMessage(
            "indices of 1,000,000 rows, 4,000,000 draws: 122 MB for what they find, the limit is"
                + " 1 MB; fewer rows with --indices");
  }
}
