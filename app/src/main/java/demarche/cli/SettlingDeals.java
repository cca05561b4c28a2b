package demarche.cli;

import demarche.analysis.Outsized;
import demarche.finding.Answer;
import demarche.lens.settlement.deals.Additive;
import demarche.lens.settlement.deals.DealsLens;
import demarche.lens.settlement.zone.Unit;
import demarche.report.CsvReport;
import demarche.report.JsonReport;
import demarche.report.TextReport;
import java.util.Map;

/// Works a deal out issue by issue, for `settle`, where states are too many to be listed.
record SettlingDeals(
    Session session, Sought sought, Shown shown, Listed listed, Effort effort, Unit unit) {
  /// @param exit how the program ends where the values do not add up option by option
  /// @param before what was found before; a sentence without its end, or nothing
  void print(Exit exit, String before) {
    Outsized about = session.unnumbered(sought);
    switch (Additive.of(about.model())) {
      case Additive.Found found -> print(about, found);
      case Additive.NotAdditive(String reason) ->
          throw new Failed(
              exit, before + "the deal cannot be worked out issue by issue: " + reason);
    }
  }

  private void print(Outsized about, Additive.Found found) {
    DealsLens.Unit counted = unit == Unit.RAW ? DealsLens.Unit.RAW : DealsLens.Unit.U;
    DealsLens usual = new DealsLens(counted);
    DealsLens lens = listed.cap == null ? usual : new DealsLens(counted, listed.most());
    Answer answer = session.run(effort, run -> lens.examine(about.model(), found, run));
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
}
