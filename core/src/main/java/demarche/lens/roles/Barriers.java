package demarche.lens.roles;

import demarche.lens.Run;
import demarche.lens.council.Indispensable;
import demarche.model.Body;
import demarche.model.Model;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.Reach;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What can still be reached where some actors hold back all that is theirs by right.
///
/// **Definition.** A *way* is a legal sequence of moves from the status quo, wanted or not. Actors
/// that hold back make no move of their own, and a body makes none where no coalition of its other
/// members wins. A body that could decide nothing even with all its members stays as it is in the
/// moves: rights of others do not change that.
///
/// **Cost.** One search of the states for each set of actors.
final class Barriers {
  private final StateSpace space;
  private final Run run;
  private final Map<Set<String>, StateSet> known = new ConcurrentHashMap<>();

  Barriers(StateSpace space, Run run) {
    this.space = space;
    this.run = run;
  }

  /// What can be reached though some actors hold back. Of one actor or none it is kept.
  ///
  /// @param holding ids of the actors that hold back
  StateSet reached(Set<String> holding) {
    return holding.size() < 2
        ? known.computeIfAbsent(Set.copyOf(holding), this::explored)
        : explored(holding);
  }

  private StateSet explored(Set<String> holding) {
    Reach reach = search(holding);
    StateSet states = new StateSet(space.size());
    for (int s = 0; s < space.size(); s++) if (reach.has(s)) states.add(s);
    return states;
  }

  /// The search from the status quo where nobody holds back: how many moves a state takes.
  Reach everybody() {
    return space.once(Barriers.class, Reach.class, () -> search(Set.of()));
  }

  private Reach search(Set<String> holding) {
    Set<String> stopped = new LinkedHashSet<>(holding);
    stopped(holding).forEach(b -> stopped.add(b.id()));
    List<Party> movers =
        space.model().parties().stream().filter(p -> !stopped.contains(p.id())).toList();
    Arcs arcs = Arcs.of(space, run.watch());
    return new Reach(arcs, Arcs.Kind.MOVES, movers, space.statusQuo()).explored();
  }

  /// The bodies that can decide nothing without some actors, and could with them.
  List<Body> stopped(Set<String> holding) {
    if (holding.isEmpty()) return List.of();
    Model model = space.model();
    Set<String> out = new LinkedHashSet<>(holding);
    List<Body> stopped = new ArrayList<>();
    boolean more = true;
    while (more) {
      more = false;
      for (Body body : model.bodies()) {
        if (stopped.contains(body) || !Indispensable.are(model, body, out)) continue;
        stopped.add(body);
        more |= out.add(body.id());
      }
    }
    return stopped;
  }

  /// Whether some way leads to one of the states though these hold back.
  boolean isOpen(Set<String> holding, StateSet wanted) {
    return reached(holding).meets(wanted);
  }
}
