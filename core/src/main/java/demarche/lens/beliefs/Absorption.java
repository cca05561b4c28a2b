package demarche.lens.beliefs;

import demarche.lens.Run;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where a chance process over a few states comes to rest.
///
/// **Definition.** A class is a largest set of states each of which leads to each other; it is
/// closed if nothing leads out of it. From state 0 the process comes to one closed class for sure.
///
/// **Cost.** O(arcs) and, for a class of k states that is not closed, O(k³) time and k² numbers.
///
/// **Source.** Kemeny & Snell (1960), Finite Markov chains; classes by Tarjan (1972).
final class Absorption {
  /// The column of a state that comes after the class at hand; nothing leads back to those before.
  private static final int OUTSIDE = -1;

  private final List<Map<Integer, Double>> next;
  private final Run run;
  private final int[] column;
  private final int[] met;
  private final int[] low;
  private final boolean[] placed;
  private final Deque<Integer> path = new ArrayDeque<>();
  private final List<List<Integer>> classes = new ArrayList<>();
  private int time;

  private Absorption(List<Map<Integer, Double>> next, Run run) {
    this.next = next;
    this.run = run;
    this.column = new int[next.size()];
    Arrays.fill(column, OUTSIDE);
    this.met = new int[next.size()];
    this.low = new int[next.size()];
    this.placed = new boolean[next.size()];
  }

  /// The closed classes that state 0 leads to, with the probability of each.
  ///
  /// @param next by state what it leads to, with probabilities that add up to 1; nothing where the
  ///   process stays
  static Map<List<Integer>, Double> of(List<Map<Integer, Double>> next, Run run) {
    return new Absorption(next, run).ends();
  }

  private Map<List<Integer>, Double> ends() {
    search();
    double[] mass = new double[next.size()];
    mass[0] = 1;
    Map<List<Integer>, Double> ends = new LinkedHashMap<>();
    for (List<Integer> members : classes.reversed()) {
      run.check();
      for (int k = 0; k < members.size(); k++) column[members.get(k)] = k;
      if (isClosed(members)) {
        ends.put(members, members.stream().mapToDouble(s -> mass[s]).sum());
      } else {
        pass(members, mass);
      }
    }
    return ends;
  }

  private boolean isClosed(List<Integer> members) {
    return members.stream()
        .allMatch(s -> next.get(s).keySet().stream().allMatch(t -> column[t] != OUTSIDE));
  }

  /// Lets what has come into a class out of it again, by how often each state is visited.
  private void pass(List<Integer> members, double[] mass) {
    double[] visits = visits(members, mass);
    for (int k = 0; k < members.size(); k++) {
      double visited = visits[k];
      next.get(members.get(k))
          .forEach((to, chance) -> {
            if (column[to] == OUTSIDE) mass[to] += visited * chance;
          });
    }
  }

  /// Solves x = m + xP within the class, by elimination with the largest pivot.
  private double[] visits(List<Integer> members, double[] mass) {
    int size = members.size();
    double[][] rows = new double[size][size + 1];
    for (int k = 0; k < size; k++) {
      int from = k;
      rows[k][k] += 1;
      rows[k][size] = mass[members.get(k)];
      next.get(members.get(k))
          .forEach((to, chance) -> {
            if (column[to] != OUTSIDE) rows[column[to]][from] -= chance;
          });
    }
    for (int k = 0; k < size; k++) {
      run.check();
      eliminate(rows, k);
    }
    double[] visits = new double[size];
    for (int k = 0; k < size; k++) visits[k] = rows[k][size] / rows[k][k];
    return visits;
  }

  private static void eliminate(double[][] rows, int k) {
    int pivot = k;
    for (int r = k; r < rows.length; r++) {
      if (Math.abs(rows[r][k]) > Math.abs(rows[pivot][k])) pivot = r;
    }
    double[] swapped = rows[k];
    rows[k] = rows[pivot];
    rows[pivot] = swapped;
    for (int r = 0; r < rows.length; r++) {
      if (r == k || rows[r][k] == 0) continue;
      double factor = rows[r][k] / rows[k][k];
      for (int c = k; c < rows[r].length; c++) rows[r][c] -= factor * rows[k][c];
    }
  }

  /// Finds the classes that state 0 leads to; one stands after all that it leads to.
  private void search() {
    Deque<Visit> visits = new ArrayDeque<>();
    visits.push(enter(0));
    while (!visits.isEmpty()) {
      Visit visit = visits.peek();
      if (visit.done == visit.to.length) {
        visits.pop();
        leave(visit.state);
        if (!visits.isEmpty()) {
          int above = visits.peek().state;
          low[above] = Math.min(low[above], low[visit.state]);
        }
        continue;
      }
      int to = visit.to[visit.done++];
      if (met[to] == 0) visits.push(enter(to));
      else if (!placed[to]) low[visit.state] = Math.min(low[visit.state], met[to]);
    }
  }

  private static final class Visit {
    private final int state;
    private final int[] to;
    private int done;

    Visit(int state, int[] to) {
      this.state = state;
      this.to = to;
    }
  }

  private Visit enter(int state) {
    met[state] = ++time;
    low[state] = time;
    path.push(state);
    return new Visit(state, next.get(state).keySet().stream().mapToInt(i -> i).toArray());
  }

  private void leave(int state) {
    if (low[state] != met[state]) return;
    List<Integer> members = new ArrayList<>();
    int member;
    do {
      member = path.pop();
      placed[member] = true;
      members.add(member);
    } while (member != state);
    classes.add(members);
  }
}
