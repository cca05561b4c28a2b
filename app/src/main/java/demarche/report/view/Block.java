package demarche.report.view;

import java.util.List;

/// What a section is made of.
public sealed interface Block {
  record Heading(String id, String title) implements Block {}

  record Paragraph(Text text) implements Block {}

  /// A remark that matters less.
  record Note(Text text) implements Block {}

  record Steps(List<Text> steps) implements Block {
    public Steps {
      steps = List.copyOf(steps);
    }
  }

  /// Points in no order.
  record Points(List<Text> points) implements Block {
    public Points {
      points = List.copyOf(points);
    }
  }

  /// Words with their meanings.
  record Terms(List<Term> terms) implements Block {
    public Terms {
      terms = List.copyOf(terms);
    }
  }

  /// @param id the part of an address behind `#`
  record Term(String id, String name, Text meaning) {}

  /// Cells under headers.
  ///
  /// @param caption for those who cannot see where the table stands
  record Table(String caption, List<Text> headers, List<List<Cell>> rows, Narrow narrow)
      implements Block {
    public Table {
      headers = List.copyOf(headers);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /// What becomes of a table where there is little room.
  enum Narrow {
    /// Its cells stand one below the other, each with its header.
    STACKS,
    /// It scrolls within itself.
    SCROLLS
  }

  record Cell(Text text, Kind kind) {
    public static Cell of(Text text) {
      return new Cell(text, Kind.WORDS);
    }
  }

  /// What a cell holds.
  enum Kind {
    WORDS,
    NUMBER,
    /// Stands otherwise than in the status quo.
    DIFFERS,
    YES,
    NO
  }

  /// Small pictures side by side.
  record Panels(List<Panel> panels) implements Block {
    public Panels {
      panels = List.copyOf(panels);
    }
  }

  record Panel(String name, String scale, List<Bar> bars) {
    public Panel {
      bars = List.copyOf(bars);
    }
  }

  /// @param kind `better`, `same`, `worse` or `forbidden`
  /// @param from where the bar begins, on a scale from 0 to 100 whose middle is no change
  /// @param width of the bar; 0 for none
  record Bar(String label, String kind, String sign, double from, double width, Text told) {}

  /// Votes as bars.
  record Polls(List<Poll> polls) implements Block {
    public Polls {
      polls = List.copyOf(polls);
    }
  }

  /// @param desc the bar in words
  /// @param needed where the line stands, on the scale of the seats
  /// @param kind `passes` or `fails`
  record Poll(
      String label,
      Text rule,
      String desc,
      List<Seat> seats,
      double needed,
      String kind,
      String sign,
      Text told) {
    public Poll {
      seats = List.copyOf(seats);
    }
  }

  /// @param kind `yes`, `abstain`, `absent`, `no` or `veto`
  record Seat(String kind, double x, double width, String name) {}

  /// Dots on lines, one below the other.
  ///
  /// @param marks evenly spread along the scale of all lines; none where each has its own
  record Intervals(String caption, List<String> marks, List<Interval> lines, Text legend)
      implements Block {
    public Intervals {
      marks = List.copyOf(marks);
      lines = List.copyOf(lines);
    }
  }

  /// One line, its places in percent of it.
  ///
  /// @param desc what is seen, for those who cannot see it
  /// @param base below 0 where there is none
  /// @param marks at the ends of the line's own scale; may be none
  record Interval(
      String name,
      String desc,
      double from,
      double to,
      double at,
      double base,
      List<String> marks,
      Text told) {
    public Interval {
      marks = List.copyOf(marks);
    }
  }

  /// Statements of a text with what became of them.
  record Checks(List<String> counts, List<Check> checks) implements Block {
    public Checks {
      counts = List.copyOf(counts);
      checks = List.copyOf(checks);
    }
  }

  /// @param kind `holds`, `fails` or `open`
  /// @param asked the check as the file writes it; may be empty
  record Check(
      String id,
      String words,
      String kind,
      String sign,
      String verdict,
      Text mark,
      String asked,
      String computed,
      String expected,
      Text sources,
      Text remark) {}

  /// A drawing of boxes and arrows, in pixels.
  ///
  /// @param desc what is seen, for those who cannot see it
  /// @param legend what its signs mean
  /// @param words the same as a table
  record Drawing(
      String id,
      String title,
      String desc,
      double width,
      double height,
      List<Box> boxes,
      List<Line> lines,
      List<Key> legend,
      Table words)
      implements Block {
    public Drawing {
      boxes = List.copyOf(boxes);
      lines = List.copyOf(lines);
      legend = List.copyOf(legend);
    }
  }

  /// What a sign of a drawing means.
  ///
  /// @param kind as the style sheet knows it; may be empty
  record Key(String kind, String meaning) {}

  /// Dots by two numbers, in pixels.
  ///
  /// @param desc what is seen, for those who cannot see it
  /// @param across what the numbers from left to right say
  /// @param marks numbers along the axes
  /// @param hull a line in the notation of SVG; empty for none
  /// @param words the dots that have names, as a table
  record Plot(
      String id,
      String title,
      String desc,
      String across,
      String up,
      Frame frame,
      List<Mark> marks,
      List<Dot> dots,
      String hull,
      Table words)
      implements Block {
    public Plot {
      marks = List.copyOf(marks);
      dots = List.copyOf(dots);
    }
  }

  /// Lines along an axis, in pixels.
  ///
  /// @param desc what is seen, for those who cannot see it
  /// @param marks numbers along the axes
  /// @param words what the lines come to, as a table
  record Curves(
      String id,
      String title,
      String desc,
      String across,
      String up,
      Frame frame,
      List<Mark> marks,
      List<Trace> traces,
      Table words)
      implements Block {
    public Curves {
      marks = List.copyOf(marks);
      traces = List.copyOf(traces);
    }
  }

  /// One line of them.
  ///
  /// @param kind `trace-1` to `trace-6`, each with its own dashes
  /// @param path in the notation of SVG
  /// @param band the same, closed; empty where the numbers are exact
  /// @param label its number in the table, and where that stands
  record Trace(String kind, String path, String band, Label label, String hint) {}

  /// Where the axes of a plot run.
  record Frame(double width, double height, double left, double top, double right, double bottom) {}

  /// @param kind `across` or `up`
  record Mark(String kind, double at, String text) {}

  /// @param kind `frontier` or `within`, and `named` where a number points at it
  /// @param label its number in the table; may be empty
  /// @param hint its names; may be empty
  record Dot(String kind, double x, double y, String label, String hint) {}

  /// Who plays what.
  ///
  /// @param heading of the first column
  record Parts(String caption, String heading, List<String> columns, List<Player> rows, Text legend)
      implements Block {
    public Parts {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /// One row of them.
  record Player(String name, List<Part> cells) {
    public Player {
      cells = List.copyOf(cells);
    }
  }

  /// @param kind `yes`, `attempted`, `no` or `open`
  /// @param sign the same as a mark, and as a word; both may be empty
  /// @param from where the bar begins, on a scale from 0 to 100 whose middle is nothing
  /// @param width of the bar; 0 for none
  record Part(String kind, String sign, String word, double from, double width, Text told) {}

  /// Packages as rows, parties as columns.
  record Matrix(String caption, List<Text> parties, List<Deal> lines) implements Block {
    public Matrix {
      parties = List.copyOf(parties);
      lines = List.copyOf(lines);
    }
  }

  /// One package of a matrix.
  record Deal(Text name, List<Standing> cells, Text remark) {
    public Deal {
      cells = List.copyOf(cells);
    }
  }

  /// What a package is to a party.
  ///
  /// @param kind `better`, `same`, `worse` or `forbidden`
  record Standing(String kind, String sign, Text told) {}

  /// @param kind `quo`, and `always`, `sometimes` or `never`; of a network `strong`, `plain` or
  ///   `faint`
  record Box(String kind, double x, double y, double width, double height, List<Label> labels) {
    public Box {
      labels = List.copyOf(labels);
    }
  }

  /// @param kind `name`, `words`, `remark` or `by`
  record Label(String kind, double x, double y, String text) {}

  /// @param path in the notation of SVG
  record Line(String kind, String path, List<Label> labels) {
    public Line {
      labels = List.copyOf(labels);
    }
  }
}
