package demarche.lens.forecast;

/// A number, and between which bounds it lies: the same where it is worked out exactly, an interval
/// of [#CONFIDENCE] where it is sampled.
public record Estimate(double value, double low, double high) {
  /// How often such an interval holds the number.
  public static final double CONFIDENCE = 0.95;

  /// The quantile of the normal distribution that goes with it.
  static final double Z = 1.959963984540054;

  public static Estimate exact(double value) {
    return new Estimate(value, value, value);
  }

  /// A share of draws, with an interval of [#CONFIDENCE].
  public static Estimate share(long hits, long draws) {
    return share(hits, draws, Z);
  }

  /// A share of draws.
  ///
  /// **Source.** Wilson (1927).
  static Estimate share(long hits, long draws, double z) {
    double share = (double) hits / draws;
    double more = z * z / draws;
    double middle = (share + more / 2) / (1 + more);
    double half = z * Math.sqrt(share * (1 - share) / draws + more / (4 * draws)) / (1 + more);
    double low = hits == 0 ? 0 : Math.max(0, middle - half);
    double high = hits == draws ? 1 : Math.min(1, middle + half);
    return new Estimate(share, low, high);
  }

  /// The mean of numbers, one a draw; its interval rests on their spread.
  static Estimate mean(double[] numbers, double z) {
    double mean = 0;
    for (double number : numbers) mean += number;
    mean /= numbers.length;
    double squares = 0;
    for (double number : numbers) squares += (number - mean) * (number - mean);
    double half = z * Math.sqrt(squares / Math.max(1, numbers.length - 1) / numbers.length);
    return new Estimate(mean, mean - half, mean + half);
  }

  /// The difference of two shares of the same draws.
  ///
  /// **Source.** Agresti & Min (2005): half a draw is added to each of the four cases.
  ///
  /// @param gained draws in which only the second holds
  /// @param lost draws in which only the first does
  static Estimate difference(long gained, long lost, long draws, double z) {
    double n = draws + 2.0;
    double middle = (gained - lost) / n;
    double half = z * Math.sqrt((gained + lost + 1 - (gained - lost) * middle)) / n;
    return new Estimate(
        (double) (gained - lost) / draws, Math.max(-1, middle - half), Math.min(1, middle + half));
  }

  public boolean isExact() {
    return low == high;
  }

  /// Whether a number lies between the bounds, but for rounding.
  boolean holds(double number) {
    return low - 1e-12 <= number && number <= high + 1e-12;
  }
}
