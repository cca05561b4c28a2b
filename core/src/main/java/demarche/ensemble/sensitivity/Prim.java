package demarche.ensemble.sensitivity;

import demarche.ensemble.sensitivity.Screen.Series;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.special.Beta;

/// Scenario discovery: a box of inputs in which something mostly happens.
///
/// **Definition.** A box sets limits to some inputs: an interval to a number, a set of values to a
/// category. *Density* is the share of its draws that are cases, draws in which the finding is so;
/// *coverage* the share of all cases that it has; *mass* the share of all draws. The search begins
/// with the box of all draws and *peels*: of all ways to cut a twentieth of the draws off at one
/// end of a number, or one value of a category, it takes that which leaves the greatest density, of
/// equal ones the first in the order of inputs, and goes on until a twentieth of all draws is left
/// or only cases are. Equal numbers go together: where a twentieth would cut through equal ones
/// they stay, unless they are the outermost, and then all of them go.
///
/// Of the boxes on the way, the *trajectory*, that is told whose coverage and density have the
/// greatest harmonic mean. Then limits go that may do nothing: a limit's *quasi-p-value* is the
/// probability of at least as many cases as the box has, if its draws were cases with the density
/// of the box without that limit. While the greatest is more than 0.05, its limit is dropped. It is
/// no test, for the limits were sought in the same draws.
///
/// Draws without an answer are left out. One whose input has no value lies outside any limit to it.
///
/// **Cost.** About 60 steps of O(draws) for each input, more or fewer with categories and equal
/// numbers.
///
/// **Source.** The patient rule induction method: Friedman & Fisher (1999), Bump hunting in
/// high-dimensional data, Statistics and Computing 9, 123-143; its use for scenarios, coverage,
/// density and quasi-p-values: Bryant & Lempert (2010), Thinking inside the box, Technological
/// Forecasting and Social Change 77, 34-49. That one box of the trajectory is chosen by a mean, and
/// limits are dropped by machine, is ours; they leave it to the analyst.
public final class Prim {
  static final double PATIENCE = 0.05;
  static final double LEAST_MASS = 0.05;
  private static final double BY_CHANCE = 0.05;

  private Prim() {}

  /// What a box asks of the input at a place.
  public sealed interface Limit {
    int input();

    /// Whether a value is within; NaN never is.
    boolean holds(double value);
  }

  /// A number from `low` to `high`, both within; infinite where there is no bound.
  public record Range(int input, double low, double high) implements Limit {
    @Override
    public boolean holds(double value) {
      return value >= low && value <= high;
    }
  }

  /// One of these values, in ascending order.
  public record Among(int input, List<Double> values) implements Limit {
    public Among {
      values = List.copyOf(values);
    }

    @Override
    public boolean holds(double value) {
      return values.contains(value + 0.0);
    }
  }

  /// Draws with an answer, and how many of them are cases.
  public record Count(int draws, int cases) {}

  /// A box: limits in the order of inputs, what it has, and what there is.
  public record Box(List<Limit> limits, Count inside, Count all) {
    public Box {
      limits = List.copyOf(limits);
    }

    /// 0 of an empty box.
    public double density() {
      return inside.draws == 0 ? 0 : (double) inside.cases / inside.draws;
    }

    public double coverage() {
      return (double) inside.cases / all.cases;
    }

    public double mass() {
      return (double) inside.draws / all.draws;
    }

    double harmonicMean() {
      return 2.0 * inside.cases / (inside.draws + all.cases);
    }
  }

  /// What a search comes to.
  public sealed interface Outcome {}

  /// @param quasiPs one for each limit of the box
  /// @param trajectory from the box of all draws on
  public record Found(Box box, List<Double> quasiPs, List<Box> trajectory) implements Outcome {
    public Found {
      quasiPs = List.copyOf(quasiPs);
      trajectory = List.copyOf(trajectory);
    }
  }

  /// There is nothing to find.
  public record Nothing(Why why) implements Outcome {}

  public enum Why {
    /// No draw has an answer.
    NO_ANSWER,
    NO_CASE,
    ALL_CASES,
    /// No box is better than all draws together.
    NO_BOX
  }

  /// @param inputs numbers and categories; a yes or no is a category
  /// @param finding 1 where so, 0 where not, NaN where there is no answer
  public static Outcome of(List<Series> inputs, Series finding) {
    int[] answered =
        IntStream.range(0, finding.draws().length)
            .filter(i -> !Double.isNaN(finding.draws()[i]))
            .toArray();
    boolean[] cases = new boolean[answered.length];
    for (int k = 0; k < cases.length; k++) cases[k] = finding.draws()[answered[k]] != 0;
    int sum = (int) IntStream.range(0, cases.length).filter(k -> cases[k]).count();
    if (cases.length == 0) return new Nothing(Why.NO_ANSWER);
    if (sum == 0) return new Nothing(Why.NO_CASE);
    if (sum == cases.length) return new Nothing(Why.ALL_CASES);
    List<Series> kept = new ArrayList<>();
    for (Series input : inputs) {
      double[] values = IntStream.of(answered).mapToDouble(i -> input.draws()[i]).toArray();
      kept.add(new Series(input.scale(), values));
    }
    return chosen(kept, cases);
  }

  private static Outcome chosen(List<Series> inputs, boolean[] cases) {
    Peeling peeling = new Peeling(inputs, cases);
    List<Box> trajectory = peeling.trajectory();
    Box best = trajectory.getFirst();
    for (Box box : trajectory) if (box.harmonicMean() > best.harmonicMean()) best = box;
    while (true) {
      List<Double> ps = quasiPs(peeling, best);
      int worst =
          IntStream.range(0, ps.size()).boxed().max(Comparator.comparing(ps::get)).orElse(-1);
      if (worst < 0) return new Nothing(Why.NO_BOX);
      if (ps.get(worst) <= BY_CHANCE) return new Found(best, ps, trajectory);
      best = without(peeling, best, worst);
    }
  }

  private static Box without(Peeling peeling, Box box, int place) {
    List<Limit> others = new ArrayList<>(box.limits);
    others.remove(place);
    return peeling.box(others);
  }

  private static List<Double> quasiPs(Peeling peeling, Box box) {
    return IntStream.range(0, box.limits.size())
        .mapToObj(place -> quasiP(box.inside, without(peeling, box, place).inside))
        .toList();
  }

  /// The probability of at least so many cases among the draws inside, at the density of the wider
  /// box.
  static double quasiP(Count inside, Count wider) {
    if (inside.cases == 0 || wider.cases == wider.draws) return 1;
    double density = (double) wider.cases / wider.draws;
    return Beta.regularizedBeta(density, inside.cases, inside.draws - inside.cases + 1.0);
  }
}
