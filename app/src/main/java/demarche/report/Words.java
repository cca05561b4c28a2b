package demarche.report;

import java.util.ArrayList;
import java.util.List;

/// A run of words, each with its tone, to be broken into lines.
final class Words {
  /// Text that a line break must not part.
  private record Word(List<Span> spans) {
    int columns() {
      return spans.stream().mapToInt(s -> Glyphs.columns(s.text)).sum();
    }
  }

  private record Span(String text, Tone tone) {}

  private final List<Word> words = new ArrayList<>();
  private boolean glued;
  private boolean parted; // begins with a blank, so that it never goes on with a word before it

  static Words of(String text) {
    return new Words().add(text, Tone.PLAIN);
  }

  /// Adds text; a blank ends a word, so text that begins without one goes on with the last word.
  Words add(String text, Tone tone) {
    if (words.isEmpty() && text.startsWith(" ")) parted = true;
    int at = 0;
    while (at < text.length()) {
      int end = text.indexOf(' ', at);
      if (end < 0) end = text.length();
      if (end > at) append(new Span(text.substring(at, end), tone));
      if (end < text.length()) glued = false;
      at = end + 1;
    }
    return this;
  }

  Words add(Words others) {
    if (others.isEmpty() && !others.parted) return this;
    boolean first = glued && !others.parted;
    for (Word word : others.words) {
      glued = first;
      first = false;
      word.spans.forEach(s -> {
        append(s);
        glued = true;
      });
    }
    glued = others.glued;
    return this;
  }

  private void append(Span span) {
    if (glued && !words.isEmpty()) {
      words.getLast().spans.add(span);
    } else {
      words.add(new Word(new ArrayList<>(List.of(span))));
    }
    glued = true;
  }

  /// Text of one tone, blanks included.
  record Piece(String text, Tone tone) {}

  /// All of it on a single line, for a renderer that breaks lines by itself.
  List<Piece> pieces() {
    List<Piece> pieces = new ArrayList<>();
    for (int w = 0; w < words.size(); w++) {
      if (w > 0) join(pieces, new Piece(" ", Tone.PLAIN));
      words.get(w).spans.forEach(s -> join(pieces, new Piece(s.text, s.tone)));
    }
    return pieces;
  }

  private static void join(List<Piece> pieces, Piece next) {
    Piece last = pieces.isEmpty() ? next : pieces.getLast();
    boolean blank = next.text.isBlank() && last.tone != Tone.TERM;
    if (!pieces.isEmpty() && (last.tone == next.tone || blank)) {
      pieces.set(pieces.size() - 1, new Piece(last.text + next.text, last.tone));
    } else {
      pieces.add(next);
    }
  }

  /// Ends a sentence that does not end yet.
  Words stop() {
    if (words.isEmpty()) return this;
    String last = words.getLast().spans.getLast().text;
    glued = true;
    if (".:;!?".indexOf(last.charAt(last.length() - 1)) < 0) append(new Span(".", Tone.PLAIN));
    glued = false;
    return this;
  }

  /// Whether it is a single figure, such as `1,204`.
  boolean isFigure() {
    return words.size() == 1
        && words.getFirst().spans.stream()
            .allMatch(s -> s.text.chars().allMatch(c -> "0123456789,.-/%".indexOf(c) >= 0));
  }

  /// With a capital at the beginning.
  Words capitalised() {
    if (words.isEmpty()) return this;
    Span first = words.getFirst().spans.getFirst();
    int letter = first.text.codePointAt(0);
    String capital = Character.toString(Character.toUpperCase(letter));
    words
        .getFirst()
        .spans
        .set(0, new Span(capital + first.text.substring(Character.charCount(letter)), first.tone));
    return this;
  }

  /// Whether a comma or a colon ends one of its words.
  boolean isDivided() {
    return words.stream().anyMatch(w -> w.spans.getLast().text.matches(".*[,:]"));
  }

  boolean isEmpty() {
    return words.isEmpty();
  }

  /// The columns that it takes on a single line.
  int columns() {
    return words.stream().mapToInt(w -> w.columns() + 1).sum() - (words.isEmpty() ? 0 : 1);
  }

  /// The columns of its longest word.
  int widest() {
    return words.stream().mapToInt(Word::columns).max().orElse(0);
  }

  /// Lines of at most `width` columns, painted; a word that is longer is cut into pieces.
  List<Line> lines(int width, Style style) {
    List<Line> lines = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int used = 0;
    for (Word word : pieces(width, style)) {
      int columns = word.columns();
      if (used > 0 && used + 1 + columns > width) {
        lines.add(new Line(text.toString(), used));
        text.setLength(0);
        used = 0;
      }
      if (used > 0) {
        text.append(' ');
        used++;
      }
      word.spans.forEach(s -> text.append(s.tone.paint(s.text, style.colour())));
      used += columns;
    }
    if (used > 0) lines.add(new Line(text.toString(), used));
    return lines;
  }

  /// A line of text, painted.
  ///
  /// @param columns that it takes on the screen
  record Line(String text, int columns) {
    static final Line EMPTY = new Line("", 0);

    String padded(int width) {
      return text + blanks(width);
    }

    String atTheRight(int width) {
      return blanks(width) + text;
    }

    private String blanks(int width) {
      return " ".repeat(Math.max(0, width - columns));
    }
  }

  private List<Word> pieces(int width, Style style) {
    List<Word> pieces = new ArrayList<>();
    for (Word word : words) {
      Word shown =
          switch (style.marks()) {
            case UNICODE -> word;
            case ASCII ->
                new Word(
                    word.spans.stream().map(s -> new Span(Glyphs.ascii(s.text), s.tone)).toList());
          };
      if (shown.columns() <= width) pieces.add(shown);
      else pieces.addAll(cut(shown, width));
    }
    return pieces;
  }

  private static List<Word> cut(Word word, int width) {
    List<Word> pieces = new ArrayList<>();
    for (Span span : word.spans) {
      StringBuilder piece = new StringBuilder();
      int used = 0;
      for (int c : span.text.codePoints().toArray()) {
        int columns = Glyphs.columns(Character.toString(c));
        if (used + columns > width) {
          pieces.add(new Word(List.of(new Span(piece.toString(), span.tone))));
          piece.setLength(0);
          used = 0;
        }
        piece.appendCodePoint(c);
        used += columns;
      }
      if (!piece.isEmpty()) pieces.add(new Word(List.of(new Span(piece.toString(), span.tone))));
    }
    return pieces;
  }
}
