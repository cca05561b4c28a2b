package demarche.cli;

import demarche.analysis.About;
import demarche.analysis.Brief;
import demarche.finding.Answer;
import demarche.report.CsvReport;
import demarche.report.JsonReport;
import demarche.report.TextReport;
import java.util.Map;

/// Prints a brief in the format asked for.
record Printer(Session session, Sought sought, Shown shown, Listed listed, Effort effort) {
  void print(Brief brief, TextReport.Depth depth) {
    Terminal terminal = session.terminal();
    switch (shown.format) {
      case TEXT -> terminal.print(TextReport.of(brief, depth, terminal.style(shown.color)));
      case JSON -> {
        session.warn(brief.about(), sought, effort);
        terminal.printData(JsonReport.of(brief, listed.most()));
      }
      case CSV -> {
        session.warn(brief.about(), sought, effort);
        terminal.printData(CsvReport.of(brief, listed.most()));
        tellRows(brief.about().space().size());
      }
    }
  }

  /// The answer of one lens, told by itself.
  void print(About about, Answer answer) {
    Terminal terminal = session.terminal();
    switch (shown.format) {
      case TEXT -> terminal.print(TextReport.of(about, answer, terminal.style(shown.color)));
      case JSON -> {
        session.warn(about, sought, effort);
        terminal.printData(
            JsonReport.of(about, Map.of(answer.lens(), answer.data()), listed.most()));
      }
      case CSV -> {
        session.warn(about, sought, effort);
        terminal.printData(CsvReport.records(answer.data()));
      }
    }
  }

  /// A table that was cut short says so, where its reader sees it.
  void tellRows(int rows) {
    if (rows <= listed.most() || effort.quiet) return;
    session
        .terminal()
        .say(
            "demarche: %,d of %,d states written; --list all writes every one\n"
                .formatted(listed.most(), rows));
  }
}
