package demarche.report;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// How text is laid out and marked.
///
/// @param width columns that there are, 60 or more
public record Style(int width, Marks marks, Colour colour) {
  /// The width where nobody knows it.
  public static final int USUAL_WIDTH = 100;

  /// Longer lines of prose are hard to read, however wide the terminal is.
  static final int WIDEST_PROSE = 100;

  private static final int LEAST_WIDTH = 60;

  public Style {
    width = Math.max(width, LEAST_WIDTH);
  }

  /// Without colour.
  public static Style plain(int width, Marks marks) {
    return new Style(width, marks, Colour.OFF);
  }

  int prose() {
    return Math.min(width, WIDEST_PROSE);
  }

  public enum Colour {
    ON,
    OFF
  }

  /// The signs that tables use.
  public enum Marks {
    UNICODE("●", "·", "·", "▁▂▃▄▅▆▇█"),
    /// For terminals that show nothing else.
    ASCII("x", ".", "-", "0123456789");

    private final String yes;
    private final String no;
    private final String dot;
    private final String heights;

    Marks(String yes, String no, String dot, String heights) {
      this.yes = yes;
      this.no = no;
      this.dot = dot;
      this.heights = heights;
    }

    /// Those that a character set can show.
    public static Marks of(Charset charset) {
      return charset.equals(StandardCharsets.UTF_8) ? UNICODE : ASCII;
    }

    String of(boolean holds) {
      return holds ? yes : no;
    }

    /// One character for a number from 0 to 1; a number above 0 is never shown as 0, one below 1
    /// never as 1, where there are three heights or more.
    char height(double share) {
      int top = heights.length() - 1;
      if (share <= 0) return heights.charAt(0);
      if (share >= 1) return heights.charAt(top);
      return heights.charAt(Math.clamp(Math.round(share * top), 1, top - 1));
    }

    /// Between the parts of a headline.
    String dot() {
      return dot;
    }
  }
}
