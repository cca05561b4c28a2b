package demarche.ensemble;

/// Where the draws of an ensemble lie in the space of its inputs.
///
/// Every point can be had alone: it depends on the seed and the draw's number, not on the points
/// before it.
public sealed interface Points permits RandomPoints, LatinPoints, SobolPoints {
  /// From 0 to below 1.
  ///
  /// @param draw from 0
  /// @param input its key
  /// @param dimension its place among the inputs, which only sequences with dimensions need
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
}
