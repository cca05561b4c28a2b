package demarche.ensemble;

/// Independent points: number `draw` in the stream that belongs to seed and input.
///
/// **Cost.** O(length of the input's key) a number; nothing is kept.
record RandomPoints(long seed) implements Points {
  @Override
  public double at(long draw, String input, int dimension) {
    return Chance.unit(Chance.at(Chance.of(seed, input), draw));
  }
}
