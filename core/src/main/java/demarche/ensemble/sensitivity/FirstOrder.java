package demarche.ensemble.sensitivity;

/// First-order Sobol' indices from any sample of independent inputs.
///
/// **Definition.** The index of an input is the share of the variance of *y* that would go on
/// average if the input were known: Var(E(y | x)) / Var(y). With the draws in the order of the
/// input, the first following the last, it is estimated by (mean of y y' - mean²) / (mean of y² -
/// mean²), where y' belongs to the next draw. Draws with equal inputs have no order among them: the
/// mean over all their orders is taken, so that neither the order of draws nor the sampling gets
/// in. An input that does not vary has index 0. The estimate can come out a little below 0.
///
/// **Standard error.** With w = z z' - S z² for z = y - mean, and γ_k the covariance of w and the w
/// of k draws on: √((γ₀ + 2γ₁ - 2γ₂) / n) over Var(y). Beside its neighbours a draw depends on the
/// others by the input alone, which γ₂ measures. It holds for independent draws; under the
/// samplings that fill the space evenly, and with equal inputs, the error is smaller.
///
/// **Cost.** O(n log n) for n draws.
///
/// **Source.** Sobol' (1993), Sensitivity estimates for nonlinear mathematical models; the
/// estimator: Gamboa, Gremaud, Klein & Lagnoux (2022), Global sensitivity analysis: a novel
/// generation of mighty estimators based on rank statistics, Bernoulli 28. Equal inputs and the
/// standard error are ours.
public final class FirstOrder {
  private static final double Z = 1.959_963_984_540_054;

  private final double[] x;
  private final double[] z;
  private final double squares;

  /// The arguments in the order of `x`, with `y` less its mean.
  private FirstOrder(double[] x, double[] y) {
    if (x.length != y.length) throw new IllegalArgumentException(x.length + " and " + y.length);
    int n = x.length;
    int[] order = Ranked.order(x);
    double mean = 0;
    for (double value : y) mean += value / n;
    this.x = new double[n];
    this.z = new double[n];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      this.x[i] = x[order[i]];
      z[i] = y[order[i]] - mean;
      sum += z[i] * z[i];
    }
    squares = sum;
  }

  /// NaN where `y` does not vary.
  ///
  /// @param x the input's values, by draw
  /// @param y as long; of a yes or no, 1 and 0
  public static double of(double[] x, double[] y) {
    return new FirstOrder(x, y).index();
  }

  /// The index with its interval, from the standard error by the normal distribution; NaN where `y`
  /// does not vary. The ends are NaN where there are fewer than three draws.
  public static Estimate estimate(double[] x, double[] y) {
    FirstOrder sample = new FirstOrder(x, y);
    double index = sample.index();
    double reach = Z * sample.error(index);
    return new Estimate(index, index - reach, index + reach);
  }

  static double standardError(double[] x, double[] y) {
    FirstOrder sample = new FirstOrder(x, y);
    return sample.error(sample.index());
  }

  private double index() {
    if (squares == 0 || z.length == 0) return Double.NaN;
    if (x[0] == x[x.length - 1]) return 0;
    double pairs = 0;
    double firstMean = Double.NaN;
    double lastMean = 0;
    for (int from = 0, to = 0; from < x.length; from = to) {
      double sum = 0;
      double own = 0;
      for (; to < x.length && x[to] == x[from]; to++) {
        sum += z[to];
        own += z[to] * z[to];
      }
      int size = to - from;
      if (size > 1) pairs += (sum * sum - own) / size; // each order has size - 1 neighbours
      if (from == 0) firstMean = sum / size;
      else pairs += lastMean * sum / size;
      lastMean = sum / size;
    }
    return (pairs + lastMean * firstMean) / squares;
  }

  private double error(double index) {
    int n = z.length;
    if (n < 3) return Double.NaN;
    double[] w = new double[n];
    double mean = 0;
    for (int i = 0; i < n; i++) {
      w[i] = z[i] * z[(i + 1) % n] - index * z[i] * z[i];
      mean += w[i] / n;
    }
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double ahead = w[(i + 1) % n] - w[(i + 2) % n];
      sum += (w[i] - mean) * (w[i] - mean + 2 * ahead);
    }
    return Math.sqrt(Math.max(0, sum)) / squares;
  }
}
