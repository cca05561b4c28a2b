package demarche.scenario;

/// A rule about which states there are.
public record ConstraintEntry(Kind kind, Expression expression, Evidence evidence) {
  public enum Kind {
    IMPOSSIBLE,
    REQUIRE
  }
}
