package demarche.ensemble;

/// How the points of an ensemble lie in the space of inputs.
public enum Sampling {
  /// Independently.
  RANDOM,
  /// One in each of as many layers of each input as there are draws.
  LATIN,
  /// Along Sobol's sequence, shifted by the seed.
  SOBOL;

  /// The name in commands and stores.
  public String key() {
    return switch (this) {
      case RANDOM -> "random";
      case LATIN -> "latin";
      case SOBOL -> "sobol";
    };
  }
}
