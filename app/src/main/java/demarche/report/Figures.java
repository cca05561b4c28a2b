package demarche.report;

import demarche.finding.Figure;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import java.util.ArrayList;
import java.util.List;

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
    }
  }

  /// One column for each option where they fit, else what differs from the status quo.
  private void states(Figure.StateTable table) {
    if (table.rows().isEmpty()) return;
    Grid wide = byOption(table);
    Grid shown = wide.fits(page.width()) ? wide : byDifference(table);
    shown.write(page);
    if (table.left() > 0) {
      page.paragraph(
          new Words().add("and " + Phrases.count(table.left(), "more", "more"), Tone.FAINT));
    }
  }

  private Grid byOption(Figure.StateTable table) {
    List<Slot.Setting> settings = table.rows().getFirst().state().settings();
    Grid grid = new Grid().column("", Grid.Flow.FIXED);
    settings.forEach(s -> grid.column(Phrases.header(s), Grid.Flow.FIXED));
    marks(table, grid);
    grid.column("", Grid.Flow.WRAPS);
    for (Figure.Row row : table.rows()) {
      List<Words> cells = new ArrayList<>(List.of(code(row)));
      row.state().settings().forEach(s -> cells.add(Words.of(Glyphs.harmless(s.level()))));
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
    for (Figure.Row row : table.rows()) {
      List<Words> cells = new ArrayList<>(List.of(code(row)));
      cells.add(inWords(row));
      cells.addAll(marks(row));
      grid.row(cells);
    }
    return grid;
  }

  /// What a state has otherwise, what the file calls it, and what there is to say about it.
  private Words inWords(Figure.Row row) {
    if (row.state().differences().isEmpty()) return Words.of("the status quo");
    Words words = Words.of(Phrases.differences(row.state()));
    if (!row.label().isEmpty()) words.add(" (" + Glyphs.harmless(row.label()) + ")", Tone.PLAIN);
    Words remark = phrases.of(row.remark());
    return remark.isEmpty() ? words : words.add("; ", Tone.FAINT).add(remark);
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
    table.headers().forEach(header -> grid.column(header, Grid.Flow.WRAPS));
    table.rows().forEach(row -> grid.row(row.stream().map(phrases::of).toList()));
    grid.write(page);
  }

  private void steps(List<Sentence> steps) {
    for (int i = 0; i < steps.size(); i++) {
      page.labelled("    " + (i + 1) + ".", 8, phrases.sentence(steps.get(i)));
    }
  }
}
