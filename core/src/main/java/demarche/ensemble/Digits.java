package demarche.ensemble;

import static demarche.finding.Sentence.say;

import demarche.finding.Sentence;
import demarche.finding.Slot;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/// How many digits of what was drawn are told: as many as draws can vouch for.
final class Digits {
  private static final int USUAL = 3;

  private Digits() {}

  static Sentence plain(String text) {
    return say("{}", new Slot.Plain(text));
  }

  static Slot percent(double share) {
    return new Slot.Amount(String.format(Locale.ROOT, "%.1f", 100 * share), "%");
  }

  static String of(Cell cell) {
    return switch (cell) {
      case Cell.Amount(double value) -> of(value);
      case Cell.YesNo(boolean yes) -> yes ? "yes" : "no";
      case Cell.Word(var text) -> text;
      case Cell.None() -> "no answer";
    };
  }

  /// The same, with as many digits more as tell it from another.
  static String of(Cell cell, Cell other) {
    if (!(cell instanceof Cell.Amount(double value) && other instanceof Cell.Amount(double from))) {
      return of(cell);
    }
    if (value == from || Double.isInfinite(value) || Double.isInfinite(from)) return of(value);
    String told = of(value);
    for (int digits = USUAL + 1; told.equals(of(from, digits - 1)) && digits <= 17; digits++) {
      told = of(value, digits);
    }
    return told;
  }

  static String of(double number) {
    return of(number, USUAL);
  }

  private static String of(double number, int digits) {
    if (Double.isNaN(number)) return "-";
    if (Double.isInfinite(number)) return number > 0 ? "unbounded" : "unbounded below";
    if (number == Math.rint(number) && Math.abs(number) < 1e9) {
      return String.format(Locale.ROOT, "%,d", (long) number);
    }
    return new BigDecimal(number)
        .round(new MathContext(digits))
        .stripTrailingZeros()
        .toPlainString();
  }
}
