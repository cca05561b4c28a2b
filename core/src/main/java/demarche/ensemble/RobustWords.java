package demarche.ensemble;

import static demarche.finding.Sentence.say;

import demarche.ensemble.Robustness.Shared;
import demarche.ensemble.Robustness.Spanned;
import demarche.ensemble.Robustness.Worded;
import demarche.ensemble.sensitivity.Likelihood;
import demarche.ensemble.sensitivity.Prim;
import demarche.ensemble.sensitivity.Screen.Effect;
import demarche.ensemble.sensitivity.Share;
import demarche.finding.Answer;
import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.model.Input;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How sure findings are, in words.
///
/// @param likelihood the words for shares
public record RobustWords(Robustness robustness, Likelihood likelihood) {
  private static final String KEY = "robustness";
  private static final int MOST_HINGES = 2;
  private static final int MOST_BOXES = 6;
  private static final int MOST_LIMITS = 4;

  public Answer answer() {
    List<Finding> findings = new ArrayList<>();
    findings.add(shares());
    if (!spans().isEmpty()) findings.add(numbers());
    if (!words().isEmpty()) findings.add(worded());
    pictures().hinges().ifPresent(figure -> findings.add(hingesOf(figure)));
    findings.addAll(boxes());
    if (!robustness.findings().stream().allMatch(f -> f.found().isEmpty()))
      findings.add(evidence());
    return new Answer(KEY, "How sure", findings, RobustData.of(robustness, likelihood), method());
  }

  private RobustFigures pictures() {
    return new RobustFigures(robustness);
  }

  private List<Robustness.Finding> of(Class<? extends Robustness.Spread> kind) {
    return robustness.findings().stream().filter(f -> kind.isInstance(f.spread())).toList();
  }

  private List<Robustness.Finding> spans() {
    return of(Spanned.class);
  }

  private List<Robustness.Finding> words() {
    return of(Worded.class);
  }

  static Share share(Robustness.Finding finding) {
    return ((Shared) finding.spread()).share();
  }

  private Finding shares() {
    List<Robustness.Finding> all = of(Shared.class);
    long certain =
        all.stream().map(RobustWords::share).filter(s -> s.answered() > 0 && !s.isOpen()).count();
    return new Finding(
        "shares",
        Prominence.HEADLINE,
        RobustHeadline.of(robustness, all.size(), certain),
        RobustHeadline.otherwise(all),
        Stream.of(
                pictures().shares(),
                table("Share of draws, the least sure first", all, RobustWords::isOpen),
                table("The same in every draw", all, f -> !isOpen(f)))
            .flatMap(Optional::stream)
            .toList());
  }

  /// Whether draws differ about it.
  private static boolean isOpen(Robustness.Finding finding) {
    return share(finding).isOpen();
  }

  private Optional<Figure> table(
      String title, List<Robustness.Finding> all, Predicate<Robustness.Finding> told) {
    List<List<Sentence>> rows =
        all.stream()
            .filter(told)
            .sorted(Comparator.comparingDouble(f -> Math.abs(share(f).share() - 0.5)))
            .map(this::row)
            .toList();
    if (rows.isEmpty()) return Optional.empty();
    return Optional.of(
        new Figure.Table(
            title,
            List.of("finding", "file", "draws", "95 %", "in words", "hinges most on"),
            rows));
  }

  private List<Sentence> row(Robustness.Finding finding) {
    Share share = share(finding);
    return List.of(
        Digits.plain(finding.column().words()),
        Digits.plain(Digits.of(finding.base())),
        share.answered() == 0 ? Digits.plain("-") : say("{}", Digits.percent(share.share())),
        Digits.plain(share.answered() == 0 ? "-" : interval(share)),
        Digits.plain(likelihood.of(share)),
        hinges(finding));
  }

  private static String interval(Share share) {
    return String.format(Locale.ROOT, "%.1f to %.1f", 100 * share.low(), 100 * share.high());
  }

