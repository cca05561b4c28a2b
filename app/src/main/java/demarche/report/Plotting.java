package demarche.report;

import demarche.finding.Figure;
import demarche.report.view.Block;
import demarche.report.view.Block.Cell;
import demarche.report.view.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Draws things by two numbers. Those that have names get a number, which the table beside
/// explains.
final class Plotting {
  private static final double WIDTH = 620;
  private static final double HEIGHT = 380;
  private static final double LEFT = 64;
  private static final double RIGHT = 16;
  private static final double TOP = 16;
  private static final double BOTTOM = 52;

  private final Spelled spelled;
  private final Figure.Plot plot;
  private final Axis across;
  private final Axis up;

  Plotting(Spelled spelled, Figure.Plot plot) {
    this.spelled = spelled;
    this.plot = plot;
    this.across = Axis.of(plot.dots().stream().map(Figure.Dot::x).toList(), LEFT, WIDTH - RIGHT);
    this.up = Axis.of(plot.dots().stream().map(Figure.Dot::y).toList(), HEIGHT - BOTTOM, TOP);
  }

  Block.Plot block(String id) {
    List<Block.Mark> marks = new ArrayList<>(across.marks("across"));
    marks.addAll(up.marks("up"));
    List<Block.Dot> dots = new ArrayList<>();
    List<List<Cell>> rows = new ArrayList<>();
    for (Figure.Dot dot : plot.dots()) {
      String label = "";
      if (!dot.names().isEmpty()) {
        label = String.valueOf(rows.size() + 1);
        String names = String.join(", ", dot.names());
        rows.add(
            Stream.of(Text.of(label), Spelled.plain(names), spelled.of(dot.told()))
                .map(Cell::of)
                .toList());
      }
      dots.add(dot(dot, label));
    }
    Block.Table words =
        new Block.Table(
            Glyphs.harmless(plot.title()) + " in words",
            List.of(
                Text.of("dot"), Text.of("what"), Spelled.plain(plot.across() + ", " + plot.up())),
            rows,
            Block.Narrow.STACKS);
    return new Block.Plot(
        id,
        Glyphs.harmless(plot.title()),
        "%s; the table below tells those that have a name."
            .formatted(Phrases.count(dots.size(), "dot", "dots")),
        Glyphs.harmless(plot.across()),
        Glyphs.harmless(plot.up()),
        new Block.Frame(WIDTH, HEIGHT, LEFT, TOP, WIDTH - RIGHT, HEIGHT - BOTTOM),
        marks,
        dots,
        hull(),
        words);
  }

  private Block.Dot dot(Figure.Dot dot, String label) {
    String kind =
        switch (dot.rank()) {
          case FRONTIER -> "frontier";
          case WITHIN -> "within";
        };
    double x = across.at(dot.x());
    double y = up.at(dot.y());
    return new Block.Dot(
        label.isEmpty() ? kind : kind + " named",
        x,
        y,
        label,
        Glyphs.harmless(String.join(", ", dot.names())));
  }

  private String hull() {
    StringBuilder path = new StringBuilder();
    for (int corner : plot.hull()) {
      Figure.Dot dot = plot.dots().get(corner);
      path.append(path.isEmpty() ? "M" : " L")
          .append(across.at(dot.x()))
          .append(' ')
          .append(up.at(dot.y()));
    }
    return path.toString();
  }
}
