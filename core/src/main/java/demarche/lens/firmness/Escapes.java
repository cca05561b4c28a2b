package demarche.lens.firmness;

import demarche.lens.stability.Concept;
import demarche.model.Actor;
import demarche.model.Preference.RedLine;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.List;

/// What an actor would have to prefer to a state, to leave it: one of several sets of states, and
/// all of the set.
///
/// **Definition.** Under R each state to which the actor can go is such a set of its own; under GMR
/// and SEQ it comes with all that the others can make of it, or would. States that are better for
/// the actor by a red line are left out of a set, as they are preferred anyhow; a set with a state
/// that is worse by a red line, or with the state itself, is none.
///
/// @param sets as levels of the options, ascending by the state to which the actor would go
/// @param isWhole whether no set was too large; else there are none
record Escapes(List<List<int[]>> sets, boolean isWhole) {
  /// The most states that a set may have.
  static final int MOST_IN_A_SET = 128;

  Escapes {
    sets = List.copyOf(sets);
  }

  /// Whether the concept is of this kind: under SMR and SSEQ a reply can be escaped in many ways.
  static boolean serve(Concept concept) {
    return switch (concept) {
      case R, GMR, SEQ -> true;
      case SMR, SSEQ, SIM -> false;
    };
  }

  static Escapes of(StateSpace space, Replies replies, int s) {
    List<List<int[]>> sets = new ArrayList<>();
    for (int q : replies.moves(s)) {
      Gathering set = new Gathering(space, replies.actor(), s);
      set.add(q);
      replies.after(q);
      for (int t = replies.next(); t >= 0 && set.isOpen(); t = replies.next()) set.add(t);
      if (set.barred) continue;
      if (!set.isOpen()) return new Escapes(List.of(), false);
      sets.add(List.copyOf(set.levels));
    }
    return new Escapes(sets, true);
  }

  /// One set in the making.
  private static final class Gathering {
    private final StateSpace space;
    private final int state;
    private final List<RedLine> lines;
    private final int[] from;
    private final List<int[]> levels = new ArrayList<>();
    private boolean barred;

    Gathering(StateSpace space, Actor actor, int state) {
      this.space = space;
      this.state = state;
      lines = actor.preference().redLines();
      from = space.levels(state);
    }

    boolean isOpen() {
      return !barred && levels.size() <= MOST_IN_A_SET;
    }

    void add(int t) {
      int[] to = space.levels(t);
      int sign = t == state ? -1 : byRedLines(to);
      if (sign < 0) barred = true;
      if (sign == 0) levels.add(to);
    }

    private int byRedLines(int[] to) {
      for (RedLine line : lines) {
        int sign = Boolean.compare(line.never().holds(from), line.never().holds(to));
        if (sign != 0) return sign;
      }
      return 0;
    }
  }
}
