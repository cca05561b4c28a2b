package demarche.report;

import demarche.finding.Figure;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.report.view.Block;
import demarche.report.view.Block.Cell;
import demarche.report.view.Block.Kind;
import demarche.report.view.Block.Narrow;
import demarche.report.view.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Figures as blocks of a page.
final class Illustrations {
  private static final int LONG_CELL = 22;
  private static final int MOST_OPTIONS = 8;

  private final Spelled spelled;
  private final Sketches sketches;

  Illustrations(Spelled spelled) {
    this.spelled = spelled;
    this.sketches = new Sketches(spelled);
  }

  /// @param id of the section, for parts that need names of their own
  List<Block> of(Figure figure, String id) {
    return switch (figure) {
      case Figure.StateTable table -> states(table);
      case Figure.Table table -> List.of(table(table));
      case Figure.Steps(var _, var steps) ->
          List.of(new Block.Steps(steps.stream().map(spelled::of).toList()));
      case Figure.StateMap map -> map(map, id);
      case Figure.Multiples(var _, var panels) ->
          List.of(new Block.Panels(panels.stream().map(this::panel).toList()));
      case Figure.Votes(var _, var polls) -> List.of(new Ballots(spelled).of(polls));
      case Figure.Checks(var _, var checks) -> List.of(checks(checks));
      case Figure.Matrix matrix -> List.of(matrix(matrix));
      case Figure.Plot plot -> plot(plot, id);
      case Figure.Network network -> network(network, id);
      case Figure.Curves curves -> List.of(new Tracing(spelled, curves).block(id));
      case Figure.Intervals intervals -> new Doubts(spelled).of(intervals);
      case Figure.FlipMap map -> new Doubts(spelled).of(map);
      case Figure.Tornado(var _, var funnels) -> List.of(new Doubts(spelled).of(funnels));
      case Figure.Parts parts -> List.of(Billing.block(parts, spelled));
    };
  }

  private Block table(Figure.Table table) {
    List<List<Cell>> rows =
        table.rows().stream().map(row -> row.stream().map(this::cell).toList()).toList();
    List<Cell> cells = rows.stream().flatMap(List::stream).toList();
    boolean isLong = cells.stream().anyMatch(cell -> cell.text().length() > LONG_CELL);
    long numbers = cells.stream().filter(cell -> cell.kind() == Kind.NUMBER).count();
    boolean wordy = isLong && 2 * numbers < cells.size();
    return new Block.Table(
        Glyphs.harmless(table.title()),
        table.headers().stream().map(spelled::word).toList(),
        rows,
        wordy ? Narrow.STACKS : Narrow.SCROLLS);
  }

  private Cell cell(Sentence sentence) {
    Text text = spelled.of(sentence);
    boolean number = text.words().matches("[-+0-9.,/%\u00a0 ]+");
    return new Cell(text, number ? Kind.NUMBER : Kind.WORDS);
  }

  /// One column for each option that differs among the rows, or what differs from the status quo.
  private List<Block> states(Figure.StateTable table) {
    if (table.rows().isEmpty()) return List.of();
    int options = table.rows().getFirst().state().settings().size();
    List<Integer> differing =
        IntStream.range(0, options).filter(o -> differs(table, o)).boxed().toList();
    List<Block> blocks = new ArrayList<>();
    boolean columns = options <= MOST_OPTIONS || differing.size() <= MOST_OPTIONS;
    List<Integer> shown =
        options <= MOST_OPTIONS ? IntStream.range(0, options).boxed().toList() : differing;
    blocks.add(columns ? byOption(table, shown) : byDifference(table));
    if (columns) blocks.add(new Block.Note(Text.of("In bold: otherwise than in the status quo.")));
    if (columns && shown.size() < options) blocks.add(common(table, shown));
    if (table.left() > 0) {
      String more = Phrases.count(table.left(), "more is", "more are");
      blocks.add(new Block.Note(Text.of("%s left out here.".formatted(more))));
    }
    return blocks;
  }

  private static boolean differs(Figure.StateTable table, int option) {
    return table.rows().stream().map(r -> r.state().settings().get(option)).distinct().count() > 1;
  }

  private Block byOption(Figure.StateTable table, List<Integer> options) {
    List<Slot.Setting> settings = table.rows().getFirst().state().settings();
    List<Text> headers = new ArrayList<>(List.of(Text.of("state")));
    options.forEach(o -> headers.add(Spelled.plain(header(settings.get(o)))));
    marks(table, headers);
    return new Block.Table(
        caption(table),
        headers,
        table.rows().stream().map(row -> byOption(table, row, options)).toList(),
        Narrow.SCROLLS);
  }

