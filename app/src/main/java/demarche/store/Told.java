package demarche.store;

import demarche.store.Summary.Frequency;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// Numbers as people read them: four digits, shares in percent.
final class Told {
  private static final MathContext DIGITS = new MathContext(4);
  private static final int MOST_WORDS = 5;

  private Told() {}

  /// Such as `2026-03-01 12:00 UTC`.
  static String when(Instant instant) {
    return instant.toString().replace('T', ' ').replaceAll(":\\d\\d(\\.\\d+)?Z$", " UTC");
  }

  static String number(OptionalDouble value) {
    return value.isEmpty() ? "" : number(value.getAsDouble());
  }

  static String number(double value) {
    if (Double.isInfinite(value)) return value > 0 ? "infinite" : "-infinite";
    if (value == 0) return "0";
    BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale();
    boolean plain = exponent > -4 && exponent <= 9;
    return plain ? rounded.toPlainString() : rounded.toString();
  }

  static String signed(OptionalDouble value) {
    return value.isPresent() && value.getAsDouble() > 0 ? "+" + number(value) : number(value);
  }

  /// Never 0 or 100 % by rounding.
  static String share(long some, long of) {
    return share(OptionalDouble.of((double) some / of));
  }

  static String share(OptionalDouble share) {
    if (share.isEmpty()) return "";
    double percent = 100 * share.getAsDouble();
    if (percent > 0 && percent < 0.1) return "< 0.1 %";
    if (percent > 99.9 && percent < 100) return "> 99.9 %";
    return "%.1f\u00a0%%".formatted(percent).replace(".0\u00a0", "\u00a0");
  }

  static String shares(Interval interval) {
    return share(OptionalDouble.of(interval.low()))
        + " to "
        + share(OptionalDouble.of(interval.high()));
  }

  /// A difference of shares, in percentage points.
  static String points(OptionalDouble difference) {
    return difference.isEmpty() ? "" : points(difference.getAsDouble());
  }

  private static String points(double difference) {
    return difference == 0 ? "0 points" : "%+.1f points".formatted(100 * difference);
  }

  static String points(Interval interval) {
    return points(interval.low()) + " to " + points(interval.high());
  }

  static String interval(Interval interval) {
    return number(interval.low()) + " to " + number(interval.high());
  }

  /// A part of a design; of a hash its beginning.
  static String orNone(String part) {
    if (part.isEmpty()) return "none";
    return part.matches("[0-9a-f]{64}") ? part.substring(0, 12) + "..." : part;
  }

  static String frequencies(List<Frequency> words, long of) {
    String most =
        words.stream()
            .limit(MOST_WORDS)
            .map(f -> (f.word().isEmpty() ? "(nothing)" : f.word()) + " " + share(f.draws(), of))
            .collect(Collectors.joining(", "));
    return words.size() <= MOST_WORDS
        ? most
        : most + ", and %,d more".formatted(words.size() - MOST_WORDS);
  }
}
