package demarche.bench;

import demarche.model.Actor;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.Reach;
import demarche.states.StateSpace;
import java.util.List;

/// R, GMR, SMR and SEQ by a search from every improvement of every state: the definitions as they
/// are read, with no work shared.
final class PlainSearch {
  private PlainSearch() {}

  /// How many of the first `judged` states are stable for all actors under R, GMR, SMR and SEQ.
  static int[] equilibria(Arcs arcs, int judged) {
    StateSpace space = arcs.space();
    int[] counts = new int[4];
    for (int s = 0; s < judged; s++) {
      boolean[] stable = {true, true, true, true};
      for (Actor i : space.model().actors()) judge(arcs, i, s, stable);
      for (int c = 0; c < 4; c++) if (stable[c]) counts[c]++;
    }
    return counts;
  }

  private static void judge(Arcs arcs, Actor i, int s, boolean[] stable) {
    StateSpace space = arcs.space();
    List<Party> others = space.model().parties().stream().filter(p -> !p.equals(i)).toList();
    for (int q : space.improvements(i, s)) {
      stable[0] = false;
      boolean gmr = false;
      boolean smr = false;
      Reach any = new Reach(arcs, Arcs.Kind.MOVES, others, q);
      for (int t = any.next(); t >= 0 && !smr; t = any.next()) {
        if (space.rank(i, t) > space.rank(i, s)) continue;
        gmr = true;
        smr = !escapes(arcs, i, s, t);
      }
      boolean seq = false;
      Reach gaining = new Reach(arcs, Arcs.Kind.IMPROVEMENTS, others, q);
      for (int t = gaining.next(); t >= 0 && !seq; t = gaining.next()) {
        seq = space.rank(i, t) <= space.rank(i, s);
      }
      stable[1] &= gmr;
      stable[2] &= smr;
      stable[3] &= seq;
    }
  }

  private static boolean escapes(Arcs arcs, Actor i, int s, int t) {
    int[] into = new int[arcs.most()];
    int count = arcs.targets(i, t, Arcs.Kind.MOVES, into);
    for (int k = 0; k < count; k++) {
      if (arcs.space().rank(i, into[k]) > arcs.space().rank(i, s)) return true;
    }
    return false;
  }
}
