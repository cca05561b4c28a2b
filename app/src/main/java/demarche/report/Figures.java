package demarche.report;

import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Draws figures as text.
final class Figures {
  private final Phrases phrases;
  private final Page page;

  Figures(Phrases phrases, Page page) {
    this.phrases = phrases;
    this.page = page;
  }

  void draw(Figure figure) {
    switch (figure) {
      case Figure.StateTable table -> states(table);
      case Figure.Table table -> table(table);
      case Figure.Steps(var _, var steps) -> steps(steps);
      case Figure.StateMap map -> map(map);
      case Figure.Multiples multiples -> multiples(multiples);
      case Figure.Votes(var _, var polls) -> new Polls(phrases, page).draw(polls);
      case Figure.Checks(var _, var checks) -> checks(checks);
      case Figure.Matrix matrix -> matrix(matrix);
      case Figure.Plot plot -> plot(plot);
      case Figure.Network network -> network(network);
      case Figure.Curves curves -> new Sparks(phrases, page).draw(curves);
      case Figure.Intervals _, Figure.FlipMap _ -> {} // the table beside it says as much
      case Figure.Tornado(var _, var funnels) -> tornado(funnels);
      case Figure.Parts parts -> new Billing(page).draw(parts, phrases);
    }
  }

  /// The figures of a finding that text shows: a table says as much as the drawing beside it.
  static List<Figure> told(Finding finding) {
    boolean hasTable = finding.figures().stream().anyMatch(Figure.Table.class::isInstance);
    return finding.figures().stream()
        .filter(f ->
            !(f instanceof Figure.Intervals
                || f instanceof Figure.FlipMap
                || (hasTable && f instanceof Figure.Tornado)))
        .toList();
  }

  /// The inputs of each thing below its name.
  private void tornado(List<Figure.Funnel> funnels) {
    Grid grid =
        new Grid()
            .column("finding", Grid.Flow.WRAPS)
            .column("input", Grid.Flow.WRAPS)
            .column("", Grid.Flow.WRAPS);
    for (Figure.Funnel funnel : funnels) {
      String name = funnel.name();
      for (Figure.Swing swing : funnel.swings()) {
        grid.row(
            List.of(
                Words.of(Glyphs.harmless(name)),
                Words.of(Glyphs.harmless(swing.name())),
                phrases.of(swing.told())));
        name = "";
      }
    }
    grid.write(page);
    funnels.stream()
        .map(Figure.Funnel::scale)
        .distinct()
        .forEach(scale -> page.paragraph(Words.of(Glyphs.harmless(scale)).stop(), 0, 2));
  }

  /// One column for each party, as in words.
  private void matrix(Figure.Matrix matrix) {
    Grid grid = new Grid().column("", Grid.Flow.WRAPS);
    matrix.parties().forEach(p -> grid.column(Glyphs.harmless(p.name()), Grid.Flow.WRAPS));
    grid.column("", Grid.Flow.WRAPS);
    for (Figure.Line line : matrix.lines()) {
      List<Words> cells = new ArrayList<>(List.of(phrases.of(line.name())));
      line.cells().forEach(cell -> cells.add(phrases.of(cell.told())));
      cells.add(phrases.of(line.remark()));
      grid.row(cells);
    }
    grid.write(page);
  }

  /// The dots that have names; how many there are of the others.
  private void plot(Figure.Plot plot) {
    Grid grid =
        new Grid()
            .column("", Grid.Flow.WRAPS)
            .column(plot.across() + ", " + plot.up(), Grid.Flow.WRAPS);
    List<Figure.Dot> named = plot.dots().stream().filter(d -> !d.names().isEmpty()).toList();
    for (Figure.Dot dot : named) {
      grid.row(
          List.of(
              Words.of(Glyphs.harmless(String.join(", ", dot.names()))), phrases.of(dot.told())));
    }
    if (!named.isEmpty()) grid.write(page);
    int others = plot.dots().size() - named.size();
    if (others > 0) {
      page.paragraph(
          new Words().add("%s in the plot of the report".formatted(others(others)), Tone.FAINT),
          0,
          2);
    }
    if (!plot.left().pattern().isEmpty()) page.paragraph(phrases.sentence(plot.left()), 0, 2);
  }

