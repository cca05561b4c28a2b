package demarche.lens.coalitions;

import demarche.lens.Run;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.Components;
import demarche.states.Reach;
import demarche.states.StateSet;
import java.util.List;

/// What some parties reach together from each state, by legal sequences of their arcs.
///
/// Each state counts as reached from itself. That changes nothing where it is used: a step leads to
/// another state, an improvement is no answer to itself, and nobody escapes by staying.
///
/// **Law.** Where nobody gains by moving twice in a row, states that lead to one another (a
/// component) reach the same.
///
/// **Cost.** One search for each state or component; a bit for each pair of states, those of a
/// component shared.
final class Reached {
  private Reached() {}

  /// By state what is reached from it.
  static StateSet[] of(Arcs arcs, Arcs.Kind kind, List<Party> movers, Run run) {
    int size = arcs.space().size();
    Components components =
        movers.stream().allMatch(p -> arcs.isTransitive(p, kind))
            ? Components.of(arcs, kind, movers, run.watch())
            : Components.apart(size);
    StateSet[] reached = new StateSet[size];
    Reach reach = new Reach(arcs, kind, movers, 0).watched(run.watch());
    for (int c = 0; c < components.count(); c++) {
      run.check();
      int[] alike = components.states(c);
      StateSet row = new StateSet(size);
      reach.restart(alike[0]);
      row.add(alike[0]);
      for (int t = reach.next(); t >= 0; t = reach.next()) row.add(t);
      for (int s : alike) reached[s] = row;
    }
    return reached;
  }
}
