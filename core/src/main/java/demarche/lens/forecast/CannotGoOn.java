package demarche.lens.forecast;

/// A forecast cannot be gone on with as somebody wants it, and why.
public final class CannotGoOn extends RuntimeException {
  private static final long serialVersionUID = 1;

  CannotGoOn(String reason) {
    super(reason, null, false, false);
  }

  public String reason() {
    return String.valueOf(getMessage());
  }
}
