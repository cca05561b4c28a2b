package demarche.states;

import demarche.model.Preference;
import demarche.scenario.Exact;
import java.math.BigInteger;
import java.util.Arrays;
import org.apache.commons.numbers.fraction.BigFraction;

/// Which losses are more than a member bears without casting its veto.
///
/// A loss is judged by the order alone, red lines left out, and so by the classes of states that
/// are equally good in it: from a class, losses are borne down to some lowest class.
///
/// **Cost.** One `int` for each class; O(classes) comparisons of exact numbers, once.
///
/// @param order the classes of the states
/// @param lowest for each class the lowest one that is borne; empty where no loss is
record Tolerance(Ranks order, int[] lowest) {
  static Tolerance of(BigFraction cost, Standing standing, int actor, StateSpace space) {
    Ranks order = standing.order();
    if (cost.signum() == 0) return new Tolerance(order, new int[0]);
    int[] example = new int[order.distinct()];
    for (int s = 0; s < order.size(); s++) example[order.at(s)] = s;
    Preference preference = space.model().actors().get(actor).preference();
    if (preference.order() instanceof Preference.Values values) {
      ExactSums sums = ExactSums.of(values, example.length, c -> space.levels(example[c]));
      BigInteger steps = sums.steps(cost);
      return of(order, (high, low) -> sums.losesMore(high, low, steps), example.length);
    }
    Scale scale = Scale.of(preference, space.model());
    BigFraction[] worth =
        Arrays.stream(example)
            .mapToObj(s -> scale.worth(space.levels(s)))
            .toArray(BigFraction[]::new);
    return of(
        order, (high, low) -> Exact.isMore(worth[high].subtract(worth[low]), cost), example.length);
  }

  /// Whether going from one class to another loses too much.
  private interface TooMuch {
    boolean is(int high, int low);
  }

  /// The lowest class that is borne never falls as the class left rises.
  private static Tolerance of(Ranks order, TooMuch tooMuch, int classes) {
    int[] lowest = new int[classes];
    for (int high = 0, low = 0; high < lowest.length; high++) {
      while (tooMuch.is(high, low)) low++;
      lowest[high] = low;
    }
    return new Tolerance(order, lowest);
  }

  /// Whether the loss on going from one state to another is not borne.
  boolean exceeded(int from, int to) {
    return lowest.length == 0 || order.at(to) < lowest[order.at(from)];
  }
}
