package demarche.lens.paths;

import demarche.states.StateSpace;

/// Where the paths begin.
public sealed interface Origin {
  /// At the status quo of the scenario.
  record StatusQuo() implements Origin {}

  /// At another state.
  record At(int state) implements Origin {}

  /// The state that is meant.
  default int in(StateSpace space) {
    return switch (this) {
      case StatusQuo() -> space.statusQuo();
      case At(int state) -> state;
    };
  }
}