  /// The inputs that a finding goes with most.
  private Sentence hinges(Robustness.Finding finding) {
    if (finding.spread() instanceof Shared(var share)
        && (share.yes() == 0 || share.yes() == share.answered())) {
      return Digits.plain("");
    }
    if (finding.spread() instanceof Spanned span && span.low() == span.high())
      return Digits.plain("");
    List<Effect> found = finding.found();
    if (found.isEmpty()) return Digits.plain("no input beyond chance");
    Sentence told = Digits.plain("");
    for (int k = 0; k < Math.min(MOST_HINGES, found.size()); k++) {
      Effect effect = found.get(k);
      told =
          told.then(
              (k == 0 ? "" : ", ") + "{} ({})",
              new Slot.Plain(name(effect.input())),
              new Slot.Plain(strength(effect)));
    }
    return told;
  }

  private String name(int input) {
    return robustness.inputColumns().get(input).words();
  }

  private static String strength(Effect effect) {
    return (effect.sign() < 0 ? "-" : effect.sign() > 0 ? "+" : "")
        + String.format(Locale.ROOT, "%.2f", effect.strength());
  }

  private Finding numbers() {
    List<List<Sentence>> rows = new ArrayList<>();
    for (Robustness.Finding finding : spans()) {
      Spanned span = (Spanned) finding.spread();
      rows.add(
          List.of(
              Digits.plain(finding.column().words()),
              Digits.plain(Digits.of(finding.base())),
              Digits.plain(Digits.of(span.mean())),
              Digits.plain(Digits.of(span.low())),
              Digits.plain(Digits.of(span.median())),
              Digits.plain(Digits.of(span.high())),
              hinges(finding)));
    }
    return new Finding(
        "numbers",
        Prominence.SECTION,
        say("Where numbers lie over the draws"),
        List.of(),
        Stream.concat(
                pictures().numbers().stream(),
                Stream.of(
                    new Figure.Table(
                        "Numbers",
                        List.of(
                            "number", "file", "mean", "5 %", "median", "95 %", "hinges most on"),
                        rows)))
            .toList());
  }

  private static Finding hingesOf(Figure figure) {
    return new Finding(
        "hinges",
        Prominence.DETAIL,
        say(
            "Inputs that findings go with beyond chance, the strongest first, of the findings that"
                + " draws differ about most"),
        List.of(),
        List.of(figure));
  }

  private Finding worded() {
    List<List<Sentence>> rows = new ArrayList<>();
    for (Robustness.Finding finding : words()) {
      for (Robustness.Count count : ((Worded) finding.spread()).counts()) {
        rows.add(
            List.of(
                Digits.plain(finding.column().words()),
                Digits.plain(count.word().isEmpty() ? "none" : count.word()),
                say("{}", Digits.percent(count.share().share()))));
      }
    }
    return new Finding(
        "words",
        Prominence.SECTION,
        say("Which answers occur"),
        List.of(),
        List.of(new Figure.Table("Answers", List.of("question", "answer", "draws"), rows)));
  }

  /// Where findings that are not sure are otherwise than at the file's values.
  private List<Finding> boxes() {
    return robustness.findings().stream()
        .filter(f -> f.against().isPresent())
        .limit(MOST_BOXES)
        .map(f ->
            new Finding(
                "box/" + f.column().key(),
                Prominence.SECTION,
                box(f.column(), f.against().get()),
                List.of(),
                List.of()))
        .toList();
  }

  private Sentence box(Column column, Prim.Box box) {
    List<Slot> limits = new ArrayList<>();
    box.limits().stream()
        .limit(MOST_LIMITS)
        .forEach(limit -> limits.add(new Slot.Plain(limit(limit))));
    return say(
        "It is otherwise mostly where {}: {} of these draws, {} of all such: {}",
        new Slot.Several(limits),
        Digits.percent(box.density()),
        Digits.percent(box.coverage()),
        new Slot.Plain(column.words()));
  }

