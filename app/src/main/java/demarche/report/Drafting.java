package demarche.report;

import demarche.report.view.Block;
import demarche.report.view.Block.Label;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.NullElkProgressMonitor;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/// Draws boxes and arrows in layers, laid out by Eclipse ELK, which gives the same drawing for the
/// same sketch. A page shrinks a drawing that is wider than itself, letters and all, so layers run
/// from the left to the right only where that fits; else the narrowest drawing is taken.
final class Drafting {
  private static final double LETTER = 7.3; // no system font is wider on average, at 12 pixels
  private static final double LINE = 15;
  private static final double PAD = 9;
  private static final int MOST_LINES = 5;
  private static final double PAGE = 900; // beyond that, letters become too small on paper

  /// How a drawing is laid out.
  ///
  /// @param flow where the layers run
  /// @param boxLetters in a line of a box
  /// @param wayLetters in a line beside an arrow
  private record Plan(Direction flow, int boxLetters, int wayLetters) {}

  private static final List<Plan> PLANS =
      List.of(
          new Plan(Direction.RIGHT, 27, 18),
          new Plan(Direction.RIGHT, 20, 14),
          new Plan(Direction.DOWN, 27, 18),
          new Plan(Direction.DOWN, 20, 14));

  private final Sketch sketch;
  private final Plan plan;

  private Drafting(Sketch sketch, Plan plan) {
    this.sketch = sketch;
    this.plan = plan;
  }

  /// What is to be drawn.
  ///
  /// @param boxes the first one stands where the layers begin
  /// @param desc what is seen, before where the first box stands; for those who cannot see it
  /// @param legend what its signs mean
  /// @param words the same as a table
  record Sketch(
      String title,
      String desc,
      String first,
      List<Box> boxes,
      List<Arrow> arrows,
      List<Block.Key> legend,
      Block.Table words) {}

  /// @param kind as the style sheet knows it
  record Box(String kind, List<Entry> entries) {}

  /// @param kind as the style sheet knows it
  /// @param most how many lines it may take
  record Entry(String kind, String text, int most) {}

  /// @param by what stands beside it
  /// @param inShort the same where that takes too many lines
  record Arrow(int from, int to, String kind, String by, String inShort) {}

  /// @param id of the drawing within its page
  static Block.Drawing draw(Sketch sketch, String id) {
    LayoutMetaDataService.getInstance(); // ELK learns the types of its own settings
    Block.Drawing best = new Drafting(sketch, PLANS.getFirst()).draw(id);
    for (Plan plan : PLANS.subList(1, PLANS.size())) {
      if (best.width() <= PAGE) break;
      Block.Drawing other = new Drafting(sketch, plan).draw(id);
      if (other.width() < best.width()) best = other;
    }
    return best;
  }

