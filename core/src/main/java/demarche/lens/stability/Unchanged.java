package demarche.lens.stability;

import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.StateSpace;
import java.util.List;

/// What is stable in a changed model as it was before the change, for both share their states.
///
/// **Law.** Which states are stable for a party follows, under R, GMR and SMR, from its own
/// preference and everybody's moves; under SEQ, SSEQ and SIM from the preferences of all others too
/// that have a move.
///
/// @param arcs of the changed model
/// @param before the space before the change
record Unchanged(Arcs arcs, StateSpace before) {
  boolean holds(Concept concept, Party party) {
    return switch (concept) {
      case R, GMR, SMR -> isSame(party);
      case SEQ, SSEQ, SIM -> isSame(party) && movers().stream().allMatch(this::isSame);
    };
  }

  private List<Party> movers() {
    return arcs.space().model().parties().stream().filter(arcs::isMover).toList();
  }

  private boolean isSame(Party party) {
    return arcs.space().sharesPreference(before, party);
  }
}
