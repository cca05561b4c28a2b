package demarche.lens.claims;

/// A check has no value, and why. Caught where the claim's verdict is made.
final class NoAnswer extends RuntimeException {
  private static final long serialVersionUID = 1;

  NoAnswer(String reason) {
    super(reason, null, false, false);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
