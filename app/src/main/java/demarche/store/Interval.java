package demarche.store;

import java.util.Optional;

/// Where a figure lies with a confidence of 95 %, if draws are independent.
public record Interval(double low, double high) {
  private static final double Z = 1.959963984540054;

  /// Of a share, by Wilson's score (1927); it says something even where all answers agree.
  ///
  /// @param of 1 or more
  static Interval ofShare(long yes, long of) {
    double n = of;
    double share = yes / n;
    double middle = share + Z * Z / (2 * n);
    double half = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
    double scale = 1 + Z * Z / n;
    return new Interval(
        yes == 0 ? 0 : (middle - half) / scale, yes == of ? 1 : (middle + half) / scale);
  }

  /// By the normal approximation; none where the error is no number or 0.
  static Optional<Interval> around(double middle, double error) {
    boolean known = Double.isFinite(middle) && Double.isFinite(error) && error > 0;
    return known
        ? Optional.of(new Interval(middle - Z * error, middle + Z * error))
        : Optional.empty();
  }
}