  private static String others(int count) {
    return Phrases.count(count, "other dot", "other dots");
  }

  /// Links as lines of a table; where they say nothing, the nodes.
  private void network(Figure.Network network) {
    Grid grid = new Grid();
    grid.column(network.from(), Grid.Flow.WRAPS).column(network.to(), Grid.Flow.WRAPS);
    if (network.isAboutLinks()) {
      grid.column("", Grid.Flow.WRAPS);
      for (Figure.Link link : network.links()) {
        grid.row(
            List.of(
                phrases.of(network.nodes().get(link.from()).name()),
                phrases.of(network.nodes().get(link.to()).name()),
                phrases.of(link.told())));
      }
    } else {
      for (Figure.Node node : network.nodes()) {
        grid.row(List.of(phrases.of(node.name()), phrases.of(node.told())));
      }
    }
    grid.write(page);
    if (!network.left().pattern().isEmpty()) {
      page.paragraph(phrases.sentence(network.left()), 0, 2);
    }
  }

  /// Ways as lines of a table: from where, who, where to.
  private void map(Figure.StateMap map) {
    Grid grid =
        new Grid()
            .column("from", Grid.Flow.WRAPS)
            .column("who gains by going", Grid.Flow.WRAPS)
            .column("to", Grid.Flow.WRAPS)
            .column("which", Grid.Flow.WRAPS);
    for (Figure.Way way : map.ways()) {
      Figure.Spot to = map.spots().get(way.to());
      grid.row(
          List.of(
              phrases.of(map.spots().get(way.from()).state()),
              phrases.of(Phrases.movers(way)),
              phrases.of(to.state()),
              phrases.of(to.remark())));
    }
    grid.write(page);
    if (!map.left().pattern().isEmpty()) page.paragraph(phrases.sentence(map.left()), 0, 2);
  }

  /// One column for each party.
  private void multiples(Figure.Multiples multiples) {
    Grid grid = new Grid().column("", Grid.Flow.WRAPS);
    List<Figure.Panel> panels = multiples.panels();
    panels.forEach(p -> grid.column(Glyphs.harmless(p.party().name()), Grid.Flow.WRAPS));
    int rows = panels.isEmpty() ? 0 : panels.getFirst().bars().size();
    for (int r = 0; r < rows; r++) {
      int row = r;
      List<Words> cells = new ArrayList<>();
      cells.add(Words.of(Glyphs.harmless(panels.getFirst().bars().get(row).label())));
      panels.forEach(p -> cells.add(phrases.of(p.bars().get(row).told())));
      grid.row(cells);
    }
    grid.write(page);
  }

  private void checks(List<Figure.Check> checks) {
    Grid grid = new Grid();
    List.of("claim", "mark", "verdict", "computed", "in the words of the text")
        .forEach(header -> grid.column(header, Grid.Flow.WRAPS));
    for (Figure.Check check : checks) {
      Words remark = phrases.of(check.remark());
      Words words = Words.of(Glyphs.harmless(check.words()));
      if (!remark.isEmpty()) words.add(" (", Tone.PLAIN).add(remark).add(")", Tone.PLAIN);
      grid.row(
          List.of(
              Words.of(Glyphs.harmless(check.id())),
              Words.of(check.mark().name()),
              Words.of(check.outcome().word()),
              Words.of(Glyphs.harmless(figures(check))),
              words));
    }
    grid.write(page);
  }

  private static String figures(Figure.Check check) {
    return check.expected().isEmpty()
        ? check.computed()
        : check.computed() + ", expected " + check.expected();
  }

  /// One column for each option where they fit, else for each option that differs among the rows,
  /// else what differs from the status quo.
  private void states(Figure.StateTable table) {
    if (!table.rows().isEmpty()) rows(table);
    if (table.left() > 0) {
      String more = Phrases.count(table.left(), "more", "more");
      String what = table.rows().isEmpty() ? more : "and " + more;
      page.paragraph(new Words().add(what + "; --list all shows every one", Tone.FAINT));
    }
  }

