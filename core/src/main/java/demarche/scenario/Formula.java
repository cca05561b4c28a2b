package demarche.scenario;

import org.apache.commons.numbers.fraction.BigFraction;

/// A number as written: a literal, or arithmetic over parameters. Exact throughout.
public sealed interface Formula {
  Place place();

  record Literal(BigFraction value, Place place) implements Formula {}

  record Parameter(Word name) implements Formula {
    @Override
    public Place place() {
      return name.place();
    }
  }

  record Negation(Formula inner, Place place) implements Formula {}

  record Arithmetic(Operation operation, Formula left, Formula right, Place place)
      implements Formula {}

  /// The four operations.
  enum Operation {
    PLUS,
    MINUS,
    TIMES,
    OVER;

    /// @throws ArithmeticException at a division by zero
    public BigFraction of(BigFraction left, BigFraction right) {
      return switch (this) {
        case PLUS -> left.add(right);
        case MINUS -> left.subtract(right);
        case TIMES -> left.multiply(right);
        case OVER -> Exact.quotient(left, right);
      };
    }
  }
}
