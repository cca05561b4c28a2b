package demarche.report;

import demarche.finding.Figure;
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

/// Draws a map of states in layers, laid out by Eclipse ELK, which gives the same drawing for the
/// same map. A page shrinks a drawing that is wider than itself, letters and all, so layers run
/// from the left to the right only where that fits; else the narrowest drawing is taken.
final class Drafting {
  private static final double LETTER = 7.3; // no system font is wider on average, at 12 pixels
  private static final double LINE = 15;
  private static final double PAD = 9;
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

  private final Spelled spelled;
  private final Figure.StateMap map;
  private final Plan plan;

  private Drafting(Spelled spelled, Figure.StateMap map, Plan plan) {
    this.spelled = spelled;
    this.map = map;
    this.plan = plan;
  }

  /// @param id of the drawing within its page
  static Block.Drawing draw(Spelled spelled, Figure.StateMap map, String id, Block.Table words) {
    LayoutMetaDataService.getInstance(); // ELK learns the types of its own settings
    Block.Drawing best = new Drafting(spelled, map, PLANS.getFirst()).draw(id, words);
    for (Plan plan : PLANS.subList(1, PLANS.size())) {
      if (best.width() <= PAGE) break;
      Block.Drawing other = new Drafting(spelled, map, plan).draw(id, words);
      if (other.width() < best.width()) best = other;
    }
    return best;
  }

  private Block.Drawing draw(String id, Block.Table words) {
    ElkNode root = ElkGraphUtil.createGraph();
    root.setProperty(CoreOptions.DIRECTION, plan.flow);
    root.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.SPLINES);
    root.setProperty(CoreOptions.SPACING_NODE_NODE, 22.0);
    root.setProperty(CoreOptions.SPACING_EDGE_LABEL, 3.0);
    root.setProperty(CoreOptions.PADDING, new ElkPadding(6));
    root.setProperty(CoreOptions.ASPECT_RATIO, 1.3);
    List<List<Label>> texts = map.spots().stream().map(this::lines).toList();
    List<ElkNode> nodes = texts.stream().map(lines -> node(root, lines)).toList();
    nodes.getFirst().setProperty(CoreOptions.PRIORITY, 1000); // what it belongs to comes first
    List<ElkEdge> edges = map.ways().stream().map(way -> edge(nodes, way)).toList();
    new LayeredLayoutProvider().layout(root, new NullElkProgressMonitor());
    List<Block.Box> boxes = new ArrayList<>();
    for (int n = 0; n < nodes.size(); n++) {
      boxes.add(box(nodes.get(n), map.spots().get(n), n == 0, texts.get(n)));
    }
    List<Block.Line> lines = new ArrayList<>();
    for (int e = 0; e < edges.size(); e++) lines.add(line(edges.get(e), map.ways().get(e)));
    return new Block.Drawing(
        id,
        Glyphs.harmless(map.title()),
        desc(),
        Math.ceil(root.getWidth()),
        Math.ceil(root.getHeight()),
        boxes,
        lines,
        words);
  }

  private String desc() {
    return "%s and %s between them, from the status quo %s; the table below says the same."
        .formatted(
            Phrases.count(map.spots().size(), "state", "states"),
            Phrases.count(map.ways().size(), "arrow", "arrows"),
            plan.flow == Direction.RIGHT ? "on the left" : "at the top");
  }

  private static ElkNode node(ElkNode root, List<Label> lines) {
    ElkNode node = ElkGraphUtil.createNode(root);
    node.setDimensions(width(lines) + 2 * PAD, lines.size() * LINE + 2 * PAD - 3);
    return node;
  }

  private static double width(List<Label> lines) {
    return lines.stream().mapToDouble(l -> Glyphs.columns(l.text()) * LETTER).max().orElse(0);
  }

  /// What stands in a box: names, what differs from the status quo, under what it holds.
  private List<Label> lines(Figure.Spot spot) {
    List<Label> lines = new ArrayList<>();
    List<String> names = new ArrayList<>(spot.names());
    if (names.size() > 2) {
      names = List.of(names.getFirst(), "and %d more proposals".formatted(names.size() - 1));
    }
    names.forEach(name -> add(lines, "name", Glyphs.harmless(name), 3));
    boolean quo = spot.state().differences().isEmpty();
    if (!quo) add(lines, "words", Phrases.differences(spot.state()), 4);
    add(lines, "remark", spelled.of(spot.remark()).words(), 2);
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

  private ElkEdge edge(List<ElkNode> nodes, Figure.Way way) {
    ElkEdge edge = ElkGraphUtil.createSimpleEdge(nodes.get(way.from()), nodes.get(way.to()));
    List<String> by = by(way);
    ElkLabel label = ElkGraphUtil.createLabel(String.join("\n", by), edge);
    label.setDimensions(
        by.stream().mapToInt(Glyphs::columns).max().orElse(0) * (LETTER - 0.6) + 6,
        by.size() * (LINE - 2) + 4);
    return edge;
  }

  private List<String> by(Figure.Way way) {
    List<String> lines = wrapped(spelled.of(Phrases.movers(way)).words(), plan.wayLetters);
    if (lines.size() <= 5) return lines;
    return List.of("all %d together".formatted(way.by().size()));
  }

  private static Block.Box box(ElkNode node, Figure.Spot spot, boolean quo, List<Label> lines) {
    String kind =
        switch (spot.standing()) {
          case ALWAYS -> "always";
          case SOMETIMES -> "sometimes";
          case NEVER -> "never";
        };
    List<Label> placed = new ArrayList<>();
    for (int l = 0; l < lines.size(); l++) {
      Label label = lines.get(l);
      double y = node.getY() + PAD + 10 + l * LINE;
      placed.add(new Label(label.kind(), tenth(node.getX() + PAD), tenth(y), label.text()));
    }
    return new Block.Box(
        quo ? kind + " quo" : kind,
        tenth(node.getX()),
        tenth(node.getY()),
        tenth(node.getWidth()),
        tenth(node.getHeight()),
        placed);
  }

  private Block.Line line(ElkEdge edge, Figure.Way way) {
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
      List<String> by = by(way);
      for (int l = 0; l < by.size(); l++) {
        double y = label.getY() + 11 + l * (LINE - 2);
        labels.add(new Label("by", tenth(label.getX() + 3), tenth(y), by.get(l)));
      }
    }
    String kind =
        switch (way.going()) {
          case ALONE -> "alone";
          case TOGETHER -> "together";
        };
    return new Block.Line(kind, path.toString(), labels);
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
