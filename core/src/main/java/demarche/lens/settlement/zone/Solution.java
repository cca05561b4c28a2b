package demarche.lens.settlement.zone;

import demarche.finding.Slot;

/// A rule that picks out some of the settlements, each with its convention and source.
public enum Solution {
  FALLBACK(
      "fallback",
      "fallback bargaining",
      "each falls back from what it likes best to what it likes next, all at the same pace and none"
          + " beyond no deal, until one state is among what everybody has come to",
      "Brams & Kilgour (2001), with impasse"),
  NASH(
      "nash",
      "Nash point",
      "the product of gains is greatest; where not all can gain at once, as many as can",
      "Nash (1950)"),
  KALAI_SMORODINSKY(
      "kalaiSmorodinsky",
      "Kalai-Smorodinsky point",
      "who gets the least of the most that it could get in any settlement gets as much of that as can be",
      "Kalai & Smorodinsky (1975)"),
  EGALITARIAN(
      "egalitarian",
      "egalitarian point",
      "who gains least gains as much as can be",
      "Kalai (1977)"),
  MAXIMUM_SUM("maximumSum", "greatest sum", "the sum of gains is greatest", "utilitarian");

  private final String key;
  private final String told;
  private final String meaning;
  private final String source;

  Solution(String key, String told, String meaning, String source) {
    this.key = key;
    this.told = told;
    this.meaning = meaning;
    this.source = source;
  }

  /// For programs.
  public String key() {
    return key;
  }

  /// For readers.
  public String told() {
    return told;
  }

  /// Who defined it.
  public String source() {
    return source;
  }

  /// What it says, in one line.
  public String meaning() {
    return meaning;
  }

  /// For a sentence.
  public Slot slot() {
    return new Slot.Plain(told);
  }
}
