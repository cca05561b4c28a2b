package demarche.lens.knowing;

import demarche.model.Actor;
import demarche.model.Preference;
import demarche.model.Preference.Priority;
import demarche.scenario.Exact;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/// How likely an actor prefers one state to another.
///
/// **Definition.** One order is true: each other order of the file with its probability, the
/// actor's own with the rest. Where an order is one of priorities, each of them holds with its own
/// probability, independently of the others, and those that hold decide as usual. So the first
/// priority that tells two states apart decides with its probability, the second with its own times
/// the chance that the first does not hold, and so on. Red lines hold for certain.
///
/// Probabilities are exact fractions. To be held against a bound they are first computed as
/// floating-point numbers, and exactly where these come too near to it to tell.
///
/// **Cost.** 4 bytes a state and order, 1 bit a state and priority of an order that has uncertain
/// ones; O(priorities) a pair of states.
final class Chances {
  /// Far above what rounding can do to sums and products of so few numbers from 0 to 1.
  private static final double NEAR = 1e-9;

  private final List<Order> orders;

  private Chances(List<Order> orders) {
    this.orders = List.copyOf(orders);
  }

  /// One order with the probability that it is true.
  ///
  /// @param rank of each state; where priorities are uncertain by red lines alone
  /// @param priorities the most important first; none where the rank tells all
  private record Order(BigFraction weight, double near, int[] rank, List<Drawn> priorities) {}

  /// A priority that may hold.
  private record Drawn(BigFraction probability, double near, StateSet where) {
    boolean tells(int from, int to) {
      return where.contains(to) != where.contains(from);
    }
  }

  /// Whether anything about the preference is uncertain: else it is simply known.
  static boolean areOpen(Actor actor) {
    return isDrawn(actor.preference())
        || actor.alternatives().stream().anyMatch(a -> a.probability().signum() > 0);
  }

  private static boolean isDrawn(Preference preference) {
    return preference.order() instanceof Preference.Priorities(var priorities)
        && priorities.stream().anyMatch(Chances::isUncertain);
  }

  private static boolean isUncertain(Priority priority) {
    BigFraction p = priority.probability();
    return p.signum() > 0 && Exact.isMore(BigFraction.ONE, p);
  }

  static Chances of(StateSpace space, Actor actor) {
    List<Order> orders = new ArrayList<>();
    BigFraction rest = BigFraction.ONE;
    for (Actor.Alternative other : actor.alternatives()) {
      if (other.probability().signum() == 0) continue;
      rest = rest.subtract(other.probability());
      orders.add(order(space, other.preference(), other.probability()));
    }
    if (rest.signum() > 0) orders.add(order(space, actor.preference(), rest));
    return new Chances(orders);
  }

  private static Order order(StateSpace space, Preference preference, BigFraction weight) {
    double near = weight.doubleValue();
    if (!isDrawn(preference)) {
      return new Order(weight, near, space.ranks(preference).toArray(), List.of());
    }
    Preference lines = new Preference(preference.redLines(), new Preference.Indifferent());
    List<Priority> priorities = ((Preference.Priorities) preference.order()).priorities();
    return new Order(
        weight,
        near,
        space.ranks(lines).toArray(),
        priorities.stream().map(p -> drawn(space, p)).toList());
  }

  private static Drawn drawn(StateSpace space, Priority priority) {
    BigFraction p = priority.probability();
    return new Drawn(p, p.doubleValue(), space.where(priority.want().meaning()));
  }

  /// Whether the state `to` is preferred to `from` with a probability of more than `bound`.
  boolean isLikelier(int from, int to, BigFraction bound) {
    double apart = better(from, to) - bound.doubleValue();
    return Math.abs(apart) > NEAR ? apart > 0 : Exact.isMore(betterExactly(from, to), bound);
  }

  /// Whether the probability that `to` is preferred, less that `from` is, is `bound` at least.
  boolean isAhead(int from, int to, BigFraction bound) {
    double apart = better(from, to) - better(to, from) - bound.doubleValue();
    return Math.abs(apart) > NEAR ? apart > 0 : Exact.isAtLeast(ahead(from, to), bound);
  }

  private BigFraction ahead(int from, int to) {
    return betterExactly(from, to).subtract(betterExactly(to, from));
  }

  private double better(int from, int to) {
    double sum = 0;
    for (Order order : orders) {
      if (order.rank[to] > order.rank[from]) sum += order.near;
      if (order.rank[to] != order.rank[from]) continue;
      double open = order.near;
      for (Drawn priority : order.priorities) {
        if (!priority.tells(from, to)) continue;
        double decides = open * priority.near;
        if (priority.where.contains(to)) sum += decides;
        open -= decides;
      }
    }
    return sum;
  }

  /// The probability that the state `to` is preferred to `from`.
  BigFraction betterExactly(int from, int to) {
    BigFraction sum = BigFraction.ZERO;
    for (Order order : orders) {
      if (order.rank[to] > order.rank[from]) sum = sum.add(order.weight);
      if (order.rank[to] != order.rank[from]) continue;
      BigFraction open = order.weight;
      for (Drawn priority : order.priorities) {
        if (!priority.tells(from, to)) continue;
        BigFraction decides = open.multiply(priority.probability);
        if (priority.where.contains(to)) sum = sum.add(decides);
        open = open.subtract(decides);
      }
    }
    return sum;
  }
}
