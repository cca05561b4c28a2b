package demarche.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import demarche.scenario.Formula.Operation;
import demarche.testing.Seeds;
import java.util.Map;
import java.util.Random;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FormulaParserTest {
  private static final Map<String, BigFraction> PARAMETERS =
      Map.of("p", BigFraction.of(3, 10), "p-q", BigFraction.of(7), "q", BigFraction.of(-2));

  private static Formula read(String text) {
    Place place = new Place("test", 1, 1, text.length());
    return FormulaParser.parse(new Node.Scalar(text, Node.Style.PLAIN, place, text), text);
  }

  private static BigFraction value(Formula formula) {
    return switch (formula) {
      case Formula.Literal(var value, var _) -> value;
      case Formula.Parameter(var name) ->
          PARAMETERS.getOrDefault(name.text(), BigFraction.of(1_000_000));
      case Formula.Negation(var inner, var _) -> value(inner).negate();
      case Formula.Arithmetic(var operation, var left, var right, var _) ->
          calculated(operation, value(left), value(right));
    };
  }

  private static BigFraction calculated(Operation operation, BigFraction a, BigFraction b) {
    return switch (operation) {
      case PLUS -> a.add(b);
      case MINUS -> a.subtract(b);
      case TIMES -> a.multiply(b);
      case OVER -> a.divide(b);
    };
  }

  @ParameterizedTest
  @CsvSource({
    "0,                    0",
    "007,                  7",
    "0.1 + 0.2,            3 / 10",
    ".5,                   1 / 2",
    "5.,                   5",
    "1e3,                  1000",
    "1.5E-2,               3 / 200",
    "+3,                   3",
    "-3,                   -3",
    "--3,                  3",
    "- p,                  -3 / 10",
    "1 - 2 - 3,            -4",
    "1 - (2 - 3),          2",
    "8 / 4 / 2,            1",
    "8 / (4 / 2),          4",
    "2 + 3 * 4,            14",
    "(2 + 3) * 4,          20",
    "2 * -3,               -6",
    "2--3,                 5",
    "1/3 + 1/3 + 1/3,      1",
    "10 * p,               3",
    "p - q,                23 / 10",
    "p-q,                  7",
    "p -q,                 23 / 10",
    "0.1234567890123456789 * 1e19, 1234567890123456789",
    "1e50 / 1e50,          1"
  })
  void arithmeticIsExactAndReadAsInSchool(String text, String expected) {
    assertThat(value(read(text)).toString()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          "",          0, 1, "a number is missing here"
          1 +,         3, 1, "a number is missing here"
          * 2,         0, 1, "expected a number or a parameter, found '*'"
          1 2,         2, 1, "expected '+', '-', '*' or '/' before '2'"
          2 p,         2, 1, "expected '+', '-', '*' or '/' before 'p'"
          2(3),        1, 1, "expected '+', '-', '*' or '/' before '('"
          (1 + 2,      0, 1, "this bracket is never closed, ')' is missing"
          1 + 2),      5, 1, "this ')' closes no bracket"
          "1,5",       1, 1, "found ',' in a number; the decimal sign is a point"
          30 %,        3, 1, "found '%'; a percentage stands only in a range, write a fraction such as 0.3"
          2 ^ 3,       2, 1, "found '^'; powers are not available, multiply"
          p = 2,       2, 1, "expected a number or a parameter, found '='"
          a.p,         0, 3, "expected a number or a parameter, found 'a.p'"
          true,        0, 4, "expected a number or a parameter, found 'true'"
          P,           0, 1, "found 'P'; write 'p', names are lower-case with hyphens"
          .inf,        0, 4, "found '.inf'; numbers are finite"
          1e51,        0, 4, "the exponent of '1e51' is beyond 50; choose another unit"
          1e-99999999, 0, 11, "the exponent of '1e-99999999' is beyond 50; choose another unit"
          2 − 1,       2, 1, "found '−'; write '-'"
          """)
  void aMistakeIsToldAtItsPlaceWithARemedy(String text, int from, int length, String message) {
    SyntaxError refused = catchThrowableOfType(SyntaxError.class, () -> read(text));
    assertThat(refused.message()).isEqualTo(message);
    assertThat(refused.from()).isEqualTo(from);
    assertThat(refused.length()).isEqualTo(length);
  }

  @Test
  void lengthAndDepthHaveLimits() {
    String digits = "1".repeat(FormulaParser.MOST_DIGITS);
    assertThat(value(read(digits))).hasToString(digits);
    refuses(digits + "1", "has more than 50 digits; round it");
    String deep = "(".repeat(FormulaParser.DEEPEST);
    assertThat(value(read(deep + "1" + deep.replace('(', ')')))).isEqualTo(BigFraction.ONE);
    refuses("(" + deep + "1", "nested more than 100 deep");
    refuses("-".repeat(101) + "1", "nested more than 100 deep");
    assertThat(value(read("1" + " + 1".repeat(499)))).isEqualTo(BigFraction.of(500));
    refuses("1" + " + 1".repeat(500), "the number has more than 1000 parts");
  }

  private static void refuses(String text, String message) {
    assertThat(catchThrowableOfType(SyntaxError.class, () -> read(text)))
        .hasMessageContaining(message);
  }

  /// A formula in as few brackets as school asks for, with its value worked out beside it.
  private record Drawn(String text, BigFraction value, int strength) {
    String within(int least) {
      return strength >= least ? text : "(" + text + ")";
    }
  }

  private static Drawn draw(Random random, int depth) {
    if (depth == 0 || random.nextInt(5) == 0) {
      if (random.nextInt(3) == 0) return new Drawn("p", BigFraction.of(3, 10), 4);
      int number = random.nextInt(40);
      return new Drawn(
          "%d.%d".formatted(number / 4, number % 4),
          BigFraction.of(number / 4 * 10 + number % 4, 10),
          4);
    }
    Drawn a = draw(random, depth - 1);
    Drawn b = draw(random, depth - 1);
    return switch (random.nextInt(5)) {
      case 0 -> new Drawn(a.within(1) + " + " + b.within(2), a.value.add(b.value), 1);
      case 1 -> new Drawn(a.within(1) + " - " + b.within(2), a.value.subtract(b.value), 1);
      case 2 -> new Drawn(a.within(2) + "*" + b.within(3), a.value.multiply(b.value), 2);
      case 3 ->
          b.value.signum() == 0
              ? a
              : new Drawn(a.within(2) + " / " + b.within(3), a.value.divide(b.value), 2);
      default -> new Drawn("-" + a.within(3), a.value.negate(), 3);
    };
  }

  @Test
  void drawnFormulasHaveTheValueOfTheirTree() {
    for (long seed : Seeds.first(3_000)) {
      Drawn drawn = draw(new Random(seed), 6);
      assertThat(value(read(drawn.text)))
          .as("seed %d: %s", seed, drawn.text)
          .isEqualTo(drawn.value);
    }
  }

  @Test
  void everyPartKnowsItsPlace() {
    Formula.Arithmetic sum = (Formula.Arithmetic) read("10 * rate + (2 - big)");
    assertThat(sum.left().place().toString()).isEqualTo("test:1:1");
    assertThat(sum.left().place().length()).isEqualTo(9);
    assertThat(sum.right().place().column()).isEqualTo(14);
  }
}
