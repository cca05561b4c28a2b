package demarche.lens.preferences;

import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/// A quotient of polynomials in one parameter: what every number of a file is in one parameter.
///
/// @param above without a common divisor with `below`
/// @param below monic
public record Quotient(Polynomial above, Polynomial below) {
  /// The highest degree that is worked with.
  public static final int MOST_DEGREE = 16;

  private static final Polynomial ONE = Polynomial.constant(BigFraction.ONE);

  /// The number 0, whatever the parameter.
  public static final Quotient ZERO = of(BigFraction.ZERO);

  /// The parameter itself.
  public static final Quotient PARAMETER = new Quotient(Polynomial.PARAMETER, ONE);

  public Quotient {
    if (below.isZero()) throw new ArithmeticException("division by zero");
    Polynomial common = below.degree() == 0 ? ONE : above.gcd(below);
    above = above.by(common).quotient();
    below = below.by(common).quotient();
    above = above.times(below.leading().reciprocal());
    below = below.monic();
  }

  public static Quotient of(BigFraction number) {
    return new Quotient(Polynomial.constant(number), ONE);
  }

  /// @throws TooSteep beyond [#MOST_DEGREE]
  public Quotient plus(Quotient other) {
    if (below.equals(other.below)) return new Quotient(above.plus(other.above), below);
    return new Quotient(
        product(above, other.below).plus(product(other.above, below)), product(below, other.below));
  }

  public Quotient minus(Quotient other) {
    return plus(other.negate());
  }

  public Quotient negate() {
    return new Quotient(above.negate(), below);
  }

  /// @throws TooSteep beyond [#MOST_DEGREE]
  public Quotient times(Quotient other) {
    return new Quotient(product(above, other.above), product(below, other.below));
  }

  /// @throws TooSteep beyond [#MOST_DEGREE]
  /// @throws ArithmeticException if the other is 0 whatever the parameter
  public Quotient over(Quotient other) {
    return new Quotient(product(above, other.below), product(below, other.above));
  }

  /// Told by the degrees, before the product is worked out.
  private static Polynomial product(Polynomial a, Polynomial b) {
    if (a.degree() + b.degree() > MOST_DEGREE) throw new TooSteep();
    return a.times(b);
  }

  /// Whether the parameter plays no part.
  public boolean isConstant() {
    return above.degree() <= 0 && below.degree() == 0;
  }

  /// The value at a parameter; empty where the divisor is 0.
  public List<BigFraction> at(BigFraction x) {
    BigFraction divisor = below.at(x);
    return divisor.signum() == 0 ? List.of() : List.of(above.at(x).divide(divisor));
  }

  /// Where the sign may change, in ascending order: roots of either polynomial.
  ///
  /// @return none where the quotient is 0 throughout
  public List<Critical> criticals(BigFraction low, BigFraction high) {
    return Critical.merged(List.of(Critical.of(above, low, high), Critical.of(below, low, high)));
  }
}
