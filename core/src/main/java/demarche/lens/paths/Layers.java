package demarche.lens.paths;

import demarche.states.Reach;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The states that a search has reached, by their distance from its origin.
///
/// **Cost.** O(states · distance) time, 4 bytes a state.
final class Layers {
  private final int[] order;
  private final int[] first;

  private Layers(int[] order, int[] first) {
    this.order = order;
    this.first = first;
  }

  /// Explores to the end what was not searched so far; the search must not have told any state yet.
  static Layers of(Reach search) {
    int[] order = new int[64];
    int[] first = {0};
    int count = 0;
    for (int s = search.next(); s >= 0; s = search.next()) {
      int distance = search.distance(s);
      while (first.length < distance) { // a distance may have no state: only a new last mover
        first = Arrays.copyOf(first, first.length + 1);
        first[first.length - 1] = count;
      }
      if (count == order.length) order = Arrays.copyOf(order, 2 * count);
      order[count++] = s;
    }
    Layers layers = new Layers(Arrays.copyOf(order, count), Arrays.copyOf(first, first.length + 1));
    layers.first[first.length] = count;
    for (int k = 0; k < first.length; k++) {
      Arrays.sort(layers.order, layers.first[k], layers.first[k + 1]);
    }
    return layers;
  }

  /// The greatest distance; 0 where nothing was reached.
  int most() {
    return order.length == 0 ? 0 : first.length - 1;
  }

  /// How many states were reached, the origin left out.
  int count() {
    return order.length;
  }

  /// How many states have a distance of 1 or more.
  int count(int distance) {
    return distance > most() ? 0 : first[distance] - first[distance - 1];
  }

  /// The states at a distance of 1 or more, ascending.
  List<Integer> at(int distance) {
    return distance > most()
        ? List.of()
        : Arrays.stream(order, first[distance - 1], first[distance]).boxed().toList();
  }

  /// All states reached, the nearest first.
  IntStream stream() {
    return Arrays.stream(order);
  }
}
