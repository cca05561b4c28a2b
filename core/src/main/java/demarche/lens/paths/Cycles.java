package demarche.lens.paths;

import demarche.lens.Run;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.Reach;
import demarche.states.Reach.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/// Improvements that lead back to where they began.
///
/// Nobody is forbidden here to move twice in a row: a body whose preference runs in a circle can go
/// round alone.
///
/// @param areas all cycle areas, those with the lowest state first
/// @param reached those of them that improvements reach from the start
/// @param from where the shortest cycle of the smallest area begins: of the areas reached where
///   there are any, else of all; the nearest among equals. -1 where there is no cycle
/// @param shortest its moves, the last of which leads back
record Cycles(
    List<Landscape.Area> areas, List<Landscape.Area> reached, int from, List<Step> shortest) {
  /// In areas of more states only cycles through the nearest state are looked for.
  static final int MOST_SEARCHED = 512;

  Cycles {
    areas = List.copyOf(areas);
    reached = List.copyOf(reached);
    shortest = List.copyOf(shortest);
  }

  static Cycles of(Landscape landscape, Reach improvements, Run run) {
    List<Landscape.Area> areas = landscape.cycles();
    if (areas.isEmpty()) return new Cycles(areas, List.of(), -1, List.of());
    List<Landscape.Area> reached =
        areas.stream().filter(a -> a.states().stream().anyMatch(improvements::has)).toList();
    Landscape.Area smallest =
        (reached.isEmpty() ? areas : reached)
            .stream()
                .min(
                    Comparator.comparingInt((Landscape.Area a) -> a.states().size())
                        .thenComparingInt(a -> distance(improvements, nearest(a, improvements)))
                        .thenComparingInt(Landscape.Area::first))
                .orElseThrow();
    Search search = new Search(landscape);
    List<Step> best = List.of();
    int from = -1;
    for (int root : roots(smallest, improvements)) {
      run.check();
      List<Step> cycle = search.back(root, best.isEmpty() ? Integer.MAX_VALUE : best.size() - 1);
      if (cycle.isEmpty()) continue;
      best = cycle;
      from = root;
    }
    return new Cycles(areas, reached, from, best);
  }

  /// The area of the shortest cycle.
  Landscape.Area area() {
    return areas.stream().filter(a -> a.states().contains(from)).findFirst().orElseThrow();
  }

  /// Whether every state of its area was tried as the beginning of the shortest cycle.
  boolean isExhaustive() {
    return area().states().size() <= MOST_SEARCHED;
  }

  /// The nearest first, so that among equal cycles the one that begins nearest is told.
  private static List<Integer> roots(Landscape.Area area, Reach improvements) {
    if (area.states().size() > MOST_SEARCHED) return List.of(nearest(area, improvements));
    return area.states().stream()
        .sorted(
            Comparator.comparingInt((Integer s) -> distance(improvements, s))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  private static int nearest(Landscape.Area area, Reach improvements) {
    return area.states().stream()
        .min(
            Comparator.comparingInt((Integer s) -> distance(improvements, s))
                .thenComparing(Comparator.naturalOrder()))
        .orElseThrow();
  }

  private static int distance(Reach improvements, int state) {
    return improvements.has(state) ? improvements.distance(state) : Integer.MAX_VALUE;
  }

  /// A search within one area for the shortest way back to where it begins.
  private static final class Search {
    private final Landscape landscape;
    private final int[] into;

    /// By state, 0 where it was not met: 1 + the state before it.
    private final int[] before;

    private final int[] mover;
    private final int[] depth;

    Search(Landscape landscape) {
      this.landscape = landscape;
      int size = landscape.arcs().space().size();
      into = new int[landscape.arcs().most()];
      before = new int[size];
      mover = new int[size];
      depth = new int[size];
    }

    /// The shortest cycle through `root` of at most so many moves; empty where there is none.
    List<Step> back(int root, int most) {
      Deque<Integer> open = new ArrayDeque<>(List.of(root));
      List<Integer> met = new ArrayList<>(List.of(root));
      depth[root] = 0;
      List<Step> found = List.of();
      while (found.isEmpty() && !open.isEmpty() && depth[open.getFirst()] < most) {
        found = expand(open.removeFirst(), root, open, met);
      }
      met.forEach(s -> before[s] = 0);
      return found;
    }

    private List<Step> expand(int s, int root, Deque<Integer> open, List<Integer> met) {
      List<Party> parties = landscape.parties();
      for (int p = 0; p < parties.size(); p++) {
        int count = landscape.arcs().targets(parties.get(p), s, Arcs.Kind.IMPROVEMENTS, into);
        for (int k = 0; k < count; k++) {
          int t = into[k];
          if (t == root) return closed(s, parties.get(p), root);
          if (before[t] != 0 || !landscape.together(s, t)) continue;
          before[t] = s + 1;
          mover[t] = p;
          depth[t] = depth[s] + 1;
          met.add(t);
          open.add(t);
        }
      }
      return List.of();
    }

    private List<Step> closed(int last, Party by, int root) {
      Deque<Step> steps = new ArrayDeque<>(List.of(new Step(by, root)));
      for (int s = last; s != root; s = before[s] - 1) {
        steps.addFirst(new Step(landscape.parties().get(mover[s]), s));
      }
      return List.copyOf(steps);
    }
  }

  /// How many states all areas have together.
  int states() {
    return areas.stream().flatMapToInt(a -> IntStream.of(a.states().size())).sum();
  }
}
