package demarche.lens.claims;

import java.util.List;

/// A place in a function's brackets.
///
/// @param words that may stand there; empty where names of the file do
record Parameter(String name, Kind kind, Use use, List<String> words) {
  /// How it is given.
  enum Use {
    /// In its place.
    REQUIRED,
    /// In its place, or left out.
    OPTIONAL,
    /// In its place, once or more often, or left out.
    REPEATED,
    /// As `name = value`, anywhere, or left out.
    NAMED
  }

  Parameter {
    words = List.copyOf(words);
  }

  static Parameter given(String name, Kind kind) {
    return new Parameter(name, kind, Use.REQUIRED, List.of());
  }

  static Parameter word(String name, String... words) {
    return new Parameter(name, Kind.WORD, Use.REQUIRED, List.of(words));
  }

  static Parameter key(String name, Kind kind, String... words) {
    return new Parameter(name, kind, Use.NAMED, List.of(words));
  }

  Parameter use(Use other) {
    return new Parameter(name, kind, other, words);
  }

  /// What is expected, for messages.
  String inWords() {
    return words.isEmpty() ? kind.inWords() : "one of " + String.join(", ", words);
  }
}
