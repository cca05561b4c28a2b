package demarche.lens.preferences;

/// A number of the file is a quotient of polynomials of too high a degree in a parameter: its roots
/// would take too long.
public final class TooSteep extends RuntimeException {
  private static final long serialVersionUID = 1;

  TooSteep() {
    super("a degree above " + Quotient.MOST_DEGREE, null, false, false);
  }
}
