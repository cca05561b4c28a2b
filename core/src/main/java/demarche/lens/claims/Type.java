package demarche.lens.claims;

/// What a part of a check stands for.
enum Type {
  TRUTH("yes or no"),
  NUMBER("a number"),
  TEXT("a word"),
  PARTIES("a set of parties"),
  STATES("a set of states"),
  PARTS("a set of parts of states"),
  TEXTS("a set of words");

  private final String inWords;

  Type(String inWords) {
    this.inWords = inWords;
  }

  String inWords() {
    return inWords;
  }

  boolean isSet() {
    return switch (this) {
      case PARTIES, STATES, PARTS, TEXTS -> true;
      case TRUTH, NUMBER, TEXT -> false;
    };
  }
}
