package demarche.report;

import demarche.finding.Figure;
import demarche.finding.Figure.Part;
import demarche.report.view.Block;
import demarche.report.view.Text;
import java.util.ArrayList;
import java.util.List;

/// Who plays what: marks and small bars where rows meet columns. In text, bars are left to the
/// numbers that they stand for.
record Billing(Page page) {
  void draw(Figure.Parts parts, Phrases phrases) {
    Grid grid = new Grid().column(parts.heading(), Grid.Flow.WRAPS);
    parts.columns().forEach(c -> grid.column(Glyphs.harmless(c), Grid.Flow.WRAPS));
    for (Figure.Player row : parts.rows()) {
      List<Words> cells = new ArrayList<>(List.of(Words.of(Glyphs.harmless(row.name()))));
      row.cells().forEach(cell -> cells.add(words(cell, phrases)));
      grid.row(cells);
    }
    grid.write(page);
    page.paragraph(phrases.sentence(parts.legend()), 0, 2);
  }

  private static Words words(Part part, Phrases phrases) {
    Words words = new Words().add(part.played().word(), tone(part));
    Words told = phrases.of(part.told());
    if (!words.isEmpty() && !told.isEmpty()) words.add(" ", Tone.PLAIN);
    return words.add(told);
  }

  private static Tone tone(Part part) {
    return switch (part.played()) {
      case YES -> Tone.YES;
      case ATTEMPTED -> Tone.PLAIN;
      case NO, OPEN -> Tone.FAINT;
    };
  }

  static Block block(Figure.Parts parts, Spelled spelled) {
    return new Block.Parts(
        Glyphs.harmless(parts.title()),
        Glyphs.harmless(parts.heading()),
        parts.columns().stream().map(Glyphs::harmless).toList(),
        parts.rows().stream()
            .map(row ->
                new Block.Player(
                    Glyphs.harmless(row.name()),
                    row.cells().stream().map(cell -> part(cell, spelled)).toList()))
            .toList(),
        spelled.sentence(parts.legend()));
  }

  private static Block.Part part(Part part, Spelled spelled) {
    double width = Math.round(Math.abs(part.length()) * 480) / 10.0;
    Text told = spelled.of(part.told());
    return new Block.Part(
        switch (part.played()) {
          case YES -> "yes";
          case ATTEMPTED -> "attempted";
          case NO -> "no";
          case OPEN -> "open";
        },
        switch (part.played()) {
          case YES -> "●";
          case ATTEMPTED -> "◐";
          case NO -> "○";
          case OPEN -> "";
        },
        part.played().word(),
        part.length() < 0 ? 50 - width : 50,
        width,
        told);
  }
}
