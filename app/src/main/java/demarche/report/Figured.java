package demarche.report;

import demarche.lens.Wording;
import demarche.scenario.Formula;
import demarche.scenario.Quantity;
import demarche.scenario.TermEntry.LevelWeight;
import java.util.List;
import java.util.stream.Collectors;

/// Numbers of the file, as their author wrote them.
final class Figured {
  private Figured() {}

  static String of(Formula formula) {
    return switch (formula) {
      case Formula.Literal(var value, var _) -> Wording.amount(value).number();
      case Formula.Parameter(var name) -> name.text();
      case Formula.Negation(var inner, var _) -> "-" + bracketed(inner);
      case Formula.Arithmetic(var operation, var left, var right, var _) ->
          bracketed(left)
              + switch (operation) {
                case PLUS -> " + ";
                case MINUS -> " - ";
                case TIMES -> " * ";
                case OVER -> " / ";
              }
              + bracketed(right);
    };
  }

  private static String bracketed(Formula formula) {
    return formula instanceof Formula.Arithmetic ? "(" + of(formula) + ")" : of(formula);
  }

  /// The range from which an ensemble draws; empty for a fixed number.
  static String of(Quantity.Spread spread) {
    return switch (spread) {
      case Quantity.Fixed() -> "";
      case Quantity.Uniform(var low, var high) -> of(low) + " to " + of(high);
      case Quantity.Triangular(var low, var high, var mode) ->
          of(low) + " to " + of(high) + ", likeliest " + of(mode);
      case Quantity.Percent(var percent) -> "± " + of(percent) + " %";
    };
  }

  static String of(List<LevelWeight> weights) {
    return weights.stream()
        .map(w -> w.level().text() + " " + of(w.weight()))
        .collect(Collectors.joining(", "));
  }
}
