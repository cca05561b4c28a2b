package demarche.report;

import demarche.analysis.About;
import demarche.analysis.Case;
import demarche.analysis.Outsized;
import demarche.model.Model;
import demarche.scenario.Scenario;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Which version of which scenario a report is about.
record Facts(About about) {
  private static final DateTimeFormatter IN_WORDS =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  /// Date, file and size on one line.
  String line(String dot) {
    Scenario.Head head = about.scenario().head();
    List<String> facts = new ArrayList<>();
    if (!head.date().isEmpty()) facts.add(date(head.date()));
    facts.add(about.file().files().getFirst().path());
    facts.add(
        switch (about) {
          case Case numbered ->
              Phrases.count(numbered.space().size(), "feasible state", "feasible states");
          case Outsized _ -> "states not listed";
        });
    return Glyphs.harmless(String.join(" " + dot + " ", facts));
  }

  private static String date(String written) {
    try {
      return LocalDate.parse(written).format(IN_WORDS);
    } catch (DateTimeParseException _) {
      return written; // a year or a month alone
    }
  }

  /// What is not as the file has it.
  List<String> whatIf() {
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
