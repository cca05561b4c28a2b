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
/// **Law.** Where two arcs of any mover in a row never lead further than one, a second last mover
/// adds nothing: where the first could go from there, it could go one move earlier. With a single
/// mover for whom that fails it does, for others may lead back to where it moved before.
///
/// The search goes only as far as it is asked to, and may be started anew. Not for two threads.
///
/// **Cost.** Each arc is scanned once. 6 bytes a state, and until all is explored 4 for each that
/// is reached; 14 more for each that is gone on from twice.
///
/// **Source.** Fang, Hipel & Kilgour (1993); as status-quo analysis Li, Kilgour & Hipel (2005).
public final class Reach {
  private static final int NOBODY = -1;
  private static final int OFTEN = 0x7f;

  private final Steps steps;
  private final List<Party> movers;
  private final boolean isTransitive;
  private final int[] into;
  private final int size;

  /// By state, 0 where it was not reached: 2 + who moved there first.
  private final short[] by;

  /// By state, the node before the move by which it was reached first.
  ///
  /// A node is a state, reached first; or, less than 0, what is left to be done of one that was
  /// reached again.
  private final int[] parent;

  private final StateSet reachedAgain;
  private final Queue nodes = new Queue();
  private final Queue againState = new Queue();
  private final Queue againBy = new Queue();
  private final Queue againParent = new Queue();
  private Watch watch = Watch.NONE;
  private int origin;
  private int reached;
  private int expanded;
  private int told;

  /// A search from `origin`.
  public Reach(Arcs arcs, Arcs.Kind kind, List<Party> movers, int origin) {
    this(
        arcs,
        arcs.along(kind),
        movers,
        origin,
        movers.stream().filter(arcs::isMover).allMatch(mover -> arcs.isTransitive(mover, kind)));
  }

  /// A search from `origin` along some of the moves.
  public Reach(Arcs arcs, Steps steps, List<Party> movers, int origin) {
    this(arcs, steps, movers, origin, false);
  }

  private Reach(Arcs arcs, Steps steps, List<Party> movers, int origin, boolean isTransitive) {
    this.isTransitive = isTransitive;
    this.steps = steps;
    this.movers = movers.stream().filter(arcs::isMover).toList();
    into = new int[arcs.most()];
    size = arcs.space().size();
    by = new short[size];
    parent = new int[size];
    reachedAgain = new StateSet(size);
    begin(origin);
  }

  /// What a search takes at most, where nobody needs to go on from a state twice.
  public static Footprint footprint(Outline outline) {
    long kept = 6L * outline.size() + outline.size() / 8;
    return new Footprint(kept, kept + 4L * outline.size());
  }

  /// Numbers in a row, in pages, so that no room is left unused and nothing is copied.
  private static final class Queue {
    private static final int PAGE_BITS = 14;

    private int[][] pages = new int[1][];
    private int size;

    void add(int number) {
      int page = size >>> PAGE_BITS;
      if (page == pages.length) pages = Arrays.copyOf(pages, 2 * page);
      if (size == 0 && pages[0] == null) pages[0] = new int[64];
      if (page == 0 && size == pages[0].length) pages[0] = Arrays.copyOf(pages[0], 4 * size);
      if (page > 0 && pages[page] == null) pages[page] = new int[1 << PAGE_BITS];
      pages[page][size++ & (1 << PAGE_BITS) - 1] = number;
    }

    int at(int index) {
      return pages[index >>> PAGE_BITS][index & (1 << PAGE_BITS) - 1];
    }

    void clear() {
      size = 0;
    }

    void drop() {
      pages = new int[1][];
      size = 0;
    }
  }

  /// A step of a sequence: who moves, and to which state.
  public record Step(Party by, int to) {}

  /// From now on somebody knows how far the search is.
  public Reach watched(Watch by) {
    watch = by;
    return this;
  }

  /// Forgets everything and begins at another state. O(what was reached).
  public void restart(int origin) {
    if (nodes.size == 0) Arrays.fill(by, (short) 0); // it was explored
    for (int k = 0; k < nodes.size; k++) {
      int node = nodes.at(k);
      if (node >= 0) by[node] = 0;
    }
    for (int k = 0; k < againState.size; k++) reachedAgain.remove(againState.at(k));
    nodes.clear();
    againState.clear();
    againBy.clear();
    againParent.clear();
    begin(origin);
  }

  private void begin(int at) {
    origin = at;
    reached = 0;
    expanded = 0;
    told = 1;
    by[at] = NOBODY + 2;
    nodes.add(at);
  }

  /// The next state that can be reached, in order of distance, then of movers; -1 when there is
  /// none. The origin is not among them.
  public int next() {
    while (true) {
      while (told < nodes.size) {
        int node = nodes.at(told++);
        if (node >= 0) return node;
      }
      if (expanded == nodes.size) return -1;
      if ((expanded & OFTEN) == 0) watch.at("paths", reached, size);
      expand(nodes.at(expanded++));
    }
  }

  /// Searches to the end, and forgets the order in which states were reached.
  public Reach explored() {
    while (next() >= 0) {}
    nodes.drop();
    told = 0;
    expanded = 0;
    return this;
  }

  /// Whether the state has been reached so far; true of the origin.
  public boolean has(int s) {
    return by[s] != 0;
  }

  /// The fewest moves to a state that has been reached.
  public int distance(int s) {
    int steps = 0;
    for (int node = s; node != origin; node = before(node)) steps++;
    return steps;
  }

  /// A shortest legal sequence to a state that has been reached.
  public List<Step> path(int s) {
    Deque<Step> path = new ArrayDeque<>();
    for (int node = s; node != origin; node = before(node)) {
      int mover = node >= 0 ? by[node] - 2 : againBy.at(~node);
      path.addFirst(new Step(movers.get(mover), state(node)));
    }
    return List.copyOf(path);
  }

  private int before(int node) {
    return node >= 0 ? parent[node] : againParent.at(~node);
  }

  private int state(int node) {
    return node >= 0 ? node : againState.at(~node);
  }

  /// How many states have been reached so far, the origin left out.
  public int count() {
    return reached;
  }

  private void expand(int node) {
    int s = state(node);
    int earlier = by[s] - 2;
    for (int j = 0; j < movers.size(); j++) {
      // a second last mover lets only the first one go on
      if (node >= 0 == (j == earlier)) continue;
      int count = steps.targets(movers.get(j), s, into);
      for (int c = 0; c < count; c++) arrive(into[c], j, node);
    }
  }

  private void arrive(int t, int j, int from) {
    if (by[t] == 0) {
      by[t] = (short) (j + 2);
      parent[t] = from;
      reached++;
      nodes.add(t);
      return;
    }
    int earlier = by[t] - 2;
    if (earlier == NOBODY || earlier == j || isTransitive) return;
    if (reachedAgain.contains(t)) return;
    reachedAgain.add(t);
    nodes.add(~againState.size);
    againState.add(t);
    againBy.add(j);
    againParent.add(from);
  }
}
