package demarche.ensemble.sensitivity;

import demarche.ensemble.sensitivity.Prim.Among;
import demarche.ensemble.sensitivity.Prim.Box;
import demarche.ensemble.sensitivity.Prim.Count;
import demarche.ensemble.sensitivity.Prim.Limit;
import demarche.ensemble.sensitivity.Prim.Range;
import demarche.ensemble.sensitivity.Screen.Scale;
import demarche.ensemble.sensitivity.Screen.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// One search of `Prim`: what is left of the draws, and what may be cut off next.
///
/// Numbers are put in order once. A draw once cut off never comes back, so the first and the last
/// one left only move inwards.
final class Peeling {
  private final List<Series> inputs;
  private final boolean[] cases;
  private final int[][] orders;
  private final Count all;

  private final boolean[] inside;
  private final TreeMap<Integer, Limit> limits = new TreeMap<>();
  private Count left;

  Peeling(List<Series> inputs, boolean[] cases) {
    this.inputs = List.copyOf(inputs);
    this.cases = cases.clone();
    this.inside = new boolean[cases.length];
    Arrays.fill(inside, true);
    int yes = (int) IntStream.range(0, cases.length).filter(i -> cases[i]).count();
    all = new Count(cases.length, yes);
    left = all;
    orders = new int[inputs.size()][];
    for (int i = 0; i < orders.length; i++) orders[i] = order(inputs.get(i).draws());
  }

  /// The draws that have a value, in its order.
  private static int[] order(double[] draws) {
    int[] there = IntStream.range(0, draws.length).filter(i -> !Double.isNaN(draws[i])).toArray();
    int[] order = Ranked.order(IntStream.of(there).mapToDouble(i -> draws[i]).toArray());
    return IntStream.of(order).map(place -> there[place]).toArray();
  }

  /// A limit that could be set, and what would be left.
  private record Cut(Limit limit, Count left) {
    boolean isDenserThan(Cut other) {
      return (long) left.cases() * other.left.draws() > (long) other.left.cases() * left.draws();
    }
  }

  /// All boxes from that of all draws on.
  List<Box> trajectory() {
    List<Box> trajectory = new ArrayList<>();
    trajectory.add(new Box(List.of(), all, all));
    while (left.draws() > Prim.LEAST_MASS * all.draws() && left.cases() < left.draws()) {
      Optional<Cut> best = best();
      if (best.isEmpty()) break;
      Limit limit = best.get().limit;
      double[] draws = inputs.get(limit.input()).draws();
      for (int i = 0; i < inside.length; i++) inside[i] &= limit.holds(draws[i]);
      limits.put(limit.input(), limit);
      left = best.get().left;
      trajectory.add(new Box(List.copyOf(limits.values()), left, all));
    }
    return trajectory;
  }

  /// The box with these limits.
  Box box(List<Limit> limits) {
    int draws = 0;
    int yes = 0;
    for (int i = 0; i < cases.length; i++) {
      int draw = i;
      if (!limits.stream().allMatch(l -> l.holds(inputs.get(l.input()).draws()[draw]))) continue;
      draws++;
      if (cases[i]) yes++;
    }
    return new Box(limits, new Count(draws, yes), all);
  }

  private Optional<Cut> best() {
    Optional<Cut> best = Optional.empty();
    for (int input = 0; input < inputs.size(); input++) {
      for (Cut cut : cuts(input)) {
        if (cut.left.draws() == 0 || cut.left.draws() == left.draws()) continue;
        if (best.isEmpty() || cut.isDenserThan(best.get())) best = Optional.of(cut);
      }
    }
    return best;
  }

  private List<Cut> cuts(int input) {
    int[] here = IntStream.of(orders[input]).filter(i -> inside[i]).toArray();
    if (here.length == 0) return List.of();
    double[] draws = inputs.get(input).draws();
    return inputs.get(input).scale() == Scale.NUMBER
        ? ends(input, draws, here)
        : values(input, draws, here);
  }

  /// The cut at the low end and that at the high end.
  private List<Cut> ends(int input, double[] draws, int[] here) {
    Range now =
        limits.get(input) instanceof Range range
            ? range
            : new Range(input, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    int slice = Math.max(1, (int) (Prim.PATIENCE * here.length));
    int last = here.length - 1;
    if (draws[here[0]] == draws[here[last]]) return List.of();
    int from = Math.min(slice, last);
    double low = draws[here[from]];
    if (low == draws[here[0]]) {
      while (from < last && draws[here[from]] == low) from++;
    } else {
      while (draws[here[from - 1]] == low) from--;
    }
    int to = Math.max(0, last - slice);
    double high = draws[here[to]];
    if (high == draws[here[last]]) {
      while (to > 0 && draws[here[to]] == high) to--;
    } else {
      while (draws[here[to + 1]] == high) to++;
    }
    return List.of(
        new Cut(new Range(input, draws[here[from]], now.high()), count(here, from, last)),
        new Cut(new Range(input, now.low(), draws[here[to]]), count(here, 0, to)));
  }

  /// The cut of each value in turn.
  private List<Cut> values(int input, double[] draws, int[] here) {
    double[] values = Arrays.stream(here).mapToDouble(i -> draws[i] + 0.0).distinct().toArray();
    Count there = count(here, 0, here.length - 1);
    List<Cut> cuts = new ArrayList<>();
    for (int from = 0, to = 0; from < here.length; from = to) {
      double value = draws[here[from]] + 0.0;
      while (to < here.length && draws[here[to]] == value) to++;
      Count gone = count(here, from, to - 1);
      List<Double> kept = Arrays.stream(values).filter(v -> v != value).boxed().toList();
      cuts.add(
          new Cut(
              new Among(input, kept),
              new Count(there.draws() - gone.draws(), there.cases() - gone.cases())));
    }
    return cuts;
  }

  private Count count(int[] here, int from, int to) {
    int yes = 0;
    for (int i = from; i <= to; i++) if (cases[here[i]]) yes++;
    return new Count(to - from + 1, yes);
  }
}
