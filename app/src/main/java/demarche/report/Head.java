package demarche.report;

import demarche.analysis.About;
import demarche.scenario.Scenario;

/// The first lines of a report: what it is about, and which version of it.
final class Head {
  private final About about;
  private final Facts facts;
  private final Page page;

  Head(About about, Page page) {
    this.about = about;
    this.facts = new Facts(about);
    this.page = page;
  }

  void write() {
    Scenario.Head head = about.scenario().head();
    Style style = page.style();
    Words title = new Words().add(Glyphs.harmless(head.title()), Tone.HEADING);
    Words told = new Words().add(facts.line(style.marks().dot()), Tone.FAINT);
    int gap = style.width() - title.columns() - told.columns();
    if (gap >= 2) {
      String line =
          title.lines(style.width(), style).getFirst().text()
              + " ".repeat(gap)
              + told.lines(style.width(), style).getFirst().text();
      page.line(0, new Words.Line(line, style.width()));
    } else {
      title.lines(style.width(), style).forEach(line -> page.line(0, line));
      told.lines(style.width(), style).forEach(line -> page.line(0, line));
    }
    for (String what : facts.whatIf()) {
      Words.of(Glyphs.harmless(what)).lines(style.width(), style).forEach(l -> page.line(0, l));
    }
  }
}
