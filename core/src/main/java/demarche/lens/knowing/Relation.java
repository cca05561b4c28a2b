package demarche.lens.knowing;

import demarche.model.Party;
import demarche.states.StateSpace;

/// What somebody thinks of one state as seen from another, such as that it is worth going there.
@FunctionalInterface
interface Relation {
  boolean holds(int from, int to);

  /// That a party prefers the other state, as is simply known.
  record Crisp(StateSpace space, Party party) implements Relation {
    @Override
    public boolean holds(int from, int to) {
      return space.prefers(party, from, to);
    }
  }
}
