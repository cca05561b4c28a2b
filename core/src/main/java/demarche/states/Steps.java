package demarche.states;

import demarche.model.Party;

/// Along which moves a search goes.
@FunctionalInterface
public interface Steps {
  /// Writes the states to which the party goes from here, in ascending order; returns how many.
  ///
  /// @param into as long as [Arcs#most]
  int targets(Party party, int state, int[] into);
}
