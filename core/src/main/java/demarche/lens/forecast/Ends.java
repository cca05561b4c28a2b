package demarche.lens.forecast;

import demarche.lens.Run;
import demarche.lens.forecast.Terrain.Ways;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The sets of states that are never left once they are entered, and within which each state leads
/// to each: the closed classes of the process. Some lie ahead of every state.
///
/// **Cost.** O(states x causes + arcs) time; 24 bytes for each state and each group while it runs.
///
/// **Source.** Components: Tarjan (1972), without recursion. A group is a vertex of its own, to
/// which its states lead and which leads to them.
final class Ends {
  private final Terrain terrain;
  private final Run run;
  private final List<Vertices> vertices = new ArrayList<>();
  private final int[] met;
  private final int[] low;
  private final int[] component;
  private int count;

  /// The groups of one cause as vertices.
  ///
  /// @param from the number of the first
  /// @param first where its members begin
  private record Vertices(int from, int[] group, int[] first, int[] members) {
    static Vertices of(Ways.Groups groups, int from) {
      int[] first = new int[groups.count() + 1];
      for (int g : groups.group()) first[g + 1]++;
      for (int g = 0; g < groups.count(); g++) first[g + 1] += first[g];
      int[] next = first.clone();
      int[] members = new int[groups.group().length];
      for (int s = 0; s < members.length; s++) members[next[groups.group()[s]]++] = s;
      return new Vertices(from, groups.group(), first, members);
    }
  }

  private Ends(Terrain terrain, Run run) {
    this.terrain = terrain;
    this.run = run;
    int all = terrain.size();
    for (Ways ways : terrain.ways()) {
      if (!(ways instanceof Ways.Groups groups)) continue;
      vertices.add(Vertices.of(groups, all));
      all += groups.count();
    }
    met = new int[all];
    low = new int[all];
    component = new int[all];
    Arrays.fill(component, -1);
  }

  /// The closed classes, each as places in ascending order; by their first places.
  static List<int[]> of(Terrain terrain, Run run) {
    Ends ends = new Ends(terrain, run);
    ends.search();
    return ends.closed();
  }

  /// The path of the search: a vertex, and how many of its arcs have been followed.
  private void search() {
    int[] path = new int[met.length];
    int[] arc = new int[met.length];
    int[] waiting = new int[met.length];
    int waits = 0;
    int clock = 0;
    int depth = 0;
    path[depth++] = terrain.start(); // all is reached from there
    while (depth > 0) {
      int v = path[depth - 1];
      if (met[v] == 0) {
        if ((clock & 0xfff) == 0) run.check();
        met[v] = low[v] = ++clock;
        waiting[waits++] = v;
      }
      int next = arc(v, arc[depth - 1]++);
      if (next >= 0) {
        if (met[next] == 0) {
          arc[depth] = 0;
          path[depth++] = next;
        } else if (component[next] < 0) {
          low[v] = Math.min(low[v], met[next]);
        }
        continue;
      }
      depth--;
      if (depth > 0) low[path[depth - 1]] = Math.min(low[path[depth - 1]], low[v]);
      if (low[v] == met[v]) waits = close(v, waiting, waits);
    }
  }

  private int close(int root, int[] waiting, int waits) {
    int left = waits;
    do component[waiting[--left]] = count;
    while (waiting[left] != root);
    count++;
    return left;
  }

  /// Where the arc of a vertex with some number leads, -1 where there are not so many.
  private int arc(int v, int number) {
    if (v >= terrain.size()) return member(v, number);
    int rest = number;
    int groups = 0;
    for (Ways ways : terrain.ways()) {
      switch (ways) {
        case Ways.Groups(var _, int[] group, var _) -> {
          if (rest-- == 0) return vertices.get(groups).from + group[v];
          groups++;
        }
        case Ways.Falls(var _, int[] target) -> {
          if (rest-- == 0) return target[v];
        }
        case Ways.Branches(var _, int[] first, int[] targets) -> {
          int degree = first[v + 1] - first[v];
          if (rest < degree) return targets[first[v] + rest];
          rest -= degree;
        }
      }
    }
    return -1;
  }

  private int member(int v, int number) {
    for (Vertices own : vertices) {
      int group = v - own.from;
      if (group >= own.first.length - 1) continue;
      int at = own.first[group] + number;
      return at < own.first[group + 1] ? own.members[at] : -1;
    }
    throw new IllegalStateException("vertex " + v);
  }

  private List<int[]> closed() {
    boolean[] open = new boolean[count];
    for (int v = 0; v < met.length; v++) {
      for (int a = 0, to = arc(v, 0); to >= 0; to = arc(v, ++a)) {
        if (component[to] != component[v]) open[component[v]] = true;
      }
    }
    List<List<Integer>> closed = new ArrayList<>();
    int[] place = new int[count];
    Arrays.fill(place, -1);
    for (int s = 0; s < terrain.size(); s++) {
      int c = component[s];
      if (open[c]) continue;
      if (place[c] < 0) {
        place[c] = closed.size();
        closed.add(new ArrayList<>());
      }
      closed.get(place[c]).add(s);
    }
    return closed.stream().map(c -> c.stream().mapToInt(Integer::intValue).toArray()).toList();
  }
}
