package demarche.report;

/// What a piece of text is, which decides its colour where there is any.
enum Tone {
  PLAIN(""),
  HEADING("\u001b[1m"),
  FAINT("\u001b[2m"),
  YES("\u001b[32m"),
  WARNING("\u001b[33m"),
  WRONG("\u001b[31m"),
  /// A word of the literature, which a renderer may explain on the spot.
  TERM("");

  private static final String RESET = "\u001b[0m";

  private final String start;

  Tone(String start) {
    this.start = start;
  }

  String paint(String text, Style.Colour colour) {
    if (start.isEmpty() || text.isBlank()) return text;
    return switch (colour) {
      case ON -> start + text + RESET;
      case OFF -> text;
    };
  }
}
