package demarche.lens.stability;

import demarche.lens.Run;
import demarche.model.Actor;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.Moves;
import demarche.states.Outline;
import demarche.states.Ranks;
import demarche.states.StateSet;

/// How far a search back has gone within the fibres of a party that moves freely.
///
/// **Law.** Every state of a fibre has the same others for sources, so that the first of them to be
/// gone back from by moves tells of all but itself, and the second of the first. By improvements
/// one tells of those of less rank, and a later one, if of higher rank, of those in between.
///
/// **Cost.** 4 bytes a state; a fibre is listed once by moves, and as often as the highest rank
/// rises by improvements, which is O(log F) times where states come in any order.
final class FibreTrail {
  private static final int ALL = Integer.MAX_VALUE;

  /// Smaller fibres are listed as fast as they are looked up.
  private static final int LEAST = 4;

  private final Moves moves;
  private final Ranks ranks;
  private final Arcs.Kind kind;

  /// By state: 0 where its fibre was not gone back from; of the first state of a fibre, for moves 1
  /// + the only one that was, or `ALL`, for improvements 1 + the highest rank that was; of the
  ///   others -1 - the first.
  private final int[] known;

  FibreTrail(Arcs arcs, Party mover, Arcs.Kind kind) {
    this.moves = arcs.space().moves(mover);
    this.ranks = mover instanceof Actor actor ? arcs.space().ranks(actor) : Ranks.alike(0);
    this.kind = kind;
    this.known = new int[arcs.space().size()];
  }

  /// Whether there is one of a party's arcs.
  static boolean serves(Outline outline, Party mover, Arcs.Kind kind) {
    return outline.isFree(mover)
        && outline.settings(mover) >= LEAST
        && (kind == Arcs.Kind.MOVES || mover instanceof Actor);
  }

  /// Writes the states from which an arc leads here, but for those that were told of this party
  /// before; returns how many.
  int sources(int state, int[] into) {
    if (known[state] == 0) return first(state, into);
    int leader = known[state] < 0 ? -1 - known[state] : state;
    return switch (kind) {
      case MOVES -> {
        int only = known[leader] - 1;
        if (known[leader] == ALL || only == state) yield 0;
        known[leader] = ALL;
        into[0] = only;
        yield 1;
      }
      case IMPROVEMENTS -> {
        int highest = known[leader] - 1;
        int here = ranks.at(state);
        if (here <= highest) yield 0;
        known[leader] = here + 1;
        yield between(highest, here, into, moves.sources(state, into));
      }
    };
  }

  private int first(int state, int[] into) {
    int count = moves.sources(state, into);
    int leader = count == 0 ? state : Math.min(state, into[0]);
    for (int k = 0; k < count; k++) known[into[k]] = -1 - leader;
    known[state] = -1 - leader;
    return switch (kind) {
      case MOVES -> {
        known[leader] = state + 1;
        yield count;
      }
      case IMPROVEMENTS -> {
        int here = ranks.at(state);
        known[leader] = here + 1;
        yield between(0, here, into, count);
      }
    };
  }

  /// Keeps the states of at least one rank, and of less than another.
  private int between(int least, int below, int[] into, int count) {
    int kept = 0;
    for (int k = 0; k < count; k++) {
      int rank = ranks.at(into[k]);
      if (rank >= least && rank < below) into[kept++] = into[k];
    }
    return kept;
  }

  /// Takes in the states of a fibre.
  interface Fibre {
    void take(int[] states, int count);
  }

  /// Goes through the fibres of a party that moves freely, each once.
  static void each(Moves moves, int size, Run run, Fibre fibre) {
    StateSet seen = new StateSet(size);
    int[] into = new int[moves.most() + 1];
    for (int s = 0; s < size; s++) {
      if ((s & 0xff) == 0) run.check();
      if (seen.contains(s)) continue;
      int count = moves.targets(s, into);
      into[count] = s;
      for (int k = 0; k < count; k++) seen.add(into[k]);
      fibre.take(into, count + 1);
    }
  }
}
