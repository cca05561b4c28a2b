package demarche.ensemble;

/// A Latin hypercube: each input's range is cut into as many layers as there are draws, and every
/// layer has one draw.
///
/// The layer of a draw is its place in a permutation that depends on seed and input: four rounds of
/// a Feistel network over the next even number of bits, walked on while it leads outside.
///
/// **Cost.** O(1) a number, four walks at worst on average; nothing is kept.
///
/// **Source.** McKay, Beckman & Conover (1979), Technometrics 21, 239-245; permutations by walking
/// cycles: Black & Rogaway (2002), Ciphers with arbitrary finite domains, CT-RSA.
record LatinPoints(long seed, long runs) implements Points {
  private static final int ROUNDS = 4;
  private static final double LAST = Math.nextDown(1.0);

  @Override
  public double at(long draw, String input, int dimension) {
    long key = Chance.of(seed, input);
    double within = Chance.unit(Chance.at(~key, draw));
    return Math.min(LAST, (layer(draw, key) + within) / runs);
  }

  private long layer(long draw, long key) {
    int half = Math.max(1, (65 - Long.numberOfLeadingZeros(Math.max(1, runs - 1))) / 2);
    long place = draw;
    do {
      place = shuffled(place, half, key);
    } while (place >= runs);
    return place;
  }

  private static long shuffled(long place, int half, long key) {
    long mask = (1L << half) - 1;
    long left = place >>> half;
    long right = place & mask;
    for (int round = 0; round < ROUNDS; round++) {
      long next = left ^ (Chance.at(key + round, right) & mask);
      left = right;
      right = next;
    }
    return left << half | right;
  }
}
