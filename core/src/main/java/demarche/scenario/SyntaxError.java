package demarche.scenario;

/// Ends the parsing of one expression; caught where its place in the file is known.
final class SyntaxError extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int from;
  private final int length;

  /// @param from offset in the expression's text
  SyntaxError(int from, int length, String message) {
    super(message, null, false, false);
    this.from = from;
    this.length = length;
  }

  SyntaxError(Token found, String message) {
    this(found.from(), Math.max(1, found.text().length()), message);
  }

  int from() {
    return from;
  }

  int length() {
    return length;
  }

  String message() {
    return String.valueOf(getMessage());
  }
}
