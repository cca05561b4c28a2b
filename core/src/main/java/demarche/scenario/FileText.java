package demarche.scenario;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// The text of one file, checked to be text before anybody reads it.
///
/// @param name as messages call the file
/// @param lines without their ends, for excerpts
record FileText(String name, String text, List<String> lines) {
  /// The largest file that is read, in bytes.
  static final int MOST_BYTES = 10_000_000;

  static final int MOST_LINES = 500_000;

  /// The YAML library takes time by the square of what it cannot break at a line's end.
  static final int LONGEST_LINE = 100_000;

  /// Reads bytes strictly as UTF-8; a byte order mark is dropped.
  ///
  /// @throws InvalidScenario if they are too many, or no text in UTF-8
  static FileText of(String name, byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      throw refused(
          new Place(name, 1, 1, 0),
          "the file has more than %,d bytes, the most that is read; split off data or parts"
              + " (extends)",
          MOST_BYTES);
    }
    String text = decode(name, bytes);
    if (text.startsWith("\uFEFF")) text = text.substring(1);
    long lines = 1 + text.chars().filter(c -> c == '\n' || c == '\r').count();
    if (lines > MOST_LINES) {
      throw refused(
          new Place(name, MOST_LINES, 1, 0),
          "the file has more than %,d lines, the most that is read",
          MOST_LINES);
    }
    FileText file = new FileText(name, text, text.lines().toList());
    file.refuseLongLines();
    file.refuseControlCharacters();
    return file;
  }

  private static String decode(String name, byte[] bytes) {
    CharBuffer text = CharBuffer.allocate(bytes.length);
    ByteBuffer input = ByteBuffer.wrap(bytes);
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(input, text, true);
    if (result.isError()) {
      int at = input.position();
      String before = text.flip().toString();
      throw refused(
          end(name, before),
          "byte %d (0x%02x) is not UTF-8 text; %s",
          at + 1,
          bytes[at],
          remedy(bytes));
    }
    return text.flip().toString();
  }

  private static String remedy(byte[] bytes) {
    int first = bytes[0] & 0xff;
    boolean utf16 = bytes.length > 1 && (first == 0xff || first == 0xfe);
    return utf16
        ? "it looks like UTF-16: save the file as UTF-8"
        : "save the file as UTF-8, or give a text file if this is none";
  }

  private void refuseLongLines() {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).length() <= LONGEST_LINE) continue;
      throw refused(
          new Place(name, i + 1, 1, 0),
          "the line has more than %,d characters, the most that is read; break it",
          LONGEST_LINE);
    }
  }

  /// Control characters, halves of characters, and what is none.
  static boolean isRefused(int c) {
    boolean control = (c < ' ' && "\t\n\r".indexOf(c) < 0) || (c >= 0x7f && c < 0xa0);
    boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return control || half || c == 0xfffe || c == 0xffff || c == 0xfeff;
  }

  private void refuseControlCharacters() {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isSurrogate(c) && isRefused(c)) {
        throw new InvalidScenario(
            List.of(
                new Problem(
                    end(name, text.substring(0, i)),
                    Problem.Severity.ERROR,
                    String.format(
                        Locale.ROOT,
                        "the control character U+%04X cannot stand in a scenario; remove it, or"
                            + " give a text file if this is none",
                        (int) c),
                    "")));
      }
    }
  }

  /// The place of whatever follows `before`.
  private static Place end(String name, String before) {
    List<String> lines = (before + "|").lines().toList();
    String last = lines.getLast();
    return new Place(name, lines.size(), last.codePointCount(0, last.length()), 1);
  }

  private static InvalidScenario refused(Place place, String message, Object... arguments) {
    String text = String.format(Locale.ROOT, message, arguments);
    return new InvalidScenario(List.of(new Problem(place, Problem.Severity.ERROR, text, "")));
  }
}
