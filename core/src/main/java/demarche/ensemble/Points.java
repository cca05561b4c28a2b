package demarche.ensemble;

/// Where the draws lie (to be replaced).
public interface Points {
  double at(long draw, String input, int dimension);

  static Points of(Sampling sampling, long seed, long runs) {
    return (draw, input, dimension) -> {
      long h = seed * 0x9E3779B97F4A7C15L + draw;
      for (int i = 0; i < input.length(); i++) h = (h ^ input.charAt(i)) * 0x100000001B3L;
      h ^= h >>> 30;
      h *= 0xBF58476D1CE4E5B9L;
      h ^= h >>> 27;
      h *= 0x94D049BB133111EBL;
      h ^= h >>> 31;
      return (h >>> 11) * 0x1.0p-53;
    };
  }
}