  private static String header(Slot.Setting setting) {
    String header = Phrases.header(setting);
    return header.isEmpty() ? "which" : header;
  }

  private List<Cell> byOption(Figure.StateTable table, Figure.Row row, List<Integer> options) {
    List<Cell> cells = new ArrayList<>(List.of(Cell.of(Spelled.code(row.state().code()))));
    for (int option : options) {
      Slot.Setting setting = row.state().settings().get(option);
      boolean differs = row.state().differences().contains(setting);
      cells.add(new Cell(Spelled.plain(setting.level()), differs ? Kind.DIFFERS : Kind.WORDS));
    }
    marks(table, row, cells);
    return cells;
  }

  private Block byDifference(Figure.StateTable table) {
    List<Text> headers = new ArrayList<>(List.of(Text.of("state"), Text.of("from the status quo")));
    marks(table, headers);
    List<List<Cell>> rows = new ArrayList<>();
    for (Figure.Row row : table.rows()) {
      boolean same = row.state().differences().isEmpty();
      List<Cell> cells = new ArrayList<>();
      cells.add(Cell.of(Spelled.code(row.state().code())));
      cells.add(Cell.of(Text.of(same ? "the status quo" : Phrases.differences(row.state()))));
      marks(table, row, cells);
      rows.add(cells);
    }
    return new Block.Table(caption(table), headers, rows, Narrow.STACKS);
  }

  private static String caption(Figure.StateTable table) {
    return table.title().isEmpty() ? "States" : Glyphs.harmless(table.title());
  }

  /// Concepts; then names and remarks, where a row has any.
  private void marks(Figure.StateTable table, List<Text> headers) {
    table.marks().forEach(concept -> headers.add(spelled.of(concept)));
    if (isNamed(table)) headers.add(Text.of("known as"));
    if (isRemarked(table)) headers.add(Text.of("reached by"));
  }

  private void marks(Figure.StateTable table, Figure.Row row, List<Cell> cells) {
    row.marks()
        .forEach(m -> cells.add(new Cell(Text.of(m ? "yes" : "no"), m ? Kind.YES : Kind.NO)));
    if (isNamed(table)) cells.add(Cell.of(Spelled.plain(row.label())));
    if (isRemarked(table)) cells.add(Cell.of(spelled.of(row.remark())));
  }

  private static boolean isNamed(Figure.StateTable table) {
    return table.rows().stream().anyMatch(row -> !row.label().isEmpty());
  }

  private static boolean isRemarked(Figure.StateTable table) {
    return table.rows().stream().anyMatch(row -> !row.remark().pattern().isEmpty());
  }

  private Block common(Figure.StateTable table, List<Integer> shown) {
    List<Slot.Setting> settings = table.rows().getFirst().state().settings();
    List<Slot> rest =
        IntStream.range(0, settings.size())
            .filter(o -> !shown.contains(o))
            .<Slot>mapToObj(settings::get)
            .toList();
    return new Block.Note(
        spelled.sentence(
            Sentence.say(
                table.left() > 0 ? "In all states shown: {}" : "In all of them: {}",
                new Slot.Several(rest))));
  }

