package demarche.lens.change;

import demarche.lens.stability.Concept;
import demarche.model.Party;
import demarche.model.Proposition;
import java.util.List;

/// What is wanted of a state.
///
/// @param levels the state that the proposal leads to, or whatever was asked about; where options
///   may be set otherwise, that from which they are
/// @param when what must hold of the state that is found; `TRUE` where only one was asked about
/// @param consenting whose consent it needs; none where it need not be acceptable
/// @param staying who must have no reason to leave it; none where it need not hold
/// @param concept under which they stay
/// @param freedom what the state may be
record Goal(
    List<Integer> levels,
    Proposition when,
    List<Party> consenting,
    List<Party> staying,
    Concept concept,
    Freedom freedom) {
  Goal {
    levels = List.copyOf(levels);
    consenting = List.copyOf(consenting);
    staying = List.copyOf(staying);
  }

  /// What the state may be.
  enum Freedom {
    /// The one that was asked about.
    FIXED,
    /// That one with options set otherwise, each of which is a change.
    PRICED,
    /// Any in which the wanted expression holds; choosing it costs nothing.
    FREE
  }

  /// The same of one party alone.
  Goal onlyConsent(Party party) {
    return new Goal(levels, when, List.of(party), List.of(), concept, freedom);
  }

  /// The same of one party alone.
  Goal onlyStay(Party party) {
    return new Goal(levels, when, List.of(), List.of(party), concept, freedom);
  }

  int[] start() {
    return levels.stream().mapToInt(Integer::intValue).toArray();
  }
}
