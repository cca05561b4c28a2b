package demarche.states;

import demarche.model.Party;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/// What a group of parties can reach from a state by legal sequences, nearest first.
///
/// **Definition.** In a legal sequence no one moves twice in a row, so the search goes over nodes
/// of a state and its last mover. Of a state's last movers two suffice: once it was reached by one,
/// all others may go on; once it was reached by another, that one may too.
///
/// The search goes only as far as it is asked to, and may be started anew. Not for two threads.
///
/// **Cost.** Each arc is scanned once. At most 23 bytes a state.
///
/// **Source.** Fang, Hipel & Kilgour (1993); as status-quo analysis Li, Kilgour & Hipel (2005).
public final class Reach {
  private static final int NOBODY = -1;

  private final Steps steps;
  private final List<Party> movers;
  private final int[] into;

  /// By state, 0 where it was not reached: 1 + the node by which it was reached first.
  private final int[] firstNode;

  private final StateSet reachedAgain;
  private int[] state = new int[64];
  private int[] mover = new int[64];
  private int[] parent = new int[64];
  private int nodes;
  private int expanded;
  private int told;

  /// A search from `origin`.
  public Reach(Arcs arcs, Arcs.Kind kind, List<Party> movers, int origin) {
    this(arcs, arcs.along(kind), movers, origin);
  }

  /// A search from `origin` along some of the moves.
  public Reach(Arcs arcs, Steps steps, List<Party> movers, int origin) {
    this.steps = steps;
    this.movers = movers.stream().filter(arcs::isMover).toList();
    into = new int[arcs.most()];
    firstNode = new int[arcs.space().size()];
    reachedAgain = new StateSet(arcs.space().size());
    add(origin, NOBODY, 0);
    told = 1;
  }

  /// A step of a sequence: who moves, and to which state.
  public record Step(Party by, int to) {}

  /// Forgets everything and begins at another state. O(what was reached).
  public void restart(int origin) {
    for (int k = 0; k < nodes; k++) {
      firstNode[state[k]] = 0;
      reachedAgain.remove(state[k]);
    }
    nodes = 0;
    expanded = 0;
    add(origin, NOBODY, 0);
    told = 1;
  }

  /// The next state that can be reached, in order of distance, then of movers; -1 when there is
  /// none. The origin is not among them.
  public int next() {
    while (true) {
      while (told < nodes) {
        int k = told++;
        if (firstNode[state[k]] == k + 1) return state[k];
      }
      if (expanded == nodes) return -1;
      expand(expanded++);
    }
  }

  /// Searches to the end.
  public Reach explored() {
    while (next() >= 0) {}
    return this;
  }

  /// Whether the state has been reached so far; true of the origin.
  public boolean has(int s) {
    return firstNode[s] != 0;
  }

  /// The fewest moves to a state that has been reached.
  public int distance(int s) {
    int steps = 0;
    for (int k = firstNode[s] - 1; k != 0; k = parent[k]) steps++;
    return steps;
  }

  /// A shortest legal sequence to a state that has been reached.
  public List<Step> path(int s) {
    Deque<Step> path = new ArrayDeque<>();
    for (int k = firstNode[s] - 1; k != 0; k = parent[k]) {
      path.addFirst(new Step(movers.get(mover[k]), state[k]));
    }
    return List.copyOf(path);
  }

  /// How many states have been reached so far, the origin left out.
  public int count() {
    int count = 0;
    for (int k = 1; k < nodes; k++) if (firstNode[state[k]] == k + 1) count++;
    return count;
  }

  private void expand(int k) {
    int s = state[k];
    boolean first = firstNode[s] == k + 1;
    int earlier = mover[firstNode[s] - 1];
    for (int j = 0; j < movers.size(); j++) {
      if (first == (j == earlier)) continue; // a second last mover lets only the first one go on
      int count = steps.targets(movers.get(j), s, into);
      for (int c = 0; c < count; c++) arrive(into[c], j, k);
    }
  }

  private void arrive(int t, int j, int from) {
    if (firstNode[t] == 0) {
      add(t, j, from);
      return;
    }
    int earlier = mover[firstNode[t] - 1];
    if (earlier == NOBODY || earlier == j || reachedAgain.contains(t)) return;
    reachedAgain.add(t);
    add(t, j, from);
  }

  private void add(int s, int j, int from) {
    if (nodes == state.length) {
      state = Arrays.copyOf(state, 2 * nodes);
      mover = Arrays.copyOf(mover, 2 * nodes);
      parent = Arrays.copyOf(parent, 2 * nodes);
    }
    state[nodes] = s;
    mover[nodes] = j;
    parent[nodes] = from;
    nodes++;
    if (firstNode[s] == 0) firstNode[s] = nodes;
  }
}
