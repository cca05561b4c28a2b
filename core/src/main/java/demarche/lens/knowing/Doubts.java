package demarche.lens.knowing;

import demarche.model.Actor;
import demarche.states.StateSpace;
import demarche.states.TooLarge;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The orders of all actors that somebody doubts.
final class Doubts {
  /// Ranks of states in all orders together; 4 bytes each.
  private static final long MOST_RANKS = 400_000_000;

  private final Map<Integer, Orders> orders = new HashMap<>();
  private final List<Actor> actors;

  private Doubts(List<Actor> actors) {
    this.actors = List.copyOf(actors);
  }

  /// @throws TooLarge before memory is taken
  static Doubts of(StateSpace space) {
    List<Actor> doubted =
        space.model().actors().stream().filter(a -> !a.alternatives().isEmpty()).toList();
    long count = doubted.stream().mapToLong(a -> 1L + a.alternatives().size()).sum();
    refuse(space, count, "the other orders of actors");
    Doubts doubts = new Doubts(doubted);
    doubted.forEach(a -> doubts.orders.put(a.index(), Orders.of(space, a)));
    return doubts;
  }

  /// @param count of the orders that are about to be kept
  static void refuse(StateSpace space, long count, String asked) {
    if (count * space.size() <= MOST_RANKS) return;
    throw new TooLarge(
        asked,
        "%,d orders of %,d states".formatted(count, space.size()),
        "%,d ranks".formatted(MOST_RANKS),
        "drop orders or options");
  }

  /// In file order.
  List<Actor> actors() {
    return actors;
  }

  boolean isDoubted(Actor actor) {
    return orders.containsKey(actor.index());
  }

  Orders of(Actor actor) {
    Orders known = orders.get(actor.index());
    if (known == null) throw new IllegalArgumentException(actor.id() + " is not doubted");
    return known;
  }
}
