package demarche.scenario;

import demarche.scenario.Node.Scalar;
import demarche.scenario.Node.Style;

/// Where each character of a scalar's text stands in the file.
///
/// Quotes, escapes and folded lines put characters between them, so text and file are walked side
/// by side, once. What cannot be matched (an escape such as `\x41`) stands where the whole does.
final class Spots {
  private final Scalar scalar;

  /// Line (from 0) and column (from 0) in the written form, by index in the text; empty where the
  /// text stands in one line without escapes, and counting will do.
  private final int[] lines;

  private final int[] columns;

  Spots(Scalar scalar) {
    this.scalar = scalar;
    int quotes = scalar.style() == Style.QUOTED ? 2 : 0;
    int length = scalar.text().length();
    boolean plain =
        scalar.style() != Style.BLOCK
            && scalar.written().length() == length + quotes
            && scalar.place().length() == length + quotes;
    lines = new int[plain ? 0 : length + 1];
    columns = new int[lines.length];
    if (!plain) align();
  }

  /// The place of `length` characters of the text from `offset` on.
  Place part(int offset, int length) {
    Place whole = scalar.place();
    if (lines.length == 0) {
      int opening = scalar.style() == Style.QUOTED ? 1 : 0;
      return whole.part(opening + offset, length);
    }
    int at = Math.min(offset, lines.length - 1);
    int first = lines[at] == 0 ? whole.column() : 1;
    return new Place(whole.file(), whole.line() + lines[at], first + columns[at], length);
  }

  private void align() {
    String written = scalar.written();
    String text = scalar.text();
    int at = 0;
    int line = 0;
    int lineStart = 0;
    int start =
        switch (scalar.style()) {
          case BLOCK -> written.indexOf('\n') + 1;
          case QUOTED -> 1;
          case PLAIN -> 0;
        };
    for (int i = 0; i <= text.length(); i++) {
      boolean blank = i == text.length() || Character.isWhitespace(text.charAt(i));
      int found =
          blank ? Math.max(at, start) : written.indexOf(text.charAt(i), Math.max(at, start));
      if (found < 0) return; // an escape: the rest stands where the whole begins
      for (; at < found; at++) {
        if (written.charAt(at) == '\n') {
          line++;
          lineStart = at + 1;
        }
      }
      lines[i] = line;
      columns[i] = at - lineStart;
      if (!blank || (at < written.length() && written.charAt(at) == ' ')) at++;
    }
  }
}
