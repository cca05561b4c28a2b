package demarche.lens.roles;

import demarche.finding.Slot;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/// Figures as they are told.
final class Told {
  private static final int DECIMALS = 3;

  private Told() {}

  static String number(double figure) {
    BigDecimal rounded = new BigDecimal(figure).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0.000" : rounded.toPlainString();
  }

  static String signed(double move) {
    String told = number(move);
    return told.startsWith("-") || told.equals("0.000") ? told : "+" + told;
  }

  static Slot figure(double figure) {
    return new Slot.Amount(number(figure), "");
  }

  /// A figure, or that there is none.
  static Slot figure(List<Double> figure) {
    return figure.isEmpty() ? new Slot.Plain("no figure") : figure(figure.getFirst());
  }

  static Slot move(double move) {
    return new Slot.Amount(signed(move), "");
  }

  /// Less than one moves it: by rounding alone.
  static boolean isMore(double one, double other) {
    return one > other + 1e-9;
  }
}
