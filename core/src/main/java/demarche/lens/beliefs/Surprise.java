package demarche.lens.beliefs;

import demarche.lens.Run;
import demarche.model.Actor;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A move that an actor does not see coming.
///
/// **Definition.** From the status quo, or from a state that the actor expects to last, another
/// party has a true improvement that is none in the actor's picture: it knows nothing of what would
/// change, or takes the other not to want it. Of several such moves of a party the one that it
/// likes best is told, of a body the first.
///
/// @param holder who is surprised
/// @param by who moves
public record Surprise(Actor holder, Party by, int from, int to, Kind kind) {
  /// Why it is one.
  public enum Kind {
    /// It is taken not to want that, or not to be able to.
    MISREAD,
    /// Nothing that the holder knows of changes.
    UNSEEN
  }

  /// Those from one state.
  static List<Surprise> from(Hypergame game, Actor holder, int state, Run run) {
    List<Surprise> surprises = new ArrayList<>();
    StateSpace real = game.real();
    Arcs arcs = Arcs.of(real, run.watch());
    int[] into = new int[arcs.most()];
    for (Party by : game.model().parties()) {
      if (by.index() == holder.index()) continue;
      int count = arcs.targets(by, state, Arcs.Kind.IMPROVEMENTS, into);
      if (count == 0) continue;
      int[] seen = seen(game, holder, by, state, run);
      int best = -1;
      for (int k = 0; k < count; k++) {
        boolean better =
            best < 0
                || (by instanceof Actor actor
                    && real.rank(actor, into[k]) > real.rank(actor, best));
        if (better && Arrays.binarySearch(seen, game.image(holder, into[k])) < 0) best = into[k];
      }
      if (best >= 0) surprises.add(of(game, holder, by, state, best));
    }
    return surprises;
  }

  private static Surprise of(Hypergame game, Actor holder, Party by, int from, int to) {
    boolean same = game.image(holder, from) == game.image(holder, to);
    return new Surprise(holder, by, from, to, same ? Kind.UNSEEN : Kind.MISREAD);
  }

  /// Images of the states to which the holder sees the other wanting to go, ascending.
  private static int[] seen(Hypergame game, Actor holder, Party by, int from, Run run) {
    int before = game.image(holder, from);
    if (before < 0) return new int[0];
    StateSpace seen = game.seenBy(holder);
    Arcs arcs = Arcs.of(seen, run.watch());
    int[] into = new int[arcs.most()];
    Party pictured = seen.model().parties().get(by.index());
    int count = arcs.targets(pictured, before, Arcs.Kind.IMPROVEMENTS, into);
    return Arrays.copyOf(into, count);
  }

  /// Those of some states from which another has a move that the holder does not see coming.
  static StateSet exposed(Hypergame game, Actor holder, StateSet states, Run run) {
    StateSet exposed = new StateSet(game.real().size());
    int[] done = {0};
    int all = states.count();
    states.forEach(s -> {
      run.watch().at("surprises", done[0]++, all);
      if (!from(game, holder, s, run).isEmpty()) exposed.add(s);
    });
    return exposed;
  }
}
