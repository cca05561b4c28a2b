package demarche.report;

import demarche.finding.Figure;
import demarche.report.view.Block;
import demarche.report.view.Text;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// How sure things are, and what they hinge on, as blocks of a page. Places are told in percent of
/// a line, so that dots keep their size on every screen; names are text, which may wrap.
record Doubts(Spelled spelled) {
  private static final int MARKS = 5;

  /// Dots on lines. Where all have one scale it stands above them, else at each line.
  List<Block> of(Figure.Intervals intervals) {
    List<Figure.Span> scales = intervals.lines().stream().map(Figure.Interval::scale).toList();
    boolean isShared = scales.stream().distinct().count() == 1;
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Intervals(
            Glyphs.harmless(intervals.title()),
            isShared ? marks(scales.getFirst(), MARKS, intervals.unit()) : List.of(),
            intervals.lines().stream()
                .map(line ->
                    interval(line, isShared ? List.of() : marks(line.scale(), 2, intervals.unit())))
                .toList(),
            spelled.sentence(intervals.legend())));
    if (!intervals.left().pattern().isEmpty()) {
      blocks.add(new Block.Note(spelled.sentence(intervals.left())));
    }
    return blocks;
  }

  private Block.Interval interval(Figure.Interval line, List<String> marks) {
    Text told = spelled.of(line.told());
    return new Block.Interval(
        Glyphs.harmless(line.name()),
        "%s, between %s and %s"
            .formatted(told.words(), round(line.span().low()), round(line.span().high())),
        place(line, line.span().low()),
        place(line, line.span().high()),
        place(line, line.at()),
        Double.isNaN(line.base()) ? -1 : place(line, line.base()),
        marks,
        told);
  }

  private static double place(Figure.Interval line, double number) {
    double share = (number - line.scale().low()) / (line.scale().high() - line.scale().low());
    return Math.round(share * 1000) / 10.0;
  }

  private static List<String> marks(Figure.Span scale, int count, String unit) {
    return IntStream.range(0, count)
        .mapToObj(k -> scale.low() + (scale.high() - scale.low()) * k / (count - 1))
        .map(number -> (round(number) + " " + unit).strip())
        .toList();
  }

  private static String round(double number) {
    if (number == 0) return "0";
    return new BigDecimal(number).round(new MathContext(3)).stripTrailingZeros().toPlainString();
  }

  /// Cells say where a thing has turned.
  List<Block> of(Figure.FlipMap map) {
    List<Block> blocks = new ArrayList<>();
    blocks.add(
        new Block.Matrix(
            Glyphs.harmless(map.title()),
            map.columns().stream().map(Spelled::plain).toList(),
            map.rows().stream()
                .map(row ->
                    new Block.Deal(
                        Spelled.plain(row.name()),
                        row.cells().stream().map(this::standing).toList(),
                        Text.NONE))
                .toList()));
    blocks.add(
        new Block.Note(
            Text.of(
                "A cell tells the value at which the finding has turned: ▲ where the input rises to"
                    + " it, ▼ where it falls, ⇄ where it is no number.")));
    if (!map.left().pattern().isEmpty()) blocks.add(new Block.Note(spelled.sentence(map.left())));
    return blocks;
  }

  private Block.Standing standing(Figure.Flipping cell) {
    if (cell.told().pattern().isEmpty()) return new Block.Standing("same", "", Text.NONE);
    String sign =
        switch (cell.course()) {
          case RISING -> "▲";
          case FALLING -> "▼";
          case UNORDERED -> "⇄";
        };
    return new Block.Standing("turned", sign, spelled.of(cell.told()));
  }

  /// Bars to the left and right of a line.
  Block.Panels of(List<Figure.Funnel> funnels) {
    return new Block.Panels(
        funnels.stream()
            .map(funnel ->
                new Block.Panel(
                    Glyphs.harmless(funnel.name()),
                    Glyphs.harmless(funnel.scale()),
                    funnel.swings().stream().map(this::bar).toList()))
            .toList());
  }

  private Block.Bar bar(Figure.Swing swing) {
    double width = Math.round(swing.length() * 480) / 10.0;
    String sign =
        switch (swing.course()) {
          case RISING -> "▲";
          case FALLING -> "▼";
          case UNORDERED -> "";
        };
    return new Block.Bar(
        Glyphs.harmless(swing.name()),
        "swing " + swing.course().name().toLowerCase(Locale.ROOT),
        sign,
        swing.course() == Figure.Course.FALLING ? 50 - width : 50,
        width,
        spelled.of(swing.told()));
  }
}
