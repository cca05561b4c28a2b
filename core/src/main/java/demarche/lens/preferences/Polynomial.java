package demarche.lens.preferences;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/// A polynomial in one parameter with exact coefficients.
///
/// @param coefficients of the powers 0, 1, 2, ...; the last is not 0; none for the polynomial 0
public record Polynomial(List<BigFraction> coefficients) {
  /// The parameter itself.
  public static final Polynomial PARAMETER =
      new Polynomial(List.of(BigFraction.ZERO, BigFraction.ONE));

  public Polynomial {
    int length = coefficients.size();
    while (length > 0 && coefficients.get(length - 1).signum() == 0) length--;
    coefficients = List.copyOf(coefficients.subList(0, length));
  }

  public static Polynomial constant(BigFraction number) {
    return new Polynomial(List.of(number));
  }

  /// -1 for the polynomial 0.
  public int degree() {
    return coefficients.size() - 1;
  }

  public boolean isZero() {
    return coefficients.isEmpty();
  }

  BigFraction coefficient(int power) {
    return power < coefficients.size() ? coefficients.get(power) : BigFraction.ZERO;
  }

  BigFraction leading() {
    return coefficients.getLast();
  }

  public BigFraction at(BigFraction x) {
    BigFraction sum = BigFraction.ZERO;
    for (int k = degree(); k >= 0; k--) sum = sum.multiply(x).add(coefficients.get(k));
    return sum;
  }

  Polynomial plus(Polynomial other) {
    List<BigFraction> sum = new ArrayList<>();
    for (int k = 0; k <= Math.max(degree(), other.degree()); k++) {
      sum.add(coefficient(k).add(other.coefficient(k)));
    }
    return new Polynomial(sum);
  }

  Polynomial times(Polynomial other) {
    List<BigFraction> product = new ArrayList<>();
    for (int k = 0; k <= degree() + other.degree(); k++) {
      BigFraction sum = BigFraction.ZERO;
      for (int j = 0; j <= k; j++) {
        sum = sum.add(coefficient(j).multiply(other.coefficient(k - j)));
      }
      product.add(sum);
    }
    return new Polynomial(product);
  }

  Polynomial times(BigFraction factor) {
    return new Polynomial(coefficients.stream().map(factor::multiply).toList());
  }

  Polynomial negate() {
    return times(BigFraction.ONE.negate());
  }

  /// With 1 before the highest power; not for 0.
  Polynomial monic() {
    return times(leading().reciprocal());
  }

  Polynomial derivative() {
    List<BigFraction> slope = new ArrayList<>();
    for (int k = 1; k <= degree(); k++) slope.add(coefficients.get(k).multiply(k));
    return new Polynomial(slope);
  }

  /// What a division leaves.
  record Division(Polynomial quotient, Polynomial remainder) {}

  /// @param divisor not 0
  Division by(Polynomial divisor) {
    Polynomial rest = this;
    Polynomial quotient = new Polynomial(List.of());
    while (rest.degree() >= divisor.degree()) {
      BigFraction factor = rest.leading().divide(divisor.leading());
      List<BigFraction> shifted = new ArrayList<>();
      for (int k = 0; k < rest.degree() - divisor.degree(); k++) shifted.add(BigFraction.ZERO);
      shifted.add(factor);
      Polynomial step = new Polynomial(shifted);
      quotient = quotient.plus(step);
      rest = rest.plus(step.times(divisor).negate());
    }
    return new Division(quotient, rest);
  }

  /// The monic greatest common divisor; not of 0 and 0.
  Polynomial gcd(Polynomial other) {
    Polynomial a = this;
    Polynomial b = other;
    while (!b.isZero()) {
      Polynomial rest = a.by(b).remainder();
      a = b;
      b = rest.isZero() ? rest : rest.monic();
    }
    return a.monic();
  }
}
