package demarche.ensemble.sensitivity;

import java.util.Arrays;
import org.hipparchus.special.Erf;
import org.hipparchus.special.Gamma;

/// How much one column of draws goes with another, whatever shape that has along ranks.
///
/// Columns are paired, without gaps. Each measure runs from 0 to 1 and has a bound that chance
/// alone exceeds with a probability of about `alpha`, by the limiting distribution of the measure
/// where columns do not depend on each other. For rare values see `Rarity`.
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
  /// **Cost.** O(n log n). With equal values the true probability of the bound is less.
  ///
  /// **Source.** Regional sensitivity analysis, Hornberger & Spear (1981); the bound is the usual
  /// one for the Kolmogorov-Smirnov test, √(-ln(α/2)/2) √((n+m)/(nm)).
  static Strength kolmogorovSmirnov(double[] x, double[] yes, double alpha) {
    double n = Arrays.stream(yes).filter(y -> y != 0).count();
    double m = yes.length - n;
    if (n == 0 || m == 0) return new Strength(0, 1);
    double bound = Math.sqrt(-Math.log(alpha / 2) / 2) * Math.sqrt((n + m) / (n * m));
    return new Strength(distance(x, yes), bound);
  }

  /// 0 where `yes` always or never holds.
  static double distance(double[] x, double[] yes) {
    int n = (int) Arrays.stream(yes).filter(y -> y != 0).count();
    int m = yes.length - n;
    if (n == 0 || m == 0) return 0;
    int[] order = Ranked.order(x);
    double distance = 0;
    int so = 0;
    int not = 0;
    for (int i = 0; i < order.length; i++) {
      if (yes[order[i]] != 0) so++;
      else not++;
      boolean isLast = i + 1 == order.length || x[order[i + 1]] != x[order[i]];
      if (isLast) distance = Math.max(distance, Math.abs((double) so / n - (double) not / m));
    }
    return distance;
  }

  /// The amount of Spearman's correlation.
  ///
  /// **Cost.** O(n log n).
  ///
  /// **Source.** Spearman (1904), American Journal of Psychology 15, 72-101. The bound is that of
  /// the normal approximation, z / √(n-1), with or without ties.
  static Strength spearman(double[] x, double[] y, double alpha) {
    double bound = normal(alpha) / Math.sqrt(Math.max(1, x.length - 1));
    return new Strength(Math.abs(correlation(x, y)), bound);
  }

  /// Spearman's correlation with its sign: Pearson's of the ranks, equal numbers at the mean of
  /// theirs; 0 where one column does not vary.
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

  /// Cramér's V of two columns of categories; 0 where one does not vary.
  ///
  /// **Definition.** √(χ² / (n (min(r, c) - 1))) for r and c values.
  ///
  /// **Cost.** O(n log n + r c).
  ///
  /// **Source.** Cramér (1946), Mathematical Methods of Statistics. The bound is that of χ² with (r
  /// - 1)(c - 1) degrees of freedom.
  static Strength cramer(double[] x, double[] y, double alpha) {
    Groups rows = Groups.of(x);
    Groups columns = Groups.of(y);
    int least = Math.min(rows.count(), columns.count()) - 1;
    if (least < 1) return new Strength(0, 1);
    double chi = chiSquare(alpha, (rows.count() - 1) * (columns.count() - 1));
    return new Strength(v(rows, columns), Math.sqrt(chi / ((double) x.length * least)));
  }

  static double v(Groups rows, Groups columns) {
    double n = rows.of().length;
    int least = Math.min(rows.count(), columns.count()) - 1;
    if (least < 1) return 0;
    double[][] counts = new double[rows.count()][columns.count()];
    for (int i = 0; i < n; i++) counts[rows.of()[i]][columns.of()[i]]++;
    double chi = 0;
    for (int r = 0; r < rows.count(); r++) {
      for (int c = 0; c < columns.count(); c++) {
        double expected = rows.sizes()[r] * (double) columns.sizes()[c] / n;
        chi += (counts[r][c] - expected) * (counts[r][c] - expected) / expected;
      }
    }
    return Math.sqrt(chi / (n * least));
  }

  /// The correlation ratio of the ranks of `y` over the categories of `x`: √(H / (n-1)) for the
  /// statistic H of Kruskal and Wallis; 0 where one column does not vary.
  ///
  /// **Cost.** O(n log n).
  ///
  /// **Source.** Kruskal & Wallis (1952), Journal of the American Statistical Association 47,
  /// 583-621. The bound is that of χ² with one degree of freedom less than groups.
  static Strength kruskalWallis(double[] x, double[] y, double alpha) {
    Groups groups = Groups.of(x);
    if (groups.count() < 2) return new Strength(0, 1);
    double chi = chiSquare(alpha, groups.count() - 1);
    return new Strength(ratio(groups, y), Math.sqrt(chi / Math.max(1, y.length - 1)));
  }

  static double ratio(Groups groups, double[] y) {
    double[] ranks = Ranked.ranks(y);
    double middle = (y.length + 1) / 2.0;
    double[] sums = new double[groups.count()];
    double all = 0;
    for (int i = 0; i < ranks.length; i++) {
      sums[groups.of()[i]] += ranks[i] - middle;
      all += (ranks[i] - middle) * (ranks[i] - middle);
    }
    double between = 0;
    for (int g = 0; g < sums.length; g++) between += sums[g] * sums[g] / groups.sizes()[g];
    return all == 0 ? 0 : Math.sqrt(between / all);
  }

  /// What a standard normal number exceeds, either way, with probability `alpha`.
  private static double normal(double alpha) {
    return Math.sqrt(2) * Erf.erfcInv(alpha);
  }

  /// What a chi-square number exceeds with probability `alpha`.
  static double chiSquare(double alpha, int degrees) {
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
