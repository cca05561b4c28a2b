package demarche.ensemble;

/// Where the draws of an ensemble lie in the space of its inputs.
///
/// Every point can be had alone: it depends on the seed and the draw's number, not on the points
/// before it, so a draw can be replayed, and draws can be shared out among threads and machines.
public sealed interface Points permits RandomPoints, LatinPoints, SobolPoints {
  /// From 0 to below 1.
  ///
  /// @param draw from 0
  /// @param input its key; another order of the inputs changes nothing but along Sobol's sequence
  /// @param dimension its place among the inputs, from 0, which only Sobol's sequence needs
  double at(long draw, String input, int dimension);

  /// @param inputs how many inputs there are
  /// @throws demarche.states.TooLarge where the sampling has no points in so many dimensions
  static Points of(Plan plan, int inputs) {
    return switch (plan.sampling()) {
      case RANDOM -> new RandomPoints(plan.seed());
      case LATIN -> new LatinPoints(plan.seed(), plan.runs());
      case SOBOL -> SobolPoints.of(plan.seed(), inputs);
    };
  }

  /// Points for as many inputs as the sampling has points for.
  static Points of(Sampling sampling, long seed, long runs) {
    return of(new Plan(runs, seed, sampling), SobolPoints.MOST_INPUTS);
  }
}
