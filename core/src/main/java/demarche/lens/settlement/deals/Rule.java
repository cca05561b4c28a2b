package demarche.lens.settlement.deals;

/// A rule that picks one package, or several that do equally well, from the Pareto frontier.
public enum Rule {
  /// The most sides gain; then the product of their gains is greatest. Nash (1950).
  NASH(
      "nash",
      "Nash point",
      "the product of gains is greatest; where not all can gain at once, as many as can"),
  /// The least share that a side has of its greatest gain is greatest, among the sides that can
  /// gain. Kalai & Smorodinsky (1975), without lotteries.
  KALAI_SMORODINSKY(
      "kalaiSmorodinsky",
      "Kalai-Smorodinsky point",
      "who gets the least of the most that it could get gets as much of that as can be"),
  /// The least gain is greatest, among the sides that can gain. Kalai (1977); also *Kalai* or
  /// *maximin* in tables of deal domains.
  EGALITARIAN("egalitarian", "egalitarian point", "who gains least gains as much as can be"),
  /// The sum of gains is greatest: also *welfare*.
  MAXIMUM_SUM("maximumSum", "maximum sum", "the sum of gains is greatest");

  private final String key;
  private final String told;
  private final String meaning;

  Rule(String key, String told, String meaning) {
    this.key = key;
    this.told = told;
    this.meaning = meaning;
  }

  /// For programs.
  public String key() {
    return key;
  }

  public String meaning() {
    return meaning;
  }

  /// For readers.
  public String told() {
    return told;
  }
}
