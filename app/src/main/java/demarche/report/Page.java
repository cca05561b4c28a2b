package demarche.report;

import java.util.List;
import java.util.Locale;

/// Lines of text, one below the other.
final class Page {
  private static final int INDENT = 2;

  private final Style style;
  private final StringBuilder text = new StringBuilder();

  Page(Style style) {
    this.style = style;
  }

  Style style() {
    return style;
  }

  /// The columns that there are beside the indent.
  int width() {
    return style.width() - INDENT;
  }

  /// A headline of its own block.
  Page heading(String title) {
    blank();
    Words words = new Words().add(title.toUpperCase(Locale.ROOT), Tone.HEADING);
    words.lines(style.width(), style).forEach(line -> line(0, line));
    return this;
  }

  Page blank() {
    if (!text.isEmpty() && !text.toString().endsWith("\n\n")) text.append('\n');
    return this;
  }

  Page paragraph(Words words) {
    return paragraph(words, 0, 0);
  }

  /// @param indent of the first line, beyond that of all text
  /// @param hang of the lines after it, beyond `indent`
  Page paragraph(Words words, int indent, int hang) {
    List<Words.Line> lines = words.lines(style.prose() - INDENT - indent - hang, style);
    for (int i = 0; i < lines.size(); i++) {
      line(INDENT + indent + (i == 0 ? 0 : hang), lines.get(i));
    }
    return this;
  }

  /// Text behind a label, which stands out to the left of it.
  ///
  /// @param room for the label, which may begin with blanks
  Page labelled(String label, int room, Words words) {
    int indent = label.length() - label.stripLeading().length();
    List<Words.Line> lines = words.lines(style.prose() - INDENT - room, style);
    String name =
        Words.of(label).lines(room, style).stream()
            .map(line -> line.padded(room - indent))
            .findFirst()
            .orElse(" ".repeat(room - indent));
    for (int i = 0; i < lines.size(); i++) {
      line(" ".repeat(indent) + (i == 0 ? name : " ".repeat(room - indent)) + lines.get(i).text());
    }
    return this;
  }

  Page line(int indent, Words.Line line) {
    text.append(" ".repeat(indent)).append(line.text()).append('\n');
    return this;
  }

  /// A line that is already laid out.
  Page line(String line) {
    text.append(" ".repeat(INDENT)).append(line.stripTrailing()).append('\n');
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
