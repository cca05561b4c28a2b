package demarche.store;

import static demarche.finding.Sentence.say;

import demarche.ensemble.Span;
import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.store.Comparison.Contrast;
import demarche.store.Comparison.Difference;
import demarche.store.Summary.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Runs for people.
public final class RunsFindings {
  private static final int MOST_RANGES = 6;

  private RunsFindings() {}

  /// @param store its name
  public static List<Finding> list(List<StoredRun> runs, String store) {
    Sentence count =
        say("{} in {}", new Slot.Count(runs.size(), "run", "runs"), new Slot.Plain(store));
    if (runs.isEmpty()) {
      Sentence none = say("No runs are stored in {}", new Slot.Plain(store));
      return List.of(section(none, List.of(), List.of()));
    }
    List<String> headers =
        List.of("run", "scenario", "variant", "draws", "seed", "started", "complete");
    return List.of(
        section(
            count,
            List.of(),
            List.of(
                new Figure.Table("", headers, runs.stream().map(RunsFindings::line).toList()))));
  }

  private static List<Sentence> line(StoredRun run) {
    var design = run.design();
    return cells(
        run.id(),
        design.title(),
        design.variant(),
        run.isComplete()
            ? "%,d".formatted(run.done())
            : "%,d of %,d".formatted(run.done(), design.runs()),
        Long.toString(design.seed()),
        Told.when(run.started()),
        run.isComplete() ? "yes" : "no");
  }

  private static List<Sentence> cells(String... texts) {
    return Stream.of(texts).map(t -> say("{}", new Slot.Plain(t))).toList();
  }

  private static Finding section(Sentence said, List<Sentence> reasons, List<Figure> figures) {
    return new Finding("runs", Prominence.SECTION, said, reasons, figures);
  }

  public static List<Finding> of(Profile profile) {
    List<Finding> findings = new ArrayList<>(List.of(head(profile)));
    if (!profile.inputs().isEmpty()) {
      findings.add(
          shown(
              new Figure.Table(
                  "Inputs",
                  List.of("input", "what it is", "least", "mean", "most"),
                  profile.inputs().stream().map(RunsFindings::input).toList()),
              say("What the draws had as inputs")));
    }
    yesNo(profile).ifPresent(findings::add);
    numbers(profile).ifPresent(findings::add);
    words(profile).ifPresent(findings::add);
    return findings;
  }

  private static Finding shown(Figure.Table table, Sentence said) {
    return section(said, List.of(), List.of(table));
  }

  private static Finding head(Profile profile) {
    StoredRun run = profile.run();
    var design = run.design();
    Sentence said =
        say(
            "Run {} of {}{}: {}",
            new Slot.Plain(run.id()),
            new Slot.Quoted(design.title()),
            new Slot.Plain(
                design.variant().isEmpty() ? "" : ", variant '" + design.variant() + "'"),
            new Slot.Plain(
                run.isComplete()
                    ? "complete, %,d draws".formatted(run.done())
                    : "%,d of %,d draws".formatted(run.done(), design.runs())));
    List<Sentence> reasons = new ArrayList<>();
    reasons.add(
        say(
            "Seed {}, sampling {}, started {} with version {}",
            new Slot.Plain(Long.toString(design.seed())),
            new Slot.Plain(design.sampling().key()),
            new Slot.Plain(Told.when(run.started())),
            new Slot.Plain(design.version())));
    reasons.add(
        say(
            "The file was {}, its sha256 {}",
            new Slot.Plain(design.file()),
            new Slot.Plain(design.sha256())));
    if (!profile.missing().isEmpty()) reasons.add(missing(profile.missing()));
    return section(said, reasons, List.of());
  }

  private static Sentence missing(List<Span> missing) {
    List<Slot> ranges =
        new ArrayList<>(
            missing.stream()
                .limit(MOST_RANGES)
                .<Slot>map(d ->
                    new Slot.Plain(d.count() == 1 ? "" + d.first() : d.first() + " to " + d.last()))
                .toList());
    int left = missing.size() - ranges.size();
    if (left > 0) ranges.add(new Slot.Count(left, "more range", "more ranges"));
    return say("Still to be done: draws {}", new Slot.Several(ranges));
  }

  private static List<Sentence> input(Summary summary) {
    String[] told =
        switch (summary.shape()) {
          case Shape.Empty() -> new String[] {"", "no draws", ""};
          case Shape.Numbers n ->
              new String[] {Told.number(n.least()), Told.number(n.mean()), Told.number(n.most())};
          case Shape.Yes(long yes, var _) ->
              new String[] {"", "yes in " + Told.share(yes, summary.answered()), ""};
          case Shape.Words(var words) ->
              new String[] {"", Told.frequencies(words, summary.answered()), ""};
        };
    return cells(summary.column().key(), summary.column().words(), told[0], told[1], told[2]);
  }

  private static Optional<Finding> yesNo(Profile profile) {
    List<List<Sentence>> rows = new ArrayList<>();
    for (Summary summary : profile.findings()) {
      if (!(summary.shape() instanceof Shape.Yes(long yes, Interval interval))) continue;
      rows.add(
          cells(
              summary.column().key(),
              summary.column().words(),
              "%,d".formatted(summary.answered()),
              Told.share(yes, summary.answered()),
              Told.shares(interval)));
    }
    return table(
        "Findings that hold or not",
        List.of("finding", "what it is", "draws", "yes", "95 % interval"),
        rows,
        say("In which share of the draws with an answer each holds"));
  }

