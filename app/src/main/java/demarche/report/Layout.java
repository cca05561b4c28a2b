package demarche.report;

import static demarche.finding.Finding.Prominence.DETAIL;
import static demarche.finding.Finding.Prominence.HEADLINE;

import demarche.analysis.Brief;
import demarche.analysis.Judgements;
import demarche.finding.Answer;
import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Sentence;
import demarche.report.view.Block;
import demarche.report.view.Sheet;
import demarche.report.view.Text;
import demarche.scenario.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Puts a run together as a page: the answer, what shows it, what it rests on.
final class Layout {
  private final Brief brief;
  private final Spelled spelled;
  private final Illustrations illustrations;
  private final List<Sheet.Section> sections = new ArrayList<>();

  Layout(Brief brief) {
    this.brief = brief;
    var vocabulary = Vocabulary.of(brief.answers());
    spelled = new Spelled(vocabulary);
    illustrations = new Illustrations(spelled);
    evidence();
    if (!vocabulary.isEmpty())
      section("terms", "Words of the literature", List.of(Terms.of(vocabulary)));
    sections.addAll(new Inputs(brief.about()).sections());
    details();
    limits();
    warnings();
  }

  Sheet sheet(String css) {
    Facts facts = new Facts(brief.about());
    return new Sheet(
        Glyphs.harmless(brief.about().scenario().head().title()),
        facts.line("·"),
        facts.whatIf().stream().map(Glyphs::harmless).toList(),
        gists(),
        sections,
        css,
        Version.NUMBER);
  }

  private void section(String id, String title, List<Block> blocks) {
    if (!blocks.isEmpty()) sections.add(new Sheet.Section(id, title, blocks));
  }

  private static String id(Answer answer, Finding finding) {
    return Spelled.id(answer.lens() + "-" + finding.id());
  }

  private List<Sheet.Gist> gists() {
    List<Sheet.Gist> gists = new ArrayList<>();
    for (Answer answer : brief.answers()) {
      for (Finding finding : answer.findings()) {
        if (finding.prominence() != HEADLINE) continue;
        boolean shown = !finding.figures().isEmpty();
        gists.add(
            new Sheet.Gist(
                spelled.sentence(finding.statement()),
                finding.reasons().stream().map(spelled::sentence).toList(),
                shown ? id(answer, finding) : "",
                shown ? title(answer, finding) : ""));
      }
    }
    return gists;
  }

  private static String title(Answer answer, Finding finding) {
    return finding.figures().stream()
        .map(Figure::title)
        .filter(title -> !title.isEmpty())
        .findFirst()
        .map(Glyphs::harmless)
        .orElse(answer.title());
  }

  /// What shows the answers: all that a brief has too, and the pictures.
  private void evidence() {
    for (Answer answer : brief.answers()) {
      for (Finding finding : answer.findings()) {
        if (finding.prominence() == DETAIL && !isPicture(finding)) continue;
        if (finding.prominence() == HEADLINE && finding.figures().isEmpty()) continue;
        List<Block> blocks = new ArrayList<>();
        if (finding.prominence() != HEADLINE) statement(finding, blocks);
        figures(finding, id(answer, finding), title(answer, finding), blocks);
        section(id(answer, finding), title(answer, finding), blocks);
      }
    }
  }

  private static boolean isPicture(Finding finding) {
    return finding.figures().stream()
        .anyMatch(f ->
            switch (f) {
              case Figure.StateMap _,
                  Figure.Multiples _,
                  Figure.Matrix _,
                  Figure.Plot _,
                  Figure.Network _,
                  Figure.Curves _,
                  Figure.Intervals _,
                  Figure.Tornado _,
                  Figure.FlipMap _,
                  Figure.Parts _,
                  Figure.Votes _ ->
                  true;
              case Figure.StateTable _, Figure.Table _, Figure.Steps _, Figure.Checks _ -> false;
            });
  }

  private void statement(Finding finding, List<Block> blocks) {
    blocks.add(new Block.Paragraph(spelled.sentence(finding.statement())));
  }

  private void figures(Finding finding, String id, String title, List<Block> blocks) {
    for (int f = 0; f < finding.figures().size(); f++) {
      Figure figure = finding.figures().get(f);
      String own = Glyphs.harmless(figure.title());
      if (!own.isEmpty() && !own.equals(title)) blocks.add(new Block.Heading(id + "-" + f, own));
      blocks.addAll(illustrations.of(figure, id + "-figure-" + f));
    }
    if (finding.prominence() == HEADLINE) return;
    finding.reasons().forEach(r -> blocks.add(new Block.Paragraph(spelled.sentence(r))));
  }

  /// What only those look for who want everything.
  private void details() {
    List<Block> blocks = new ArrayList<>();
    for (Answer answer : brief.answers()) {
      for (Finding finding : answer.findings()) {
        if (finding.prominence() != DETAIL || isPicture(finding)) continue;
        String title = title(answer, finding);
        blocks.add(new Block.Heading(id(answer, finding), title));
        statement(finding, blocks);
        figures(finding, id(answer, finding), title, blocks);
      }
    }
    section("details", "In detail", blocks);
  }

  private void limits() {
    List<Block> blocks = new ArrayList<>();
    if (!brief.unread().isEmpty()) {
      blocks.add(
          paragraph("No analysis of this run reads the file's " + and(brief.unread()) + "."));
    }
    if (!brief.skipped().isEmpty()) {
      blocks.add(paragraph("Not asked for: " + and(brief.skipped()) + "."));
    }
    for (Answer answer : brief.answers()) {
      List<Text.Run> runs = new ArrayList<>();
      for (Sentence sentence : answer.method()) {
        if (!runs.isEmpty()) runs.add(new Text.Run(" ", Text.Look.PLAIN, "", ""));
        runs.addAll(spelled.sentence(sentence).runs());
      }
      if (!runs.isEmpty()) blocks.add(new Block.Paragraph(new Text(runs)));
    }
    List<String> unsourced =
        brief.judgements().stream()
            .filter(j -> j.unsourced() > 0)
            .map(Judgements::inWords)
            .toList();
    if (!unsourced.isEmpty()) blocks.add(paragraph("Without a source: " + and(unsourced) + "."));
    section("limits", "Limits and method", blocks);
  }

  private static Block paragraph(String text) {
    return new Block.Paragraph(Spelled.plain(text));
  }

  private static String and(List<String> items) {
    if (items.size() < 2) return String.join("", items);
    return items.subList(0, items.size() - 1).stream().collect(Collectors.joining(", "))
        + " and "
        + items.getLast();
  }

  private void warnings() {
    List<Text> points = new ArrayList<>();
    for (Problem warning : brief.about().warnings()) {
      points.add(Spelled.plain(warning.place() + ": " + warning.message()));
    }
    if (!points.isEmpty()) section("warnings", "Warnings", List.of(new Block.Points(points)));
  }
}
