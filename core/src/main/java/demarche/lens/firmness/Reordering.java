package demarche.lens.firmness;

import demarche.model.Preference.Priority;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The fewest swaps of neighbouring priorities in an actor's list after which it leaves a state.
sealed interface Reordering {
  /// At most so many lists are tried.
  int MOST_LISTS = 20_000;

  /// So many are enough, and fewer are not.
  record Fewest(int swaps) implements Reordering {}

  /// Fewer are not enough; whether so many are was not found out.
  record AtLeast(int swaps) implements Reordering {}

  /// No order of the priorities is enough.
  record Never() implements Reordering {}

  /// Tries lists in order of their distance from the present one, so the first that serves is among
  /// the nearest.
  ///
  /// @param priorities most important first
  /// @param from the state, which holds by the present list
  /// @param escapes of which one must be preferred as a whole
  static Reordering of(List<Priority> priorities, int[] from, List<List<int[]>> escapes) {
    List<List<int[]>> signs =
        escapes.stream()
            .map(set -> set.stream().map(to -> signs(priorities, from, to)).toList())
            .filter(set -> set.stream().allMatch(s -> IntStream.of(s).anyMatch(sign -> sign > 0)))
            .toList();
    if (signs.isEmpty()) return new Never();
    if (signs.stream().allMatch(set -> set.size() == 1)) {
      return new Fewest(signs.stream().mapToInt(set -> alone(set.getFirst())).min().orElseThrow());
    }
    return search(priorities.size(), signs);
  }

  /// By priority: 1 where it speaks for leaving, -1 against, 0 for neither.
  private static int[] signs(List<Priority> priorities, int[] from, int[] to) {
    return priorities.stream()
        .mapToInt(p -> Boolean.compare(p.want().holds(to), p.want().holds(from)))
        .toArray();
  }

  /// For a single state: the first priority that speaks for it must come before the first against.
  ///
  /// Each priority between the two changes places with one of them, and it is enough to move the
  /// later one up.
  private static int alone(int[] signs) {
    int against = 0;
    while (signs[against] == 0) against++;
    int speaking = 0;
    while (signs[speaking] <= 0) speaking++;
    return speaking - against;
  }

  private static Reordering search(int priorities, List<List<int[]>> signs) {
    List<Integer> present = IntStream.range(0, priorities).boxed().toList();
    Map<List<Integer>, Integer> swaps = new HashMap<>(Map.of(present, 0));
    Deque<List<Integer>> open = new ArrayDeque<>(List.of(present));
    while (!open.isEmpty()) {
      List<Integer> list = open.removeFirst();
      int away = swaps.getOrDefault(list, 0);
      if (signs.stream().anyMatch(set -> set.stream().allMatch(s -> prefers(list, s)))) {
        return new Fewest(away);
      }
      if (swaps.size() > MOST_LISTS) return new AtLeast(away);
      for (int k = 0; k + 1 < priorities; k++) {
        List<Integer> next = new ArrayList<>(list);
        next.set(k, list.get(k + 1));
        next.set(k + 1, list.get(k));
        if (swaps.putIfAbsent(next, away + 1) == null) open.add(next);
      }
    }
    return new Never();
  }

  private static boolean prefers(List<Integer> list, int[] signs) {
    return list.stream().mapToInt(p -> signs[p]).filter(s -> s != 0).findFirst().orElse(0) > 0;
  }
}