  private static Optional<Finding> numbers(Profile profile) {
    List<List<Sentence>> rows = new ArrayList<>();
    for (Summary summary : profile.findings()) {
      if (!(summary.shape() instanceof Shape.Numbers n)) continue;
      rows.add(
          cells(
              summary.column().key(),
              summary.column().words(),
              "%,d".formatted(summary.answered())
                  + (n.infinite() == 0 ? "" : ", %,d infinite".formatted(n.infinite())),
              Told.number(n.mean())
                  + summary.meanInterval().map(i -> " (" + Told.interval(i) + ")").orElse(""),
              Told.number(n.sd()),
              Told.number(n.quantiles().get(2)),
              Told.number(n.quantiles().get(0)) + " to " + Told.number(n.quantiles().get(4))));
    }
    return table(
        "Findings that are numbers",
        List.of(
            "finding", "what it is", "draws", "mean (95 % interval)", "sd", "median", "5 to 95 %"),
        rows,
        say("What the draws with an answer found; mean and sd leave infinite ones out"));
  }

  private static Optional<Finding> words(Profile profile) {
    List<List<Sentence>> rows = new ArrayList<>();
    for (Summary summary : profile.findings()) {
      if (!(summary.shape() instanceof Shape.Words(var words))) continue;
      rows.add(
          cells(
              summary.column().key(),
              summary.column().words(),
              "%,d".formatted(summary.answered()),
              Told.frequencies(words, summary.answered())));
    }
    return table(
        "Findings in words",
        List.of("finding", "what it is", "draws", "most often"),
        rows,
        say("What the draws with an answer found, the most frequent first"));
  }

  private static Optional<Finding> table(
      String title, List<String> headers, List<List<Sentence>> rows, Sentence said) {
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(shown(new Figure.Table(title, headers, rows), said));
  }

  public static List<Finding> of(Comparison comparison) {
    String one = comparison.first().id();
    String other = comparison.second().id();
    List<Sentence> reasons = new ArrayList<>(List.of(pairing(comparison)));
    for (Difference d : comparison.differing()) reasons.add(differing(d, one, other));
    only(comparison.onlyFirst(), one).ifPresent(reasons::add);
    only(comparison.onlySecond(), other).ifPresent(reasons::add);
    Sentence said = say("{} against {}", new Slot.Plain(other), new Slot.Plain(one));
    if (comparison.both().isEmpty()) {
      reasons.add(say("They have no finding in common"));
      return List.of(section(said, reasons, List.of()));
    }
    List<String> headers =
        List.of("finding", "what it is", one, other, "difference", "95 % interval", "differ in");
    return List.of(
        section(said, reasons, List.of()),
        shown(
            new Figure.Table(
                "Findings", headers, comparison.both().stream().map(RunsFindings::row).toList()),
            say("Shares and means; the difference is {} less {}", plain(other), plain(one))));
  }

  private static Slot plain(String text) {
    return new Slot.Plain(text);
  }

  private static Sentence pairing(Comparison comparison) {
    return switch (comparison.pairing()) {
      case COMMON ->
          say(
              "Both have the same seed, sampling and inputs: their draws are compared one by one, each"
                  + " with the same luck in both");
      case NONE ->
          say(
              "Their draws are independent of each other: with the same seed, sampling and inputs"
                  + " differences would be told more sharply");
    };
  }

  private static Sentence differing(Difference d, String one, String other) {
    return d.what().equals("inputs")
        ? say(
            "They differ in inputs; only {} has: {}; only {} has: {}",
            plain(one),
            plain(d.first().isEmpty() ? "none" : d.first()),
            plain(other),
            plain(d.second().isEmpty() ? "none" : d.second()))
        : say(
            "They differ in {}: {} and {}",
            plain(d.what()),
            plain(Told.orNone(d.first())),
            plain(Told.orNone(d.second())));
  }

  private static Optional<Sentence> only(List<String> keys, String run) {
    return keys.isEmpty()
        ? Optional.empty()
        : Optional.of(
            say(
                "Only {} has {}",
                plain(run),
                new Slot.Several(keys.stream().map(RunsFindings::plain).toList())));
  }

  private static List<Sentence> row(Contrast c) {
    String changed = c.changed().map(n -> "%,d of %,d".formatted(n, c.first().draws())).orElse("");
    String[] told =
        switch (c.column().kind()) {
          case NUMBER ->
              new String[] {
                Told.number(c.first().value()),
                Told.number(c.second().value()),
                Told.signed(c.difference()),
                c.interval().map(Told::interval).orElse("")
              };
          case YES_NO ->
              new String[] {
                Told.share(c.first().value()),
                Told.share(c.second().value()),
                Told.points(c.difference()),
                c.interval().map(Told::points).orElse("")
              };
          case WORD -> new String[] {word(c.first()), word(c.second()), "", ""};
        };
    return cells(c.column().key(), c.column().words(), told[0], told[1], told[2], told[3], changed);
  }

  private static String word(Comparison.Side side) {
    return (side.word() + " " + Told.share(side.value())).strip();
  }
}
