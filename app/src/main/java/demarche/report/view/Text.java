package demarche.report.view;

import java.util.List;

/// A line of text in runs that look different.
public record Text(List<Run> runs) {
  public static final Text NONE = new Text(List.of());

  public Text {
    runs = List.copyOf(runs);
  }

  public static Text of(String text) {
    return text.isEmpty() ? NONE : new Text(List.of(new Run(text, Look.PLAIN, "", "")));
  }

  /// How a run looks.
  public enum Look {
    PLAIN,
    STRONG,
    FAINT,
    /// In the notation of the file.
    CODE,
    /// A word of the literature; the hint tells its meaning.
    TERM
  }

  /// @param href where a link leads, `#` or http(s) only; empty for none
  /// @param hint shown where somebody points at it; may be empty
  public record Run(String text, Look look, String href, String hint) {}

  public boolean isEmpty() {
    return runs.isEmpty();
  }

  public int length() {
    return runs.stream().mapToInt(r -> r.text.length()).sum();
  }

  /// As plain words.
  public String words() {
    StringBuilder words = new StringBuilder();
    runs.forEach(r -> words.append(r.text));
    return words.toString();
  }
}
