package demarche.states;

/// From the codes of some options to those of all, where what stands there depends on these alone.
///
/// **Law.** A bit that makes no difference takes the numbers from one half of the codes over to the
/// other: each chunk below the bit is copied. Bit after bit from the lowest, the last copies are
/// the largest, and all together move twice what the result holds. From back to front no chunk is
/// written over before it was copied.
///
/// @param bits of all codes
/// @param silent the bits that make no difference, none below 6
record Spread(int bits, long silent) {
  /// What a whole word holds makes no chunk.
  static final int LEAST_BIT = 6;

  static Spread of(Layout whole, Layout narrow) {
    long silent = 0;
    for (int option = 0; option < whole.options(); option++) {
      if (whole.isFree(option) && !narrow.isFree(option)) silent |= whole.mask(option);
    }
    return new Spread(whole.bits(), silent);
  }

  Ranks ranks(Ranks narrow) {
    return switch (narrow) {
      case Ranks.Bytes(byte[] ranks, int distinct) -> {
        byte[] all = new byte[1 << bits];
        spread(ranks, all, ranks.length, 0);
        yield new Ranks.Bytes(all, distinct);
      }
      case Ranks.Shorts(short[] ranks, int distinct) -> {
        short[] all = new short[1 << bits];
        spread(ranks, all, ranks.length, 0);
        yield new Ranks.Shorts(all, distinct);
      }
      case Ranks.Ints(int[] ranks, int distinct) -> {
        int[] all = new int[1 << bits];
        spread(ranks, all, ranks.length, 0);
        yield new Ranks.Ints(all, distinct);
      }
    };
  }

  StateSet set(StateSet narrow) {
    long[] words = narrow.words();
    long[] all = new long[1 << (bits - LEAST_BIT)];
    spread(words, all, words.length, LEAST_BIT);
    return StateSet.ofWords(1 << bits, all);
  }

  /// @param from an array, as is `to`
  /// @param shift what an entry's number lacks of its first code
  @SuppressWarnings("SuspiciousSystemArraycopy") // both are arrays of one kind
  private void spread(Object from, Object to, int length, int shift) {
    System.arraycopy(from, 0, to, 0, length);
    int filled = length;
    for (long rest = silent >>> shift; rest != 0; rest &= rest - 1) {
      int chunk = (int) Long.lowestOneBit(rest);
      for (int at = filled - chunk; at >= 0; at -= chunk) {
        System.arraycopy(to, at, to, 2 * at + chunk, chunk);
        if (at > 0) System.arraycopy(to, at, to, 2 * at, chunk);
      }
      filled *= 2;
    }
  }
}
