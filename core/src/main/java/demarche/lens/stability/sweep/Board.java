package demarche.lens.stability.sweep;

import demarche.lens.Run;
import demarche.lens.stability.sweep.Lanes.Codes;
import demarche.lens.stability.sweep.Lanes.Kind;
import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.Outline;
import demarche.states.Ranks;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The ranks of all actors by code, and what sweeps along fibres tell about them.
///
/// **Law.** A reply counts by the least *worth* that replies lead to: the rank of a state, or the
/// best rank that the focal actor could reach from it. Let every other party in turn lower each
/// worth to the least that one arc of its own leads to, until nothing changes. Where a party's arcs
/// are transitive, one pass is all that it can do, and moving twice in a row changes nothing. A
/// body's improvements need not be transitive; so what may be reached without its moving first has
/// an array of its own, and the body's arcs lead there.
///
/// **Cost.** A pass is O(codes x settings of the mover) steps, some 64 of them at once; a dozen
/// passes are usual, and more than a bound are given up. 1 to 4 bytes a code for each actor, and as
/// much again for each party that is judged at the same time.
///
/// @param <A> the arrays
public final class Board<A> {
  /// Codes are numbers of arrays.
  private static final int MOST_BITS = 30;

  /// At least one in so many codes is a state, else the search is faster: with vectors, and
  /// without.
  private static final int LEAST_DENSE = Modules.HAVE_VECTORS ? 64 : 2;

  private static final int SPARE_CODES = 1 << 12;

  private final Arcs arcs;
  private final StateSpace space;
  private final Lanes<A> lanes;
  private final Codes codes;
  private final List<A> ranks = new ArrayList<>();
  private final List<Fibres> fibres = new ArrayList<>();

  private Board(Arcs arcs, Lanes<A> lanes) {
    this.arcs = arcs;
    this.space = arcs.space();
    this.lanes = lanes;
    codes =
        space.isEveryCode() && 1 << space.bits() >= lanes.count() ? Codes.ALL_STATES : Codes.GAPS;
    for (Actor actor : space.model().actors()) {
      ranks.add(lanes.ranks(space, space.ranks(actor), codes));
    }
    for (Party party : space.model().parties()) {
      fibres.add(Fibres.of(space, party, silent(party), lanes.count()));
    }
  }

  private int silent(Party party) {
    if (!(party instanceof Actor) || !space.moves(party).isFree()) return 0;
    return lanes.silent(ranks.get(party.index()), (int) space.own(party), codes);
  }

  /// Whether sweeps serve: options that may go any number of levels at once, and not too few states
  /// among the codes.
  public static boolean serves(Outline outline) {
    if (outline.model().isGraph() || outline.bits() > MOST_BITS) return false;
    if (1L << outline.bits() > (long) LEAST_DENSE * outline.size() + SPARE_CODES) return false;
    return outline.model().parties().stream()
        .allMatch(p -> outline.isTransitive(p) && Fibres.fits(outline, p, Width.MOST_LANES));
  }

  /// The board of a space, made once.
  public static Board<?> of(Arcs arcs) {
    return arcs.space().once(Board.class, Board.class, () -> of(arcs, Width.of(arcs.space())));
  }

  static Board<?> of(Arcs arcs, Width width) {
    return switch (width) {
      case BYTES -> new Board<>(arcs, new ByteLanes());
      case SHORTS -> new Board<>(arcs, new ShortLanes());
      case INTS -> new Board<>(arcs, new IntLanes());
    };
  }

  /// In which arrays the ranks are kept.
  enum Width {
    BYTES,
    SHORTS,
    INTS;

    static final int MOST_LANES = 64;

    int bytes() {
      return switch (this) {
        case BYTES -> 1;
        case SHORTS -> 2;
        case INTS -> 4;
      };
    }

    /// The same before ranks are known, so perhaps wider.
    static Width of(Outline outline) {
      return of(outline.model().actors().stream().mapToLong(outline::mostRanks).max().orElse(0));
    }

    static Width of(StateSpace space) {
      return of(
          space.model().actors().stream()
              .map(space::ranks)
              .mapToLong(Ranks::distinct)
              .max()
              .orElse(0));
    }

    static Width of(long ranks) {
      if (!Modules.HAVE_VECTORS) return INTS;
      return ranks <= Ranks.Bytes.MOST ? BYTES : ranks <= Ranks.Shorts.MOST ? SHORTS : INTS;
    }
  }

  /// Every code is a state, everybody moves freely, and a vector holds no more than there is.
  private boolean isPlainCube() {
    return codes == Codes.ALL_STATES && space.isCube();
  }

  /// The states from which the actor has no improvement.
  public StateSet rational(Actor focal, Run run) {
    long[] marks = marks();
    for (Fibres part : fibres.get(focal.index()).parts()) {
      run.check();
      lanes.improve(part, ranks.get(focal.index()), marks);
    }
    return unmarked(marks);
  }

  /// The states in which the actor stays for fear of the others' moves.
  ///
  /// @param symmetric whether a sanction must hold against the actor's own next move
  /// @return empty where the passes would not settle
  public Optional<StateSet> fearingMoves(Actor focal, boolean symmetric, Run run) {
    run.check();
    if (!isPlainCube()) return fearing(focal, Kind.MOVES, symmetric, run);
    A rank = ranks.get(focal.index());
    Fibres own = fibres.get(focal.index());
    int bound = symmetric ? minimax(own, rank, run) : maximin(own, rank, run);
    long[] marks = marks();
    int codes = Math.max(lanes.count(), 1 << space.bits());
    run.watch().over("stability", codes, (from, to) -> lanes.below(rank, from, to, bound, marks));
    return Optional.of(unmarked(marks));
  }

