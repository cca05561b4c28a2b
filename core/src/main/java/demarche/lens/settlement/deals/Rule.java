package demarche.lens.settlement.deals;

/// A rule that picks one package, or several that do equally well, from the Pareto frontier.
public enum Rule {
  /// The most sides gain; then the product of their gains is greatest. Nash (1950).
  NASH("Nash point"),
  /// The least share that a side has of its greatest gain is greatest, among the sides that can
  /// gain. Kalai & Smorodinsky (1975), without lotteries.
  KALAI_SMORODINSKY("Kalai-Smorodinsky point"),
  /// The least gain is greatest, among the sides that can gain. Kalai (1977); also *Kalai* or
  /// *maximin* in tables of deal domains.
  EGALITARIAN("egalitarian point"),
  /// The sum of gains is greatest: also *welfare*.
  MAXIMUM_SUM("maximum sum");

  private final String told;

  Rule(String told) {
    this.told = told;
  }

  /// For readers.
  public String told() {
    return told;
  }
}
