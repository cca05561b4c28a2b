package demarche.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

final class ExactTest {
  private static final List<BigFraction> ASCENDING =
      List.of(
          BigFraction.of(-4),
          BigFraction.of(7, -2),
          BigFraction.of(-2),
          BigFraction.of(-1, 3),
          BigFraction.ZERO,
          BigFraction.of(1, 3),
          BigFraction.of(-5, -2),
          BigFraction.of(4));

  @Test
  void fractionsOfEitherSignAreInOrder() {
    for (int i = 0; i < ASCENDING.size(); i++) {
      for (int j = 0; j < ASCENDING.size(); j++) {
        assertThat(Integer.signum(Exact.compare(ASCENDING.get(i), ASCENDING.get(j))))
            .isEqualTo(Integer.compare(i, j));
      }
    }
  }
}
