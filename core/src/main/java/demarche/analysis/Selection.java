package demarche.analysis;

import demarche.model.Clause;
import demarche.scenario.Notation;
import demarche.states.StateSet;

/// Some of a case's feasible states.
///
/// @param where the expression that chose them; empty for all states
public record Selection(Case about, String where, StateSet states) {
  private static final String WHERE = "--where";

  public static Selection all(Case about) {
    return new Selection(about, "", StateSet.all(about.space().size()));
  }

  /// The states in which an expression holds.
  ///
  /// @param where in the notation of scenario files
  /// @throws demarche.scenario.InvalidScenario if it is no expression over this scenario's names
  public static Selection of(Case about, String where) {
    Clause clause = about.model().clause(Notation.read(where, WHERE), WHERE);
    return new Selection(about, where, about.space().where(clause.meaning()));
  }
}
