package demarche.lens.change;

import demarche.lens.preferences.Critical;

/// How far a number must go, all other changes made.
///
/// @param at the value that is enough, or beyond which it is
/// @param side 1 where it rises, -1 where it falls
/// @param reach whether the value itself is enough
record Needed(Atom.Moved move, Critical at, int side, Reach reach) {
  /// Whether a value is enough.
  enum Reach {
    THERE,
    /// Any value beyond it.
    BEYOND
  }
}