  private List<Block> map(Figure.StateMap map, String id) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Figure.Way way : map.ways()) {
      Figure.Spot to = map.spots().get(way.to());
      rows.add(
          Stream.of(
                  place(map.spots().get(way.from())),
                  spelled.of(Phrases.movers(way)),
                  place(to),
                  spelled.of(to.remark()))
              .map(Cell::of)
              .toList());
    }
    Block.Table words =
        new Block.Table(
            Glyphs.harmless(map.title()) + " in words",
            Stream.of("from", "who gains by going", "to", "which").map(Text::of).toList(),
            rows,
            Narrow.STACKS);
    List<Block> blocks = new ArrayList<>(List.of(Drafting.draw(sketches.of(map, words), id)));
    left(map.left(), blocks);
    return blocks;
  }

  private void left(Sentence left, List<Block> blocks) {
    if (!left.pattern().isEmpty()) blocks.add(new Block.Note(spelled.sentence(left)));
  }

  private List<Block> network(Figure.Network network, String id) {
    List<Text> headers = new ArrayList<>(List.of(Text.of(network.from()), Text.of(network.to())));
    List<List<Cell>> rows = new ArrayList<>();
    if (network.isAboutLinks()) {
      headers.add(Text.of("why"));
      for (Figure.Link link : network.links()) {
        rows.add(
            Stream.of(
                    network.nodes().get(link.from()).name(),
                    network.nodes().get(link.to()).name(),
                    link.told())
                .map(this::cell)
                .toList());
      }
    } else {
      network.nodes().forEach(node -> rows.add(List.of(cell(node.name()), cell(node.told()))));
    }
    Block.Table words =
        new Block.Table(
            Glyphs.harmless(network.title()) + " in words", headers, rows, Narrow.STACKS);
    List<Block> blocks = new ArrayList<>(List.of(Drafting.draw(sketches.of(network, words), id)));
    left(network.left(), blocks);
    return blocks;
  }

  private List<Block> plot(Figure.Plot plot, String id) {
    List<Block> blocks = new ArrayList<>(List.of(new Plotting(spelled, plot).block(id)));
    left(plot.left(), blocks);
    return blocks;
  }

  private Block matrix(Figure.Matrix matrix) {
    return new Block.Matrix(
        Glyphs.harmless(matrix.title()),
        matrix.parties().stream().map(p -> Spelled.plain(p.name())).toList(),
        matrix.lines().stream()
            .map(line ->
                new Block.Deal(
                    spelled.of(line.name()),
                    line.cells().stream().map(this::standing).toList(),
                    spelled.of(line.remark())))
            .toList());
  }

  private Block.Standing standing(Figure.Cell cell) {
    return new Block.Standing(kind(cell.change()), sign(cell.change()), spelled.of(cell.told()));
  }

  private Text place(Figure.Spot spot) {
    Text state = spelled.of(spot.state());
    if (spot.names().isEmpty() || spot.state().differences().isEmpty()) return state;
    return Spelled.plain(String.join(" = ", spot.names()));
  }

  private Block.Panel panel(Figure.Panel panel) {
    return new Block.Panel(
        Glyphs.harmless(panel.party().name()),
        Glyphs.harmless(panel.scale()),
        panel.bars().stream().map(this::bar).toList());
  }

  private Block.Bar bar(Figure.Bar bar) {
    double width = Math.round(Math.abs(bar.length()) * 480) / 10.0;
    double from = bar.length() < 0 ? 50 - width : 50;
    String kind = kind(bar.change());
    String sign = sign(bar.change());
    return new Block.Bar(
        Glyphs.harmless(bar.label()), kind, sign, from, width, spelled.of(bar.told()));
  }

  private static String kind(Figure.Change change) {
    return switch (change) {
      case BETTER -> "better";
      case SAME -> "same";
      case WORSE -> "worse";
      case FORBIDDEN -> "forbidden";
    };
  }

  private static String sign(Figure.Change change) {
    return switch (change) {
      case BETTER -> "▲";
      case SAME -> "=";
      case WORSE -> "▼";
      case FORBIDDEN -> "✕";
    };
  }

  private Block checks(List<Figure.Check> checks) {
    List<String> counts = new ArrayList<>();
    for (Figure.Outcome outcome : Figure.Outcome.values()) {
      long count = checks.stream().filter(c -> c.outcome() == outcome).count();
      counts.add(
          switch (outcome) {
            case HOLDS -> count == 1 ? "1 holds" : count + " hold";
            case FAILS -> count == 1 ? "1 fails" : count + " fail";
            case OPEN -> count + " cannot be checked";
          });
    }
    return new Block.Checks(counts, checks.stream().map(this::check).toList());
  }

  private Block.Check check(Figure.Check check) {
    String kind =
        switch (check.outcome()) {
          case HOLDS -> "holds";
          case FAILS -> "fails";
          case OPEN -> "open";
        };
    String sign =
        switch (check.outcome()) {
          case HOLDS -> "✓";
          case FAILS -> "✕";
          case OPEN -> "?";
        };
    List<Text.Run> sources = new ArrayList<>();
    check.cited().forEach(cited -> Citing.add(sources, cited.source(), cited.at()));
    return new Block.Check(
        Spelled.id(check.id()),
        Glyphs.harmless(check.words()),
        kind,
        sign,
        check.outcome().word(),
        Spelled.plain(check.mark().name() + ": " + check.mark().meaning()),
        Glyphs.harmless(check.asked()),
        Glyphs.harmless(check.computed()),
        Glyphs.harmless(check.expected()),
        new Text(sources),
        spelled.of(check.remark()));
  }
}
