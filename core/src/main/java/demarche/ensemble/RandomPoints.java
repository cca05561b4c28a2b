package demarche.ensemble;

/// Independent points. O(length of the input's key) a number.
record RandomPoints(long seed) implements Points {
  @Override
  public double at(long draw, String input, int dimension) {
    return Chance.unit(Chance.at(Chance.of(seed, input), draw));
  }
}
