package demarche.report;

import demarche.report.view.Block;
import demarche.report.view.Block.Cell;
import demarche.report.view.Block.Narrow;
import demarche.report.view.Text;
import demarche.scenario.ActorEntry;
import demarche.scenario.Notation;
import demarche.scenario.PreferenceEntry;
import demarche.scenario.TermEntry;
import demarche.scenario.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What the file says that an actor wants: its red lines, then its order of the states.
record Wants(ActorEntry actor) {
  private static final String WHY = "why, and by which source";

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    String name = Glyphs.harmless(actor.name());
    blocks.add(new Block.Heading("wants-" + Spelled.id(actor.id().text()), name));
    Text why = Citing.of(actor.evidence());
    if (!why.isEmpty()) blocks.add(new Block.Paragraph(why));
    redLines(name, blocks);
    switch (actor.preference()) {
      case PreferenceEntry.None() ->
          blocks.add(note("No wishes are written: all states are alike."));
      case PreferenceEntry.Values(var terms) -> blocks.add(values(name, terms));
      case PreferenceEntry.Priorities(var wants) -> blocks.add(priorities(name, wants));
      case PreferenceEntry.Ranking(var groups, var _) -> ranking(groups, blocks);
    }
    return blocks;
  }

  private static Block note(String text) {
    return new Block.Note(Text.of(text));
  }

  private void redLines(String name, List<Block> blocks) {
    if (actor.redLines().isEmpty()) return;
    List<List<Cell>> rows =
        actor.redLines().stream()
            .map(l ->
                Stream.of(
                        Spelled.plain(l.id().text()),
                        Spelled.code(Notation.of(l.never())),
                        Citing.of(l.evidence()))
                    .map(Cell::of)
                    .toList())
            .toList();
    blocks.add(table("Red lines of " + name, List.of("red line", "never", WHY), rows));
  }

  private static Block table(String caption, List<String> headers, List<List<Cell>> rows) {
    return new Block.Table(caption, headers.stream().map(Text::of).toList(), rows, Narrow.STACKS);
  }

  private static Block values(String name, List<TermEntry> terms) {
    return table(
        "What " + name + " values",
        List.of("value", "counts where", "weight", "in public", "range", WHY),
        terms.stream().map(Wants::value).toList());
  }

  private static List<Cell> value(TermEntry term) {
    Text id = Spelled.plain(term.id().text());
    Text why = Citing.of(term.evidence());
    Stream<Text> cells =
        switch (term) {
          case TermEntry.When when -> {
            String minus =
                switch (when.sign()) {
                  case WANT -> "";
                  case AVOID -> "-";
                };
            String weight = signed(minus, when.weight().text());
            String stated = Figured.of(when.stated());
            boolean same = when.stated().equals(when.weight().value());
            yield Stream.of(
                id,
                Spelled.code(Notation.of(when.expression())),
                Spelled.plain(weight),
                Spelled.plain(same ? "" : signed(minus, stated)),
                Text.of(Figured.of(when.weight().spread())),
                why);
          }
          case TermEntry.Of of ->
              Stream.of(
                  id,
                  Spelled.code(of.option().text()),
                  Spelled.plain(Figured.of(of.weights())),
                  Spelled.plain(of.stated().equals(of.weights()) ? "" : Figured.of(of.stated())),
                  Text.of(Figured.of(of.spread())),
                  why);
        };
    return cells.map(Cell::of).toList();
  }

  private static String signed(String minus, String number) {
    if (number.equals("0")) return number;
    boolean simple = number.matches("[A-Za-z0-9.-]*") && !number.startsWith("-");
    return minus.isEmpty() || simple ? minus + number : minus + "(" + number + ")";
  }

  private static Block priorities(String name, List<PreferenceEntry.Priority> wants) {
    List<List<Cell>> rows = new ArrayList<>();
    for (PreferenceEntry.Priority want : wants) {
      String probability = Figured.of(want.probability());
      rows.add(
          Stream.of(
                  Text.of(String.valueOf(rows.size() + 1)),
                  Spelled.code(Notation.of(want.want())),
                  Text.of(probability.equals("1") ? "" : probability),
                  Citing.of(want.evidence()))
              .map(Cell::of)
              .toList());
    }
    return table("Priorities of " + name, List.of("rank", "wants", "with probability", WHY), rows);
  }

  private static void ranking(List<List<Word>> groups, List<Block> blocks) {
    blocks.add(note("All states ranked, best first; those in one line are alike."));
    blocks.add(
        new Block.Steps(
            groups.stream()
                .map(g -> Spelled.code(String.join(", ", g.stream().map(Word::text).toList())))
                .toList()));
  }
}
