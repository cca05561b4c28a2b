package demarche.model;

import demarche.scenario.Exact;
import demarche.scenario.Formula;
import demarche.scenario.ParameterEntry;
import demarche.scenario.Place;
import demarche.scenario.Problems;
import demarche.scenario.Quantity;
import demarche.scenario.Quantity.Spread;
import demarche.scenario.Spelling;
import demarche.scenario.Word;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;

/// Works out the numbers of a file: exact fractions of what is written.
///
/// A mistake is recorded and counts as 0, so that reading can go on.
final class Numbers {
  /// Longer fractions slow everything down and mean nothing.
  private static final int MOST_BITS = 4_000;

  /// How deep formulas may be nested with the parameters that they name written out.
  private static final int DEEPEST = 1_000;

  private final Map<String, ParameterEntry> entries = new LinkedHashMap<>();
  private final Map<String, BigFraction> known = new LinkedHashMap<>();
  private final Set<String> underWay = new HashSet<>();
  private final Function<Word, BigFraction> computed;
  private final Problems problems;
  private int depth;

  /// @param computed answers calls such as `share(freight, union, owners, 2025)`
  Numbers(
      List<ParameterEntry> parameters, Function<Word, BigFraction> computed, Problems problems) {
    this.computed = computed;
    this.problems = problems;
    for (ParameterEntry entry : parameters) {
      if (entries.putIfAbsent(entry.id().text(), entry) != null) {
        problems.error(entry.id().place(), "parameter '%s' is declared twice", entry.id());
      }
    }
    for (ParameterEntry entry : parameters) {
      value(entry.id());
      if (entry.origin() instanceof ParameterEntry.Stated(Quantity quantity)) of(quantity);
    }
  }

  /// All parameters, in file order.
  Map<String, BigFraction> parameters() {
    Map<String, BigFraction> inOrder = new LinkedHashMap<>();
    for (String id : entries.keySet()) inOrder.put(id, known.getOrDefault(id, BigFraction.ZERO));
    return inOrder;
  }

  BigFraction of(Formula formula) {
    if (depth > DEEPEST) {
      problems.error(
          formula.place(),
          "parameters rest on one another more than %,d deep here; simplify them",
          DEEPEST);
      return BigFraction.ZERO;
    }
    depth++;
    BigFraction value = calculated(formula);
    depth--;
    return value;
  }

  private BigFraction calculated(Formula formula) {
    return switch (formula) {
      case Formula.Literal(var value, var _) -> value;
      case Formula.Parameter(var name) -> value(name);
      case Formula.Negation(var inner, var _) -> of(inner).negate();
      case Formula.Arithmetic(var operation, var left, var right, var place) ->
          bounded(calculate(operation, of(left), of(right), place), place);
    };
  }

  /// The value of a quantity; checks its spread too.
  BigFraction of(Quantity quantity) {
    check(quantity.spread());
    BigFraction value = of(quantity.value());
    switch (quantity.spread()) {
      case Quantity.Fixed(), Quantity.Percent _ -> {}
      case Quantity.Uniform(var low, var high) -> within(value, low, high, quantity);
      case Quantity.Triangular(var low, var high, var _) -> within(value, low, high, quantity);
    }
    return value;
  }

  private void within(BigFraction value, Formula low, Formula high, Quantity quantity) {
    if (Exact.isMore(of(low), of(high))) return; // told already
    if (Exact.isAtLeast(value, of(low)) && Exact.isAtLeast(of(high), value)) return;
    problems.warn(
        quantity.value().place(),
        "the number lies outside its range; the base analysis uses it, an ensemble never draws it");
  }

  void check(Spread spread) {
    switch (spread) {
      case Quantity.Fixed() -> {}
      case Quantity.Percent(var percent) -> {
        if (of(percent).signum() < 0) {
          problems.error(percent.place(), "a range of less than 0 %%, expected 0 %% or more");
        }
      }
      case Quantity.Uniform(var low, var high) -> ordered(low, high);
      case Quantity.Triangular(var low, var high, var mode) -> {
        ordered(low, high);
        if (Exact.isMore(of(low), of(mode)) || Exact.isMore(of(mode), of(high))) {
          problems.error(mode.place(), "the mode lies outside the range, expected it within");
        }
      }
    }
  }

  /// A number from 0 to 1.
  BigFraction probability(Formula formula, String what) {
    BigFraction p = of(formula);
    if (p.signum() < 0 || Exact.isMore(p, BigFraction.ONE)) {
      problems.error(
          formula.place(), "%s is %s, expected a number from 0 to 1", what, p.doubleValue());
      return BigFraction.ZERO;
    }
    return p;
  }

  /// A number from 0 to 1 with its spread, every draw of which is one too.
  BigFraction probability(Quantity quantity, String what) {
    of(quantity);
    switch (quantity.spread()) {
      case Quantity.Fixed(), Quantity.Percent _ -> {}
      case Quantity.Uniform(var low, var high) -> ends(low, high, what);
      case Quantity.Triangular(var low, var high, var _) -> ends(low, high, what);
    }
    return probability(quantity.value(), what);
  }

  private void ends(Formula low, Formula high, String what) {
    probability(low, "the lower end of " + what);
    probability(high, "the upper end of " + what);
  }

  private void ordered(Formula low, Formula high) {
    if (Exact.isMore(of(low), of(high))) {
      problems.error(low.place(), "the range is upside down, expected the lower number first");
    }
  }

  private BigFraction calculate(
      Formula.Operation operation, BigFraction left, BigFraction right, Place place) {
    return switch (operation) {
      case PLUS -> left.add(right);
      case MINUS -> left.subtract(right);
      case TIMES -> left.multiply(right);
      case OVER -> {
        if (right.signum() != 0) yield Exact.quotient(left, right);
        problems.error(place, "division by zero; the divisor works out as 0");
        yield BigFraction.ZERO;
      }
    };
  }

  private BigFraction bounded(BigFraction value, Place place) {
    int bits = value.getNumerator().bitLength() + value.getDenominator().bitLength();
    if (bits <= MOST_BITS) return value;
    problems.error(place, "the number needs %,d bits, expected at most %,d", bits, MOST_BITS);
    return BigFraction.ZERO;
  }

  /// `p-q` is one name, where a difference may have been meant.
  private String remedy(String id) {
    for (int hyphen = id.indexOf('-'); hyphen > 0; hyphen = id.indexOf('-', hyphen + 1)) {
      String left = id.substring(0, hyphen);
      String right = id.substring(hyphen + 1);
      if (entries.containsKey(left) && (entries.containsKey(right) || right.matches("[0-9]+"))) {
        return "; a minus has spaces around it: %s - %s".formatted(left, right);
      }
    }
    return Spelling.hint(id, entries.keySet());
  }

  private BigFraction value(Word name) {
    String id = name.text();
    BigFraction value = known.get(id);
    if (value != null) return value;
    ParameterEntry entry = entries.get(id);
    if (entry == null) {
      problems.error(name.place(), "unknown parameter '%s'%s", id, remedy(id));
      return BigFraction.ZERO;
    }
    if (!underWay.add(id)) {
      problems.error(entry.id().place(), "parameter '%s' is defined by itself", id);
      return BigFraction.ZERO;
    }
    value =
        switch (entry.origin()) {
          case ParameterEntry.Stated(var quantity) -> of(quantity.value());
          case ParameterEntry.Computed(var call) -> computed.apply(call);
        };
    underWay.remove(id);
    known.put(id, value);
    return value;
  }
}
