package demarche.lens.forecast;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.model.Target;
import demarche.scenario.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Tells how likely each target is, beside its baselines.
final class ForecastWords {
  private static final int MOST_NAMED = 3;
  private static final double LEAST_PART = 0.05;

  private final Forecast forecast;
  private final List<Against> against;
  private final Telling telling;

  ForecastWords(Forecast forecast, List<Against> against) {
    this.forecast = forecast;
    this.against = against;
    this.telling = new Telling(forecast);
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>(List.of(headline()));
    if (!forecast.targets().isEmpty()) findings.add(targets());
    if (!rising().isEmpty()) findings.add(curves());
    if (!forecast.premises().measures().isEmpty()) findings.add(measures());
    against.forEach(a -> findings.add(compared(a)));
    return findings;
  }

  private Slot horizon() {
    return new Slot.Plain(forecast.premises().drift().dynamics().horizon());
  }

  /// Targets that do not hold now and can come, the likeliest first.
  private List<Integer> open() {
    return telling.targets().stream()
        .filter(t -> !forecast.holdsNow(t) && forecast.isReachable(t))
        .sorted(Comparator.comparingDouble(t -> -forecast.probability(t).value()))
        .toList();
  }

  private Finding headline() {
    List<Integer> open = open();
    return new Finding("forecast", Prominence.HEADLINE, statement(open), others(open), List.of());
  }

  private Sentence statement(List<Integer> open) {
    if (forecast.targets().isEmpty()) {
      return say("The file names no target, so the forecast tells measures and states alone");
    }
    if (open.isEmpty()) {
      return say("No target of the file can still come: each holds already or is out of reach");
    }
    return say(
        "Within {}, if the file's tempo, sharpness and hazards are right: {}",
        horizon(),
        new Slot.Several(
            open.stream().limit(MOST_NAMED).<Slot>map(t -> new Slot.Clause(inShort(t))).toList()));
  }

  /// What is less likely, and what is out of reach.
  private List<Sentence> others(List<Integer> open) {
    List<Sentence> reasons = new ArrayList<>();
    List<Slot> less =
        open.stream().skip(MOST_NAMED).<Slot>map(t -> new Slot.Clause(briefly(t))).toList();
    if (!less.isEmpty()) reasons.add(say("Less likely: {}", new Slot.Several(less)));
    List<Slot> never =
        telling.targets().stream()
            .filter(t -> !forecast.isReachable(t))
            .map(telling::target)
            .toList();
    if (!never.isEmpty()) {
      reasons.add(say("Out of reach, whatever the numbers: {}", new Slot.Several(never)));
    }
    return reasons;
  }

  private Sentence inShort(int target) {
    return say(
        "{} comes with {}, with {} if all moved by chance",
        telling.target(target),
        Telling.share(forecast.probability(target)),
        Telling.share(forecast.blind().probability(target)));
  }

  private Sentence briefly(int target) {
    return say("{} {}", telling.target(target), Telling.share(forecast.probability(target)));
  }

  private Finding targets() {
    List<List<Sentence>> rows = new ArrayList<>();
    for (int t : telling.targets()) rows.add(row(t));
    return new Finding(
        "targets",
        Prominence.SECTION,
        say(
            "How likely each target is to come within {}; beside it what would be said without looking at"
                + " anybody's wishes: that all move by chance, that all stays as it is, and how often such"
                + " a thing happens (the base rate of the file, taken for the whole time). Then that it"
                + " holds at the end, and by when it is as likely as not to have come",
            horizon()),
        telling.targets().stream().flatMap(t -> lastSteps(t).stream()).toList(),
        List.of(
            new Figure.Table(
                "What may come",
                List.of(
                    "target",
                    "comes",
                    "by chance",
                    "staying put",
                    "base rate",
                    "at the end",
                    "half by"),
                rows)));
  }

  private List<Sentence> row(int t) {
    Target target = forecast.targets().get(t);
    return List.of(
        say("{}", new Slot.Plain(target.name())),
        comes(t),
        forecast.holdsNow(t) ? say("") : known(t, Telling.share(forecast.blind().probability(t))),
        say("{}", Telling.share(forecast.holdsNow(t) ? 1 : 0)),
        target.baseRate().isEmpty()
            ? say("none")
            : say("{}", Telling.share(target.baseRate().getFirst().doubleValue())),
        known(t, Telling.share(forecast.atHorizon(t))),
        forecast.median(t).isEmpty()
            ? say("later")
            : say("{}", Telling.time(forecast.median(t).getFirst())));
  }

  /// Nothing is said of what is out of reach.
  private Sentence known(int target, Slot number) {
    return forecast.isReachable(target) ? say("{}", number) : say("");
  }

