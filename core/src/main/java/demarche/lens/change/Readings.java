package demarche.lens.change;

import demarche.model.Model;
import demarche.scenario.Formula;
import demarche.scenario.ParameterEntry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;

/// The numbers of a model where some parameters stand elsewhere.
final class Readings {
  private final Model model;
  private final Map<String, BigFraction> known;

  /// @param moved parameters by name, with their other values
  Readings(Model model, Map<String, BigFraction> moved) {
    this.model = model;
    this.known = new HashMap<>(moved);
  }

  BigFraction of(Formula formula) {
    return switch (formula) {
      case Formula.Literal(var value, var _) -> value;
      case Formula.Parameter(var name) -> parameter(name.text());
      case Formula.Negation(var inner, var _) -> of(inner).negate();
      case Formula.Arithmetic(var operation, var left, var right, var _) ->
          operation.of(of(left), of(right));
    };
  }

  private BigFraction parameter(String name) {
    BigFraction before = known.get(name);
    if (before != null) return before;
    BigFraction value =
        stated(model, name).stream()
            .map(this::of)
            .findFirst()
            .orElseGet(() -> model.parameters().getOrDefault(name, BigFraction.ZERO));
    known.put(name, value);
    return value;
  }

  /// What the file writes for a parameter; none where it is computed from data.
  private static List<Formula> stated(Model model, String name) {
    return model.scenario().parameters().stream()
        .filter(entry -> entry.id().text().equals(name))
        .map(ParameterEntry::origin)
        .filter(ParameterEntry.Stated.class::isInstance)
        .map(origin -> ((ParameterEntry.Stated) origin).quantity().value())
        .toList();
  }

  /// The parameters on which a formula depends, by way of others too.
  static Set<String> parameters(Model model, Formula formula) {
    Set<String> found = new HashSet<>();
    gather(model, formula, found);
    return found;
  }

  private static void gather(Model model, Formula formula, Set<String> found) {
    switch (formula) {
      case Formula.Literal _ -> {}
      case Formula.Parameter(var name) -> {
        if (found.add(name.text())) {
          stated(model, name.text()).forEach(f -> gather(model, f, found));
        }
      }
      case Formula.Negation(var inner, var _) -> gather(model, inner, found);
      case Formula.Arithmetic(var _, var left, var right, var _) -> {
        gather(model, left, found);
        gather(model, right, found);
      }
    }
  }
}
