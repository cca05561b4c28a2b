package demarche.exchange;

/// Text between double quotes, as JSON and YAML read it.
final class Quoted {
  private static final int LONGEST = 200;

  private Quoted() {}

  static String of(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(c -> {
          if (c == '"' || c == '\\') quoted.append('\\').appendCodePoint(c);
          else if (c < ' ') quoted.append("\\u%04x".formatted(c));
          else quoted.appendCodePoint(c);
        });
    return quoted.append('"').toString();
  }

  /// Plain where YAML reads it as text for certain.
  static String yaml(String text) {
    boolean plain = text.matches("[A-Za-z][A-Za-z0-9 '-]*[A-Za-z0-9]") && !text.contains(" #");
    return plain && !text.matches("(?i)null|true|false") ? text : of(text);
  }

  /// One line without control characters and halves of characters, shortened where it is long.
  static String clean(String text) {
    String line =
        text.codePoints()
            .map(c -> isHarmless(c) ? c : ' ')
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()
            .replaceAll("\\s+", " ")
            .strip();
    if (line.codePointCount(0, line.length()) <= LONGEST) return line;
    return line.substring(0, line.offsetByCodePoints(0, LONGEST - 3)) + "...";
  }

  private static boolean isHarmless(int c) {
    if (Character.isISOControl(c) || c == 0xfffe || c == 0xffff || c == 0xfeff) return false;
    return c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE;
  }
}
