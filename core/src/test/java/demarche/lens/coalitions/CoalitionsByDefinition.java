package demarche.lens.coalitions;

import demarche.model.Model;
import demarche.model.Party;
import demarche.testing.ByDefinition;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The definitions of stability against coalitions, read word by word over sets of party indices.
/// Slow on purpose; shares no code with the engine.
///
/// **Source.** Kilgour, Hipel, Fang & Peng (2001); Inohara & Hipel (2008).
final class CoalitionsByDefinition {
  private final List<Party> parties;
  private final ByDefinition literal;
  private final int size;
  private final Map<List<Object>, Set<Integer>> known = new HashMap<>();

  CoalitionsByDefinition(Model model) {
    parties = model.parties();
    literal = new ByDefinition(model);
    size = literal.states().size();
  }

  /// Whose arcs count, and which.
  private enum Arc {
    MOVE,
    IMPROVEMENT
  }

  /// A state, and by whom it was reached: one party, or one coalition.
  private record Node(int state, Set<Integer> last) {}

  /// How steps lead on from a state.
  private interface Steps {
    Set<Integer> of(Set<Integer> mover, int state);
  }

  private static Set<Integer> reached(int start, Set<Set<Integer>> movers, Steps steps) {
    Set<Integer> states = new TreeSet<>();
    Set<Node> seen = new HashSet<>();
    Deque<Node> open = new ArrayDeque<>(List.of(new Node(start, Set.of())));
    while (!open.isEmpty()) {
      Node node = open.remove();
      for (Set<Integer> mover : movers) {
        if (mover.equals(node.last)) continue;
        for (int t : steps.of(mover, node.state)) {
          states.add(t);
          Node next = new Node(t, mover);
          if (seen.add(next)) open.add(next);
        }
      }
    }
    return states;
  }

  private Set<Integer> reached(Set<Integer> coalition, int s, Arc arc) {
    List<Object> question = List.of(coalition, s, arc);
    Set<Integer> before = known.get(question);
    if (before != null) return before;
    Set<Set<Integer>> singles = new HashSet<>();
    for (int p : coalition) singles.add(Set.of(p));
    Set<Integer> states =
        reached(
            s,
            singles,
            (mover, t) -> {
              Party party = parties.get(mover.iterator().next());
              return arc == Arc.MOVE ? literal.moves(party, t) : literal.improvements(party, t);
            });
    known.put(question, states);
    return states;
  }

  private boolean allPrefer(Set<Integer> coalition, int s, int t) {
    return coalition.stream().allMatch(p -> literal.prefers(parties.get(p), s, t));
  }

  /// The coalition improvements from a state.
  Set<Integer> improvements(Set<Integer> coalition, int s) {
    List<Object> question = List.of(coalition, s, "improvements");
    Set<Integer> before = known.get(question);
    if (before != null) return before;
    Set<Integer> states = new TreeSet<>();
    for (int q : reached(coalition, s, Arc.MOVE)) {
      if (q != s && allPrefer(coalition, s, q)) states.add(q);
    }
    known.put(question, states);
    return states;
  }

  private Set<Integer> classImprovements(Set<Integer> group, int q) {
    List<Object> question = List.of(group, q, "class");
    Set<Integer> before = known.get(question);
    if (before != null) return before;
    Set<Integer> states = reached(q, coalitions(group), this::improvements);
    known.put(question, states);
    return states;
  }

  /// Every non-empty subset.
  static Set<Set<Integer>> coalitions(Set<Integer> parties) {
    Set<Set<Integer>> all = new HashSet<>(Set.of(Set.of()));
    for (int p : parties) {
      for (Set<Integer> smaller : List.copyOf(all)) {
        Set<Integer> larger = new HashSet<>(smaller);
        larger.add(p);
        all.add(Set.copyOf(larger));
      }
    }
    all.remove(Set.<Integer>of());
    return all;
  }

  private Set<Integer> others(Set<Integer> coalition) {
    Set<Integer> others = new HashSet<>();
    for (Party party : parties) {
      if (!coalition.contains(party.index())) others.add(party.index());
    }
    return Set.copyOf(others);
  }

  Set<Integer> stable(CoalitionConcept concept, Set<Integer> coalition, Replies replies) {
    Set<Integer> stable = new TreeSet<>();
    for (int s = 0; s < size; s++) if (isStable(concept, coalition, replies, s)) stable.add(s);
    return stable;
  }

  /// What some parties reach by moves.
  Set<Integer> reachedByMoves(Set<Integer> movers, int from) {
    return reached(Set.copyOf(movers), from, Arc.MOVE);
  }

  /// What the others than a coalition may answer from `q`.
  Set<Integer> answers(CoalitionConcept concept, Set<Integer> h, Replies replies, int q) {
    Set<Integer> others = others(h);
    return switch (concept) {
      case CNASH -> Set.of();
      case CGMR, CSMR -> reached(others, q, Arc.MOVE);
      case CSEQ ->
          replies == Replies.BY_COALITIONS
              ? classImprovements(others, q)
              : reached(others, q, Arc.IMPROVEMENT);
    };
  }

  boolean isStable(CoalitionConcept concept, Set<Integer> h, Replies replies, int s) {
    Set<Integer> others = others(h);
    for (int q : improvements(h, s)) {
      boolean sanctioned =
          switch (concept) {
            case CNASH -> false;
            case CGMR -> reached(others, q, Arc.MOVE).stream().anyMatch(t -> someoneLoses(h, s, t));
            case CSMR ->
                reached(others, q, Arc.MOVE).stream()
                    .anyMatch(t ->
                        someoneLoses(h, s, t)
                            && reached(h, t, Arc.MOVE).stream()
                                .allMatch(u -> someoneLoses(h, s, u)));
            case CSEQ ->
                (replies == Replies.BY_COALITIONS
                        ? classImprovements(others, q)
                        : reached(others, q, Arc.IMPROVEMENT))
                    .stream().anyMatch(t -> someoneLoses(h, s, t));
          };
      if (!sanctioned) return false;
    }
    return true;
  }

  /// Whether some member does not prefer the state to the one judged.
  private boolean someoneLoses(Set<Integer> h, int s, int t) {
    return h.stream().anyMatch(p -> !literal.prefers(parties.get(p), s, t));
  }

  /// The smallest coalitions that lead from one equilibrium to another.
  Set<Set<Integer>> jumpers(int from, int to) {
    Set<Integer> all = new HashSet<>();
    parties.forEach(p -> all.add(p.index()));
    Set<Set<Integer>> able = new HashSet<>();
    for (Set<Integer> h : coalitions(all)) if (improvements(h, from).contains(to)) able.add(h);
    Set<Set<Integer>> smallest = new HashSet<>();
    for (Set<Integer> h : able) {
      if (able.stream().noneMatch(k -> !k.equals(h) && h.containsAll(k))) smallest.add(h);
    }
    return smallest;
  }
}
