package demarche.lens.foresight;

import demarche.lens.Run;
import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Party;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How each decision maker that can move orders the states; looking ahead needs a best among them.
///
/// A body has no rank of its own. Every two states are put to its vote, and where its answers are
/// those of an order with ties, it is given that order; where not, there is no best state to look
/// ahead to, and the reason names states that show it.
///
/// **Law.** Let the score of a state be how many states it is preferred to. The preference is an
/// order with ties iff one state is preferred to another exactly where its score is higher.
///
/// @param ranks by mover, then by state; higher is better
/// @param refusal why there is no such order; empty where there is
record Orders(List<int[]> ranks, String refusal) {
  /// In a space of more states a body's order is not looked for.
  static final int MOST_STATES = 4096;

  Orders {
    ranks = List.copyOf(ranks);
  }

  static Orders of(StateSpace space, List<Party> movers, Run run) {
    List<int[]> ranks = new ArrayList<>();
    for (Party mover : movers) {
      switch (mover) {
        case Actor actor -> ranks.add(space.ranks(actor).toArray());
        case Body body -> {
          if (space.size() > MOST_STATES) return new Orders(List.of(), tooMany(space, body));
          Votes votes = Votes.of(space, body, run);
          String oddity = votes.oddity(space);
          if (!oddity.isEmpty()) {
            return new Orders(
                List.of(), "the votes of '%s' make no order: %s".formatted(body.id(), oddity));
          }
          ranks.add(votes.score);
        }
      }
    }
    return new Orders(ranks, "");
  }

  private static String tooMany(StateSpace space, Body body) {
    return "whether the votes of '%s' make an order is looked into for at most %,d states, not for %,d"
        .formatted(body.id(), MOST_STATES, space.size());
  }

  /// What a body makes of every two states.
  ///
  /// @param below by state, the states to which it is preferred
  /// @param score by state, how many these are
  private record Votes(List<StateSet> below, int[] score) {
    static Votes of(StateSpace space, Body body, Run run) {
      List<StateSet> below = new ArrayList<>();
      for (int s = 0; s < space.size(); s++) {
        run.check();
        StateSet worse = new StateSet(space.size());
        for (int t = 0; t < space.size(); t++)
          if (t != s && space.prefers(body, t, s)) worse.add(t);
        below.add(worse);
      }
      return new Votes(below, below.stream().mapToInt(StateSet::count).toArray());
    }

    private boolean prefers(int s, int t) {
      return below.get(s).contains(t);
    }

    /// States that show why this is no order; empty where it is one.
    String oddity(StateSpace space) {
      for (int s = 0; s < score.length; s++) {
        for (int t = 0; t < score.length; t++) {
          if (prefers(s, t) != score[s] > score[t]) return oddity(space, s, t);
        }
      }
      return "";
    }

    private String oddity(StateSpace space, int s, int t) {
      if (prefers(s, t)) {
        int u = inFirstOnly(t, s);
        return u == s
            ? told(space, "it would go from %s to %s, and back again", s, t)
            : told(
                space,
                "it prefers %s to %s, and that to %s, and yet not the first to the last",
                s,
                t,
                u);
      }
      int u = inFirstOnly(s, t);
      return prefers(u, t)
          ? told(
              space,
              "it prefers %s to %s, and that to %s, and yet not the first to the last",
              s,
              u,
              t)
          : told(
              space,
              "it prefers %s to %s, and yet neither of them to %s, nor that to them",
              s,
              u,
              t);
    }

    /// Some state that the first is preferred to and the second is not.
    private int inFirstOnly(int first, int second) {
      return below.get(first).stream().filter(u -> !prefers(second, u)).findFirst().orElseThrow();
    }

    private static String told(StateSpace space, String pattern, int... states) {
      return pattern.formatted(Arrays.stream(states).mapToObj(space::code).toArray());
    }
  }
}
