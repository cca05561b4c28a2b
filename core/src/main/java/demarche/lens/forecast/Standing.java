package demarche.lens.forecast;

import demarche.lens.Run;

/// Where a forecast stands at some time: it can be gone on with, in the same world or in another
/// one, and kept.
///
/// **Definition.** Up to its time all has gone as [Forecast] says in the worlds that it came
/// through; a target has come if it held at some time from now to then, in the world of that time.
sealed interface Standing permits Spread, Courses {
  /// The start of a forecast, worked out in the same way.
  static Standing of(Forecast forecast) {
    return switch (forecast) {
      case ExactForecast exact -> Spread.start(exact);
      case SampledForecast sampled -> Courses.start(sampled);
    };
  }

  /// What it goes by from here on.
  Premises premises();

  /// How far from now it is.
  double years();

  /// The same some time later.
  ///
  /// @param years from now, not before the time of this one
  Standing until(double years, Run run);

  /// The same at the same time, going on in another world.
  ///
  /// @throws CannotGoOn where the other world has other options, or lacks a state that may be there
  Standing under(Premises other, Run run);

  /// That the target has come by this time.
  Estimate come(int target);

  /// That it holds at this time.
  Estimate holds(int target);

  /// The expectation of a measure at this time.
  Estimate measured(int measure);

  /// By how much likelier a target has come in another one, which has come from the same start.
  ///
  /// @param place of the target there
  Estimate difference(int target, Standing other, int place);

  /// All there is to it, to be gone on with another time.
  Saved saved();
}
