package demarche.ensemble;

import static demarche.finding.Sentence.say;

import demarche.ensemble.Robustness.Spanned;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import java.util.Comparator;

/// What draws come to, in a sentence.
final class RobustHeadline {
  private RobustHeadline() {}

  /// @param all how many findings are a yes or no
  /// @param certain those among them that are the same in every draw
  static Sentence of(Robustness robustness, int all, long certain) {
    Slot draws = new Slot.Count(robustness.draws(), "draw", "draws");
    if (all == 0) return widest(robustness, draws);
    return say(
        "Over {}, {} of {} come out the same every time",
        draws,
        new Slot.Count(certain, "", ""),
        new Slot.Count(all, "findings", "findings"));
  }

  /// Where nothing is a mere yes or no: the number that lies widest, for its size.
  private static Sentence widest(Robustness robustness, Slot draws) {
    return robustness.findings().stream()
        .filter(f -> f.spread() instanceof Spanned)
        .filter(f -> ((Spanned) f.spread()).answered() > 0)
        .max(Comparator.comparingDouble(RobustHeadline::width))
        .map(f -> {
          Spanned span = (Spanned) f.spread();
          return say(
              "Over {}, {} is {} to {} in nine of ten, {} at the file's values",
              draws,
              new Slot.Plain(f.column().words()),
              new Slot.Plain(Digits.of(span.low())),
              new Slot.Plain(Digits.of(span.high())),
              new Slot.Plain(Digits.of(f.base())));
        })
        .orElseGet(() -> say("Over {}, no finding is a yes or no or a number", draws));
  }

  private static double width(Robustness.Finding finding) {
    Spanned span = (Spanned) finding.spread();
    double most = Math.max(Math.abs(span.low()), Math.abs(span.high()));
    return most == 0 ? 0 : (span.high() - span.low()) / most;
  }
}
