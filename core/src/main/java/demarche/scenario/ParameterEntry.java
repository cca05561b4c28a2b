package demarche.scenario;

/// A named number.
public record ParameterEntry(Word id, Origin origin, Evidence evidence) {
  /// Where the number comes from.
  public sealed interface Origin {}

  /// The file states it.
  public record Stated(Quantity quantity) implements Origin {}

  /// It is computed from data, by a call such as `share(freight, union, owners, 2025)`.
  public record Computed(Word call) implements Origin {}
}
