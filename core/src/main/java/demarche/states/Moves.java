package demarche.states;

/// The unilateral moves of one party: from which state it can go to which others alone.
///
/// Moves are transitive for options that may move freely in one or both directions; where an option
/// goes one level at a time, or an intermediate state is infeasible, or moves are listed, they need
/// not be.
public sealed interface Moves permits OptionMoves, ListedMoves {
  /// The most targets or sources that any state has: the length that `into` must have.
  int most();

  /// Writes the states that the party can move to, in ascending order; returns how many.
  int targets(int state, int[] into);

  /// Writes the states from which the party can move here, in ascending order; returns how many.
  int sources(int state, int[] into);

  /// Whether the states fall into groups within which each leads to all others.
  boolean isFree();

  /// Whether two moves in a row never lead further than one.
  boolean isTransitive();
}
