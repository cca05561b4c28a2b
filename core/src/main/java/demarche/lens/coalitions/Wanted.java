package demarche.lens.coalitions;

import demarche.lens.Run;
import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Party;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import java.util.List;

/// Who prefers which states to which.
///
/// **Cost.** A bit for each pair of states and body; for an actor one for each state and rank.
final class Wanted {
  private final StateSet[][] better;
  private final int size;

  private Wanted(StateSet[][] better, int size) {
    this.better = better;
    this.size = size;
  }

  static Wanted of(StateSpace space, Run run) {
    List<Party> parties = space.model().parties();
    StateSet[][] better = new StateSet[parties.size()][];
    for (Party party : parties) {
      better[party.index()] =
          switch (party) {
            case Actor actor -> byRank(space, actor);
            case Body body -> byVote(space, body, run);
          };
    }
    return new Wanted(better, space.size());
  }

  /// States of equal rank share what is better.
  private static StateSet[] byRank(StateSpace space, Actor actor) {
    int[] rank = space.ranks(actor).toArray();
    StateSet[] above = new StateSet[space.size()];
    StateSet[] better = new StateSet[space.size()];
    for (int s = 0; s < rank.length; s++) {
      if (above[rank[s]] == null) {
        above[rank[s]] = new StateSet(rank.length);
        for (int t = 0; t < rank.length; t++) if (rank[t] > rank[s]) above[rank[s]].add(t);
      }
      better[s] = above[rank[s]];
    }
    return better;
  }

  private static StateSet[] byVote(StateSpace space, Body body, Run run) {
    StateSet[] better = new StateSet[space.size()];
    for (int s = 0; s < better.length; s++) {
      run.check();
      better[s] = new StateSet(better.length);
      for (int t = 0; t < better.length; t++) {
        if (space.prefers(body, s, t)) better[s].add(t);
      }
    }
    return better;
  }

  /// The states that all of them prefer to `s`. The vote of a body whose members always say yes may
  /// put `s` among them.
  StateSet by(List<Party> members, int s) {
    StateSet all = StateSet.all(size);
    for (Party member : members) all = all.and(better[member.index()][s]);
    return all;
  }

  /// Those of some states that all of them prefer to `s`, without `s` itself.
  StateSet among(StateSet reached, List<Party> members, int s) {
    StateSet others = by(members, s).and(reached);
    others.remove(s);
    return others;
  }
}
