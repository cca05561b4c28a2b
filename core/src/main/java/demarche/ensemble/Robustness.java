package demarche.ensemble;

import demarche.ensemble.sensitivity.FirstOrder;
import demarche.ensemble.sensitivity.Prim;
import demarche.ensemble.sensitivity.Screen;
import demarche.ensemble.sensitivity.Screen.Effect;
import demarche.ensemble.sensitivity.Screen.Scale;
import demarche.ensemble.sensitivity.Screen.Series;
import demarche.ensemble.sensitivity.Share;
import demarche.model.Input;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// How sure each finding is over the draws of an ensemble, and what it hinges on.
///
/// @param inputs what was drawn, as the base analysis has it
/// @param inputColumns the same as columns, in the same order
/// @param inputWords the words that occur in each of them, by their numbers
/// @param findings in the order of the design
/// @param draws how many there are
public record Robustness(
    Design design,
    List<Input> inputs,
    List<Column> inputColumns,
    List<List<String>> inputWords,
    List<Finding> findings,
    int draws) {
  /// A box is sought where at least so many draws, and so small a share, go against the base.
  private static final double LEAST_SHARE = 0.02;

  private static final int LEAST_CASES = 10;

  /// What became of one inquiry.
  ///
  /// @param base at the values of the file
  /// @param spread over the draws
  /// @param effects of the inputs, the strongest first
  /// @param against where it is otherwise than in the base analysis
  public record Finding(
      Column column, Cell base, Spread spread, List<Effect> effects, Optional<Prim.Box> against) {
    public Finding {
      effects = List.copyOf(effects);
    }

    /// The same lot may stand for an input in several variants: only the strongest is kept.
    private Finding withoutTwins(List<Input> inputs) {
      Set<String> seen = new HashSet<>();
      List<Effect> kept =
          effects.stream().filter(e -> seen.add(inputs.get(e.input()).key())).toList();
      return new Finding(column, base, spread, kept, against);
    }

    /// The inputs that it goes with beyond chance, the strongest first.
    public List<Effect> found() {
      return effects.stream().filter(Effect::isFound).toList();
    }
  }

  /// What a finding is over the draws.
  public sealed interface Spread {}

  /// In how many it is so.
  public record Shared(Share share) implements Spread {}

  /// Where it lies, with quantiles at 5, 50 and 95 %.
  ///
  /// @param firstOrder Sobol' index by input; NaN for an input without order
  public record Spanned(
      double mean, double low, double median, double high, int answered, List<Double> firstOrder)
      implements Spread {
    public Spanned {
      firstOrder = List.copyOf(firstOrder);
    }
  }

  /// Which word it has how often, the most frequent first.
  public record Worded(List<Count> counts) implements Spread {
    public Worded {
      counts = List.copyOf(counts);
    }
  }

  public record Count(String word, Share share) {}

  /// @param base what the base analysis says, in the order of the findings
  public static Robustness of(Ensemble ensemble, Sample sample, List<Cell> base) {
    Design design = ensemble.design();
    List<Series> inputs = new ArrayList<>();
    for (int i = 0; i < design.inputs().size(); i++) {
      inputs.add(new Series(scale(design.inputs().get(i)), sample.input(i)));
    }
    List<Finding> findings = new ArrayList<>();
    for (int f = 0; f < design.findings().size(); f++) {
      findings.add(
          finding(design.findings().get(f), base.get(f), f, sample, inputs)
              .withoutTwins(ensemble.inputs()));
    }
    List<List<String>> words =
        IntStream.range(0, inputs.size()).mapToObj(sample::inputWords).toList();
    return new Robustness(
        design, ensemble.inputs(), design.inputs(), words, findings, sample.size());
  }

  private static Scale scale(Column column) {
    return switch (column.kind()) {
      case NUMBER -> Scale.NUMBER;
      case YES_NO -> Scale.YES_NO;
      case WORD -> Scale.CATEGORY;
    };
  }

  private static Finding finding(
      Column column, Cell base, int place, Sample sample, List<Series> inputs) {
    Series series = new Series(scale(column), sample.finding(place));
    List<Effect> effects = Screen.of(inputs, series);
    return switch (column.kind()) {
      case YES_NO ->
          new Finding(
              column,
              base,
              new Shared(Share.of(series.draws())),
              effects,
              against(inputs, series, base));
      case NUMBER ->
          new Finding(column, base, spanned(inputs, series.draws()), effects, Optional.empty());
      case WORD ->
          new Finding(
              column,
              base,
              worded(series.draws(), sample.findingWords(place)),
              effects,
              Optional.empty());
    };
  }

  /// Where a finding is otherwise than at the values of the file.
  private static Optional<Prim.Box> against(List<Series> inputs, Series finding, Cell base) {
    boolean usual = !(base instanceof Cell.YesNo(boolean yes)) || yes;
    double[] otherwise =
        Arrays.stream(finding.draws())
            .map(d -> Double.isNaN(d) ? d : (d != 0) == usual ? 0 : 1)
            .toArray();
    Share share = Share.of(otherwise);
    if (share.yes() < LEAST_CASES || share.share() < LEAST_SHARE) return Optional.empty();
    return switch (Prim.of(inputs, new Series(Scale.YES_NO, otherwise))) {
      case Prim.Found(var box, var _, var _) -> Optional.of(box);
      case Prim.Nothing _ -> Optional.empty();
    };
  }

  private static Spanned spanned(List<Series> inputs, double[] draws) {
    int[] kept = Sample.answered(draws);
    double[] numbers = Arrays.stream(kept).mapToDouble(i -> draws[i]).toArray();
    double[] sorted = Arrays.stream(numbers).sorted().toArray();
    List<Double> first = new ArrayList<>();
    for (Series input : inputs) {
      first.add(
          input.scale() == Scale.CATEGORY || numbers.length < 2
              ? Double.NaN
              : FirstOrder.of(
                  Arrays.stream(kept).mapToDouble(i -> input.draws()[i]).toArray(), numbers));
    }
    return new Spanned(
        Arrays.stream(numbers).average().orElse(Double.NaN),
        quantile(sorted, 0.05),
        quantile(sorted, 0.5),
        quantile(sorted, 0.95),
        numbers.length,
        first);
  }

  /// The least number that at least so large a share of all is at most; NaN of none.
  private static double quantile(double[] sorted, double share) {
    if (sorted.length == 0) return Double.NaN;
    return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
  }

  private static Worded worded(double[] draws, List<String> words) {
    List<Count> counts = new ArrayList<>();
    for (int w = 0; w < words.size(); w++) {
      int word = w;
      double[] is =
          Arrays.stream(draws).map(d -> Double.isNaN(d) ? d : d == word ? 1 : 0).toArray();
      counts.add(new Count(words.get(w), Share.of(is)));
    }
    counts.sort((a, b) -> Integer.compare(b.share().yes(), a.share().yes()));
    return new Worded(counts);
  }
}
