package demarche.lens.forecast;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A time from now, as somebody writes it. A year has 12 months and 365.25 days.
///
/// @param text such as `6 months`
/// @param years 0 or more
public record Ahead(String text, double years) {
  private static final Pattern FORM =
      Pattern.compile("\\s*(?<number>[0-9]{1,9}(\\.[0-9]{1,9})?)\\s+(?<unit>[a-z]+?)s?\\s*");

  public Ahead {
    if (!(years >= 0)) throw new IllegalArgumentException("years: " + years);
  }

  /// A time such as `6 months`; empty where the text is none.
  public static Optional<Ahead> read(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) return Optional.empty();
    double number = new BigDecimal(matcher.group("number")).doubleValue();
    return switch (matcher.group("unit")) {
      case "day" -> Optional.of(new Ahead(text.strip(), number / 365.25));
      case "week" -> Optional.of(new Ahead(text.strip(), number * 7 / 365.25));
      case "month" -> Optional.of(new Ahead(text.strip(), number / 12));
      case "year" -> Optional.of(new Ahead(text.strip(), number));
      default -> Optional.empty();
    };
  }
}
