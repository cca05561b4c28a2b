package demarche.lens.claims;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.numbers.fraction.BigFraction;

/// A figure as a text prints it, such as `1.5 %`, held against the computed one.
///
/// The first number of the quotation counts, in the unit of the computed value; a sign of percent
/// divides it by 100.
final class Quote {
  private static final Pattern FIGURE =
      Pattern.compile("(?<number>[0-9][0-9,]*(?:\\.[0-9]+)?)\\s*(?<percent>%)?");

  private Quote() {}

  /// Whether the computed number, rounded to the decimals of the quotation, is another. Never where
  /// either is no number.
  static boolean differs(String quote, Value computed) {
    Matcher figure = FIGURE.matcher(quote);
    BigFraction square;
    switch (computed) {
      case Value.Amount(var amount) -> square = amount.multiply(amount);
      case Value.Root(var signed) -> square = signed.abs();
      case Value.Truth _, Value.Text _, Value.Members _ -> {
        return false;
      }
    }
    if (!figure.find()) return false;
    BigDecimal number = new BigDecimal(figure.group("number").replace(",", ""));
    int decimals = number.scale() + (figure.group("percent") == null ? 0 : 2);
    Evaluation.Precision precision = Evaluation.Precision.of(decimals);
    BigFraction quoted = precision.step().multiply(number.unscaledValue());
    return !precision.rounds(square, quoted.multiply(quoted));
  }
}
