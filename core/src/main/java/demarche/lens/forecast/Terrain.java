package demarche.lens.forecast;

import demarche.lens.Run;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The states that can be reached from the status quo, numbered anew in ascending order, and where
/// each cause leads among them. Only who can move where and what bodies pass counts, no numbers.
///
/// Where an actor may move freely, its states fall into groups, each of which leads to all others
/// of its group: then one number a state says where it leads, however large the groups are.
///
/// **Cost.** One look at each group or arc; 4 bytes a state for each cause, 4 more an arc for
/// bodies and for actors with options that are one-way or go step by step.
final class Terrain {
  /// How many states may be reached.
  static final int MOST_STATES = 1 << 23;

  private final Drift drift;
  private final int[] states;
  private final List<Ways> ways;

  private Terrain(Drift drift, int[] states, Run run) {
    this.drift = drift;
    this.states = states;
    this.ways = new ArrayList<>();
    for (int c = 0; c < drift.causes().size(); c++) {
      run.check();
      ways.add(ways(c));
    }
  }

  private Terrain(Drift drift, Terrain same) {
    this.drift = drift;
    states = same.states;
    ways = same.ways;
  }

  /// The same for a changed scenario, found anew only where causes lead elsewhere.
  ///
  /// @return empty where it is too large
  List<Terrain> with(Drift changed, Run run) {
    return changed.leadsAs(drift)
        ? List.of(new Terrain(changed, this))
        : of(changed, MOST_STATES, run);
  }

  /// Where one cause leads.
  sealed interface Ways {
    /// Its place in the list of causes.
    int cause();

    /// To any state of the same group.
    ///
    /// @param group by state
    record Groups(int cause, int[] group, int count) implements Ways {}

    /// To the states listed, the one that it leads from among them.
    ///
    /// @param first where a state's list begins; one longer than there are states
    record Branches(int cause, int[] first, int[] targets) implements Ways {}

    /// To one state, which may be the same.
    record Falls(int cause, int[] target) implements Ways {}
  }

  /// @param most stop where more states than this can be reached
  /// @return empty where there are more
  static List<Terrain> of(Drift drift, int most, Run run) {
    return of(drift, new int[] {drift.space().statusQuo()}, most, run);
  }

  /// The same from other states than the status quo, which need not be among them.
  static List<Terrain> of(Drift drift, int[] starts, int most, Run run) {
    int[] states = new Search(drift, most, run).states(starts);
    return states.length > most ? List.of() : List.of(new Terrain(drift, states, run));
  }

  /// What is reached from some states.
  private static final class Search {
    private final Drift drift;
    private final int most;
    private final Run run;
    private final StateSet met;
    private final List<StateSet> explored = new ArrayList<>();
    private final int[] into;
    private int[] queue = new int[1024];
    private int waiting;

    Search(Drift drift, int most, Run run) {
      this.drift = drift;
      this.most = most;
      this.run = run;
      StateSpace space = drift.space();
      met = new StateSet(space.size());
      into = new int[drift.most()];
      for (int c = 0; c < drift.causes().size(); c++) {
        explored.add(new StateSet(drift.isFree(c) ? space.size() : 0));
      }
    }

    /// In ascending order; some more than `most` where there are more.
    int[] states(int[] starts) {
      for (int start : starts) meet(start);
      for (int next = 0; next < waiting && waiting <= most; next++) {
        if ((next & 0xfff) == 0) run.watch().at("reaching", next, waiting);
        for (int c = 0; c < explored.size(); c++) look(c, queue[next]);
      }
      int[] states = Arrays.copyOf(queue, waiting);
      Arrays.sort(states);
      return states;
    }

    private void look(int cause, int state) {
      boolean free = drift.isFree(cause);
      if (free && explored.get(cause).contains(state)) return;
      int count = drift.targets(cause, state, into);
      for (int k = 0; k < count; k++) {
        meet(into[k]);
        if (free) explored.get(cause).add(into[k]);
      }
    }

    private void meet(int state) {
      if (met.contains(state)) return;
      met.add(state);
      if (waiting == queue.length) queue = Arrays.copyOf(queue, 2 * waiting);
      queue[waiting++] = state;
    }
  }

  private Ways ways(int cause) {
    if (drift.isFree(cause)) return groups(cause);
    return drift.causes().get(cause) instanceof Cause.ByHazard ? falls(cause) : branches(cause);
  }

  private Ways groups(int cause) {
    int[] group = new int[states.length];
    Arrays.fill(group, -1);
    int[] into = new int[drift.most()];
    int count = 0;
    for (int s = 0; s < group.length; s++) {
      if (group[s] >= 0) continue;
      group[s] = count;
      int others = drift.targets(cause, states[s], into);
      for (int k = 0; k < others; k++) group[place(into[k])] = count;
      count++;
    }
    return new Ways.Groups(cause, group, count);
  }

  private Ways falls(int cause) {
    int[] into = new int[drift.most()];
    int[] target = new int[states.length];
    for (int s = 0; s < target.length; s++) {
      target[s] = drift.targets(cause, states[s], into) == 0 ? s : place(into[0]);
    }
    return new Ways.Falls(cause, target);
  }

  private Ways branches(int cause) {
    int[] into = new int[drift.most()];
    int[] first = new int[states.length + 1];
    int[] targets = new int[2 * states.length];
    for (int s = 0; s < states.length; s++) {
      int count = drift.targets(cause, states[s], into);
      int at = first[s];
      if (at + count + 1 > targets.length) targets = Arrays.copyOf(targets, 2 * (at + count + 1));
      targets[at++] = s;
      for (int k = 0; k < count; k++) targets[at++] = place(into[k]);
      first[s + 1] = at;
    }
    return new Ways.Branches(cause, first, Arrays.copyOf(targets, first[states.length]));
  }

  Drift drift() {
    return drift;
  }

  int size() {
    return states.length;
  }

  /// The state of the space that has a place here.
  int state(int place) {
    return states[place];
  }

  /// The place of a state of the space, less than 0 where it is not reached.
  int place(int state) {
    return Arrays.binarySearch(states, state);
  }

  /// The place of the status quo.
  int start() {
    return place(drift.space().statusQuo());
  }

  /// By cause.
  List<Ways> ways() {
    return ways;
  }

  /// From how many pairs of different states one leads to the other, each pair once for each cause.
  long arcs() {
    return ways.stream().mapToLong(this::arcs).sum();
  }

  private long arcs(Ways way) {
    return switch (way) {
      case Ways.Branches(var _, var _, int[] targets) -> (long) targets.length - states.length;
      case Ways.Falls(var _, int[] target) -> {
        long arcs = 0;
        for (int s = 0; s < target.length; s++) if (target[s] != s) arcs++;
        yield arcs;
      }
      case Ways.Groups(var _, int[] group, int count) -> {
        long[] sizes = new long[count];
        for (int g : group) sizes[g]++;
        yield Arrays.stream(sizes).map(size -> size * (size - 1)).sum();
      }
    };
  }

  /// The reached states of a set of the space, as places in ascending order.
  int[] places(StateSet set) {
    int[] places = new int[states.length];
    int count = 0;
    for (int s = 0; s < states.length; s++) if (set.contains(states[s])) places[count++] = s;
    return Arrays.copyOf(places, count);
  }
}
