package demarche.report;

import demarche.finding.Figure;
import demarche.report.view.Block;
import demarche.report.view.Block.Cell;
import demarche.report.view.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Draws lines along an axis. Each has its own dashes, and a number at its end, which the table
/// beside explains.
final class Tracing {
  private static final double WIDTH = 620;
  private static final double HEIGHT = 340;
  private static final double LEFT = 64;
  private static final double RIGHT = 40;
  private static final double TOP = 16;
  private static final double BOTTOM = 52;
  private static final int KINDS = 6;

  /// Between the numbers at the ends of lines that lie close together.
  private static final double APART = 14;

  private final Spelled spelled;
  private final Figure.Curves curves;
  private final Axis across;
  private final Axis up;

  Tracing(Spelled spelled, Figure.Curves curves) {
    this.spelled = spelled;
    this.curves = curves;
    across = Axis.of(curves.places(), LEFT, WIDTH - RIGHT);
    up = Axis.of(List.of(curves.scale().low(), curves.scale().high()), HEIGHT - BOTTOM, TOP);
  }

  Block.Curves block(String id) {
    List<Block.Mark> marks = new ArrayList<>(across.marks("across"));
    marks.addAll(up.marks("up"));
    double[] labels = labels();
    List<Block.Trace> traces =
        IntStream.range(0, curves.curves().size()).mapToObj(c -> trace(c, labels[c])).toList();
    return new Block.Curves(
        id,
        Glyphs.harmless(curves.title()),
        "%s; the table below tells what each comes to."
            .formatted(Phrases.count(traces.size(), "line", "lines")),
        Glyphs.harmless(curves.across()),
        Glyphs.harmless(curves.up()),
        new Block.Frame(WIDTH, HEIGHT, LEFT, TOP, WIDTH - RIGHT, HEIGHT - BOTTOM),
        marks,
        traces,
        words());
  }

  private Block.Table words() {
    List<List<Cell>> rows = new ArrayList<>();
    for (Figure.Curve curve : curves.curves()) {
      rows.add(
          Stream.of(
                  Text.of(String.valueOf(rows.size() + 1)),
                  Spelled.plain(curve.name()),
                  spelled.of(curve.told()))
              .map(Cell::of)
              .toList());
    }
    return new Block.Table(
        Glyphs.harmless(curves.title()) + " in words",
        List.of(Text.of("line"), Text.of("what"), Spelled.plain(curves.up())),
        rows,
        Block.Narrow.STACKS);
  }

  private Block.Trace trace(int c, double label) {
    Figure.Curve curve = curves.curves().get(c);
    String kind = "trace-" + (c % KINDS + 1);
    return new Block.Trace(
        kind,
        path(curve.values(), 0, 1, "M"),
        curve.band().isEmpty() ? "" : band(curve.band()),
        new Block.Label("by", WIDTH - RIGHT + 6, label + 4, String.valueOf(c + 1)),
        Glyphs.harmless(curve.name()));
  }

  private String band(List<Figure.Span> band) {
    List<Double> low = band.stream().map(Figure.Span::low).toList();
    List<Double> high = band.stream().map(Figure.Span::high).toList();
    return path(low, 0, 1, "M") + path(high, high.size() - 1, -1, " L") + " Z";
  }

  private String path(List<Double> values, int from, int step, String begin) {
    StringBuilder path = new StringBuilder();
    for (int k = from; k >= 0 && k < values.size(); k += step) {
      path.append(path.isEmpty() ? begin : " L")
          .append(across.at(curves.places().get(k)))
          .append(' ')
          .append(up.at(values.get(k)));
    }
    return path.toString();
  }

  /// How high each number stands: beside the end of its line, moved up or down where others do.
  private double[] labels() {
    double[] ends =
        curves.curves().stream().mapToDouble(c -> up.at(c.values().getLast())).toArray();
    List<Integer> order =
        IntStream.range(0, ends.length)
            .boxed()
            .sorted(Comparator.comparingDouble(c -> -ends[c]))
            .toList();
    double above = HEIGHT;
    for (int c : order) {
      ends[c] = Math.min(ends[c], above - APART);
      above = ends[c];
    }
    return ends;
  }
}