  private Block.Drawing draw(String id) {
    ElkNode root = ElkGraphUtil.createGraph();
    root.setProperty(CoreOptions.DIRECTION, plan.flow);
    root.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.SPLINES);
    root.setProperty(CoreOptions.SPACING_NODE_NODE, 22.0);
    root.setProperty(CoreOptions.SPACING_EDGE_LABEL, 3.0);
    root.setProperty(CoreOptions.PADDING, new ElkPadding(6));
    root.setProperty(CoreOptions.ASPECT_RATIO, 1.3);
    List<List<Label>> texts = sketch.boxes.stream().map(this::lines).toList();
    List<ElkNode> nodes = texts.stream().map(lines -> node(root, lines)).toList();
    nodes.getFirst().setProperty(CoreOptions.PRIORITY, 1000); // what it belongs to comes first
    List<ElkEdge> edges = sketch.arrows.stream().map(arrow -> edge(nodes, arrow)).toList();
    new LayeredLayoutProvider().layout(root, new NullElkProgressMonitor());
    List<Block.Box> boxes = new ArrayList<>();
    for (int n = 0; n < nodes.size(); n++) {
      boxes.add(box(nodes.get(n), sketch.boxes.get(n).kind, texts.get(n)));
    }
    List<Block.Line> lines = new ArrayList<>();
    for (int e = 0; e < edges.size(); e++) lines.add(line(edges.get(e), sketch.arrows.get(e)));
    return new Block.Drawing(
        id,
        sketch.title,
        desc(),
        Math.ceil(root.getWidth()),
        Math.ceil(root.getHeight()),
        boxes,
        lines,
        sketch.legend,
        sketch.words);
  }

  private String desc() {
    return "%s, %s %s; the table below says the same."
        .formatted(
            sketch.desc, sketch.first, plan.flow == Direction.RIGHT ? "on the left" : "at the top");
  }

  private static ElkNode node(ElkNode root, List<Label> lines) {
    ElkNode node = ElkGraphUtil.createNode(root);
    node.setDimensions(width(lines) + 2 * PAD, lines.size() * LINE + 2 * PAD - 3);
    return node;
  }

  private static double width(List<Label> lines) {
    return lines.stream().mapToDouble(l -> Glyphs.columns(l.text()) * LETTER).max().orElse(0);
  }

  private List<Label> lines(Box box) {
    List<Label> lines = new ArrayList<>();
    box.entries.forEach(entry -> add(lines, entry.kind, entry.text, entry.most));
    return lines;
  }

  private void add(List<Label> lines, String kind, String text, int most) {
    List<String> parts = wrapped(text, plan.boxLetters);
    for (int p = 0; p < Math.min(most, parts.size()); p++) {
      boolean cut = p == most - 1 && parts.size() > most;
      lines.add(new Label(kind, 0, 0, cut ? parts.get(p) + " …" : parts.get(p)));
    }
  }

  private static List<String> wrapped(String text, int letters) {
    Style style = Style.plain(letters, Style.Marks.UNICODE);
    return Words.of(text).lines(letters, style).stream().map(Words.Line::text).toList();
  }

  private ElkEdge edge(List<ElkNode> nodes, Arrow arrow) {
    ElkEdge edge = ElkGraphUtil.createSimpleEdge(nodes.get(arrow.from), nodes.get(arrow.to));
    List<String> by = by(arrow);
    if (by.isEmpty()) return edge;
    ElkLabel label = ElkGraphUtil.createLabel(String.join("\n", by), edge);
    label.setDimensions(
        by.stream().mapToInt(Glyphs::columns).max().orElse(0) * (LETTER - 0.6) + 6,
        by.size() * (LINE - 2) + 4);
    return edge;
  }

  private List<String> by(Arrow arrow) {
    if (arrow.by.isEmpty()) return List.of();
    List<String> lines = wrapped(arrow.by, plan.wayLetters);
    return lines.size() <= MOST_LINES ? lines : wrapped(arrow.inShort, plan.wayLetters);
  }

  private static Block.Box box(ElkNode node, String kind, List<Label> lines) {
    List<Label> placed = new ArrayList<>();
    for (int l = 0; l < lines.size(); l++) {
      Label label = lines.get(l);
      double y = node.getY() + PAD + 10 + l * LINE;
      placed.add(new Label(label.kind(), tenth(node.getX() + PAD), tenth(y), label.text()));
    }
    return new Block.Box(
        kind,
        tenth(node.getX()),
        tenth(node.getY()),
        tenth(node.getWidth()),
        tenth(node.getHeight()),
        placed);
  }

  private Block.Line line(ElkEdge edge, Arrow arrow) {
    StringBuilder path = new StringBuilder();
    for (ElkEdgeSection section : edge.getSections()) {
      path.append("M").append(point(section.getStartX(), section.getStartY()));
      List<String> points = new ArrayList<>();
      section.getBendPoints().forEach(b -> points.add(point(b.getX(), b.getY())));
      points.add(point(section.getEndX(), section.getEndY()));
      path.append(curve(points));
    }
    List<Label> labels = new ArrayList<>();
    for (ElkLabel label : edge.getLabels()) {
      List<String> by = by(arrow);
      for (int l = 0; l < by.size(); l++) {
        double y = label.getY() + 11 + l * (LINE - 2);
        labels.add(new Label("by", tenth(label.getX() + 3), tenth(y), by.get(l)));
      }
    }
    return new Block.Line(arrow.kind, path.toString(), labels);
  }

  /// Three points for each piece of a spline; what is left over is joined by straight lines.
  private static String curve(List<String> points) {
    StringBuilder path = new StringBuilder();
    int p = 0;
    for (; p + 3 <= points.size(); p += 3) {
      path.append(" C").append(String.join(" ", points.subList(p, p + 3)));
    }
    for (; p < points.size(); p++) path.append(" L").append(points.get(p));
    return path.toString();
  }

  private static String point(double x, double y) {
    return tenth(x) + " " + tenth(y);
  }

  private static double tenth(double pixels) {
    return Math.round(pixels * 10) / 10.0;
  }
}
