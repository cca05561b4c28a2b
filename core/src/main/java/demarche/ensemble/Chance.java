package demarche.ensemble;

/// Numbers that look random and depend on what they are asked about alone.
///
/// **Source.** The mixing is the finalizer of SplitMix64: Steele, Lea & Flood (2014), Fast
/// splittable pseudorandom number generators, OOPSLA; the digest of a name is FNV-1a.
final class Chance {
  private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;
  private static final long FNV_START = 0xCBF2_9CE4_8422_2325L;
  private static final long FNV_PRIME = 0x0000_0100_0000_01B3L;
  private static final double UNIT = 0x1.0p-53;

  private Chance() {}

  static long of(long seed, String name) {
    long digest = FNV_START;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      digest = (digest ^ (c & 0xff)) * FNV_PRIME;
      digest = (digest ^ (c >>> 8)) * FNV_PRIME;
    }
    return mixed(mixed(seed + GOLDEN) ^ digest);
  }

  /// The number at a place in the stream of a key.
  static long at(long key, long place) {
    return mixed(key + (place + 1) * GOLDEN);
  }

  /// The first 53 bits as a fraction, from 0 to below 1.
  static double unit(long bits) {
    return (bits >>> 11) * UNIT;
  }

  private static long mixed(long bits) {
    long z = bits;
    z = (z ^ (z >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
    return z ^ (z >>> 31);
  }
}
