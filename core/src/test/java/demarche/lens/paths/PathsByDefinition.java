package demarche.lens.paths;

import demarche.model.Actor;
import demarche.model.Model;
import demarche.model.Option;
import demarche.model.Party;
import demarche.testing.ByDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What the page of the lens says, read word by word. Slow on purpose; shares no code with the
/// engine.
final class PathsByDefinition {
  private final Model model;
  private final ByDefinition literal;
  private final int size;

  PathsByDefinition(Model model) {
    this.model = model;
    this.literal = new ByDefinition(model);
    this.size = literal.states().size();
  }

  enum Arc {
    MOVE,
    IMPROVEMENT
  }

  int size() {
    return size;
  }

  private Set<Integer> targets(Party party, int s, Arc arc) {
    return arc == Arc.MOVE ? literal.moves(party, s) : literal.improvements(party, s);
  }

  /// Whether a single arc of the party leads there.
  boolean leads(Party party, int s, int t, Arc arc) {
    return targets(party, s, arc).contains(t);
  }

  boolean prefers(Party party, int s, int t) {
    return literal.prefers(party, s, t);
  }

  /// The length of the shortest legal sequence of some parties to each state that has one.
  Map<Integer, Integer> distances(int start, List<Party> movers, Arc arc) {
    Map<Integer, Integer> distances = new TreeMap<>(Map.of(start, 0));
    Set<List<Integer>> seen = new HashSet<>();
    Set<List<Integer>> last = Set.of(List.of(start, -1));
    for (int length = 1; !last.isEmpty(); length++) {
      Set<List<Integer>> next = new HashSet<>();
      for (List<Integer> node : last) {
        for (Party mover : movers) {
          if (mover.index() == node.get(1)) continue;
          for (int t : targets(mover, node.get(0), arc)) {
            distances.putIfAbsent(t, length);
            List<Integer> reached = List.of(t, mover.index());
            if (seen.add(reached)) next.add(reached);
          }
        }
      }
      last = next;
    }
    return distances;
  }

  Map<Integer, Integer> distances(int start, Arc arc) {
    return distances(start, model.parties(), arc);
  }

  /// The smallest groups with a joint improvement to a state of the aim, each with all such states.
  Map<Set<String>, Set<Integer>> groups(int start, Set<Integer> aim) {
    List<Party> parties = model.parties();
    Map<Set<String>, Set<Integer>> all = new LinkedHashMap<>();
    for (int bits = 1; bits < 1 << parties.size(); bits++) {
      List<Party> group = new ArrayList<>();
      for (int p = 0; p < parties.size(); p++) if ((bits >> p & 1) == 1) group.add(parties.get(p));
      Set<Integer> targets = new TreeSet<>();
      for (int t : aim) {
        if (t != start
            && group.stream().allMatch(p -> literal.prefers(p, start, t))
            && canGo(group, start, t)) {
          targets.add(t);
        }
      }
      if (!targets.isEmpty()) all.put(ids(group), targets);
    }
    Map<Set<String>, Set<Integer>> smallest = new LinkedHashMap<>();
    all.forEach((group, targets) -> {
      boolean part =
          all.keySet().stream().anyMatch(h -> h.size() < group.size() && group.containsAll(h));
      if (!part) smallest.put(group, targets);
    });
    return smallest;
  }

  static Set<String> ids(List<Party> group) {
    Set<String> ids = new TreeSet<>();
    group.forEach(p -> ids.add(p.id()));
    return ids;
  }

  private boolean canGo(List<Party> group, int s, int t) {
    if (model.isGraph()) return distances(s, group, Arc.MOVE).containsKey(t);
    Set<String> owners = new TreeSet<>();
    for (Option option : model.options()) {
      int from = literal.states().get(s).get(option.index());
      int to = literal.states().get(t).get(option.index());
      if (from == to) continue;
      owners.add(option.holder());
      boolean wrongWay =
          switch (option.freedom()) {
            case BOTH -> false;
            case UP -> to < from;
            case DOWN -> to > from;
          };
      if (wrongWay) return false;
      if (option.stride().name().equals("ONE") && Math.abs(to - from) != 1) return false;
    }
    return owners.equals(ids(group));
  }

  /// The state that a group would choose: undominated among its actors, fewest options changed,
  /// lowest.
  int best(Set<String> group, int start, Set<Integer> targets) {
    List<Actor> actors = model.actors().stream().filter(a -> group.contains(a.id())).toList();
    int best = -1;
    for (int t : targets) {
      boolean dominated = false;
      for (int u : targets) {
        boolean better = actors.stream().anyMatch(a -> literal.prefers(a, t, u));
        boolean worse = actors.stream().anyMatch(a -> literal.prefers(a, u, t));
        dominated |= better && !worse;
      }
      if (!dominated && (best < 0 || changes(start, t) < changes(start, best))) best = t;
    }
    return best;
  }

  private int changes(int s, int t) {
    int changes = 0;
    for (int o = 0; o < literal.states().get(s).size(); o++) {
      if (!literal.states().get(s).get(o).equals(literal.states().get(t).get(o))) changes++;
    }
    return changes;
  }

  /// Whether improvements lead from one state to another, whoever moves how often; by one at least.
  boolean[][] leads() {
    boolean[][] leads = new boolean[size][size];
    for (Party party : model.parties()) {
      for (int s = 0; s < size; s++) {
        for (int t : literal.improvements(party, s)) leads[s][t] = true;
      }
    }
    for (int k = 0; k < size; k++) {
      for (int s = 0; s < size; s++) {
        for (int t = 0; t < size; t++) leads[s][t] |= leads[s][k] && leads[k][t];
      }
    }
    return leads;
  }

  /// What belongs together with each state: the states to which it leads and that lead back.
  List<Set<Integer>> areas(boolean[][] leads) {
    List<Set<Integer>> areas = new ArrayList<>();
    for (int s = 0; s < size; s++) {
      Set<Integer> area = new TreeSet<>(Set.of(s));
      for (int t = 0; t < size; t++) if (leads[s][t] && leads[t][s]) area.add(t);
      areas.add(area);
    }
    return areas;
  }

  /// The length of a shortest cycle of improvements through a state; 0 where there is none.
  int cycle(int state) {
    Set<Integer> at = new TreeSet<>(Set.of(state));
    for (int length = 1; length <= size; length++) {
      Set<Integer> next = new TreeSet<>();
      for (int s : at) model.parties().forEach(p -> next.addAll(literal.improvements(p, s)));
      if (next.contains(state)) return length;
      at = next;
    }
    return 0;
  }

  /// The states that moves reach from the start, and from which none lead back.
  Set<Integer> traps(int start) {
    Set<Integer> traps = new TreeSet<>();
    for (int t : distances(start, Arc.MOVE).keySet()) {
      if (!distances(t, Arc.MOVE).containsKey(start)) traps.add(t);
    }
    return traps;
  }
}
