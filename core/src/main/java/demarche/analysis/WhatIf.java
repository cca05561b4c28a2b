package demarche.analysis;

import demarche.lens.Run;
import demarche.lens.stability.Concept;
import demarche.lens.stability.Stability;
import demarche.model.Model;
import demarche.scenario.Edit;
import demarche.states.StateSpace;
import java.util.Set;

/// A scenario as it stands in a what-if, with what is stable in it.
///
/// An edit gives another what-if and leaves this one as it is, so that going back is to take the
/// one before. Both share what the edit does not touch: the states and moves, the ranks of each
/// actor that ranks alike, the votes of each body that votes alike, the stable states of each party
/// and concept that rest on nothing else. The answer equals that of a fresh analysis.
///
/// **Cost.** Of an edit: reading what it changes and resolving names, a walk over the states for
/// each actor whose wishes changed, the searches that are left.
public record WhatIf(StateSpace space, Stability stability) {
  /// The scenario before any edit.
  ///
  /// @throws demarche.states.TooLarge before memory is taken
  /// @throws java.util.concurrent.CancellationException once the run is stopped
  public static WhatIf of(StateSpace space, Set<Concept> concepts, Run run) {
    return new WhatIf(space, Stability.known(space, concepts, run));
  }

  /// The scenario with one more thing changed, and the same concepts asked.
  ///
  /// @throws demarche.scenario.InvalidScenario if there is nothing that the edit is about, it has
  ///   no number or expression where it needs one, or the scenario has no meaning after it
  /// @throws demarche.states.TooLarge before memory is taken
  /// @throws java.util.concurrent.CancellationException once the run is stopped
  public WhatIf with(Edit edit, Run run) {
    StateSpace changed = space.with(model().with(edit));
    return new WhatIf(changed, stability.with(changed, run));
  }

  public Model model() {
    return space.model();
  }
}
