package demarche.lens;

import demarche.model.Model;
import demarche.states.StateSpace;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The scenario as it is studied, and the variants of its file.
///
/// The states of a variant are numbered when it is first asked for, once. Threads may share it.
public final class Worlds {
  private final StateSpace studied;
  private final Optional<Worlds> before;
  private final Optional<Luck> luck;
  private final Map<String, StateSpace> varied = new ConcurrentHashMap<>();

  private Worlds(StateSpace studied, Optional<Worlds> before, Optional<Luck> luck) {
    this.studied = studied;
    this.before = before;
    this.luck = luck;
  }

  /// @param studied the states of the scenario, or of the variant, that the run is about
  public static Worlds of(StateSpace studied) {
    return new Worlds(studied, Optional.empty(), Optional.empty());
  }

  /// The same, with draws of the inputs at hand.
  public static Worlds of(StateSpace studied, Luck luck) {
    return new Worlds(studied, Optional.empty(), Optional.of(luck));
  }

  /// The same, ready to be changed many times, see [StateSpace#forMany].
  public Worlds forMany() {
    return new Worlds(studied.forMany(), before, luck);
  }

  /// The worlds of a changed model. What the change leaves as it was, states and moves above all,
  /// they share with these, see [StateSpace#with].
  public Worlds with(Model changed) {
    return new Worlds(studied.with(changed), Optional.of(this), luck);
  }

  public StateSpace studied() {
    return studied;
  }

  /// These before any change.
  public Worlds unchanged() {
    return before.map(Worlds::unchanged).orElse(this);
  }

  /// Draws of the inputs as they are before any change; empty where nobody made any ready.
  public Optional<Luck> luck() {
    return luck;
  }

  /// The states of a variant.
  ///
  /// @throws demarche.scenario.InvalidScenario if there is no such variant
  /// @throws demarche.states.TooLarge before memory is taken
  public StateSpace variant(String id) {
    if (id.equals(studied.model().scenario().head().variant())) return studied;
    return varied.computeIfAbsent(id, this::numbered);
  }

  private StateSpace numbered(String variant) {
    Model model = studied.model().variant(variant);
    if (before.isPresent()) return before.get().variant(variant).with(model);
    StateSpace space = StateSpace.of(model);
    return studied.isForMany() ? space.forMany() : space;
  }
}