  private int minimax(Fibres own, A rank, Run run) {
    int least = Integer.MAX_VALUE;
    for (Fibres part : own.parts()) {
      run.check();
      least = Math.min(least, lanes.minimax(part, rank));
    }
    return least;
  }

  private int maximin(Fibres own, A rank, Run run) {
    int best = 0;
    for (Fibres cut : own.cuts()) {
      run.check();
      best = Math.max(best, lanes.maximin(cut, rank));
    }
    return best;
  }

  /// The states in which the actor stays for fear of the others' improvements.
  ///
  /// @param symmetric whether a sanction must hold against the actor's own next move
  /// @return empty where the passes would not settle
  public Optional<StateSet> fearingImprovements(Actor focal, boolean symmetric, Run run) {
    return fearing(focal, Kind.IMPROVEMENTS, symmetric, run);
  }

  private Optional<StateSet> fearing(Actor focal, Kind kind, boolean symmetric, Run run) {
    A rank = ranks.get(focal.index());
    A worth = worths(rank);
    if (symmetric) {
      for (Fibres part : fibres.get(focal.index()).parts()) {
        run.check();
        lanes.raise(part, rank, worth);
      }
    }
    List<Party> movers =
        space.model().parties().stream().filter(p -> !p.equals(focal) && arcs.isMover(p)).toList();
    return new Replies(kind, movers, worth).settle(run)
        ? Optional.of(stable(focal, rank, worth, run))
        : Optional.empty();
  }

  /// The worths to start from.
  private A worths(A rank) {
    A worths = lanes.array(1 << space.bits());
    lanes.worths(rank, codes, worths);
    return worths;
  }

  @SuppressWarnings("SuspiciousSystemArraycopy") // an array of one width, whichever it is
  private A copy(A worths) {
    A copy = lanes.array(1 << space.bits());
    System.arraycopy(worths, 0, copy, 0, Math.max(lanes.count(), 1 << space.bits()));
    return copy;
  }

  private StateSet stable(Actor focal, A rank, A worth, Run run) {
    long[] marks = marks();
    for (Fibres part : fibres.get(focal.index()).parts()) {
      run.check();
      lanes.leave(part, rank, worth, marks);
    }
    return unmarked(marks);
  }

  private long[] marks() {
    return new long[Math.max(1, 1 << Math.max(0, space.bits() - 6))];
  }

  private StateSet unmarked(long[] marks) {
    if (space.isEveryCode()) return StateSet.without(space.size(), marks);
    StateSet stable = new StateSet(space.size());
    for (int s = 0; s < space.size(); s++) {
      long code = space.bits(s);
      if ((marks[(int) (code >>> 6)] >>> code & 1) == 0) stable.add(s);
    }
    return stable;
  }

  /// The least worths that the others' replies lead to.
  private final class Replies {
    private final Kind kind;
    private final List<Party> movers;
    private final Worths any;
    private final List<Body> bodies;
    private final List<Worths> without = new ArrayList<>();
    private final int[] since;
    private final int[] into = new int[arcs.most()];
    private int now;

    Replies(Kind kind, List<Party> movers, A worth) {
      this.kind = kind;
      this.movers = movers;
      since = new int[movers.size()];
      any = new Worths(worth);
      bodies =
          movers.stream()
              .filter(p ->
                  !arcs.isTransitive(
                      p, kind == Kind.MOVES ? Arcs.Kind.MOVES : Arcs.Kind.IMPROVEMENTS))
              .map(Body.class::cast)
              .toList();
      bodies.forEach(_ -> without.add(new Worths(copy(worth))));
    }

    boolean settle(Run run) {
      return Rounds.settle(movers.size(), j -> pass(j, run), run);
    }

    private boolean pass(int j, Run run) {
      now++;
      Party mover = movers.get(j);
      int own = mover instanceof Body body ? bodies.indexOf(body) : -1;
      Worths from = own < 0 ? any : without.get(own);
      boolean lowered = pass(j, any, from, run);
      for (int b = 0; b < without.size(); b++) {
        if (b != own) lowered |= pass(j, without.get(b), from, run);
      }
      since[j] = now;
      return lowered;
    }

    private boolean pass(int j, Worths to, Worths from, Run run) {
      Party mover = movers.get(j);
      if (kind == Kind.IMPROVEMENTS && mover instanceof Body body) return pass(body, to, from, run);
      A seen = ranks.get(mover instanceof Actor actor ? actor.index() : 0);
      Pass<A> pass =
          new Pass<>(kind, seen, to.array, from.array, from.changes, since[j], to.changes, now);
      boolean lowered = false;
      for (Fibres part : fibres.get(mover.index()).parts()) {
        run.check();
        lowered |= lanes.lower(part, codes, pass);
      }
      return lowered;
    }

    private boolean pass(Body mover, Worths to, Worths from, Run run) {
      boolean lowered = false;
      for (int s = 0; s < space.size(); s++) {
        if ((s & 0xffff) == 0) run.check();
        int count = arcs.targets(mover, s, Arcs.Kind.IMPROVEMENTS, into);
        int here = (int) space.bits(s);
        for (int k = 0; k < count; k++) {
          if (!lanes.lower(to.array, here, from.array, (int) space.bits(into[k]))) continue;
          to.changes.at(here, now);
          lowered = true;
        }
      }
      return lowered;
    }
  }

  /// An array that is lowered, and where it was.
  private final class Worths {
    final A array;
    final Changes changes = new Changes(1 << space.bits());

    Worths(A array) {
      this.array = array;
    }
  }
}
