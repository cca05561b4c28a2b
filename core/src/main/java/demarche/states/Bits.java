package demarche.states;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Keys of states made of one bit for each of up to 16 propositions, the most important highest.
///
/// **Law.** Spreading eight bits over the bytes of a `long` is one machine instruction
/// (`Long.expand`); so a proposition's bits of 64 states join their keys in eight of them.
///
/// **Cost.** 2 bytes a state; some 0.1 ns a state and proposition.
final class Bits {
  /// How many propositions a key holds.
  static final int MOST = 16;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /// One byte of every key for the eight most important propositions, another for the rest.
  private final byte[][] keys;

  private final int propositions;
  private final int states;

  /// @param propositions from 0 to 16
  Bits(int propositions, int states) {
    this.propositions = propositions;
    this.states = states;
    keys = new byte[(propositions + 7) / 8][states + Long.BYTES]; // whole longs are written
  }

  /// Takes in what holds in the states from `first` on.
  ///
  /// @param holds for each proposition, from number `at` on, in which of the codes of `feasible`
  void word(int first, long feasible, long[] holds, int at) {
    int count = Long.bitCount(feasible);
    for (int k = 0; k < keys.length; k++) {
      int end = Math.min(propositions, 8 * k + 8);
      for (int g = 0; g < count; g += 8) {
        long spread = 0;
        for (int p = 8 * k; p < end; p++) {
          long bits = feasible == -1 ? holds[at + p] : Long.compress(holds[at + p], feasible);
          spread |= Long.expand(bits >>> g, 0x0101010101010101L << (end - 1 - p));
        }
        LONGS.set(keys[k], first + g, spread);
      }
    }
  }

  /// Ranks by the keys themselves: the most important proposition decides.
  Ranks ranks(Watch watch) {
    if (keys.length == 0) return Ranks.alike(states);
    int[] rank = occurring(watch);
    int distinct = Keys.numbered(rank);
    return Ranks.of(states, distinct, s -> rank[key(s)], watch);
  }

  /// Ranks by what the propositions that hold add up to.
  ///
  /// @param weights of the propositions, in their order; all sums fit a `long`
  Ranks ranks(long[] weights, Watch watch) {
    if (keys.length == 0) return Ranks.alike(states);
    int[] rank = occurring(watch);
    long[] sums = sums(weights, rank.length);
    long[] distinct =
        IntStream.range(0, rank.length)
            .filter(key -> rank[key] == 1)
            .mapToLong(key -> sums[key])
            .sorted()
            .distinct()
            .toArray();
    for (int key = 0; key < rank.length; key++) {
      if (rank[key] == 1) rank[key] = Arrays.binarySearch(distinct, sums[key]);
    }
    return Ranks.of(states, distinct.length, s -> rank[key(s)], watch);
  }

  /// 1 for each key that some state has.
  private int[] occurring(Watch watch) {
    int[] table = new int[keys.length == 1 ? 1 << 8 : 1 << 16];
    watch.over(
        Ranks.STEP,
        states,
        (from, to) -> {
          for (int s = from; s < to; s++) table[key(s)] = 1;
        });
    return table;
  }

  /// By key; of keys that no state has, anything.
  private long[] sums(long[] weights, int table) {
    long[] sums = new long[table];
    for (int key = 1; key < table; key++) {
      int bit = Integer.numberOfTrailingZeros(key);
      int p = keys.length == 2 && bit >= 8 ? 15 - bit : propositions - 1 - bit;
      sums[key] = sums[key & (key - 1)] + (p < 0 ? 0 : weights[p]);
    }
    return sums;
  }

  /// What ranking by keys takes, ranks aside.
  static long bytes(int propositions, long states) {
    int groups = (propositions + 7) / 8;
    return groups * (states + Long.BYTES) + tables(groups);
  }

  private static long tables(int groups) {
    return groups == 0 ? 0 : groups == 1 ? 3L << 10 : 3L << 18; // a number and a sum a key
  }

  private int key(int state) {
    int high = keys[0][state] & 0xff;
    return keys.length == 1 ? high : high << 8 | (keys[1][state] & 0xff);
  }
}
