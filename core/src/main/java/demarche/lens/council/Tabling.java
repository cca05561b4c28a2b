package demarche.lens.council;

import demarche.lens.council.Council.Sponsor;
import demarche.states.Moves;
import demarche.states.StateSpace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What comes of it where several sponsors table one after the other.
///
/// **Definition.** In a given order each sponsor may table one text against what stands by then;
/// one that passes takes its place. Sponsors foresee what those after them will do, by backward
/// induction; members vote on each text as it stands. A sponsor that gains nothing tables nothing;
/// among texts with equally good ends it takes that with the lowest state code.
///
/// **Source.** The setting of one agenda setter is Romer & Rosenthal's (1978); that of several, one
/// after the other, is ours.
///
/// **Cost.** O(orders of a part of the sponsors x texts²), at most 6 sponsors and 256 texts.
final class Tabling {
  static final int MOST_SPONSORS = 6;
  static final int MOST_TEXTS = 256;

  private final StateSpace space;
  private final Council council;
  private final List<Sponsor> sponsors;
  private final int[] texts;
  private final List<List<Integer>> passes = new ArrayList<>();
  private final Map<List<Integer>, int[]> ends = new HashMap<>();

  private Tabling(Council council, List<Sponsor> sponsors, int[] texts) {
    this.council = council;
    this.space = council.space();
    this.sponsors = List.copyOf(sponsors);
    this.texts = texts;
    for (int state : texts) passes.add(passing(state));
  }

  /// @param sponsors those who compete
  /// @return empty where it is too large
  static Optional<Tabling> of(Council council, List<Sponsor> sponsors) {
    if (sponsors.size() > MOST_SPONSORS) return Optional.empty();
    int[] texts = closed(council);
    return texts.length > MOST_TEXTS
        ? Optional.empty()
        : Optional.of(new Tabling(council, sponsors, texts));
  }

  /// All states to which texts could lead one after the other; a few too many at the most.
  private static int[] closed(Council council) {
    Moves moves = council.space().moves(council.body());
    int[] targets = new int[moves.most()];
    Set<Integer> found = new TreeSet<>(List.of(council.from()));
    Deque<Integer> open = new ArrayDeque<>(found);
    while (!open.isEmpty() && found.size() <= MOST_TEXTS) {
      int count = moves.targets(open.remove(), targets);
      for (int k = 0; k < count; k++) if (found.add(targets[k])) open.add(targets[k]);
    }
    return found.stream().mapToInt(Integer::intValue).toArray();
  }

  /// What passes against a state, by places in `texts`.
  private List<Integer> passing(int state) {
    council.run().check();
    Moves moves = space.moves(council.body());
    int[] targets = new int[moves.most()];
    int count = moves.targets(state, targets);
    return Arrays.stream(targets, 0, count)
        .filter(t -> council.assembly().prefers(state, t))
        .map(this::place)
        .boxed()
        .toList();
  }

  /// The end of each order, by the state to which it leads, in ascending order; the orders of an
  /// end as places in the list of sponsors, first to last.
  Map<Integer, List<List<Integer>>> byEnd() {
    Map<Integer, List<List<Integer>>> byEnd = new TreeMap<>();
    for (List<Integer> order : orders(List.of())) {
      int end = texts[ends(order)[place(council.from())]];
      byEnd.computeIfAbsent(end, _ -> new ArrayList<>()).add(order);
    }
    return new LinkedHashMap<>(byEnd);
  }

  private List<List<Integer>> orders(List<Integer> begun) {
    if (begun.size() == sponsors.size()) return List.of(begun);
    List<List<Integer>> orders = new ArrayList<>();
    for (int s = 0; s < sponsors.size(); s++) {
      if (begun.contains(s)) continue;
      List<Integer> longer = new ArrayList<>(begun);
      longer.add(s);
      orders.addAll(orders(longer));
    }
    return orders;
  }

  private int place(int state) {
    return Arrays.binarySearch(texts, state);
  }

  /// Where the rest of an order leads from each text, by places in `texts`.
  private int[] ends(List<Integer> order) {
    int[] known = ends.get(order);
    if (known != null) return known;
    int[] ends = new int[texts.length];
    if (order.isEmpty()) {
      Arrays.setAll(ends, t -> t);
    } else {
      council.run().check();
      Sponsor first = sponsors.get(order.getFirst());
      int[] later = ends(order.subList(1, order.size()));
      for (int t = 0; t < ends.length; t++) {
        ends[t] = later[t];
        for (int next : passes.get(t)) {
          if (rank(first, later[next]) > rank(first, ends[t])) ends[t] = later[next];
        }
      }
    }
    this.ends.put(List.copyOf(order), ends);
    return ends;
  }

  private int rank(Sponsor sponsor, int place) {
    return space.rank(sponsor.actor(), texts[place]);
  }
}
