package demarche.ensemble;

/// How many draws are wanted, and how they are made.
///
/// @param runs 1 or more
public record Plan(long runs, long seed, Sampling sampling) {
  /// The seed where nobody gives one.
  public static final long USUAL_SEED = 1;

  /// The draws where nobody says how many.
  public static final long USUAL_RUNS = 1_000;

  /// The most that a local run makes.
  public static final long MOST_RUNS = 1_000_000_000;

  public Plan {
    if (runs < 1 || runs > MOST_RUNS) throw new IllegalArgumentException("runs: " + runs);
  }
}
