package demarche.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DigitsTest {
  @ParameterizedTest
  @CsvSource({
    "2, 2.0004, 2, 2.0004",
    "0.41234, 0.41239, 0.4123, 0.4124",
    "0.5, 0.75, 0.5, 0.75",
    "0.123456, 0.2, 0.123, 0.2",
    "3, 3, 3, 3",
    "1234.5, 1234.6, 1234.5, 1234.6"
  })
  void asManyDigitsAsTellTwoNumbersApart(double one, double other, String first, String second) {
    Cell.Amount a = new Cell.Amount(one);
    Cell.Amount b = new Cell.Amount(other);
    assertThat(Digits.of(a, b)).isEqualTo(first);
    assertThat(Digits.of(b, a)).isEqualTo(second);
  }
}
