package demarche.lens.foresight;

import demarche.lens.Run;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.StateSet;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/// Where each decision maker expects that things end if it is its turn, for one horizon.
///
/// **Definition.** With no move left things end where they are. With *h* moves left the mover *i*
/// compares, for each state *q* to which it can go, where *q* leads with *h* - 1 moves left. It
/// goes to the *q* that leads to the best end, if that end is better for it than *s*, where it is;
/// else it stays and things end in *s*. Of equally good ends the one by the lowest *q* counts.
///
/// With two decision makers *q* leads where the other expects things to end from *q*. With more,
/// *i* counts on the worst for itself of what those others expect who would leave *q*; where nobody
/// would, things end in *q*. Of equally bad ends the lowest counts.
///
/// **Law.** The maps of one horizon follow from those of the horizon before alone.
///
/// **Cost.** O(moves) for each horizon; 4 bytes a state and mover.
///
/// **Source.** Kilgour (1985) and Kilgour, Hipel & Fang (1987) for two decision makers; the rule
/// for more is ours.
final class Anticipation {
  private static final int GRAIN = 1 << 12;

  private final Arcs arcs;
  private final List<Party> movers;
  private final List<int[]> ranks;
  private final int[][] ends;
  private final boolean tied;

  private Anticipation(
      Arcs arcs, List<Party> movers, List<int[]> ranks, int[][] ends, boolean tied) {
    this.arcs = arcs;
    this.movers = movers;
    this.ranks = ranks;
    this.ends = ends;
    this.tied = tied;
  }

  /// With no move left.
  static Anticipation none(Arcs arcs, List<Party> movers, Orders orders) {
    int[][] ends = new int[movers.size()][arcs.space().size()];
    for (int[] own : ends) Arrays.setAll(own, s -> s);
    return new Anticipation(arcs, movers, orders.ranks(), ends, false);
  }

  /// With one move more.
  Anticipation deeper(Run run) {
    int size = arcs.space().size();
    int[][] deeper = new int[movers.size()][size];
    AtomicBoolean anyTie = new AtomicBoolean(tied);
    for (int i = 0; i < movers.size(); i++) {
      int mover = i;
      run.over(
          "foresight",
          size,
          GRAIN,
          _ -> {
            Choice choice = new Choice(mover);
            return (from, to) -> {
              for (int s = from; s < to; s++) deeper[mover][s] = choice.from(s);
              if (choice.tied) anyTie.set(true);
            };
          });
    }
    return new Anticipation(arcs, movers, ranks, deeper, anyTie.get());
  }

  /// The choices of one mover with one move more.
  private final class Choice {
    private final int mover;
    private final int[] rank;
    private final int[] into = new int[arcs.most()];

    /// Whether a rule about ties has decided anything so far.
    private boolean tied;

    Choice(int mover) {
      this.mover = mover;
      rank = ranks.get(mover);
    }

    int from(int s) {
      int count = arcs.targets(movers.get(mover), s, Arcs.Kind.MOVES, into);
      int best = s;
      boolean even = false;
      for (int k = 0; k < count; k++) {
        int end = after(mover, into[k]);
        if (rank[end] > rank[best]) {
          best = end;
          even = false;
        } else if (rank[end] == rank[best] && end != best) {
          even |= best != s;
        }
      }
      tied |= even;
      return best;
    }
  }

  /// Where the mover expects that things end once it has gone to `q`.
  int after(int mover, int q) {
    int[] rank = ranks.get(mover);
    int worst = q;
    for (int j = 0; j < ends.length; j++) {
      int end = ends[j][q];
      if (j == mover || end == q) continue;
      boolean worse = rank[end] < rank[worst] || (rank[end] == rank[worst] && end < worst);
      if (worst == q || worse) worst = end;
    }
    return worst;
  }

  /// Where the mover expects that things end if it is its turn in `s`; `s` itself if it stays.
  int end(int mover, int s) {
    return ends[mover][s];
  }

  /// The states in which the mover stays.
  StateSet stable(int mover) {
    StateSet stable = new StateSet(ends[mover].length);
    for (int s = 0; s < ends[mover].length; s++) if (ends[mover][s] == s) stable.add(s);
    return stable;
  }

  /// Whether everyone expects the same.
  boolean isSame(Anticipation other) {
    return Arrays.deepEquals(ends, other.ends);
  }

  /// Whether a mover's choice between ends that are alike to it was made by the lowest state, here
  /// or with fewer moves left.
  boolean isTied() {
    return tied;
  }
}
