package demarche.lens.stability.sweep;

import demarche.states.Ranks;
import demarche.states.StateSpace;

/// Loops over ranks by code, in arrays of one width.
///
/// Where a code is no state its rank is the least there is, so that nobody prefers it. What else is
/// written there is never read.
///
/// @param <A> the array
sealed interface Lanes<A> permits ByteLanes, ShortLanes, IntLanes {
  /// Which arcs of a party count.
  enum Kind {
    MOVES,
    IMPROVEMENTS
  }

  /// How many codes stand in a vector, a power of 2.
  int count();

  /// The ranks by code.
  A ranks(StateSpace space, Ranks ranks);

  /// More than the least rank where a state is: for moves, which lead to any state.
  A present(StateSpace space);

  A copy(A ranks);

  /// Lowers each worth to the least of those that one arc leads to.
  ///
  /// @param ranks of the mover; what is present, for moves
  /// @param to what is lowered
  /// @param from what it is lowered to; may be the same array
  /// @return whether anything was lowered
  boolean lower(Fibres fibres, Kind kind, A ranks, A to, A from);

  /// The same for an arc from one code to another.
  boolean lower(A to, int here, A from, int there);

  /// Raises each worth to the best rank that one move of the party leads to.
  void raise(Fibres fibres, A ranks, A worth);

  /// Marks the codes from which the party has an improvement.
  void improve(Fibres fibres, A ranks, long[] marks);

  /// Marks the codes from which the party has an improvement to a code of more worth than their own
  /// rank.
  ///
  /// @param worth of improvements, what replies leave of it
  void leave(Fibres fibres, A ranks, A worth, long[] marks);

  /// The best over the party's settings of the least over the others', where every code is a state
  /// and all move freely.
  int maximin(Fibres fibres, A ranks);

  /// The least over the others' settings of the best over the party's own.
  int minimax(Fibres fibres, A ranks);

  /// Marks the codes of a rank below a bound, from one whole vector to another.
  void below(A ranks, int from, int to, int bound, long[] marks);
}