  private void rows(Figure.StateTable table) {
    List<Integer> all =
        IntStream.range(0, table.rows().getFirst().state().settings().size()).boxed().toList();
    List<Integer> differing = all.stream().filter(o -> differs(table, o)).toList();
    Grid wide = byOption(table, all);
    Grid shown = wide.fits(page.width()) ? wide : byOption(table, differing);
    if (shown == wide || !shown.fits(page.width()) || differing.isEmpty()) {
      (shown == wide ? wide : byDifference(table)).write(page);
    } else {
      shown.write(page);
      common(table, all.stream().filter(o -> !differing.contains(o)).toList());
    }
  }

  private static boolean differs(Figure.StateTable table, int option) {
    return table.rows().stream().map(r -> r.state().settings().get(option)).distinct().count() > 1;
  }

  /// What the rows have in common and no column shows.
  private void common(Figure.StateTable table, List<Integer> options) {
    Slot.OfState first = table.rows().getFirst().state();
    List<Slot> settings =
        options.stream().<Slot>map(option -> first.settings().get(option)).toList();
    String all = table.left() > 0 ? "In all shown: {}" : "In all: {}";
    page.paragraph(phrases.sentence(Sentence.say(all, new Slot.Several(settings))), 0, 2);
  }

  private Grid byOption(Figure.StateTable table, List<Integer> options) {
    List<Slot.Setting> settings = table.rows().getFirst().state().settings();
    Grid grid = new Grid().column("", Grid.Flow.FIXED);
    options.forEach(o -> grid.column(Phrases.header(settings.get(o)), Grid.Flow.FIXED));
    marks(table, grid);
    grid.column("", Grid.Flow.WRAPS);
    for (Figure.Row row : table.rows()) {
      List<Words> cells = new ArrayList<>(List.of(code(row)));
      options.forEach(
          o -> cells.add(Words.of(Glyphs.harmless(row.state().settings().get(o).level()))));
      cells.addAll(marks(row));
      cells.add(remark(row));
      grid.row(cells);
    }
    return grid;
  }

  private Grid byDifference(Figure.StateTable table) {
    Grid grid =
        new Grid().column("", Grid.Flow.FIXED).column("from the status quo", Grid.Flow.WRAPS);
    marks(table, grid);
    grid.column("", Grid.Flow.WRAPS);
    for (Figure.Row row : table.rows()) {
      List<Words> cells = new ArrayList<>(List.of(code(row)));
      boolean same = row.state().differences().isEmpty();
      cells.add(Words.of(same ? "the status quo" : Phrases.differences(row.state())));
      cells.addAll(marks(row));
      cells.add(same ? phrases.of(row.remark()) : remark(row));
      grid.row(cells);
    }
    return grid;
  }

  private void marks(Figure.StateTable table, Grid grid) {
    table.marks().forEach(concept -> grid.column(phrases.met(concept), Grid.Flow.FIXED));
  }

  private static Words code(Figure.Row row) {
    return Words.of(Glyphs.harmless(row.state().code()));
  }

  private List<Words> marks(Figure.Row row) {
    return row.marks().stream()
        .map(m -> new Words().add(page.style().marks().of(m), m ? Tone.YES : Tone.FAINT))
        .toList();
  }

  private Words remark(Figure.Row row) {
    Words words = Words.of(Glyphs.harmless(row.label()));
    Words remark = phrases.of(row.remark());
    if (!words.isEmpty() && !remark.isEmpty()) words.add("; ", Tone.PLAIN);
    return words.add(remark);
  }

  private void table(Figure.Table table) {
    Grid grid = new Grid();
    table.headers().forEach(header -> grid.column(phrases.header(header), Grid.Flow.WRAPS));
    table.rows().forEach(row -> grid.row(row.stream().map(phrases::of).toList()));
    grid.write(page);
  }

  private void steps(List<Sentence> steps) {
    for (int i = 0; i < steps.size(); i++) {
      page.labelled("    " + (i + 1) + ".", 8, phrases.sentence(steps.get(i)));
    }
  }
}
