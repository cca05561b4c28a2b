package demarche.ensemble;

/// A Latin hypercube: each input's range is cut into as many layers as there are draws, and every
/// layer has one draw, at a random height.
///
/// The layer of a draw is its place in a permutation that depends on seed and input: a Feistel
/// network over the next even number of bits, walked on while it leads outside. Every such network
/// of four bits and more is an even permutation; a turn by zero or one before it makes odd ones as
/// frequent, without which small hypercubes would prefer some orders. Heights within a layer are
/// cut to as many bits as a double can hold exactly beside the layer's number, and keep half a step
/// off its floor and ceiling, so that rounding never moves a draw to another layer.
///
/// **Cost.** O(1) a number, four walks at worst on average; nothing is kept.
///
/// **Source.** McKay, Beckman & Conover (1979), Technometrics 21, 239-245; permutations by walking
/// cycles: Black & Rogaway (2002), Ciphers with arbitrary finite domains, CT-RSA.
record LatinPoints(long seed, long runs) implements Points {
  /// Four mix large networks well; the smallest need more.
  private static final int ROUNDS = 12;

  private static final int EXACT_BITS = 50;

  @Override
  public double at(long draw, String input, int dimension) {
    if (draw < 0 || draw >= runs) {
      throw new IllegalArgumentException("draw %d of %d".formatted(draw, runs));
    }
    long key = Chance.of(seed, input);
    int bits = EXACT_BITS - bits(runs);
    long height = Chance.at(~key, draw) >>> (Long.SIZE - bits);
    return (layer(draw, key) + Math.scalb(height + 0.5, -bits)) / runs;
  }

  private long layer(long draw, long key) {
    int half = Math.max(1, (bits(runs - 1) + 1) / 2);
    long place = draw;
    do {
      place = shuffled(place, half, key);
    } while (place >= runs);
    return place;
  }

  private static int bits(long number) {
    return Long.SIZE - Long.numberOfLeadingZeros(number);
  }

  private static long shuffled(long place, int half, long key) {
    long mask = (1L << half) - 1;
    long turned = (place + (key >>> (Long.SIZE - 1))) & ((1L << (2 * half)) - 1);
    long left = turned >>> half;
    long right = turned & mask;
    for (int round = 0; round < ROUNDS; round++) {
      long next = left ^ (Chance.at(key + round, right) & mask);
      left = right;
      right = next;
    }
    return left << half | right;
  }
}
