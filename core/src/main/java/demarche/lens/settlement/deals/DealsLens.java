package demarche.lens.settlement.deals;

import static demarche.finding.Sentence.say;

import demarche.finding.Answer;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Run;
import demarche.lens.settlement.deals.Additive.Found;
import demarche.lens.settlement.zone.Unit;
import demarche.model.Model;
import java.util.ArrayList;
import java.util.List;

/// What could be agreed, worked out issue by issue: no state is listed, so there may be any number
/// of them.
///
/// @param unit in which gains are counted
/// @param rows how many profiles of the frontier a table shows
public record DealsLens(Unit unit, int rows) {
  public static final String KEY = "deals";

  private static final int USUAL_ROWS = 12;

  public DealsLens(Unit unit) {
    this(unit, USUAL_ROWS);
  }

  /// @param found what was read of the model
  /// @throws demarche.states.TooLarge if values have too many digits
  /// @throws java.util.concurrent.CancellationException once the run is stopped
  public Answer examine(Model model, Found found, Run run) {
    Scales scales = unit == Unit.U ? Scales.of(model, found) : Scales.RAW;
    Deals deals = Deals.of(scales.apply(found.bargain()), run);
    DealsWords words = new DealsWords(model, found, deals, scales, rows);
    return new Answer(
        KEY,
        "What could be agreed",
        words.findings(),
        new DealsData(model, found, deals, scales).data(rows),
        method(scales));
  }

  private static List<Sentence> method(Scales scales) {
    List<Sentence> method = new ArrayList<>();
    method.add(
        say(
            "Values add up option by option, so frontier and points are found issue by issue, exactly;"
                + " no state was listed. Whether deals would hold, and what bodies would bless, was"
                + " not asked. Gains are exact numbers, rounded here, in {}",
            new Slot.Plain(scales.meaning())));
    if (!scales.reason().isEmpty()) {
      method.add(say("They are not in u: {}", new Slot.Plain(scales.reason())));
    }
    return method;
  }
}
