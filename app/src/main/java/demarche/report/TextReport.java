package demarche.report;

import static demarche.finding.Finding.Prominence.HEADLINE;

import demarche.analysis.About;
import demarche.analysis.Brief;
import demarche.analysis.Case;
import demarche.analysis.Judgements;
import demarche.finding.Answer;
import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Sentence;
import demarche.scenario.Problem;
import java.util.List;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/// Findings as text: the answer first, then what shows it, then what it rests on.
public final class TextReport {
  private final Page page;
  private final Phrases phrases;
  private final Figures figures;

  private TextReport(List<Answer> answers, Style style) {
    this.page = new Page(style);
    this.phrases = new Phrases(Vocabulary.of(answers));
    this.figures = new Figures(phrases, page);
  }

  /// How much of a brief is told.
  public enum Depth {
    /// What somebody with ten minutes needs.
    BRIEF,
    /// Everything that was found.
    ALL
  }

  /// A brief of a whole run.
  public static String of(Brief brief, Depth depth, Style style) {
    TextReport report = new TextReport(brief.answers(), style);
    report.brief(brief, depth);
    return report.page.toString();
  }

  /// A single answer, finding by finding.
  public static String of(About about, Answer answer, Style style) {
    TextReport report = new TextReport(List.of(answer), style);
    new Head(about, report.page).write();
    for (Finding finding : answer.findings()) report.block(finding);
    report.meanings();
    report.method(List.of(answer), List.of());
    return report.page.toString();
  }

  /// Findings that belong to no scenario, each in its section.
  public static String of(List<Finding> findings, Style style) {
    TextReport report = new TextReport(List.of(), style);
    findings.forEach(report::section);
    return report.page.toString();
  }

  private void brief(Brief brief, Depth depth) {
    new Head(brief.about(), page).write();
    inShort(brief);
    for (Answer answer : brief.answers()) {
      for (Finding finding : answer.findings()) {
        switch (finding.prominence()) {
          case HEADLINE -> {
            figures(Figures.told(finding), Titles.ALL);
            meanings();
          }
          case SECTION -> section(finding);
          case DETAIL -> {
            if (depth == Depth.ALL) section(finding);
          }
        }
      }
    }
    meanings();
    if (depth == Depth.BRIEF) new Situation(brief.about(), page).write();
    leftOut(brief);
    method(brief.answers(), brief.judgements());
    warnings(brief.about());
  }

  /// Headlines with their reasons, each a paragraph; what they show follows in its own blocks.
  private void inShort(Brief brief) {
    List<Finding> headlines =
        brief.answers().stream()
            .flatMap(a -> a.findings().stream())
            .filter(f -> f.prominence() == HEADLINE)
            .toList();
    if (headlines.isEmpty()) return;
    page.heading("In short");
    for (Finding finding : headlines) {
      Words words = phrases.sentence(finding.statement());
      finding.reasons().forEach(reason -> words.add(" ", Tone.PLAIN).add(phrases.sentence(reason)));
      page.paragraph(words, 0, 2);
    }
  }

  private void section(Finding finding) {
    List<Figure> told = Figures.told(finding);
    boolean titled = told.stream().anyMatch(f -> !f.title().isEmpty());
    if (titled) page.heading(Glyphs.harmless(told.getFirst().title()));
    else page.blank();
    page.paragraph(phrases.sentence(finding.statement()), 0, 2);
    if (!told.isEmpty()) page.blank();
    figures(told, Titles.LATER);
    if (!told.isEmpty() && !finding.reasons().isEmpty()) page.blank();
    for (Sentence reason : finding.reasons()) page.paragraph(phrases.sentence(reason), 0, 2);
    meanings();
  }

  /// Which figures of a finding get their title as a headline of their own.
  private enum Titles {
    ALL,
    /// The first one's title stands above the finding already.
    LATER
  }

  private void figures(List<Figure> told, Titles titles) {
    for (int f = 0; f < told.size(); f++) {
      Figure figure = told.get(f);
      if ((f > 0 || titles == Titles.ALL) && !figure.title().isEmpty()) {
        page.heading(Glyphs.harmless(figure.title()));
      }
      figures.draw(figure);
    }
  }

  /// A finding on its own: the statement, then its reasons one below the other.
  private void block(Finding finding) {
    page.blank().paragraph(phrases.sentence(finding.statement()), 0, 2);
    for (Sentence reason : finding.reasons()) page.paragraph(phrases.sentence(reason), 2, 2);
    for (Figure figure : Figures.told(finding)) {
      page.blank();
      if (!figure.title().isEmpty()) {
        page.paragraph(Words.of(Glyphs.harmless(figure.title()) + ":"), 2, 2);
      }
      figures.draw(figure);
    }
  }

  /// The words of the literature that were used so far and not explained yet.
  private void meanings() {
    var news = phrases.newlyMet();
    int room = news.keySet().stream().mapToInt(String::length).max().orElse(0) + 2;
    if (!news.isEmpty()) page.blank();
    news.forEach(
        (name, meaning) -> page.labelled(name, room, new Words().add(meaning, Tone.FAINT)));
  }

  private void leftOut(Brief brief) {
    if (brief.unread().isEmpty() && brief.skipped().isEmpty()) return;
    page.heading("Left out");
    if (!brief.unread().isEmpty()) {
      String sections = brief.unread().stream().map(Glyphs::harmless).collect(and());
      page.paragraph(Words.of("No analysis of this run reads the file's " + sections + "."), 0, 2);
    }
    if (!brief.skipped().isEmpty()) {
      String lenses = String.join(",", brief.skipped());
      page.paragraph(Words.of("Not asked for: " + lenses + " (--lens " + lenses + ")."), 0, 2);
    }
  }

  private void method(List<Answer> answers, List<Judgements> judgements) {
    page.heading("Method");
    for (Answer answer : answers) {
      Words words = new Words();
      for (Sentence sentence : answer.method()) {
        words.add(" ", Tone.PLAIN).add(phrases.sentence(sentence));
      }
      page.paragraph(words);
    }
    meanings();
    String unsourced =
        judgements.stream().filter(j -> j.unsourced() > 0).map(Judgements::inWords).collect(and());
    if (!unsourced.isEmpty()) page.paragraph(Words.of("Without a source: " + unsourced + "."));
  }

  private static Collector<String, ?, String> and() {
    return Collectors.collectingAndThen(
        Collectors.toList(),
        items ->
            items.size() < 2
                ? String.join("", items)
                : String.join(", ", items.subList(0, items.size() - 1))
                    + " and "
                    + items.getLast());
  }

  private void warnings(Case about) {
    if (about.warnings().isEmpty()) return;
    page.heading("Warnings");
    for (Problem warning : about.warnings()) {
      Words words = Words.of(Glyphs.harmless(warning.place() + ": " + warning.message()));
      page.paragraph(words.stop(), 0, 2);
    }
  }
}
