package demarche.lens.claims;

/// What may stand as an argument of a function.
enum Kind {
  ACTOR("actor", "the id of an actor"),
  PARTY("party", "the id of an actor or body"),
  BODY("body", "the id of a body"),
  MEMBER("member", "the id of a member of the body"),
  PARTNER("partner", "the id of an actor, or world"),
  PROPOSAL("proposal", "the id of a proposal"),
  STATE("state", "a proposal, status-quo or the code of a state in quotes"),
  TERM("term", "the id of a value of the actor"),
  CONCEPT("concept", "a concept of stability"),
  CONDITION("condition", "a condition on options, as elsewhere in the file"),
  PARAMETER("parameter", "the id of a parameter"),
  TARGET("target", "the id of a target"),
  MEASURE("measure", "the id of a measure"),
  FLOW("flow", "the id of a flow"),
  TABLE("table", "the id of a table, or trace"),
  FILTER("column = value", "a column and its value, such as votes.russia = yes"),
  PLACE("place", "the id of a place"),
  AREAS("areas", "one issue area, or several as { a, b }"),
  YEAR("year", "a year of four digits"),
  VARIANT("variant", "the id of a variant"),
  CHECK("check", "what may be yes or no, such as a comparison"),
  SET("set", "a set, such as equilibria(SEQ)"),
  WORD("word", "one of a few words");

  private final String shape;
  private final String inWords;

  Kind(String shape, String inWords) {
    this.shape = shape;
    this.inWords = inWords;
  }

  /// How a signature names it.
  String shape() {
    return shape;
  }

  /// How a message names it.
  String inWords() {
    return inWords;
  }
}
