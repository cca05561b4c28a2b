package demarche.ensemble.sensitivity;

import demarche.ensemble.sensitivity.Screen.Scale;
import demarche.ensemble.sensitivity.Screen.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Scenario discovery: a box of inputs in which something mostly happens.
///
/// **Definition.** The box begins with all draws. In each step the slice is peeled off (a twentieth
/// of the draws at the low or high end of a number, or one value of a category) that leaves the
/// greatest density of cases, until a twentieth of all draws is left or nothing is gained. Of the
/// boxes on the way the one is told whose coverage and density have the greatest harmonic mean;
/// then limits go that do nothing for it. *Density* is the share of the box that are cases,
/// *coverage* the share of all cases that lie in it.
///
/// **Cost.** O(steps · inputs · n log n) for n draws.
///
/// **Source.** The patient rule induction method: Friedman & Fisher (1999), Bump hunting in
/// high-dimensional data, Statistics and Computing 9, 123-143; its use for scenarios: Bryant &
/// Lempert (2010), Thinking inside the box, Technological Forecasting and Social Change 77, 34-49.
public final class Boxes {
  private static final double PATIENCE = 0.05;
  private static final double LEAST_MASS = 0.05;

  /// Where a limit goes though the box gets so much worse, in harmonic means.
  private static final double WORTH_A_LIMIT = 0.01;

  private final List<Series> inputs;
  private final BitSet cases;
  private final int draws;

  private Boxes(List<Series> inputs, BitSet cases, int draws) {
    this.inputs = inputs;
    this.cases = cases;
    this.draws = draws;
  }

  /// A box.
  ///
  /// @param limits on some inputs
  /// @param coverage the share of all cases that lie in it
  /// @param density the share of it that are cases
  /// @param mass the share of all draws that lie in it
  public record Box(List<Limit> limits, double coverage, double density, double mass) {
    public Box {
      limits = List.copyOf(limits);
    }

    private double mean() {
      return coverage + density == 0 ? 0 : 2 * coverage * density / (coverage + density);
    }
  }

  /// What a box asks of the input at a place.
  public sealed interface Limit {
    int input();
  }

  /// A number from `low` to `high`; infinite where there is no bound.
  public record Range(int input, double low, double high) implements Limit {}

  /// None of these values.
  public record Without(int input, List<Double> values) implements Limit {
    public Without {
      values = List.copyOf(values);
    }
  }

  /// The box in which a finding is so; empty where it always is, never is, or no box is better than
  /// all draws together.
  ///
  /// @param finding yes or no; draws without an answer are no cases
  public static Optional<Box> of(List<Series> inputs, Series finding) {
    BitSet cases = new BitSet();
    for (int i = 0; i < finding.draws().length; i++) {
      if (finding.draws()[i] > 0) cases.set(i);
    }
    int draws = finding.draws().length;
    if (cases.isEmpty() || cases.cardinality() == draws) return Optional.empty();
    return new Boxes(inputs, cases, draws).found();
  }

  private Optional<Box> found() {
    Map<Integer, Limit> limits = new HashMap<>();
    BitSet inside = new BitSet();
    inside.set(0, draws);
    Box all = box(limits);
    Box best = all;
    while (inside.cardinality() > LEAST_MASS * draws) {
      Optional<Limit> peel = bestPeel(limits, inside);
      if (peel.isEmpty()) break;
      limits.put(peel.get().input(), peel.get());
      inside = inside(limits);
      Box now = box(limits);
      if (now.mean() > best.mean()) best = now;
    }
    Box pruned = pruned(best);
    return pruned.limits().isEmpty() ? Optional.empty() : Optional.of(pruned);
  }

  /// Takes away limits that do nothing, the least useful first.
  private Box pruned(Box box) {
    Box best = box;
    while (true) {
      Optional<Box> without = Optional.empty();
      for (Limit limit : best.limits()) {
        Map<Integer, Limit> others = new HashMap<>();
        best.limits().stream().filter(l -> !l.equals(limit)).forEach(l -> others.put(l.input(), l));
        Box candidate = box(others);
        if (without.isEmpty() || candidate.mean() > without.get().mean()) {
          without = Optional.of(candidate);
        }
      }
      if (without.isEmpty() || without.get().mean() < best.mean() - WORTH_A_LIMIT) return best;
      best = without.get();
    }
  }

  private Optional<Limit> bestPeel(Map<Integer, Limit> limits, BitSet inside) {
    double density = density(inside);
    Optional<Limit> best = Optional.empty();
    double most = density;
    for (int input = 0; input < inputs.size(); input++) {
      for (Limit peel : peels(input, limits, inside)) {
        BitSet left = within(peel, inside);
        if (left.isEmpty() || left.cardinality() == inside.cardinality()) continue;
        if (density(left) <= most) continue;
        most = density(left);
        best = Optional.of(peel);
      }
    }
    return best;
  }

  private List<Limit> peels(int input, Map<Integer, Limit> limits, BitSet inside) {
    double[] draws = inputs.get(input).draws();
    double[] here =
        inside.stream().mapToDouble(i -> draws[i]).filter(d -> !Double.isNaN(d)).sorted().toArray();
    if (here.length == 0) return List.of();
    if (inputs.get(input).scale() == Scale.NUMBER) {
      Range now =
          limits.get(input) instanceof Range range
              ? range
              : new Range(input, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
      int slice = Math.max(1, (int) (PATIENCE * here.length));
      double low = next(here, slice);
      double high = before(here, here.length - 1 - slice);
      return List.of(new Range(input, low, now.high), new Range(input, now.low, high));
    }
    List<Double> gone = limits.get(input) instanceof Without without ? without.values() : List.of();
    List<Limit> peels = new ArrayList<>();
    for (double value : Arrays.stream(here).distinct().toArray()) {
      List<Double> more = new ArrayList<>(gone);
      more.add(value);
      peels.add(new Without(input, more));
    }
    return peels;
  }

  /// The number at a place, or where it equals the least one the next that is more.
  private static double next(double[] sorted, int place) {
    int at = place;
    while (at < sorted.length - 1 && sorted[at] == sorted[0]) at++;
    return sorted[at];
  }

  private static double before(double[] sorted, int place) {
    int at = Math.max(0, place);
    while (at > 0 && sorted[at] == sorted[sorted.length - 1]) at--;
    return sorted[at];
  }

  private BitSet within(Limit limit, BitSet inside) {
    double[] draws = inputs.get(limit.input()).draws();
    BitSet left = new BitSet();
    inside.stream().filter(i -> holds(limit, draws[i])).forEach(left::set);
    return left;
  }

  private static boolean holds(Limit limit, double value) {
    return switch (limit) {
      case Range(int _, double low, double high) -> low <= value && value <= high;
      case Without(int _, var values) -> !values.contains(value);
    };
  }

  private BitSet inside(Map<Integer, Limit> limits) {
    BitSet inside = new BitSet();
    inside.set(0, draws);
    for (Limit limit : limits.values()) inside = within(limit, inside);
    return inside;
  }

  private double density(BitSet inside) {
    BitSet both = (BitSet) inside.clone();
    both.and(cases);
    return (double) both.cardinality() / inside.cardinality();
  }

  private Box box(Map<Integer, Limit> limits) {
    BitSet inside = inside(limits);
    BitSet both = (BitSet) inside.clone();
    both.and(cases);
    double hits = both.cardinality();
    return new Box(
        limits.values().stream().sorted(Comparator.comparingInt(Limit::input)).toList(),
        hits / cases.cardinality(),
        inside.isEmpty() ? 0 : hits / inside.cardinality(),
        (double) inside.cardinality() / draws);
  }
}
