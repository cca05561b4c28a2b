package demarche.lens.settlement.guarantees;

import demarche.lens.settlement.Consent;
import demarche.lens.stability.Concept;
import demarche.lens.stability.Stability;
import demarche.model.Model;
import demarche.model.Option;
import demarche.model.Party;
import demarche.model.Proposal;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.List;

/// One more thing that a proposal could have in it, so that it is signed and holds.
///
/// **Definition.** The proposal with one option that it leaves as it is at another level, such as a
/// commitment whose breach a value term makes dear: all whose consent the proposal needs give it to
/// that state, and it is an equilibrium under SEQ.
///
/// @param level of the option, in place of the one that it has in the proposal
public record Addition(Option option, int level, int state) {
  /// Those that there are, by option, then by level.
  static List<Addition> of(Stability stability, Proposal proposal) {
    StateSpace space = stability.space();
    Model model = space.model();
    List<Addition> additions = new ArrayList<>();
    for (Option option : model.options()) {
      boolean left = proposal.end()[option.index()] == model.statusQuo()[option.index()];
      if (!left || model.held(option.index()) != Model.FREE) continue;
      for (int level = 0; level < option.levels().size(); level++) {
        int[] levels = proposal.end();
        if (levels[option.index()] == level) continue;
        levels[option.index()] = level;
        int state = space.state(levels);
        if (state < 0 || !stability.isEquilibrium(Concept.SEQ, state)) continue;
        if (isSigned(space, proposal, levels)) additions.add(new Addition(option, level, state));
      }
    }
    return additions;
  }

  private static boolean isSigned(StateSpace space, Proposal proposal, int[] levels) {
    Consent consent = new Consent(space);
    for (Party party : space.model().parties()) {
      if (!proposal.consent().contains(party.id())) continue;
      if (!consent.against(party, space.model().disagreement(), levels).isEmpty()) return false;
    }
    return true;
  }
}
