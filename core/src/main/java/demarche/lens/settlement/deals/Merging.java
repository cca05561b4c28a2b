package demarche.lens.settlement.deals;

import demarche.lens.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// Works through the issues one by one and keeps what may still end on the Pareto frontier.
///
/// **Method.** After each issue the partial packages that another one covers are dropped: whatever
/// is agreed on the rest, it stays at least as good for all and better for one. So the last layer
/// is the frontier; nothing is lost, for values add up. What cannot become acceptable any more, or
/// good enough, is dropped too. A layer is in descending lexicographic order, and so is each copy
/// of it that a level moves: they are merged, and nothing that comes later covers what came before.
///
/// **Cost.** O(f · l · log l) for one or two sides, f points kept and l levels, each issue; times
/// log f for three sides, times f · sides for more.
///
/// **Source.** Multicriteria dynamic programming: Brown & Strauch (1965), Dynamic programming in
/// multiplicative lattices; with bounds as in Villarreal & Karwan (1981), Multicriteria integer
/// programming.
record Merging(Whole whole, int mostPoints, Run run) {
  /// Ways to the points of a layer, for each point that it may have.
  private static final int MOST_ARCS = 4;

  /// Points looked at in a layer, where each must be held against all.
  private static final long MOST_WORK = 1L << 28;

  /// Whether a partial package may still become what is sought.
  interface Hope {
    /// @param issue the next one to be settled
    boolean of(long[] vectors, int at, int issue);
  }

  /// @return the layers, the first before any issue; empty where one would have too many points or
  ///   take too long
  List<Layer> layers(String step, Hope hope) {
    List<Layer> layers = new ArrayList<>();
    Layer last = new Layer(whole.width());
    if (hope.of(whole.start(), 0, 0)) last.addPoint(whole.start(), 0);
    layers.add(last);
    for (int issue = 0; issue < whole.issues(); issue++) {
      run.watch().at(step, issue, whole.issues());
      Layer next = new Layer(whole.width());
      if (!merge(last, issue, hope, next)) return List.of();
      layers.add(next);
      last.forgetVectors();
      last = next;
    }
    return layers;
  }

  /// Acceptable as far as one can see: even the best of the rest makes up for what is missing.
  boolean isAcceptable(long[] vectors, int at, int issue) {
    long[] rest = whole.most()[issue];
    for (int k = 0; k < whole.width(); k += 2) {
      if (Wide.isSumNegative(vectors, at + k, rest, k)) return false;
    }
    return true;
  }

  private boolean merge(Layer before, int issue, Hope hope, Layer next) {
    int width = whole.width();
    int levels = whole.levels(issue);
    int[] position = new int[levels];
    long[] heads = new long[levels * width];
    PriorityQueue<Integer> queue = new PriorityQueue<>(levels, greatestFirst(heads, width));
    for (int l = 0; l < levels; l++) {
      if (advance(before, issue, l, 0, heads)) queue.add(l);
    }
    Covering covering = Covering.of(whole.sides());
    for (long taken = 0; !queue.isEmpty(); taken++) {
      if ((taken & 0xfff) == 0) run.check();
      int l = queue.poll();
      int at = l * width;
      boolean isKept = next.endsWith(heads, at);
      if (!isKept && hope.of(heads, at, issue + 1) && !covering.covers(heads, at)) {
        if (next.points() >= mostPoints || covering.work() > MOST_WORK) return false;
        next.addPoint(heads, at);
        covering.add(heads, at);
        isKept = true;
      }
      if (isKept) {
        if (next.arcs() >= MOST_ARCS * mostPoints) return false;
        next.addArc(position[l], l);
      }
      if (advance(before, issue, l, ++position[l], heads)) queue.add(l);
    }
    return true;
  }

  /// Puts the next point of a level's copy of the layer at its head; false where there is none.
  private boolean advance(Layer before, int issue, int level, int position, long[] heads) {
    if (position >= before.points()) return false;
    int width = whole.width();
    int by = level * width;
    Wide.add(before.vectors(), position * width, whole.worths()[issue], by, heads, by, width);
    return true;
  }

  private static Comparator<Integer> greatestFirst(long[] heads, int width) {
    return (one, other) -> {
      for (int k = 0; k < width; k += 2) {
        int sign = Wide.compare(heads, other * width + k, heads, one * width + k);
        if (sign != 0) return sign;
      }
      return Integer.compare(one, other);
    };
  }
}
