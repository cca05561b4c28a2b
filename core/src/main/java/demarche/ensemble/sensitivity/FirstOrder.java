package demarche.ensemble.sensitivity;

/// First-order Sobol' indices from any sample of independent inputs.
///
/// **Definition.** The index of an input is the share of the variance of *y* that would go if the
/// input were known: Var(E(y | x)) / Var(y). Estimated by pairing each draw with the next one in
/// the order of the input, the first after the last: (mean of y y' - mean²) / (mean of y² - mean²).
///
/// **Cost.** O(n log n). Its error is of the order of 1/√n, and it can come out below 0.
///
/// **Source.** Sobol' (1993), Sensitivity estimates for nonlinear mathematical models; the
/// estimator: Gamboa, Gremaud, Klein & Lagnoux (2022), Global sensitivity analysis: a novel
/// generation of mighty estimators based on rank statistics, Bernoulli 28, 2345-2374.
public final class FirstOrder {
  private FirstOrder() {}

  /// NaN where `y` does not vary.
  ///
  /// @param x the input's values; ties are paired in the order of draws
  /// @param y as long
  public static double of(double[] x, double[] y) {
    int n = x.length;
    int[] order = Ranked.order(x);
    double mean = 0;
    for (double value : y) mean += value / n;
    double pairs = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double here = y[order[i]] - mean; // shifting both changes nothing but rounding
      pairs += here * (y[order[(i + 1) % n]] - mean);
      squares += here * here;
    }
    return squares == 0 ? Double.NaN : pairs / squares;
  }
}
