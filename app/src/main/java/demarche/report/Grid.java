package demarche.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Cells in columns. Cells wrap where the columns must share too little room.
final class Grid {
  private static final int GAP = 2;

  /// No column that wraps becomes narrower, unless its longest word is shorter.
  private static final int LEAST = 14;

  private final List<Words> headers = new ArrayList<>();
  private final List<Flow> flows = new ArrayList<>();
  private final List<List<Words>> rows = new ArrayList<>();

  /// Whether a column's cells may be broken into lines.
  enum Flow {
    FIXED,
    WRAPS
  }

  Grid column(String header, Flow flow) {
    headers.add(new Words().add(Glyphs.harmless(header), Tone.FAINT));
    flows.add(flow);
    return this;
  }

  Grid row(List<Words> cells) {
    rows.add(List.copyOf(cells));
    return this;
  }

  /// A line of its own across all columns, above the rows that follow.
  Grid heading(Words words) {
    rows.add(List.of(words));
    return this;
  }

  private static boolean isHeading(List<Words> row) {
    return row.size() == 1;
  }

  private Stream<List<Words>> cellRows() {
    return headers.size() == 1 ? rows.stream() : rows.stream().filter(row -> !isHeading(row));
  }

  /// The columns that it takes with no cell wrapped.
  int natural() {
    return total(widths());
  }

  /// Whether it fits when every cell wraps as far as it may.
  boolean fits(int width) {
    return total(least()) <= width;
  }

  private int total(int[] widths) {
    return Arrays.stream(widths).sum() + GAP * (widths.length - 1);
  }

  private int[] widths() {
    return IntStream.range(0, headers.size())
        .map(c -> cells(c).stream().mapToInt(Words::columns).max().orElse(0))
        .toArray();
  }

  private int[] least() {
    int[] natural = widths();
    return IntStream.range(0, headers.size())
        .map(c ->
            flows.get(c) == Flow.FIXED
                ? natural[c]
                : Math.min(
                    natural[c],
                    Math.max(LEAST, cells(c).stream().mapToInt(Words::widest).max().orElse(0))))
        .toArray();
  }

  private List<Words> cells(int column) {
    List<Words> cells = new ArrayList<>(List.of(headers.get(column)));
    cellRows().forEach(row -> cells.add(row.get(column)));
    return cells;
  }

  /// Takes room from the widest columns that wrap, one column of text at a time.
  private int[] shared(int width) {
    int[] widths = widths();
    int[] least = least();
    int over = total(widths) - width;
    while (over > 0) {
      int widest = -1;
      for (int c = 0; c < widths.length; c++) {
        if (widths[c] > least[c] && (widest < 0 || widths[c] > widths[widest])) widest = c;
      }
      if (widest < 0) break;
      widths[widest]--;
      over--;
    }
    return widths;
  }

  /// Writes the table; where even its narrowest form is too wide, one paragraph a row.
  void write(Page page) {
    if (!fits(page.width())) {
      stack(page);
      return;
    }
    int[] widths = shared(page.width());
    boolean[] figures = figures();
    if (headers.stream().anyMatch(h -> !h.isEmpty())) write(page, widths, figures, headers);
    for (List<Words> row : rows) {
      if (isHeading(row) && headers.size() > 1) page.paragraph(row.getFirst(), 0, 2);
      else write(page, widths, figures, row);
    }
  }

  private static void write(Page page, int[] widths, boolean[] figures, List<Words> row) {
    List<List<Words.Line>> cells =
        IntStream.range(0, widths.length)
            .mapToObj(c -> row.get(c).lines(Math.max(1, widths[c]), page.style()))
            .toList();
    int height = cells.stream().mapToInt(List::size).max().orElse(0);
    for (int line = 0; line < height; line++) {
      StringBuilder text = new StringBuilder();
      for (int c = 0; c < widths.length; c++) {
        List<Words.Line> lines = cells.get(c);
        Words.Line cell = line < lines.size() ? lines.get(line) : Words.Line.EMPTY;
        if (c > 0) text.append(" ".repeat(GAP));
        text.append(figures[c] ? cell.atTheRight(widths[c]) : cell.padded(widths[c]));
      }
      page.line(text.toString());
    }
  }

  /// Which columns hold figures alone, and stand to the right.
  private boolean[] figures() {
    boolean[] figures = new boolean[headers.size()];
    for (int c = 0; c < figures.length; c++) {
      int column = c;
      figures[c] = cellRows().allMatch(row -> row.get(column).isFigure());
    }
    return figures;
  }

  private void stack(Page page) {
    for (List<Words> row : rows) {
      Words all = new Words();
      for (int c = 0; c < row.size(); c++) {
        if (row.get(c).isEmpty()) continue;
        if (!all.isEmpty()) all.add("; ", Tone.PLAIN);
        if (!headers.get(c).isEmpty()) all.add(headers.get(c)).add(": ", Tone.FAINT);
        all.add(row.get(c));
      }
      page.paragraph(all, 0, 2);
    }
  }
}
