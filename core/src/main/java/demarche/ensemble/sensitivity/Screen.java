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
/// where that exceeds what chance alone would, for any of all inputs, in 1 of 20 ensembles (each
/// test at 0.05 over the number of inputs: Bonferroni).
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
  /// @param draws NaN where there is no answer
  public record Series(Scale scale, double[] draws) {}

  /// What one input is to a finding.
  ///
  /// @param input its place
  /// @param strength from 0 to 1
  /// @param byChance what chance alone would hardly exceed
  /// @param sign of the correlation; 0 where an input or the finding has no order
  public record Effect(int input, double strength, double byChance, int sign) {
    public boolean isFound() {
      return strength > byChance;
    }
  }

  /// All inputs, the strongest first, of equal ones in their order.
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
    if (kept.length < 2) return new Effect(place, 0, 1, 0);
    Association.Strength strength =
        switch (input.scale) {
          case NUMBER ->
              switch (finding.scale) {
                case NUMBER -> Association.spearman(x, y, alpha);
                case YES_NO -> Association.kolmogorovSmirnov(x, y, alpha);
                case CATEGORY -> Association.kruskalWallis(y, x, alpha);
              };
          case YES_NO, CATEGORY ->
              switch (finding.scale) {
                case NUMBER -> Association.kruskalWallis(x, y, alpha);
                case YES_NO, CATEGORY -> Association.cramer(x, y, alpha);
              };
        };
    boolean ordered = input.scale != Scale.CATEGORY && finding.scale != Scale.CATEGORY;
    int sign = ordered ? (int) Math.signum(Association.correlation(x, y)) : 0;
    return new Effect(place, strength.value(), strength.byChance(), sign);
  }
}
