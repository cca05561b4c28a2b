package demarche.lens.settlement.deals;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The points after some issues: what is left of all partial packages, in descending order.
///
/// Partial packages that give everybody the same are one point. Each of its *arcs* is a point of
/// the layer before with a level of the issue between.
final class Layer {
  private final int width;
  private long[] vectors;
  private int points;
  private int[] firstArc = new int[17];
  private int[] from = new int[16];
  private int[] level = new int[16];
  private int arcs;

  Layer(int width) {
    this.width = width;
    this.vectors = new long[16 * width];
  }

  int points() {
    return points;
  }

  int arcs() {
    return arcs;
  }

  long[] vectors() {
    return vectors;
  }

  boolean endsWith(long[] vector, int at) {
    return points > 0
        && Arrays.equals(vectors, (points - 1) * width, points * width, vector, at, at + width);
  }

  void addPoint(long[] vector, int at) {
    if (points * width == vectors.length) vectors = Arrays.copyOf(vectors, 2 * vectors.length);
    if (points + 2 > firstArc.length) firstArc = Arrays.copyOf(firstArc, 2 * firstArc.length);
    System.arraycopy(vector, at, vectors, points * width, width);
    firstArc[points++] = arcs;
    firstArc[points] = arcs;
  }

  /// One more way to the last point.
  void addArc(int before, int by) {
    if (arcs == from.length) {
      from = Arrays.copyOf(from, 2 * arcs);
      level = Arrays.copyOf(level, 2 * arcs);
    }
    from[arcs] = before;
    level[arcs++] = by;
    firstArc[points] = arcs;
  }

  /// Once the next layer is there, only arcs are asked for.
  void forgetVectors() {
    vectors = new long[0];
  }

  /// How many partial packages each point stands for, from those of the layer before.
  BigInteger[] counts(BigInteger[] before) {
    BigInteger[] counts = new BigInteger[points];
    for (int p = 0; p < points; p++) {
      BigInteger sum = BigInteger.ZERO;
      for (int a = firstArc[p]; a < firstArc[p + 1]; a++) sum = sum.add(before[from[a]]);
      counts[p] = sum;
    }
    return counts;
  }

  /// The first packages of a point of the last layer, at most so many.
  static List<List<Integer>> packages(List<Layer> layers, int point, int most) {
    List<List<Integer>> found = new ArrayList<>();
    collect(layers, layers.size() - 1, point, new int[layers.size() - 1], most, found);
    return found;
  }

  private static void collect(
      List<Layer> layers, int at, int point, int[] levels, int most, List<List<Integer>> found) {
    if (at == 0) {
      found.add(Arrays.stream(levels).boxed().toList());
      return;
    }
    Layer layer = layers.get(at);
    for (int a = layer.firstArc[point]; a < layer.firstArc[point + 1]; a++) {
      if (found.size() == most) return;
      levels[at - 1] = layer.level[a];
      collect(layers, at - 1, layer.from[a], levels, most, found);
    }
  }
}