  private String limit(Prim.Limit limit) {
    Column column = robustness.inputColumns().get(limit.input());
    return switch (limit) {
      case Prim.Range(int _, double low, double high) when Double.isInfinite(low) ->
          "%s is at most %s".formatted(column.words(), Digits.of(high));
      case Prim.Range(int _, double low, double high) when Double.isInfinite(high) ->
          "%s is at least %s".formatted(column.words(), Digits.of(low));
      case Prim.Range(int _, double low, double high) ->
          "%s is from %s to %s".formatted(column.words(), Digits.of(low), Digits.of(high));
      case Prim.Among(int _, var values) when column.kind() == Column.Kind.YES_NO ->
          column.words() + (values.contains(1.0) ? " is so" : " is not so");
      case Prim.Among(int input, var values) ->
          values.stream()
              .map(v -> robustness.inputWords().get(input).get(v.intValue()))
              .collect(Collectors.joining(" or ", column.words() + " is ", ""));
    };
  }

  /// The inputs that matter, those with the weakest sources first.
  private Finding evidence() {
    List<Weight> weights = new ArrayList<>();
    for (int i = 0; i < robustness.inputs().size(); i++) {
      int input = i;
      List<Effect> effects =
          robustness.findings().stream()
              .flatMap(f -> f.found().stream())
              .filter(e -> e.input() == input)
              .toList();
      if (effects.isEmpty()) continue;
      double most = effects.stream().mapToDouble(Effect::strength).max().orElse(0);
      weights.add(new Weight(input, robustness.inputs().get(i), effects.size(), most));
    }
    weights.sort(
        Comparator.comparing(Weight::support)
            .thenComparing(Comparator.comparingDouble(Weight::most).reversed()));
    long unsourced = weights.stream().filter(w -> w.support() == Support.NONE).count();
    List<List<Sentence>> rows =
        weights.stream()
            .map(w ->
                List.of(
                    Digits.plain(name(w.place)),
                    Digits.plain(w.support().words),
                    say("{}", new Slot.Count(w.findings, "", "")),
                    Digits.plain(String.format(Locale.ROOT, "%.2f", w.most))))
            .toList();
    return new Finding(
        "evidence",
        Prominence.SECTION,
        say(
            "{} of {} that findings hinge on cite no source",
            new Slot.Count(unsourced, "", ""),
            new Slot.Count(weights.size(), "inputs", "inputs")),
        List.of(),
        List.of(
            new Figure.Table(
                "What to look up first",
                List.of("input", "sources", "findings", "strongest"),
                rows)));
  }

  private enum Support {
    NONE("none"),
    CONTESTED("some speak against"),
    SOURCED("cited");

    private final String words;

    Support(String words) {
      this.words = words;
    }
  }

  private record Weight(int place, Input input, int findings, double most) {
    Support support() {
      if (input.isContested()) return Support.CONTESTED;
      return input.isSourced() ? Support.SOURCED : Support.NONE;
    }
  }

  private List<Sentence> method() {
    Design design = robustness.design();
    List<Sentence> method = new ArrayList<>();
    method.add(
        say(
            "{} of {} draws of {}, {} points, seed {}: draw k depends on the seed and k alone",
            new Slot.Count(robustness.draws(), "", ""),
            new Slot.Count(design.runs(), "", ""),
            new Slot.Count(robustness.inputs().size(), "uncertain input", "uncertain inputs"),
            new Slot.Plain(design.sampling().key()),
            new Slot.Plain(String.valueOf(design.seed()))));
    method.add(
        say(
            "Inputs are drawn independently; a share says how much of the stated ranges agrees, not"
                + " how likely the world is"));
    method.add(
        say(
            "Intervals are Wilson's; strengths are distances or correlations of ranks from 0 to 1,"
                + " told where chance alone would give as much for any input in at most 1 of 20"
                + " ensembles"));
    return method;
  }
}
