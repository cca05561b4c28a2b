package demarche.lens.claims;

/// What an inquiry comes to in one world.
public sealed interface Reply {
  record Truth(boolean holds) implements Reply {}

  /// A number; of a set of states how many there are.
  record Amount(double amount) implements Reply {}

  /// A word, or the members of a set, with commas between them.
  record Text(String text) implements Reply {}

  /// It has no value there, and why.
  record None(String reason) implements Reply {}

  /// Which of them an inquiry gives, where it has a value.
  enum Kind {
    TRUTH,
    AMOUNT,
    TEXT
  }
}
