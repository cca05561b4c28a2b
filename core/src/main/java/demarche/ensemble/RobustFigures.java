package demarche.ensemble;

import static demarche.finding.Sentence.say;

import demarche.ensemble.Robustness.Shared;
import demarche.ensemble.Robustness.Spanned;
import demarche.ensemble.sensitivity.Screen.Effect;
import demarche.ensemble.sensitivity.Share;
import demarche.finding.Figure;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// How sure findings are, and what they hinge on, in pictures. Only what draws differ about is in
/// them.
record RobustFigures(Robustness robustness) {
  private static final int MOST_LINES = 24;
  private static final int MOST_FUNNELS = 6;
  private static final int MOST_SWINGS = 10;
  private static final String STRENGTH =
      "strength from 0 to 1, positive where more of the input makes it likelier";
  private static final String FIRST_ORDER =
      "first-order index: share of the variance that would go if the input were known; the strength"
          + " is positive where more of the input gives more";

  /// Shares with their intervals, the least sure first.
  Optional<Figure> shares() {
    return intervals(
        "Shares of draws and their intervals",
        "%",
        openShares().map(RobustFigures::share).toList(),
        "Dot: share of draws in which it is so; line: interval of 95 %; mark: at the file's values,"
            + " 100 % where it is so and 0 % where not");
  }

  /// Numbers with their quantiles, each on a scale of its own.
  Optional<Figure> numbers() {
    return intervals(
        "Where numbers lie",
        "",
        openSpans().map(RobustFigures::number).toList(),
        "Dot: median of the draws; line: from the number that 5 % of draws are below to that which"
            + " 5 % are above; mark: at the file's values; each line has its own scale");
  }

  private static Optional<Figure> intervals(
      String title, String unit, List<Figure.Interval> lines, String legend) {
    if (lines.isEmpty()) return Optional.empty();
    int left = Math.max(0, lines.size() - MOST_LINES);
    return Optional.of(
        new Figure.Intervals(
            title,
            unit,
            lines.subList(0, lines.size() - left),
            say(legend),
            left == 0 ? say("") : say("The table tells {}", new Slot.Count(left, "more", "more"))));
  }

  /// What those hinge on that draws differ about, the least sure first.
  Optional<Figure> hinges() {
    List<Figure.Funnel> funnels = new ArrayList<>();
    openShares().filter(f -> !f.found().isEmpty()).forEach(f -> funnels.add(strengths(f)));
    openSpans().map(this::indices).filter(f -> !f.swings().isEmpty()).forEach(funnels::add);
    if (funnels.isEmpty()) return Optional.empty();
    return Optional.of(
        new Figure.Tornado(
            "What findings hinge on", funnels.stream().limit(MOST_FUNNELS).toList()));
  }

  private Stream<Robustness.Finding> openShares() {
    return robustness.findings().stream()
        .filter(f -> f.spread() instanceof Shared(Share s) && s.isOpen())
        .sorted(
            Comparator.comparingDouble(f -> Math.abs(((Shared) f.spread()).share().share() - 0.5)));
  }

  private Stream<Robustness.Finding> openSpans() {
    return robustness.findings().stream()
        .filter(f ->
            f.spread() instanceof Spanned s
                && s.low() < s.high()
                && Double.isFinite(s.low())
                && Double.isFinite(s.high()));
  }

  private static Figure.Interval share(Robustness.Finding finding) {
    Share share = ((Shared) finding.spread()).share();
    return new Figure.Interval(
        finding.column().words(),
        new Figure.Span(0, 100),
        100 * share.share(),
        new Figure.Span(100 * share.low(), 100 * share.high()),
        finding.base() instanceof Cell.YesNo(boolean yes) ? (yes ? 100 : 0) : Double.NaN,
        say(
            "{}, file: {}",
            Digits.percent(share.share()),
            new Slot.Plain(Digits.of(finding.base()))));
  }

  private static Figure.Interval number(Robustness.Finding finding) {
    Spanned span = (Spanned) finding.spread();
    double base =
        finding.base() instanceof Cell.Amount(double value) && Double.isFinite(value)
            ? value
            : Double.NaN;
    double[] all =
        DoubleStream.of(span.low(), span.high(), base).filter(Double::isFinite).sorted().toArray();
    return new Figure.Interval(
        finding.column().words(),
        new Figure.Span(all[0], all[all.length - 1]),
        span.median(),
        new Figure.Span(span.low(), span.high()),
        base,
        say(
            "{}, file: {}",
            new Slot.Plain(Digits.of(span.median())),
            new Slot.Plain(Digits.of(finding.base()))));
  }

  private Figure.Funnel strengths(Robustness.Finding finding) {
    return new Figure.Funnel(
        finding.column().words(),
        STRENGTH,
        finding.found().stream()
            .limit(MOST_SWINGS)
            .map(e -> swing(e, e.strength(), say("{}", signed(e, e.strength()))))
            .toList());
  }

  /// An input that is one of several has no first-order index, and so no bar.
  private Figure.Funnel indices(Robustness.Finding finding) {
    Spanned span = (Spanned) finding.spread();
    return new Figure.Funnel(
        finding.column().words(),
        FIRST_ORDER,
        finding.found().stream()
            .filter(e -> !Double.isNaN(span.firstOrder().get(e.input())))
            .sorted(Comparator.comparingDouble(e -> -span.firstOrder().get(e.input())))
            .limit(MOST_SWINGS)
            .map(e -> {
              double index = span.firstOrder().get(e.input());
              Sentence told = say("{}, strength {}", number(index), signed(e, e.strength()));
              return swing(e, index, told);
            })
            .toList());
  }

  private Figure.Swing swing(Effect effect, double length, Sentence told) {
    return new Figure.Swing(
        robustness.inputColumns().get(effect.input()).words(),
        effect.sign() > 0
            ? Figure.Course.RISING
            : effect.sign() < 0 ? Figure.Course.FALLING : Figure.Course.UNORDERED,
        Math.clamp(length, 0, 1),
        told);
  }

  private static Slot signed(Effect effect, double number) {
    String sign = effect.sign() > 0 ? "+" : effect.sign() < 0 ? "-" : "";
    return new Slot.Plain(sign + String.format(Locale.ROOT, "%.2f", number));
  }

  private static Slot number(double number) {
    return new Slot.Plain(String.format(Locale.ROOT, "%.2f", number));
  }
}
