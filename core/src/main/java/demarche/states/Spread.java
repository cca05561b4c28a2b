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

  Ranks ranks(Ranks narrow, Watch watch) {
    return switch (narrow) {
      case Ranks.Bytes(byte[] ranks, int distinct) -> {
        byte[] all = new byte[1 << bits];
        spread(ranks, all, ranks.length, 0, watch);
        yield new Ranks.Bytes(all, distinct);
      }
      case Ranks.Shorts(short[] ranks, int distinct) -> {
        short[] all = new short[1 << bits];
        spread(ranks, all, ranks.length, 0, watch);
        yield new Ranks.Shorts(all, distinct);
      }
      case Ranks.Ints(int[] ranks, int distinct) -> {
        int[] all = new int[1 << bits];
        spread(ranks, all, ranks.length, 0, watch);
        yield new Ranks.Ints(all, distinct);
      }
    };
  }

  StateSet set(StateSet narrow, Watch watch) {
    long[] words = narrow.words();
    long[] all = new long[1 << (bits - LEAST_BIT)];
    spread(words, all, words.length, LEAST_BIT, watch);
    return StateSet.ofWords(1 << bits, all);
  }

  /// @param from an array, as is `to`
  /// @param shift what an entry's number lacks of its first code
  @SuppressWarnings("SuspiciousSystemArraycopy") // both are arrays of one kind
  private void spread(Object from, Object to, int length, int shift, Watch watch) {
    System.arraycopy(from, 0, to, 0, length);
    Copies copies = new Copies(to, 2L << (bits - shift), watch);
    int filled = length;
    for (long rest = silent >>> shift; rest != 0; rest &= rest - 1) {
      int chunk = (int) Long.lowestOneBit(rest);
      for (int at = filled - chunk; at >= 0; at -= chunk) {
        copies.copy(at, 2 * at + chunk, chunk);
        if (at > 0) copies.copy(at, 2 * at, chunk);
      }
      filled *= 2;
    }
  }

  /// Copies within an array, and asks now and then whether to go on.
  private static final class Copies {
    private static final int AT_ONCE = 1 << 13;

    private final Object array;
    private final long all;
    private final Watch watch;
    private long done;
    private long asked;

    /// @param all entries that are copied, about
    Copies(Object array, long all, Watch watch) {
      this.array = array;
      this.all = all;
      this.watch = watch;
    }

    @SuppressWarnings("SuspiciousSystemArraycopy")
    void copy(int from, int to, int count) {
      for (int k = 0; k < count; k += AT_ONCE) {
        int now = Math.min(AT_ONCE, count - k);
        System.arraycopy(array, from + k, array, to + k, now);
        done += now;
        if (done - asked < AT_ONCE) continue;
        asked = done;
        watch.at(Ranks.STEP, done, all);
      }
    }
  }
}
