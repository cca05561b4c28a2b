package demarche.lens.stability.sweep;

import demarche.states.Ranks;
import demarche.states.StateSpace;

/// Loops over ranks by code, in arrays of one width.
///
/// Where codes are missing, ranks start at one more than the least number there is, and a code that
/// is no state has the least: nobody prefers it. Its worth is the most there is and stays so:
/// nobody fears it.
///
/// @param <A> the array
sealed interface Lanes<A> permits ByteLanes, ShortLanes, IntLanes {
  /// Which arcs of a party count.
  enum Kind {
    MOVES,
    IMPROVEMENTS
  }

  /// Whether some codes are no states.
  enum Codes {
    ALL_STATES,
    GAPS
  }

  /// How many codes stand in a vector, a power of 2.
  int count();

  /// The ranks by code.
  A ranks(StateSpace space, Ranks ranks, Codes codes);

  /// The bits of `own` that make no difference to the ranks: states that differ in these alone have
  /// the same.
  int silent(A ranks, int own, Codes codes);

  /// An array for so many codes, and for a whole vector at least.
  A array(int codes);

  /// Writes a rank; -1, where some codes are no states, says that this one is none.
  void put(int rank, Codes codes, A into, int at);

  /// The worths to start from: the ranks.
  void worths(A ranks, Codes codes, A into);

  /// Lowers each worth to the least of those that one arc leads to.
  ///
  /// @return whether anything was lowered
  boolean lower(Fibres fibres, Codes codes, Pass<A> pass);

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
