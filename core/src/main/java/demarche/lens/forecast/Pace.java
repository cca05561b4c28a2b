package demarche.lens.forecast;

import demarche.model.Dynamics;
import java.util.List;

/// The numbers by which states change, apart from what they are worth: a draw of inputs has its
/// own.
///
/// @param years how far ahead
/// @param sharpness of the logit response
/// @param rates a year, by cause
record Pace(double years, double sharpness, double[] rates) {
  static Pace of(Dynamics dynamics, List<Cause> causes) {
    return new Pace(
        dynamics.years().doubleValue(),
        dynamics.sharpness().doubleValue(),
        causes.stream().mapToDouble(c -> c.ratePerYear(dynamics)).toArray());
  }

  /// The same where nobody looks at what states are worth.
  Pace blind() {
    return new Pace(years, 0, rates);
  }

  /// All occasions and strikes in a year.
  double total() {
    double total = 0;
    for (double rate : rates) total += rate;
    return total;
  }
}
