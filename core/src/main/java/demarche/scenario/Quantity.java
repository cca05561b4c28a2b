package demarche.scenario;

/// A number with its spread over the ensemble.
///
/// @param text as the file writes it, for reports
/// @param evidence given beside the number itself: `{value: 3, source: ...}`
public record Quantity(Formula value, Spread spread, String text, Evidence evidence) {
  /// How an ensemble draws a number.
  public sealed interface Spread {}

  /// Always the value itself.
  public record Fixed() implements Spread {}

  /// Uniform between two numbers.
  public record Uniform(Formula low, Formula high) implements Spread {}

  /// Triangular between two numbers.
  public record Triangular(Formula low, Formula high, Formula mode) implements Spread {}

  /// Uniform: the value plus or minus this percentage of it.
  public record Percent(Formula percent) implements Spread {}
}
