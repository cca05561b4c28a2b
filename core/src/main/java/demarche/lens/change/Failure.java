package demarche.lens.change;

import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Party;
import demarche.states.StateSpace;
import java.util.Set;

/// Why something wanted does not hold after some changes.
sealed interface Failure {
  /// The levels are no state, or not one that is meant; only these options decide it.
  record NotMeant(Set<Integer> options) implements Failure {}

  /// An actor does not consent.
  record Refuses(Actor actor, int[] to) implements Failure {}

  /// A body does not pass it.
  ///
  /// @param world in which it votes
  record Rejects(Body body, StateSpace world, int from, int to) implements Failure {}

  /// A party gains by a move that nothing deters.
  ///
  /// @param world in which it judges
  record Leaves(Party party, StateSpace world, int state, int to) implements Failure {}
}
