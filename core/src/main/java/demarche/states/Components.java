package demarche.states;

import demarche.model.Party;
import java.util.Arrays;
import java.util.List;

/// The strongly connected components of some parties' arcs: two states share one iff each can be
/// reached from the other, whoever moves how often.
///
/// **Cost.** O(arcs) time, about 36 bytes a state while it runs, 8 after.
///
/// **Source.** Tarjan (1972), without recursion.
public final class Components {
  private final int[] order;
  private final int[] first;

  private Components(int[] order, int[] first) {
    this.order = order;
    this.first = first;
  }

  /// Each state for itself.
  public static Components apart(int states) {
    int[] order = new int[states];
    int[] first = new int[states + 1];
    Arrays.setAll(order, s -> s);
    Arrays.setAll(first, s -> s);
    return new Components(order, first);
  }

  public static Components of(Arcs arcs, Arcs.Kind kind, List<Party> movers, Watch watch) {
    return of(arcs, arcs.along(kind), movers, watch);
  }

  /// The components of some of the moves.
  public static Components of(Arcs arcs, Steps steps, List<Party> movers, Watch watch) {
    Search search = new Search(arcs, steps, movers.stream().filter(arcs::isMover).toList(), watch);
    for (int s = 0; s < search.met.length; s++) if (search.met[s] == 0) search.from(s);
    return new Components(search.order, Arrays.copyOf(search.first, search.components + 1));
  }

  public int count() {
    return first.length - 1;
  }

  /// The states of one component.
  public int[] states(int component) {
    return Arrays.copyOfRange(order, first[component], first[component + 1]);
  }

  private static final class Search {
    private static final int PLACED = Integer.MAX_VALUE;
    private static final int OFTEN = 0x7f;

    private final Watch watch;
    private final Steps steps;
    private final List<Party> movers;
    private final int[] into;

    /// By state: 0, then the time when it was met, then `PLACED` once its component is known.
    private final int[] met;

    /// By state: the earliest time of a state on the path known to be reached from it.
    private final int[] low;

    /// The path, and how far the arcs of its states have been followed: mover, and which target.
    private final int[] path;

    private final int[] mover;
    private final int[] arc;
    private int depth;

    /// Met, not yet placed; then, from the front, the components.
    private final int[] waiting;

    private int waits;
    private final int[] order;
    private final int[] first;
    private int components;
    private int placed;
    private int clock;

    Search(Arcs arcs, Steps steps, List<Party> movers, Watch watch) {
      this.watch = watch;
      this.steps = steps;
      this.movers = movers;
      int size = arcs.space().size();
      into = new int[arcs.most()];
      met = new int[size];
      low = new int[size];
      path = new int[size];
      mover = new int[size];
      arc = new int[size];
      waiting = new int[size];
      order = new int[size];
      first = new int[size + 1];
    }

    void from(int root) {
      enter(root);
      while (depth > 0) {
        int child = nextUnmet(depth - 1);
        if (child >= 0) enter(child);
        else leave();
      }
    }

    private void enter(int s) {
      if ((clock & OFTEN) == 0) watch.at("components", clock, met.length);
      met[s] = ++clock;
      low[s] = clock;
      waiting[waits++] = s;
      path[depth] = s;
      mover[depth] = 0;
      arc[depth++] = 0;
    }

    /// The next state to enter from the end of the path; -1 where its arcs are exhausted. A mover's
    /// targets are listed again after each entry, of which there is one a state.
    private int nextUnmet(int frame) {
      int s = path[frame];
      while (mover[frame] < movers.size()) {
        int count = steps.targets(movers.get(mover[frame]), s, into);
        while (arc[frame] < count) {
          int t = into[arc[frame]++];
          if (met[t] == 0) return t;
          if (met[t] != PLACED) low[s] = Math.min(low[s], met[t]);
        }
        mover[frame]++;
        arc[frame] = 0;
      }
      return -1;
    }

    private void leave() {
      int s = path[--depth];
      if (depth > 0) low[path[depth - 1]] = Math.min(low[path[depth - 1]], low[s]);
      if (low[s] != met[s]) return;
      int t;
      do {
        t = waiting[--waits];
        met[t] = PLACED;
        order[placed++] = t;
      } while (t != s);
      first[++components] = placed;
    }
  }
}
