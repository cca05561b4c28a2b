package demarche.lens.change;

import demarche.model.Preference.Priority;
import demarche.scenario.Exact;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;

/// The order of an actor's priorities after some changes.
final class Agenda {
  private static final BigFraction HALF = BigFraction.of(1, 2);

  private Agenda() {}

  /// Those that then count, by their places in the file, the most important first.
  static List<Integer> order(int actor, List<Priority> all, Set<Atom> changes) {
    return ranked(actor, all.size(), changes).stream()
        .filter(k -> counts(all.get(k)) != changes.contains(new Atom.Counted(actor, k)))
        .toList();
  }

  /// All of them, counting or not.
  static List<Integer> ranked(int actor, int size, Set<Atom> changes) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
    order.sort((a, b) -> a.equals(b) ? 0 : isBefore(actor, a, b, changes) ? -1 : 1);
    return order;
  }

  /// Whether one comes before the other.
  static boolean isBefore(int actor, int one, int other, Set<Atom> changes) {
    boolean asWritten = one < other;
    int first = Math.min(one, other);
    int second = Math.max(one, other);
    return asWritten != changes.contains(new Atom.Swapped(actor, first, second));
  }

  /// Whether the base analysis counts it.
  static boolean counts(Priority priority) {
    return Exact.isAtLeast(priority.probability(), HALF);
  }
}
