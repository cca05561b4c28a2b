package demarche.report;

import demarche.analysis.Case;
import demarche.model.Model;
import demarche.scenario.Scenario;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The first lines of a report: what it is about, and which version of it.
final class Head {
  private static final DateTimeFormatter IN_WORDS =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private final Case about;
  private final Page page;

  Head(Case about, Page page) {
    this.about = about;
    this.page = page;
  }

  void write() {
    Scenario.Head head = about.scenario().head();
    Style style = page.style();
    Words title = new Words().add(Glyphs.harmless(head.title()), Tone.HEADING);
    Words facts = new Words().add(facts(head), Tone.FAINT);
    int gap = style.width() - title.columns() - facts.columns();
    if (gap >= 2) {
      String line =
          title.lines(style.width(), style).getFirst().text()
              + " ".repeat(gap)
              + facts.lines(style.width(), style).getFirst().text();
      page.line(0, new Words.Line(line, style.width()));
    } else {
      title.lines(style.width(), style).forEach(line -> page.line(0, line));
      facts.lines(style.width(), style).forEach(line -> page.line(0, line));
    }
    for (String what : whatIf()) {
      Words.of(Glyphs.harmless(what)).lines(style.width(), style).forEach(l -> page.line(0, l));
    }
  }

  private String facts(Scenario.Head head) {
    List<String> facts = new ArrayList<>();
    if (!head.date().isEmpty()) facts.add(date(head.date()));
    facts.add(about.file().files().getFirst().path());
    facts.add(Phrases.count(about.space().size(), "feasible state", "feasible states"));
    return Glyphs.harmless(String.join(" " + page.style().marks().dot() + " ", facts));
  }

  private static String date(String written) {
    try {
      return LocalDate.parse(written).format(IN_WORDS);
    } catch (DateTimeParseException _) {
      return written; // a year or a month alone
    }
  }

  /// What is not as the file has it.
  private List<String> whatIf() {
    List<String> lines = new ArrayList<>();
    String variant = about.question().variant();
    if (!variant.isEmpty()) {
      lines.add("Variant " + variant + because(variant) + " All that follows holds for it.");
    }
    Map<String, String> settings = about.question().settings();
    settings.forEach((name, value) -> lines.add("Set from outside: " + name + " = " + value));
    return lines;
  }

  private String because(String variant) {
    Model written = about.model().unvaried();
    return written.scenario().variants().stream()
        .filter(v -> v.id().text().equals(variant))
        .map(v -> v.because().isEmpty() ? "." : ": " + v.because() + ".")
        .findFirst()
        .orElse(".");
  }
}
