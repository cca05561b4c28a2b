package demarche.lens;

import demarche.states.StateSpace;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The scenario as it is studied, and the variants of its file.
///
/// The states of a variant are numbered when it is first asked for, once. Threads may share it.
public final class Worlds {
  private final StateSpace studied;
  private final Map<String, StateSpace> varied = new ConcurrentHashMap<>();

  private Worlds(StateSpace studied) {
    this.studied = studied;
  }

  /// @param studied the states of the scenario, or of the variant, that the run is about
  public static Worlds of(StateSpace studied) {
    return new Worlds(studied);
  }

  public StateSpace studied() {
    return studied;
  }

  /// The states of a variant.
  ///
  /// @throws demarche.scenario.InvalidScenario if there is no such variant
  /// @throws demarche.states.TooLarge before memory is taken
  public StateSpace variant(String id) {
    if (id.equals(studied.model().scenario().head().variant())) return studied;
    return varied.computeIfAbsent(id, name -> StateSpace.of(studied.model().variant(name)));
  }
}
