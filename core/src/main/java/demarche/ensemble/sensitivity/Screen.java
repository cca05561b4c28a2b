package demarche.ensemble.sensitivity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Which of many inputs a finding goes with, from draws of all of them at once.
///
/// **Definition.** The strength is, for a yes-or-no finding and an input that is a number, the
/// Kolmogorov-Smirnov distance between its values where yes and where no; for two numbers the
/// amount of Spearman's correlation; for two sorts of categories (a yes or no is one) Cramér's V;
/// for a category and a number the correlation ratio of the number's ranks. An input is *found*
/// where that exceeds what chance alone would for any of all inputs in 1 of 20 ensembles: each test
/// is at 0.05 over the number of inputs (Bonferroni), by the limiting distribution of its measure.
///
/// Strengths of different measures share a range, 0 to 1, and no unit. A finding may hinge on an
/// input only together with others, or go up and down again along it; then Spearman's correlation
/// need not show it, where the first-order and total indices would.
///
/// **Cost.** O(n log n) an input for n draws.
public final class Screen {
  private static final double FALSE_ALARMS = 0.05;

  private Screen() {}

  /// What a column holds.
  public enum Scale {
    NUMBER,
    YES_NO,
    CATEGORY
  }

  /// A column of draws.
  ///
  /// @param draws a yes is 1, a no 0, a category any number of its own; NaN where there is no
  ///   answer
  public record Series(Scale scale, double[] draws) {}

  /// How a strength is measured.
  public enum Measure {
    KOLMOGOROV_SMIRNOV,
    SPEARMAN,
    CRAMER,
    KRUSKAL_WALLIS
  }

  /// What one input is to a finding.
  ///
  /// @param input its place
  /// @param strength from 0 to 1
  /// @param byChance what chance alone would hardly exceed; 1 where too little varies to tell
  /// @param sign of the correlation; 0 where an input or the finding has no order
  public record Effect(int input, Measure measure, double strength, double byChance, int sign) {
    public boolean isFound() {
      return strength > byChance;
    }
  }

  /// All inputs, the strongest first, of equal ones in their order.
  ///
  /// Each is judged by the draws in which both the input and the finding have an answer.
  public static List<Effect> of(List<Series> inputs, Series finding) {
    List<Effect> effects = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      effects.add(effect(i, inputs.get(i), finding, FALSE_ALARMS / inputs.size()));
    }
    effects.sort(Comparator.comparingDouble(Effect::strength).reversed());
    return effects;
  }

  private static Effect effect(int place, Series input, Series finding, double alpha) {
    int[] kept =
        IntStream.range(0, finding.draws.length)
            .filter(i -> !Double.isNaN(input.draws[i]) && !Double.isNaN(finding.draws[i]))
            .toArray();
    double[] x = IntStream.of(kept).mapToDouble(i -> input.draws[i]).toArray();
    double[] y = IntStream.of(kept).mapToDouble(i -> finding.draws[i]).toArray();
    Measure measure = measure(input.scale, finding.scale);
    boolean isReverse = measure == Measure.KRUSKAL_WALLIS && input.scale == Scale.NUMBER;
    Association.Strength strength =
        isReverse ? Rarity.strength(measure, y, x, alpha) : Rarity.strength(measure, x, y, alpha);
    boolean isOrdered = input.scale != Scale.CATEGORY && finding.scale != Scale.CATEGORY;
    int sign = isOrdered ? (int) Math.signum(Association.correlation(x, y)) : 0;
    return new Effect(place, measure, strength.value(), strength.byChance(), sign);
  }

  private static Measure measure(Scale input, Scale finding) {
    return switch (input) {
      case NUMBER ->
          switch (finding) {
            case NUMBER -> Measure.SPEARMAN;
            case YES_NO -> Measure.KOLMOGOROV_SMIRNOV;
            case CATEGORY -> Measure.KRUSKAL_WALLIS;
          };
      case YES_NO, CATEGORY ->
          switch (finding) {
            case NUMBER -> Measure.KRUSKAL_WALLIS;
            case YES_NO, CATEGORY -> Measure.CRAMER;
          };
    };
  }
}
