package demarche.lens.settlement.deals;

import java.util.Arrays;

/// What a search makes as great as can be, in floating point.
///
/// @param kind how gains become one number
/// @param units by side: what its gain is divided by or, in a sum, multiplied by; 0 leaves it out
record Aim(Kind kind, double[] units) {
  enum Kind {
    /// The number of sides that gain, then the product of their gains.
    PRODUCT,
    /// The least gain in units.
    LEAST,
    /// The sum of gains, each times its unit.
    SUM
  }

  /// How well a package does; the first number counts first.
  ///
  /// @param gaining how many sides gain, for a product; else 0
  record Score(int gaining, double number) {
    /// Whether it may be as good as the other, rounding aside.
    boolean mayReach(Score other) {
      if (gaining != other.gaining) return gaining > other.gaining;
      return number >= other.number - Math.abs(other.number) * 1e-12;
    }

    boolean isMore(Score other) {
      return gaining != other.gaining ? gaining > other.gaining : number > other.number;
    }
  }

  Score score(double[] gains) {
    return switch (kind) {
      case SUM -> new Score(0, Weights.sum(units, gains));
      case LEAST -> new Score(0, least(gains));
      case PRODUCT -> {
        int gaining = (int) Arrays.stream(gains).filter(g -> g > 0).count();
        double product = Arrays.stream(gains).filter(g -> g > 0).reduce(1, (a, b) -> a * b);
        yield new Score(gaining, product);
      }
    };
  }

  private double least(double[] gains) {
    double least = Double.POSITIVE_INFINITY;
    for (int s = 0; s < gains.length; s++) {
      if (units[s] > 0) least = Math.min(least, gains[s] / units[s]);
    }
    return least;
  }

  /// The most that a package can have whose weighted sum is at most so much.
  double most(double[] weights, double sum) {
    return switch (kind) {
      case SUM -> Arrays.equals(weights, units) ? sum : Double.POSITIVE_INFINITY;
      case LEAST -> {
        double all = 0;
        for (int s = 0; s < weights.length; s++) all += weights[s] * units[s];
        yield all > 0 ? sum / all : Double.POSITIVE_INFINITY;
      }
      case PRODUCT -> { // the geometric mean is at most the arithmetic mean
        double product = 1;
        for (double weight : weights) product *= sum / weights.length / weight;
        yield sum > 0 && Double.isFinite(product) ? product : Double.POSITIVE_INFINITY;
      }
    };
  }

  /// The weights from which a search starts, and those that follow once a package came out.
  double[] weights(double[] before, double[] gains, int round) {
    double[] next = new double[units.length];
    for (int s = 0; s < next.length; s++) {
      next[s] =
          switch (kind) {
            case SUM -> units[s];
            case PRODUCT -> { // one over what the side has on average
              double average = 1 / before[s];
              yield 1 / (average + (Math.max(0, gains[s]) - average) * 2 / (round + 3));
            }
            case LEAST -> before[s] * Math.exp(-step(gains, s) / Math.sqrt(1 + round));
          };
    }
    return next;
  }

  /// How far a side is above the others, from about -1 to 1.
  private double step(double[] gains, int side) {
    double mean = 0;
    double most = 0;
    for (int s = 0; s < gains.length; s++) {
      mean += share(gains, s) / gains.length;
      most = Math.max(most, Math.abs(share(gains, s)));
    }
    return most == 0 ? 0 : (share(gains, side) - mean) / most;
  }

  private double share(double[] gains, int side) {
    return units[side] > 0 ? gains[side] / units[side] : 0;
  }
}
