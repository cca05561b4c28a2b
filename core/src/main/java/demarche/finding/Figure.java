package demarche.finding;

import java.util.List;

/// What can be shown beside sentences. A closed set: a renderer knows every kind, and no lens.
public sealed interface Figure {
  String title();

  /// States as rows: their options in words, then marks in named columns, then a remark.
  ///
  /// @param marks names of the columns, such as concepts, with their meaning
  /// @param rows the most telling first
  /// @param left how many rows were left out
  record StateTable(String title, List<Slot.OfConcept> marks, List<Row> rows, long left)
      implements Figure {
    public StateTable {
      marks = List.copyOf(marks);
      rows = List.copyOf(rows);
    }
  }

  /// One state of a table.
  ///
  /// @param label a name that the file gives the state, such as `status quo`; may be empty
  record Row(Slot.OfState state, String label, List<Boolean> marks, Sentence remark) {
    public Row {
      marks = List.copyOf(marks);
    }
  }

  /// Cells under headers.
  record Table(String title, List<String> headers, List<List<Sentence>> rows) implements Figure {
    public Table {
      headers = List.copyOf(headers);
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /// Steps in order, such as a sequence of moves that may be replayed.
  record Steps(String title, List<Sentence> steps) implements Figure {
    public Steps {
      steps = List.copyOf(steps);
    }
  }

  /// States as places on a map, and who leads from one to another.
  ///
  /// @param ways between the spots, by their places in the list
  /// @param left what was left out, in words; empty where nothing was
  record StateMap(String title, List<Spot> spots, List<Way> ways, Sentence left) implements Figure {
    public StateMap {
      spots = List.copyOf(spots);
      ways = List.copyOf(ways);
    }
  }

  /// One state of a map.
  ///
  /// @param names that the file gives the state, such as those of proposals; may be empty
  /// @param remark under what it holds, in a few words
  record Spot(Slot.OfState state, List<String> names, Standing standing, Sentence remark) {
    public Spot {
      names = List.copyOf(names);
    }
  }

  /// Whether a state holds.
  enum Standing {
    /// Under every concept asked for.
    ALWAYS,
    /// Under some of them.
    SOMETIMES,
    /// Under none.
    NEVER
  }

  /// What leads from one spot to another.
  ///
  /// @param by those who go there
  record Way(int from, int to, Going going, List<Slot.OfParty> by) {
    public Way {
      by = List.copyOf(by);
    }
  }

  /// How somebody gets from one state to another.
  enum Going {
    /// Each of those named could go there alone, and prefers it.
    ALONE,
    /// All those named can go there at the same moment only, and each prefers it.
    TOGETHER
  }

  /// The same small picture for each of several parties, to be compared line by line.
  record Multiples(String title, List<Panel> panels) implements Figure {
    public Multiples {
      panels = List.copyOf(panels);
    }
  }

  /// The picture of one party.
  ///
  /// @param scale what its bars measure, in a few words
  record Panel(Slot.OfParty party, String scale, List<Bar> bars) {
    public Panel {
      bars = List.copyOf(bars);
    }
  }

  /// What one thing is to one party.
  ///
  /// @param length from -1 to 1, as a share of the longest bar of the panel; 0 where there is no
  ///   number
  /// @param told the same in words or figures
  record Bar(String label, Change change, double length, Sentence told) {}

  /// Which way a change goes.
  enum Change {
    BETTER,
    SAME,
    WORSE,
    /// Never accepted, whatever else it brings.
    FORBIDDEN
  }

  /// Votes on texts: a bar for each majority that a text needs, with a line where the yes votes
  /// must reach.
  record Votes(String title, List<Poll> polls) implements Figure {
    public Votes {
      polls = List.copyOf(polls);
    }
  }

  /// The votes on one text, counted as one majority counts them.
  ///
  /// @param label the text
  /// @param rule what the majority asks for, in a few words
  /// @param shares in the order in which they stand in the bar: yes votes first
  /// @param needed how far the yes votes must reach, from 0 to 1, the whole bar
  /// @param passes whether the text passes, under all rules
  /// @param told what becomes of the text
  record Poll(
      String label,
      Sentence rule,
      List<Share> shares,
      double needed,
      boolean passes,
      Sentence told) {
    public Poll {
      shares = List.copyOf(shares);
    }
  }

  /// The part of a bar that is one member's.
  ///
  /// @param size as a share of the bar
  record Share(String member, Cast cast, double size) {}

  /// What a member does with a text.
  enum Cast {
    YES("yes"),
    ABSTAIN("abstains"),
    ABSENT("absent"),
    NO("no"),
    VETO("vetoes");

    private final String word;

    Cast(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /// Packages as rows, parties as columns: what each package is to each party.
  record Matrix(String title, List<Slot.OfParty> parties, List<Line> lines) implements Figure {
    public Matrix {
      parties = List.copyOf(parties);
      lines = List.copyOf(lines);
    }
  }

  /// One package of a matrix.
  ///
  /// @param cells one for each party
  /// @param remark what else a reader must know; may be empty
  record Line(Sentence name, List<Cell> cells, Sentence remark) {
    public Line {
      cells = List.copyOf(cells);
    }
  }

  /// What a package is to a party.
  ///
  /// @param told the same in words or figures
  record Cell(Change change, Sentence told) {}

  /// Things by two numbers.
  ///
  /// @param across what the numbers from left to right say
  /// @param up what the numbers from bottom to top say
  /// @param hull the dots at the corners of what lotteries reach, by their places in the list; may
  ///   be empty
  /// @param left what was left out, in words; empty where nothing was
  record Plot(
      String title, String across, String up, List<Dot> dots, List<Integer> hull, Sentence left)
      implements Figure {
    public Plot {
      dots = List.copyOf(dots);
      hull = List.copyOf(hull);
    }
  }

  /// One thing of a plot.
  ///
  /// @param names by which it is pointed out; may be empty
  /// @param told its numbers, exactly or rounded
  record Dot(double x, double y, Rank rank, List<String> names, Sentence told) {
    public Dot {
      names = List.copyOf(names);
    }
  }

  /// Whether a thing is among the best.
  enum Rank {
    /// Nothing is better for all.
    FRONTIER,
    /// Something is.
    WITHIN
  }

  /// Things, and what joins one to another.
  ///
  /// @param from what stands at the beginning of a link, for the words that list them
  /// @param to what stands at its end
  /// @param links between the nodes, by their places in the list
  /// @param legend what the weights stand for, for those who see a drawing; may be empty
  /// @param left what was left out, in words; empty where nothing was
  record Network(
      String title,
      String from,
      String to,
      List<Node> nodes,
      List<Link> links,
      Sentence legend,
      Sentence left)
      implements Figure {
    public Network {
      nodes = List.copyOf(nodes);
      links = List.copyOf(links);
    }

    /// Whether its links say anything; else the nodes do.
    public boolean isAboutLinks() {
      return links.stream().anyMatch(link -> !link.told().pattern().isEmpty());
    }
  }

  /// One thing of a network.
  ///
  /// @param told what there is to say of it; may be empty
  record Node(Sentence name, Sentence told, Weight weight) {}

  /// What joins one thing to another.
  ///
  /// @param told may be empty
  record Link(int from, int to, Sentence told, Weight weight) {}

  /// How much something stands out.
  enum Weight {
    STRONG,
    PLAIN,
    FAINT
  }

  /// Numbers along an axis, such as time: a line for each thing, with a band around it where the
  /// numbers are not exact.
  ///
  /// @param across what the axis says
  /// @param up what the numbers say
  /// @param places along the axis, ascending
  /// @param scale what numbers run from and to
  record Curves(
      String title, String across, String up, List<Double> places, Span scale, List<Curve> curves)
      implements Figure {
    public Curves {
      places = List.copyOf(places);
      curves = List.copyOf(curves);
    }
  }

  /// From one number to another.
  record Span(double low, double high) {}

  /// One line.
  ///
  /// @param values one for each place
  /// @param band between what bounds each value lies; empty where all are exact
  /// @param told what it comes to, in words or figures
  record Curve(String name, List<Double> values, List<Span> band, Sentence told) {
    public Curve {
      values = List.copyOf(values);
      band = List.copyOf(band);
    }
  }

  /// Numbers on lines: a dot for each, between the ends of where it may lie.
  ///
  /// @param unit of the ends of the lines; may be empty
  /// @param legend what a dot, its line and the mark of the base values stand for
  /// @param left what was left out, in words; empty where nothing was
  record Intervals(String title, String unit, List<Interval> lines, Sentence legend, Sentence left)
      implements Figure {
    public Intervals {
      lines = List.copyOf(lines);
    }
  }

  /// One number.
  ///
  /// @param scale what its line runs from and to
  /// @param base where it is at the base values; NaN where it is nowhere
  record Interval(String name, Span scale, double at, Span span, double base, Sentence told) {}

  /// For each of several things, bars to either side of a line, the longest first.
  record Tornado(String title, List<Funnel> funnels) implements Figure {
    public Tornado {
      funnels = List.copyOf(funnels);
    }
  }

  /// What one thing hinges on.
  ///
  /// @param scale what the length of a bar says
  record Funnel(String name, String scale, List<Swing> swings) {
    public Funnel {
      swings = List.copyOf(swings);
    }
  }

  /// What one input does to it.
  ///
  /// @param length from 0 to 1
  record Swing(String name, Course course, double length, Sentence told) {}

  /// Which change turns which thing: things as rows, what changes as columns.
  ///
  /// @param left what was left out, in words; empty where nothing was
  record FlipMap(String title, List<String> columns, List<Flipped> rows, Sentence left)
      implements Figure {
    public FlipMap {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /// One thing of them.
  ///
  /// @param cells one for each column
  record Flipped(String name, List<Flipping> cells) {
    public Flipped {
      cells = List.copyOf(cells);
    }
  }

  /// What one change is to it.
  ///
  /// @param told where it has turned; empty where it does not
  record Flipping(Course course, Sentence told) {}

  /// Which way something goes.
  enum Course {
    /// A thing is likelier, or more, with more of an input; an input rises.
    RISING,
    /// The reverse.
    FALLING,
    /// There is no more and less.
    UNORDERED
  }

  /// Who plays what: a mark and a small bar where a row meets a column.
  ///
  /// @param heading of the first column
  /// @param legend what the bars measure
  record Parts(
      String title, String heading, List<String> columns, List<Player> rows, Sentence legend)
      implements Figure {
    public Parts {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /// One row.
  ///
  /// @param cells one for each column
  record Player(String name, List<Part> cells) {
    public Player {
      cells = List.copyOf(cells);
    }
  }

  /// What one plays.
  ///
  /// @param length of the bar from -1 to 1, as a share of the longest of the figure; 0 for none
  /// @param told the same in words or figures; may be empty
  record Part(Played played, double length, Sentence told) {}

  /// Whether somebody plays a part.
  enum Played {
    YES("yes"),
    ATTEMPTED("attempted"),
    NO("no"),
    /// Nobody asks that here.
    OPEN("");

    private final String word;

    Played(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /// Statements of a text with what became of them.
  record Checks(String title, List<Check> checks) implements Figure {
    public Checks {
      checks = List.copyOf(checks);
    }
  }

  /// One statement of a text.
  ///
  /// @param words of the text
  /// @param mark how it was meant to be checked
  /// @param asked what was asked of the model; empty where nothing was
  /// @param computed empty where nothing could be
  /// @param cited where the text says so
  /// @param remark what else a reader must know; may be empty
  record Check(
      String id,
      String words,
      Slot.OfConcept mark,
      String asked,
      Outcome outcome,
      String computed,
      String expected,
      List<Cited> cited,
      Sentence remark) {
    public Check {
      cited = List.copyOf(cited);
    }
  }

  /// What became of a statement.
  enum Outcome {
    HOLDS("holds"),
    FAILS("fails"),
    OPEN("not checkable");

    private final String word;

    Outcome(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /// A source of the file.
  ///
  /// @param at page, paragraph or row; may be empty
  record Cited(String source, String at) {}
}
