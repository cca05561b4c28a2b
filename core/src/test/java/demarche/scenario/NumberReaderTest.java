package demarche.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import demarche.scenario.ForecastEntry.Rate;
import demarche.scenario.ForecastEntry.Tempo;
import demarche.scenario.ForecastEntry.TimeUnit;
import demarche.scenario.ParameterEntry.Stated;
import demarche.scenario.Quantity.Spread;
import java.io.IOException;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Numbers with their ranges, rates and times, as a file writes them.
final class NumberReaderTest {
  private static final String ACTORS = "actors: {a: {options: {x: {}}}}\n";

  private static Quantity parameter(String written) throws IOException {
    Scenario scenario = Fixtures.scenario(ACTORS + "parameters: {p: " + written + "}\n");
    return ((Stated) scenario.parameters().getFirst().origin()).quantity();
  }

  private static ForecastEntry forecast(String horizon, String tempo) throws IOException {
    String text = "forecast: {horizon: %s, tempo: %s, sharpness: 6}\n".formatted(horizon, tempo);
    return Fixtures.scenario(ACTORS + text).forecast().getFirst();
  }

  private static BigFraction value(Formula formula) {
    return ((Formula.Literal) formula).value();
  }

  @Test
  void aNumberKeepsItsTextAndItsExactValue() throws IOException {
    Quantity plain = parameter("0.30");
    assertThat(plain.text()).isEqualTo("0.30");
    assertThat(value(plain.value())).isEqualTo(BigFraction.of(3, 10));
    assertThat(plain.spread()).isEqualTo(new Quantity.Fixed());
    assertThat(value(parameter("'2'").value())).isEqualTo(BigFraction.of(2));
  }

  @Test
  void rangesAreUniformTriangularOrInPercent() throws IOException {
    Spread uniform = parameter("{value: 3, range: [2, 5]}").spread();
    assertThat(uniform).isInstanceOf(Quantity.Uniform.class);
    assertThat(value(((Quantity.Uniform) uniform).high())).isEqualTo(BigFraction.of(5));
    Spread triangular = parameter("{value: 3, range: [2, 5], mode: 4}").spread();
    assertThat(value(((Quantity.Triangular) triangular).mode())).isEqualTo(BigFraction.of(4));
    for (String percent : new String[] {"30 %", "30%", "'30  % '"}) {
      Spread spread = parameter("{value: 3, range: " + percent + "}").spread();
      assertThat(value(((Quantity.Percent) spread).percent())).isEqualTo(BigFraction.of(30));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2 years,       2, YEAR",
    "1 year,        1, YEAR",
    "18 months,    18, MONTH",
    "0.5 weeks,     1/2, WEEK",
    "'  30   days ', 30, DAY"
  })
  void aTimeHasAUnit(String written, String amount, TimeUnit unit) throws IOException {
    ForecastEntry.Duration horizon = forecast(written, "1 per year").horizon();
    assertThat(value(horizon.amount().value()).toString().replace(" ", "")).isEqualTo(amount);
    assertThat(horizon.unit()).isEqualTo(unit);
  }

  @Test
  void aRateIsANumberPerUnit() throws IOException {
    Rate rate = forecast("1 year", "4 / 3 per month").tempo().getFirst().rate();
    assertThat(rate.per()).isEqualTo(TimeUnit.MONTH);
    assertThat(rate.amount().value()).isInstanceOf(Formula.Arithmetic.class);
    assertThat(rate.amount().text()).isEqualTo("4 / 3 per month");
  }

  @Test
  void aTempoIsOneForAllOrByParty() throws IOException {
    Tempo all = forecast("1 year", "{value: 4 per year, range: [2, 6]}").tempo().getFirst();
    assertThat(all.party().text()).isEqualTo("default");
    assertThat(all.rate().amount().spread()).isInstanceOf(Quantity.Uniform.class);
    assertThat(
            forecast("1 year", "{default: 4 per year, a: {value: 1 per day, range: 50 %}}").tempo())
        .extracting(t -> t.party().text(), t -> t.rate().per())
        .containsExactly(tuple("default", TimeUnit.YEAR), tuple("a", TimeUnit.DAY));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      delimiter = '|',
      textBlock =
          """
          {value: 3, range: [2]}          | 4:35 | expected a range [low, high] or a percentage such as 30 %, found a list
          {value: 3, range: 30}           | 4:35 | expected a range [low, high] or a percentage such as 30 %, found the text '30'
          {value: 3, mode: 2}             | 4:28 | 'mode' needs a range beside it: range: [low, high]
          {value: 3, range: 3 %, mode: 2} | 4:40 | 'mode' goes with a range [low, high], not with '%'
          {value: 3, range: [1 +, 2]}     | 4:39 | a number is missing here
          [3]                             | 4:17 | expected a number, found a list
          {range: [1, 2]}                 | 4:17 | a parameter needs one of: value, from
          "{from: 'share(f)', range: 3 %}" | 4:36 | 'range' goes with 'value', not with 'from'
          """)
  void aMistakeIsToldAtItsPlace(String written, String place, String message) {
    InvalidScenario refused = catchThrowableOfType(InvalidScenario.class, () -> parameter(written));
    assertThat(refused.problems().getFirst()).hasToString("test.yaml:" + place + ": " + message);
  }
}
