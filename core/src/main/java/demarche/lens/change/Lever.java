package demarche.lens.change;

/// A number of the file that may be moved within its range.
sealed interface Lever {
  /// A named number.
  record Parameter(String name) implements Lever {}

  /// The weight of one value term, as the file writes it: of what is avoided without its sign.
  ///
  /// @param actor by its place
  /// @param term by its place among the actor's terms
  record Weight(int actor, int term) implements Lever {}

  /// One factor for all weights of a value term, whatever they come to; 1 leaves them as they are.
  record Factor(int actor, int term) implements Lever {}
}
