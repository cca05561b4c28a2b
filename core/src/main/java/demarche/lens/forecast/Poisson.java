package demarche.lens.forecast;

/// How many ticks a Poisson clock makes: the probability of each number, those that hardly ever
/// occur left out.
///
/// **Method.** From the likeliest number both ways by the quotients of neighbours, until what is
/// left is less than 10^-16 of the sum; then divided by the sum, so that nothing overflows and the
/// error of each weight is relative.
///
/// @param first the first number kept
/// @param weights of it and those that follow; they add up to 1
/// @param mean of the untruncated numbers
record Poisson(int first, double[] weights, double mean) {
  private static final double LEFT_OUT = 1e-16;

  static Poisson of(double mean) {
    int mode = (int) mean;
    int low = mode;
    double sum = 1;
    for (double w = 1; low > 0; low--) {
      double ratio = low / mean;
      w *= ratio;
      if (w < LEFT_OUT * (1 - ratio)) break;
      sum += w;
    }
    int high = mode;
    for (double w = 1; ; high++) {
      double ratio = mean / (high + 1);
      w *= ratio;
      if (ratio < 1 && w < LEFT_OUT * (1 - ratio)) break;
      sum += w;
    }
    return new Poisson(low, weights(low, mode, high, mean, sum), mean);
  }

  private static double[] weights(int low, int mode, int high, double mean, double sum) {
    double[] weights = new double[high - low + 1];
    weights[mode - low] = 1 / sum;
    for (int k = mode; k > low; k--) weights[k - 1 - low] = weights[k - low] * k / mean;
    for (int k = mode; k < high; k++) weights[k + 1 - low] = weights[k - low] * mean / (k + 1);
    return weights;
  }

  /// The last number kept.
  int last() {
    return first + weights.length - 1;
  }

  double weight(int k) {
    return k < first || k > last() ? 0 : weights[k - first];
  }

  /// For each number up to the last: how likely there are more ticks.
  double[] more() {
    double[] more = new double[last() + 1];
    double above = 0;
    for (int k = last(); k >= 0; k--) {
      more[k] = above;
      above += weight(k);
    }
    return more;
  }

  /// The expectation of a series by the number of ticks, which stays as it is after its end.
  double mean(double[] series) {
    double sum = 0;
    for (int k = first; k <= last(); k++) sum += weight(k) * series[Math.min(k, series.length - 1)];
    return sum;
  }

  /// The average of a series over the time in which the ticks are made.
  double average(double[] series) {
    if (mean == 0) return series[0];
    double[] more = more();
    double sum = 0;
    for (int k = 0; k < more.length; k++) {
      sum += more[k] * series[Math.min(k, series.length - 1)];
    }
    return sum / mean;
  }
}
