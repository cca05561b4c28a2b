package demarche.spark;

/// An executor does not make draws, for a reason that trying again would not change.
final class Refusal extends Exception {
  private static final long serialVersionUID = 1;

  Refusal(String message) {
    super(message);
  }
}
