package demarche.cli;

import demarche.analysis.Outsized;
import demarche.finding.Answer;
import demarche.lens.settlement.deals.Additive;
import demarche.lens.settlement.deals.DealsLens;
import demarche.lens.settlement.zone.Unit;

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
    DealsLens usual = new DealsLens(unit);
    DealsLens lens = listed.cap == null ? usual : new DealsLens(unit, listed.most());
    Answer answer = session.run(effort, run -> lens.examine(about.model(), found, run));
    new Printer(session, sought, shown, listed, effort).print(about, answer);
  }
}
