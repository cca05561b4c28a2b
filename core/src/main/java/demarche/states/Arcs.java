package demarche.states;

import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Party;
import java.util.Arrays;
import java.util.List;

/// The arcs of the graph model: for each party its moves, and those among them that it prefers.
///
/// An actor's improvements are read off its ranks each time. A body's are voted on once and kept,
/// for a vote costs more than a look-up.
///
/// **Cost.** A bit for each state and setting of a body's options.
public final class Arcs {
  /// Which arcs count.
  public enum Kind {
    /// All that the party can do alone.
    MOVES,
    /// Those that lead to a state that it prefers.
    IMPROVEMENTS
  }

  private static final Ranks NO_RANKS = Ranks.alike(0);

  private final StateSpace space;
  private final int actors;
  private final Moves[] moves;
  private final Ranks[] ranks;
  private final Resolutions[] resolutions;
  private final int most;

  private Arcs(StateSpace space, Watch watch) {
    this.space = space;
    List<Party> parties = space.model().parties();
    actors = space.model().actors().size();
    moves = parties.stream().map(space::moves).toArray(Moves[]::new);
    most = Arrays.stream(moves).mapToInt(Moves::most).max().orElse(0);
    ranks =
        parties.stream()
            .map(p -> p instanceof Actor a ? space.ranks(a) : NO_RANKS)
            .toArray(Ranks[]::new);
    resolutions =
        space.model().bodies().stream()
            .map(body -> resolutions(space, body, watch))
            .toArray(Resolutions[]::new);
  }

  /// By the body's way of voting, so that a changed model in which it votes alike keeps them.
  private static Resolutions resolutions(StateSpace space, Body body, Watch watch) {
    return space.once(
        space.assembly(body), Resolutions.class, () -> Resolutions.of(space, body, watch));
  }

  /// Puts every improvement of every body to the vote, once for a space.
  ///
  /// @throws TooLarge before memory is taken
  public static Arcs of(StateSpace space) {
    return of(space, Watch.NONE);
  }

  /// The same, watched.
  public static Arcs of(StateSpace space, Watch watch) {
    return space.once(Arcs.class, Arcs.class, () -> new Arcs(space, watch));
  }

  public StateSpace space() {
    return space;
  }

  /// The length that `into` must have.
  public int most() {
    return most;
  }

  /// Whether the party has moves at all.
  public boolean isMover(Party party) {
    Moves own = moves[party.index()];
    return own.most() > (own instanceof OptionMoves ? 1 : 0);
  }

  /// Writes the states to which the party can go, in ascending order; returns how many.
  public int targets(Party party, int state, Kind kind, int[] into) {
    int p = party.index();
    if (kind == Kind.IMPROVEMENTS && party instanceof Body) {
      return resolutions[p - actors].targets(state, into);
    }
    int count = moves[p].targets(state, into);
    if (kind == Kind.MOVES) return count;
    Ranks rank = ranks[p];
    int here = rank.at(state);
    int kept = 0;
    for (int k = 0; k < count; k++) {
      if (rank.at(into[k]) > here) into[kept++] = into[k];
    }
    return kept;
  }

  /// All arcs of a kind, for a search.
  public Steps along(Kind kind) {
    return (party, state, into) -> targets(party, state, kind, into);
  }

  /// Writes the states from which the party can come here, in ascending order; returns how many.
  public int sources(Party party, int state, Kind kind, int[] into) {
    int p = party.index();
    if (kind == Kind.IMPROVEMENTS && party instanceof Body) {
      return resolutions[p - actors].sources(state, into);
    }
    int count = moves[p].sources(state, into);
    if (kind == Kind.MOVES) return count;
    Ranks rank = ranks[p];
    int here = rank.at(state);
    int kept = 0;
    for (int k = 0; k < count; k++) {
      if (rank.at(into[k]) < here) into[kept++] = into[k];
    }
    return kept;
  }

  /// Whether two arcs of the party in a row never lead further than one, so that nothing changes if
  /// it may move twice in a row.
  public boolean isTransitive(Party party, Kind kind) {
    if (!moves[party.index()].isTransitive()) return false;
    return kind == Kind.MOVES
        || party instanceof Actor
        || resolutions[party.index() - actors].isTransitive();
  }
}
