package demarche.ensemble;

import static demarche.ensemble.RobustWords.share;
import static demarche.finding.Sentence.say;

import demarche.ensemble.Robustness.Spanned;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What draws come to, in a sentence.
final class RobustHeadline {
  /// More than these are counted.
  private static final int MOST = 3;

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

  /// What is in most draws otherwise than at the values of the file, the surest of that first.
  ///
  /// @param all that is a yes or no
  static List<Sentence> otherwise(List<Robustness.Finding> all) {
    List<Robustness.Finding> otherwise =
        all.stream()
            .filter(f -> share(f).answered() > 0 && upheld(f) < 0.5)
            .sorted(Comparator.comparingDouble(RobustHeadline::upheld))
            .toList();
    if (otherwise.isEmpty()) return List.of();
    List<Slot> named = new ArrayList<>();
    for (Robustness.Finding finding : otherwise.subList(0, Math.min(MOST, otherwise.size()))) {
      named.add(
          new Slot.Clause(
              say(
                  "{} ({} of draws)",
                  new Slot.Plain(finding.column().words()),
                  Digits.percent(share(finding).share()))));
    }
    int more = otherwise.size() - named.size();
    if (more > 0) named.add(new Slot.Count(more, "more", "more"));
    return List.of(
        say(
            "In most draws {} otherwise than at the file's values: {}",
            new Slot.Count(otherwise.size(), "is", "are"),
            new Slot.Several(named)));
  }

  private static boolean isSo(Robustness.Finding finding) {
    return finding.base() instanceof Cell.YesNo(boolean so) && so;
  }

  /// In which share of draws it is as in the base analysis.
  private static double upheld(Robustness.Finding finding) {
    return isSo(finding) ? share(finding).share() : 1 - share(finding).share();
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
