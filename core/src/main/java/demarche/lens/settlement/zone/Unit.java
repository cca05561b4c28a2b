package demarche.lens.settlement.zone;

/// In what gains over the disagreement point are counted.
public enum Unit {
  /// Each actor's value scaled once to run from 0 to 1, as [demarche.states.Utility] defines it.
  U(
      "u",
      "u, each party's value scaled from 0 to 1 over the feasible states that cross none of its"
          + " red lines"),
  /// Each actor's value in its own unit, red lines aside.
  RAW("raw value", "each party's own unit of value, as the file has it, red lines aside");

  private final String word;
  private final String meaning;

  Unit(String word, String meaning) {
    this.word = word;
    this.meaning = meaning;
  }

  /// As it is printed beside a number.
  public String word() {
    return word;
  }

  public String meaning() {
    return meaning;
  }
}
