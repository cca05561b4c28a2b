package demarche.report;

import java.text.Normalizer;

/// Text from outside, made fit for a terminal.
final class Glyphs {
  private static final String SIGNS = "·→←↔–—−’‘“”…≥≤≠×●";
  private static final String[] PLAIN_SIGNS = {
    "-", "->", "<-", "<->", "-", "-", "-", "'", "'", "\"", "\"", "...", ">=", "<=", "!=", "x", "x"
  };

  private Glyphs() {}

  /// One line without anything that could steer a terminal: control characters, among them ESC,
  /// become spaces, and marks that turn the direction of writing are dropped.
  static String harmless(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().forEach(c -> append(clean, c));
    return clean.toString();
  }

  private static void append(StringBuilder clean, int c) {
    switch (Character.getType(c)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
          clean.append(' ');
      case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> {}
      default -> clean.appendCodePoint(c);
    }
  }

  /// The same with the letters and signs of ASCII alone.
  static String ascii(String text) {
    StringBuilder plain = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFD)
        .codePoints()
        .filter(c -> columns(c) > 0)
        .forEach(c -> plain.append(ascii(c)));
    return plain.toString();
  }

  private static String ascii(int c) {
    if (c < 0x80) return Character.toString(c);
    if (c == 0xa0) return " ";
    int sign = SIGNS.indexOf(c);
    return sign < 0 ? "?" : PLAIN_SIGNS[sign];
  }

  /// How many columns the text takes: none for a combining mark, two for a wide ideograph.
  static int columns(String text) {
    return text.codePoints().map(Glyphs::columns).sum();
  }

  private static int columns(int c) {
    if (c < 0x300) return 1;
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) return 0;
    return isWide(c) ? 2 : 1;
  }

  private static boolean isWide(int c) {
    return (c >= 0x1100 && c <= 0x115f)
        || (c >= 0x2e80 && c <= 0xa4cf)
        || (c >= 0xac00 && c <= 0xd7a3)
        || (c >= 0xf900 && c <= 0xfaff)
        || (c >= 0xfe30 && c <= 0xfe6f)
        || (c >= 0xff00 && c <= 0xff60)
        || (c >= 0xffe0 && c <= 0xffe6)
        || (c >= 0x1f300 && c <= 0x1faff)
        || (c >= 0x20000 && c <= 0x3fffd);
  }
}
