package demarche.lens.firmness;

import demarche.model.Actor;
import demarche.states.Arcs;
import demarche.states.StateSpace;

/// How far a state must fall in an actor's order before the actor leaves it.
///
/// **Definition.** A *step* changes how one pair of states stands to each other in the actor's
/// order with ties: better, worse or alike. The *fall* of a state that is stable for the actor is
/// the fewest steps to an order under which it is not.
///
/// **Law.** The concept asks of the actor's order only which states are preferred to *s*, and the
/// more are, the less *s* is stable. To put a set of states above *s* one has to change, for every
/// state *x* that stands no higher than *s* and no lower than the lowest of the set, how *x* stands
/// to *s* or to that lowest; and it is enough that *s* falls below it. So the cheapest way is to
/// let *s* fall below the best state below which it is no longer stable. In an order without ties
/// the fall is the number of adjacent swaps of states.
///
/// **Cost.** For each move one search of the replies, cut short where it cannot matter any more.
///
/// @param steps how many
/// @param below the state below which *s* must fall, of equally good ones the lowest; -1 where no
///   order of this actor ends the stability
record Fall(long steps, int below) {
  static final Fall NEVER = new Fall(0, -1);

  boolean isPossible() {
    return below >= 0;
  }

  /// The order of one actor, ready to be asked.
  static final class Order {
    private final StateSpace space;
    private final Actor actor;

    /// By rank, how many states stand lower.
    private final int[] lower;

    Order(StateSpace space, Actor actor) {
      this.space = space;
      this.actor = actor;
      int ranks = space.ranks(actor).distinct();
      lower = new int[ranks + 1];
      space.states().forEach(s -> lower[space.rank(actor, s) + 1]++);
      for (int r = 0; r < ranks; r++) lower[r + 1] += lower[r];
    }

    Actor actor() {
      return actor;
    }

    private int rank(int s) {
      return space.rank(actor, s);
    }

    /// The fall of a state that is stable for the actor.
    Fall of(Arcs arcs, Replies replies, int s) {
      int best = -1;
      for (int q : replies.moves(s)) {
        int weakest = q;
        if (!isHigher(q, best)) continue;
        replies.after(q);
        for (int t = replies.next(); t >= 0 && weakest >= 0; t = replies.next()) {
          int held = replies.isSymmetric() ? escape(arcs, s, t) : t == s ? -1 : t;
          if (held < 0 || isHigher(weakest, held)) weakest = held;
          if (!isHigher(weakest, best)) weakest = -1;
        }
        if (weakest >= 0) best = weakest;
      }
      return best < 0 ? NEVER : new Fall(between(s, best), best);
    }

    /// The best of a sanction and of what the actor could make of it; -1 where it is `s` alone.
    private int escape(Arcs arcs, int s, int t) {
      int[] into = new int[arcs.most()];
      int count = arcs.targets(actor, t, Arcs.Kind.MOVES, into);
      int best = t == s ? -1 : t;
      for (int k = 0; k < count; k++) if (into[k] != s && isHigher(into[k], best)) best = into[k];
      return best;
    }

    /// Better, or as good and lower in code; anything is higher than nothing.
    private boolean isHigher(int s, int t) {
      if (s < 0 || t < 0) return s >= 0;
      return rank(s) > rank(t) || (rank(s) == rank(t) && s < t);
    }

    /// How many other states stand no higher than `s` and no lower than `below`.
    private long between(int s, int below) {
      return (long) lower[rank(s) + 1] - lower[rank(below)] - 1;
    }
  }
}
