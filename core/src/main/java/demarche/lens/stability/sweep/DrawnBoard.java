package demarche.lens.stability.sweep;

import demarche.lens.Run;
import demarche.lens.stability.sweep.Board.Width;
import demarche.lens.stability.sweep.Lanes.Codes;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The ranks of all actors by code in several draws of their preferences, and what sweeps along
/// fibres tell about all these draws at once.
///
/// **Layout.** A vector holds one code in as many draws as it has lanes: the draw's number is the
/// lowest bits of a place, the code those above. So every fibre is one of whole vectors, and the
/// laws of [Board] hold lane by lane.
///
/// **Cost.** A pass is O(codes x settings of the mover) vector steps, and as many passes are made
/// as the slowest draw needs. 1 to 4 bytes a code and draw for each actor, and as much again.
///
/// For one thread, which may use it for one set of draws after another.
///
/// @param <A> the arrays
public final class DrawnBoard<A> {
  /// What is more than this would not stay in the caches.
  private static final int MOST_BITS = 14;

  private final StateSpace space;
  private final Lanes<A> lanes;
  private final Codes codes;
  private final List<A> ranks = new ArrayList<>();
  private final List<Fibres> fibres = new ArrayList<>();
  private final A worth;

  private DrawnBoard(StateSpace space, Lanes<A> lanes, int[] silent) {
    this.space = space;
    this.lanes = lanes;
    codes = space.isEveryCode() ? Codes.ALL_STATES : Codes.GAPS;
    for (Party actor : space.model().actors()) {
      ranks.add(lanes.array(places()));
      fibres.add(Fibres.drawn(space, actor, silent[actor.index()], lanes.count()));
    }
    worth = lanes.array(places());
  }

  /// Whether there is one for a space: few states, no body that could move, options that may go any
  /// number of levels at once.
  public static boolean serves(StateSpace space) {
    return space.bits() <= MOST_BITS
        && space.model().bodies().isEmpty()
        && Board.serves(space.outline());
  }

  /// @param ranks the most that an actor can tell apart
  /// @param silent by actor, the bits of its options that make no difference to it in any draw
  public static DrawnBoard<?> of(StateSpace space, long ranks, int[] silent) {
    long highest = space.isEveryCode() ? ranks - 1 : ranks; // where codes are missing, from 1
    return switch (Width.of(highest)) {
      case BYTES -> new DrawnBoard<>(space, new ByteLanes(), silent);
      case SHORTS -> new DrawnBoard<>(space, new ShortLanes(), silent);
      case INTS -> new DrawnBoard<>(space, new IntLanes(), silent);
    };
  }

  /// How many draws there are.
  public int draws() {
    return lanes.count();
  }

  private int places() {
    return lanes.count() << space.bits();
  }

  /// Which states an actor ranks alike in every draw.
  ///
  /// @param by the kind of each state
  /// @param count how many kinds there are
  public record Kinds(int[] by, int count) {}

  /// Sets what an actor prefers.
  ///
  /// @param table the rank by kind and draw: higher is better, equal is indifferent
  @SuppressWarnings("SuspiciousSystemArraycopy") // an array of one width, whichever it is
  public void rank(int actor, Kinds kinds, int[] table) {
    int draws = lanes.count();
    A rows = lanes.array(table.length + draws);
    for (int k = 0; k < table.length; k++) lanes.put(table[k], codes, rows, k);
    A rank = ranks.get(actor);
    if (codes == Codes.GAPS) {
      for (int d = 0; d < draws; d++) lanes.put(-1, codes, rows, table.length + d);
      for (int code = 0; code < 1 << space.bits(); code++) {
        System.arraycopy(rows, table.length, rank, code * draws, draws);
      }
    }
    for (int s = 0; s < kinds.by.length; s++) {
      System.arraycopy(rows, kinds.by[s] * draws, rank, (int) space.bits(s) * draws, draws);
    }
  }

  /// Marks the places that are for leaving: in some draws an actor has an improvement there.
  ///
  /// @param marks a bit for each place, see [#marks]
  public void leaveForGain(long[] marks) {
    for (int a = 0; a < ranks.size(); a++) lanes.improve(fibres.get(a), ranks.get(a), marks);
  }

  /// Marks the places that some actor leaves although it fears the others' moves, or improvements.
  ///
  /// @param symmetric whether a sanction must hold against the actor's own next move
  /// @return whether the passes settled; else the marks are worth nothing
  public boolean leaveInSpiteOf(Arcs.Kind replies, boolean symmetric, long[] marks, Run run) {
    Lanes.Kind kind =
        switch (replies) {
          case MOVES -> Lanes.Kind.MOVES;
          case IMPROVEMENTS -> Lanes.Kind.IMPROVEMENTS;
        };
    for (int a = 0; a < ranks.size(); a++) {
      A rank = ranks.get(a);
      lanes.worths(rank, codes, worth);
      if (symmetric) lanes.raise(fibres.get(a), rank, worth);
      if (!settle(a, kind, run)) return false;
      lanes.leave(fibres.get(a), rank, worth, marks);
    }
    return true;
  }

  private boolean settle(int focal, Lanes.Kind kind, Run run) {
    int[] movers =
        IntStream.range(0, ranks.size())
            .filter(a -> a != focal && fibres.get(a).rows().length > 1)
            .toArray();
    Changes changes = new Changes(places());
    int[] since = new int[movers.length];
    int[] now = {0};
    return Rounds.settle(
        movers.length,
        j -> {
          now[0]++;
          Pass<A> pass =
              new Pass<>(
                  kind, ranks.get(movers[j]), worth, worth, changes, since[j], changes, now[0]);
          since[j] = now[0];
          return lanes.lower(fibres.get(movers[j]), codes, pass);
        },
        run);
  }

  /// An empty bit for each place.
  public long[] marks() {
    return new long[Math.max(1, places() >>> 6)];
  }

  /// The draws, as bits, in which nobody leaves a state.
  public long draws(int state, long[] marks) {
    int place = (int) space.bits(state) * lanes.count();
    long all = lanes.count() == Long.SIZE ? -1 : (1L << lanes.count()) - 1;
    return ~(marks[place >>> 6] >>> place) & all;
  }
}
