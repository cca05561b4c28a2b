package demarche.lens.knowing;

import demarche.lens.Run;
import demarche.lens.knowing.Explanation.Deterrence;
import demarche.lens.knowing.Explanation.Escapable;
import demarche.lens.knowing.Explanation.NoReply;
import demarche.lens.knowing.Explanation.NotConsidered;
import demarche.lens.knowing.Explanation.NotFeared;
import demarche.lens.knowing.Explanation.Sanctioned;
import demarche.lens.stability.Concept;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.Reach.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Looks for a shortest answer of the others that a party fears, from one move of its own.
///
/// Unlike [Search], which judges all states backwards, it goes forward from the move, over nodes of
/// a state and its last mover. So a state is an answer to itself if a legal sequence returns to it.
///
/// **Cost.** O(arcs) time for each last mover, one small object for each node.
///
/// @param rule any but SIM
/// @param stances by the index of the party
record Deterring(Arcs arcs, Concept rule, List<Stance> stances, Run run) {
  private record Node(int state, int mover, @Nullable Node before) {
    List<Step> path(List<Party> parties) {
      Deque<Step> path = new ArrayDeque<>();
      for (Node n = this; n.before != null; n = n.before) {
        path.addFirst(new Step(parties.get(n.mover), n.state));
      }
      return List.copyOf(path);
    }
  }

  /// @param s the state judged
  /// @param q to which the party would go
  Deterrence against(Party party, int s, int q) {
    return rule == Concept.R ? new NotConsidered() : new Answers(party, s).to(q);
  }

  /// The states to which a party can move.
  int[] moves(Party party, int state) {
    int[] into = new int[arcs.most()];
    return Arrays.copyOf(into, arcs.targets(party, state, Arcs.Kind.MOVES, into));
  }

  private List<Party> parties() {
    return arcs.space().model().parties();
  }

  private final class Answers {
    private final Party party;
    private final int judged;
    private final Relation fears;
    private final Set<Integer> states = new HashSet<>();
    private final Set<Long> seen = new HashSet<>();
    private final Deque<Node> open = new ArrayDeque<>();
    private @Nullable Node nearest;
    private @Nullable Node nearestFeared;
    private int feared;

    Answers(Party party, int judged) {
      this.party = party;
      this.judged = judged;
      fears = stances.get(party.index()).fears();
    }

    Deterrence to(int q) {
      open.add(new Node(q, party.index(), null));
      while (!open.isEmpty()) {
        Node node = open.remove();
        run.check();
        for (Party mover : parties()) {
          if (mover.equals(party) || mover.index() == node.mover) continue;
          for (int t : moves(mover, node.state)) {
            if (!isReply(mover, node.state, t)) continue;
            if (!seen.add((long) t * parties().size() + mover.index())) continue;
            Node next = new Node(t, mover.index(), node);
            open.add(next);
            if (states.add(t) && isSanction(next)) return sanctioned(next);
          }
        }
      }
      return inVain();
    }

    private boolean isReply(Party mover, int from, int to) {
      return rule.replies() == Arcs.Kind.MOVES
          || stances.get(mover.index()).answers().holds(from, to);
    }

    private boolean isSanction(Node node) {
      if (nearest == null) nearest = node;
      if (!fears.holds(judged, node.state)) return false;
      feared++;
      if (nearestFeared == null) nearestFeared = node;
      return escapes(node.state).length == 0;
    }

    /// Where the party could go on to without fear; nowhere where the rule lets it not go on.
    private int[] escapes(int t) {
      if (!rule.isSymmetric()) return new int[0];
      return Arrays.stream(moves(party, t)).filter(u -> !fears.holds(judged, u)).toArray();
    }

    private Deterrence sanctioned(Node node) {
      List<Integer> counters = new ArrayList<>();
      if (rule.isSymmetric()) for (int u : moves(party, node.state)) counters.add(u);
      return new Sanctioned(node.path(parties()), counters);
    }

    private Deterrence inVain() {
      if (nearestFeared != null) {
        return new Escapable(
            states.size(), feared, nearestFeared.path(parties()), escapes(nearestFeared.state)[0]);
      }
      return nearest == null
          ? new NoReply()
          : new NotFeared(states.size(), nearest.path(parties()));
    }
  }
}
