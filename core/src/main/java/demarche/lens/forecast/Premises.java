package demarche.lens.forecast;

import demarche.lens.Run;
import demarche.model.Dynamics;
import demarche.model.Model;
import demarche.model.Proposition;
import demarche.model.Target;
import demarche.model.Term;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import java.util.List;
import java.util.Map;

/// What a forecast rests on, before anything is worked out: the states with their causes of change,
/// what states are worth, the numbers, and what one asks about.
///
/// @param held the states with events still
/// @param targets those of the file
/// @param sets where each target holds, in the states of the drift
/// @param measures those of the file, in its order
record Premises(
    StateSpace held,
    Drift drift,
    Stakes stakes,
    Pace pace,
    List<Target> targets,
    List<StateSet> sets,
    List<Measure> measures) {
  Premises {
    targets = List.copyOf(targets);
    sets = List.copyOf(sets);
    measures = List.copyOf(measures);
  }

  /// A number on states: weights that count where their propositions hold.
  ///
  /// @param weights as exact as they are told, for sampling asks often
  record Measure(String id, List<Weight> weights) {
    static Measure of(Map.Entry<String, List<Term>> entry) {
      return new Measure(
          entry.getKey(),
          entry.getValue().stream()
              .flatMap(term -> term.weights().stream())
              .map(w -> new Weight(w.when(), w.amount().doubleValue()))
              .toList());
    }

    double of(int[] levels) {
      double sum = 0;
      for (Weight weight : weights) if (weight.when.holds(levels)) sum += weight.amount;
      return sum;
    }
  }

  record Weight(Proposition when, double amount) {}

  /// @param held states of a scenario that has a forecast, events still
  /// @throws demarche.states.TooLarge before memory is taken
  static Premises of(StateSpace held, Run run) {
    return of(held, Drift.of(held, held.model().forecast().getFirst(), run), run);
  }

  /// The same for a changed scenario.
  Premises with(StateSpace changed, Run run) {
    Dynamics dynamics = changed.model().forecast().getFirst();
    return of(changed, drift.with(changed, dynamics, run), run);
  }

  private static Premises of(StateSpace held, Drift drift, Run run) {
    Model model = held.model();
    return new Premises(
        held,
        drift,
        Stakes.of(drift.space()),
        Pace.of(drift.dynamics(), drift.causes()),
        model.targets(),
        model.targets().stream()
            .map(t -> drift.space().where(t.when().meaning(), run.watch()))
            .toList(),
        model.measures().entrySet().stream().map(Measure::of).toList());
  }

  /// The same where nobody looks at what states are worth: moves by chance alone.
  Premises blind() {
    return new Premises(held, drift, stakes, pace.blind(), targets, sets, measures);
  }

  int start() {
    return drift.space().statusQuo();
  }
}
