package demarche.lens.knowing;

import demarche.model.Party;
import demarche.states.StateSpace;

/// How a party takes part in a test of stability. All that the kinds of knowing differ in.
///
/// @param leaves from the state judged: to which states it would go if nothing deterred it
/// @param fears from the state judged: which states deter it
/// @param answers from any state: to which states it goes as one of the others, where these follow
///   their interests
record Stance(Relation leaves, Relation fears, Relation answers) {
  /// As in the classical definitions: goes where it gains, fears what is no gain.
  static Stance crisp(StateSpace space, Party party) {
    Relation prefers = new Relation.Crisp(space, party);
    return new Stance(prefers, (s, t) -> !prefers.holds(s, t), prefers);
  }
}