  private Sentence comes(int target) {
    if (forecast.holdsNow(target)) return say("holds now");
    return forecast.isReachable(target)
        ? say("{}", Telling.share(forecast.probability(target)))
        : say("out of reach");
  }

  /// Who takes the step with which it comes, and when on average.
  private List<Sentence> lastSteps(int target) {
    double probability = forecast.probability(target).value();
    if (forecast.holdsNow(target) || probability <= 0) return List.of();
    List<Estimate> last = forecast.lastSteps(target);
    List<Slot> parts =
        IntStream.range(0, last.size())
            .boxed()
            .filter(c -> last.get(c).value() >= LEAST_PART * probability)
            .sorted(Comparator.comparingDouble(c -> -last.get(c).value()))
            .<Slot>map(c ->
                new Slot.Clause(
                    say(
                        "{} in {}",
                        telling.cause(c),
                        Telling.share(last.get(c).value() / probability))))
            .toList();
    return List.of(
        say(
            "Where {} comes, it does so after {} on average, and the last step is taken by {}",
            telling.target(target),
            Telling.time(forecast.meanTime(target)),
            new Slot.Several(parts)));
  }

  private List<Integer> rising() {
    return open().stream().filter(t -> forecast.probability(t).value() > 0).toList();
  }

  private Finding curves() {
    double years = forecast.premises().pace().years();
    List<Double> places =
        IntStream.rangeClosed(0, Timing.POINTS).mapToObj(i -> years * i / Timing.POINTS).toList();
    double most =
        rising().stream().mapToDouble(t -> forecast.probability(t).high()).max().orElse(1);
    return new Finding(
        "curves",
        Prominence.SECTION,
        say("How likely each target has come by which time, from now to {}", horizon()),
        List.of(),
        List.of(
            new Figure.Curves(
                "By which time",
                "years from now",
                "probability",
                places,
                new Figure.Span(0, most),
                rising().stream().map(this::curve).toList())));
  }

  private Figure.Curve curve(int target) {
    List<Estimate> curve = forecast.curve(target);
    return new Figure.Curve(
        forecast.targets().get(target).name(),
        curve.stream().map(Estimate::value).toList(),
        curve.getLast().isExact()
            ? List.of()
            : curve.stream().map(e -> new Figure.Span(e.low(), e.high())).toList(),
        say(
            "{} after half the time, {} at its end",
            Telling.share(curve.get(Timing.POINTS / 2)),
            Telling.share(curve.getLast())));
  }

  private Finding measures() {
    List<List<Sentence>> rows = new ArrayList<>();
    for (int m = 0; m < forecast.premises().measures().size(); m++) {
      Premises.Measure measure = forecast.premises().measures().get(m);
      String unit = unit(measure.id());
      double now = measure.of(forecast.space().levels(forecast.premises().start()));
      rows.add(
          List.of(
              say("{}", new Slot.Plain(measure.id())),
              say("{}", Telling.amount(Estimate.exact(now), unit)),
              say("{}", Telling.amount(forecast.expected(m), unit)),
              say("{}", Telling.amount(forecast.average(m), unit))));
    }
    return new Finding(
        "measures",
        Prominence.DETAIL,
        say("What measures are expected to be, {} from now and over that time", horizon()),
        List.of(),
        List.of(
            new Figure.Table(
                "Measures to come",
                List.of("measure", "now", "at the end", "over the time"),
                rows)));
  }

  private String unit(String measure) {
    return forecast.space().model().scenario().measures().stream()
        .filter(entry -> entry.id().text().equals(measure))
        .map(Scenario.MeasureEntry::unit)
        .findFirst()
        .orElse("");
  }

  private Finding compared(Against other) {
    List<List<Sentence>> rows = new ArrayList<>();
    for (Against.Row row : other.rows()) {
      rows.add(
          List.of(
              say("{}", new Slot.Plain(forecast.targets().get(row.target()).name())),
              say("{}", Telling.share(forecast.probability(row.target()))),
              say("{}", Telling.share(other.there().probability(row.place()))),
              say("{}", Telling.points(row.difference()))));
    }
    String here = forecast.space().model().scenario().head().variant();
    return new Finding(
        "against-" + other.variant(),
        Prominence.SECTION,
        say(
            "How much likelier each target is in the variant {} than in {}",
            new Slot.Plain(other.variant()),
            new Slot.Plain(here.isEmpty() ? "the file as written" : here)),
        List.of(),
        List.of(
            new Figure.Table(
                "Against " + other.variant(),
                List.of("target", "here", "there", "difference"),
                rows)));
  }
}
