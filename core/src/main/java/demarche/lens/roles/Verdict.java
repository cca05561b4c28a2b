package demarche.lens.roles;

/// Whether an actor has a role.
public enum Verdict {
  YES("yes"),
  /// It has the access of a mediator, and no effect.
  ATTEMPTED("attempted"),
  NO("no");

  private final String word;

  Verdict(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  static Verdict of(boolean holds) {
    return holds ? YES : NO;
  }
}
