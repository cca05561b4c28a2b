package demarche.lens.forecast;

/// Numbers as if by chance, the same for the same seed.
///
/// Each draw and each cause has a stream of its own, named by the cause's id: so in another world
/// the same actor has its occasions at the same times and the same luck on them.
///
/// **Source.** SplitMix64: Steele, Lea & Flood (2014).
final class Chance {
  private static final long STEP = 0x9E3779B97F4A7C15L;

  private long state;
  private long taken;

  private Chance(long state) {
    this.state = state;
  }

  static Chance of(long seed, long draw, String cause) {
    long name = 0;
    for (int c = 0; c < cause.length(); c++) name = mixed(name + STEP + cause.charAt(c));
    return new Chance(mixed(mixed(mixed(seed + STEP) + draw + STEP) + name + STEP));
  }

  private static long mixed(long z) {
    long y = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    y = (y ^ y >>> 27) * 0x94D049BB133111EBL;
    return y ^ y >>> 31;
  }

  /// Uniform over [0, 1).
  double share() {
    taken++;
    state += STEP;
    return (mixed(state) >>> 11) * 0x1p-53;
  }

  /// How many numbers have been taken.
  long taken() {
    return taken;
  }

  /// Goes on as if so many more had been taken.
  void skip(long numbers) {
    taken += numbers;
    state += numbers * STEP;
  }

  /// A waiting time with this many events in a unit of time on average.
  double wait(double rate) {
    return -StrictMath.log1p(-share()) / rate;
  }
}
