package demarche.lens.forecast;

import java.util.stream.IntStream;

/// The clock over the horizon: how many ticks at which time.
///
/// @param years the horizon
/// @param ratePerYear of ticks
/// @param whole the number of ticks to the horizon
record Timing(double years, double ratePerYear, Poisson whole) {
  /// How many times of a curve there are after the beginning.
  static final int POINTS = 20;

  private static final int HALVINGS = 60;

  static Timing of(Chain chain, double years) {
    return new Timing(years, chain.ratePerYear(), Poisson.of(chain.ratePerYear() * years));
  }

  /// A series at the beginning, and at evenly spaced times to the horizon.
  double[] curve(double[] series) {
    return IntStream.rangeClosed(0, POINTS)
        .mapToDouble(i -> i == POINTS ? whole.mean(series) : at(series, years * i / POINTS))
        .toArray();
  }

  private double at(double[] series, double year) {
    return Poisson.of(ratePerYear * year).mean(series);
  }

  /// The first time at which a series that never falls has come to a level; the horizon where it
  /// does so only there or later.
  double when(double[] series, double level) {
    double low = 0;
    double high = years;
    for (int h = 0; h < HALVINGS && high - low > 1e-12 * years; h++) {
      double middle = (low + high) / 2;
      if (at(series, middle) < level) low = middle;
      else high = middle;
    }
    return high;
  }

  /// The mean time of what comes by the horizon, of the likelihoods that it has come.
  double meanTime(double[] reached) {
    double by = whole.mean(reached);
    return by == 0 ? years : years * (1 - whole.average(reached) / by);
  }
}
