package demarche.lens;

import demarche.model.Party;
import demarche.states.StateSpace;
import java.util.List;

/// A lens that tells which states are stable by definitions that have names, and why a state is.
///
/// The names of all such lenses differ, so that one list of names asks several of them.
public interface Defining extends Lens {
  /// The names of its definitions, such as `SEQ`.
  List<String> names();

  /// The same lens, asked for these definitions alone, by somebody who wants an answer.
  ///
  /// @param names of definitions of this lens, in lower or upper case; one or more
  Defining by(List<String> names);

  /// Why a state is stable under the definitions asked for, or is not, step by step.
  ///
  /// @throws demarche.states.TooLarge before memory is taken
  /// @throws java.util.concurrent.CancellationException once the run is stopped
  Account explain(Asked asked, Run run);

  /// What somebody wants to have explained.
  ///
  /// @param parties for whom, in file order; one or more
  record Asked(StateSpace space, int state, List<Party> parties) {
    public Asked {
      if (parties.isEmpty()) throw new IllegalArgumentException("nobody is asked about");
      parties = List.copyOf(parties);
    }

    /// Whether it is explained for every decision maker.
    public boolean isOfAll() {
      return parties.size() == space.model().parties().size();
    }
  }
}
