package demarche.lens.preferences;

import demarche.model.Model;
import demarche.scenario.Formula;
import demarche.scenario.ParameterEntry;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/// The formulas of a model as functions of one number, where some parameters are such functions
/// themselves and all others are what the file makes of them.
///
/// **Cost.** Each parameter is worked out once. Not for two threads.
public final class Formulas {
  private final Model model;
  private final Map<String, Quotient> known;

  /// @param given parameters that are not as the file has them, by name
  public Formulas(Model model, Map<String, Quotient> given) {
    this.model = model;
    this.known = new HashMap<>(given);
  }

  /// @throws TooSteep where the degree is too high
  /// @throws ArithmeticException at a division by zero
  public Quotient of(Formula formula) {
    return switch (formula) {
      case Formula.Literal(var value, var _) -> Quotient.of(value);
      case Formula.Parameter(var name) -> parameter(name.text());
      case Formula.Negation(var inner, var _) -> of(inner).negate();
      case Formula.Arithmetic(var operation, var left, var right, var _) ->
          switch (operation) {
            case PLUS -> of(left).plus(of(right));
            case MINUS -> of(left).minus(of(right));
            case TIMES -> of(left).times(of(right));
            case OVER -> of(left).over(of(right));
          };
    };
  }

  private Quotient parameter(String name) {
    Quotient before = known.get(name);
    if (before != null) return before;
    Quotient made =
        model.scenario().parameters().stream()
            .filter(entry -> entry.id().text().equals(name))
            .map(ParameterEntry::origin)
            .filter(ParameterEntry.Stated.class::isInstance)
            .map(origin -> of(((ParameterEntry.Stated) origin).quantity().value()))
            .findFirst()
            .orElseGet(() -> Quotient.of(model.parameters().getOrDefault(name, BigFraction.ZERO)));
    known.put(name, made);
    return made;
  }
}
