package demarche.model;

import demarche.scenario.Scenario;
import java.util.List;

/// A scenario in which every uncertain input has been settled by lot: nothing in it has a range, a
/// chance or an alternative any more.
///
/// @param inputs what was uncertain, in file order, with what it was settled to
public record Settled(Scenario scenario, List<Input> inputs) {
  public Settled {
    inputs = List.copyOf(inputs);
  }

  /// Draws each number from its range, uniform or triangular; keeps each priority, and makes each
  /// member that votes by chance vote yes, where its lot is below the probability; takes one of an
  /// actor's orders by their probabilities; of several sources of a flow each as often as another.
  ///
  /// A number has at most a million values in its range, so that exact sums of it stay short. What
  /// a range or weight says in terms of parameters is worked out with those that were drawn.
  public static Settled of(Scenario scenario, Lots lots) {
    return new Settling(scenario, lots).settled();
  }
}
