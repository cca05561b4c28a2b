package demarche.lens.paths;

import demarche.states.StateSet;

/// Where somebody wants to go.
public sealed interface Aim {
  /// Nowhere in particular.
  record Anywhere() implements Aim {}

  /// To one state.
  record State(int state) implements Aim {}

  /// To any state in which an expression holds.
  ///
  /// @param expression as it was written
  record Where(String expression, StateSet states) implements Aim {}
}
