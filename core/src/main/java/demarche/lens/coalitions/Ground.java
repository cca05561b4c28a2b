package demarche.lens.coalitions;

import demarche.lens.Run;
import demarche.states.Arcs;
import demarche.states.StateSpace;
import java.util.List;

/// What all coalitions are judged on.
///
/// @param classes one where the question needs the coalition improvements of the others, else none
record Ground(Arcs arcs, Question question, Wanted wanted, List<Classes> classes) {
  /// @throws demarche.states.TooLarge before memory is taken
  static Ground of(Arcs arcs, Question question, Run run) {
    Limits.check(arcs.space(), question);
    Wanted wanted = Wanted.of(arcs.space(), run);
    return new Ground(
        arcs,
        question,
        wanted,
        question.needsClasses()
            ? List.of(Classes.of(arcs, wanted, question.coalitions(), run))
            : List.of());
  }

  StateSpace space() {
    return arcs.space();
  }
}
