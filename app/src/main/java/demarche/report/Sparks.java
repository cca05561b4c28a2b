package demarche.report;

import demarche.finding.Figure;
import java.util.List;

/// Draws curves as text: a row of small heights for each.
final class Sparks {
  private final Phrases phrases;
  private final Page page;

  Sparks(Phrases phrases, Page page) {
    this.phrases = phrases;
    this.page = page;
  }

  void draw(Figure.Curves curves) {
    Grid grid = new Grid().column("", Grid.Flow.WRAPS);
    grid.column(Glyphs.harmless(curves.across()), Grid.Flow.FIXED).column("", Grid.Flow.WRAPS);
    for (Figure.Curve curve : curves.curves()) {
      grid.row(
          List.of(
              Words.of(Glyphs.harmless(curve.name())),
              Words.of(heights(curve, curves.scale())),
              phrases.of(curve.told())));
    }
    grid.write(page);
  }

  private String heights(Figure.Curve curve, Figure.Span scale) {
    StringBuilder heights = new StringBuilder();
    double room = scale.high() - scale.low();
    for (double value : curve.values()) {
      heights.append(page.style().marks().height(room == 0 ? 0 : (value - scale.low()) / room));
    }
    return heights.toString();
  }
}
