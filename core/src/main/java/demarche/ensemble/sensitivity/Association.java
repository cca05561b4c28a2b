package demarche.ensemble.sensitivity;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.special.Erf;
import org.hipparchus.special.Gamma;

/// How much one column of draws goes with another, whatever shape that has along ranks.
///
/// Columns are paired, without gaps. Each measure runs from 0 to 1 and has a bound that chance
/// alone exceeds with a stated probability, so that what is found is not read into noise.
final class Association {
  private static final int HALVINGS = 200;

  private Association() {}

  /// A strength, and what chance alone would hardly exceed.
  record Strength(double value, double byChance) {
    boolean isFound() {
      return value > byChance;
    }
  }

  /// The greatest distance between the distribution functions of `x` where `yes` and where not.
  ///
  /// **Source.** Regional sensitivity analysis: Hornberger & Spear (1981), An approach to the
  /// preliminary analysis of environmental systems, Journal of Environmental Management 12, 7-18;
  /// the bound is the usual one for the Kolmogorov-Smirnov test, √(-ln(α/2)/2) √((n+m)/(nm)).
  static Strength kolmogorovSmirnov(double[] x, double[] yes, double alpha) {
    int n = (int) Arrays.stream(yes).filter(y -> y != 0).count();
    int m = yes.length - n;
    if (n == 0 || m == 0) return new Strength(0, 1);
    int[] order = Ranked.order(x);
    double distance = 0;
    int above = 0;
    int below = 0;
    for (int i = 0; i < order.length; i++) {
      if (yes[order[i]] != 0) above++;
      else below++;
      boolean last = i + 1 == order.length || x[order[i + 1]] != x[order[i]];
      if (last) distance = Math.max(distance, Math.abs((double) above / n - (double) below / m));
    }
    double bound = Math.sqrt(-Math.log(alpha / 2) / 2) * Math.sqrt((n + m) / ((double) n * m));
    return new Strength(distance, bound);
  }

  /// The amount of Spearman's correlation: Pearson's of the ranks, ties at their mean.
  ///
  /// **Source.** Spearman (1904), American Journal of Psychology 15, 72-101. The bound is that of
  /// the normal approximation, z / √(n-1).
  static Strength spearman(double[] x, double[] y, double alpha) {
    double bound = normal(alpha) / Math.sqrt(Math.max(1, x.length - 1));
    return new Strength(Math.abs(correlation(x, y)), bound);
  }

  /// Spearman's correlation with its sign; 0 where one column does not vary.
  static double correlation(double[] x, double[] y) {
    double[] a = Ranked.ranks(x);
    double[] b = Ranked.ranks(y);
    double middle = (x.length + 1) / 2.0;
    double both = 0;
    double first = 0;
    double second = 0;
    for (int i = 0; i < a.length; i++) {
      both += (a[i] - middle) * (b[i] - middle);
      first += (a[i] - middle) * (a[i] - middle);
      second += (b[i] - middle) * (b[i] - middle);
    }
    return first == 0 || second == 0 ? 0 : both / Math.sqrt(first * second);
  }

  /// Cramér's V of two columns of categories.
  ///
  /// **Definition.** √(χ² / (n (min(r, c) - 1))) for r and c categories that occur.
  ///
  /// **Source.** Cramér (1946), Mathematical Methods of Statistics, section 21.9.
  static Strength cramer(double[] x, double[] y, double alpha) {
    double[] xs = Arrays.stream(x).distinct().sorted().toArray();
    double[] ys = Arrays.stream(y).distinct().sorted().toArray();
    int least = Math.min(xs.length, ys.length) - 1;
    if (least < 1) return new Strength(0, 1);
    double[][] counts = new double[xs.length][ys.length];
    for (int i = 0; i < x.length; i++) {
      counts[Arrays.binarySearch(xs, x[i])][Arrays.binarySearch(ys, y[i])]++;
    }
    double n = x.length;
    double chi = 0;
    for (int r = 0; r < xs.length; r++) {
      double row = Arrays.stream(counts[r]).sum();
      for (int c = 0; c < ys.length; c++) {
        int column = c;
        double expected = row * Arrays.stream(counts).mapToDouble(k -> k[column]).sum() / n;
        chi += (counts[r][c] - expected) * (counts[r][c] - expected) / expected;
      }
    }
    double bound = chiSquare(alpha, (xs.length - 1) * (ys.length - 1));
    return new Strength(Math.sqrt(chi / (n * least)), Math.sqrt(bound / (n * least)));
  }

  /// The correlation ratio of the ranks of `y` over the categories of `x`: √(H / (n-1)) for the
  /// statistic H of Kruskal and Wallis.
  ///
  /// **Source.** Kruskal & Wallis (1952), Journal of the American Statistical Association 47,
  /// 583-621.
  static Strength kruskalWallis(double[] x, double[] y, double alpha) {
    double[] groups = Arrays.stream(x).distinct().sorted().toArray();
    double[] ranks = Ranked.ranks(y);
    double middle = (y.length + 1) / 2.0;
    double all = Arrays.stream(ranks).map(r -> (r - middle) * (r - middle)).sum();
    if (groups.length < 2 || all == 0) return new Strength(0, 1);
    double between = 0;
    for (double group : groups) {
      double[] own =
          IntStream.range(0, x.length)
              .filter(i -> x[i] == group)
              .mapToDouble(i -> ranks[i])
              .toArray();
      double mean = Arrays.stream(own).average().orElse(middle);
      between += own.length * (mean - middle) * (mean - middle);
    }
    double bound = chiSquare(alpha, groups.length - 1) / Math.max(1, y.length - 1);
    return new Strength(Math.sqrt(between / all), Math.sqrt(bound));
  }

  /// What a standard normal number exceeds, either way, with probability `alpha`.
  private static double normal(double alpha) {
    return Math.sqrt(2) * Erf.erfcInv(alpha);
  }

  /// What a chi-square number exceeds with probability `alpha`.
  private static double chiSquare(double alpha, int degrees) {
    double low = 0;
    double high = 2.0 * degrees + 4 - 8 * Math.log(alpha);
    for (int k = 0; k < HALVINGS && low < high; k++) {
      double x = (low + high) / 2;
      if (Gamma.regularizedGammaQ(degrees / 2.0, x / 2) > alpha) low = x;
      else high = x;
    }
    return high;
  }
}
