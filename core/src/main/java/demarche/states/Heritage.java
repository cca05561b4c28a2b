package demarche.states;

import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Model;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What of a space holds in that of a changed model with the same states and moves.
///
/// An actor whose wishes mean the same keeps its standing. One whose wishes changed is ranked anew;
/// where that leaves ranks, order or crossed red lines as they were, they stay the same objects. A
/// body keeps its votes where its seats and rules are equal and those on whose wishes it votes keep
/// what it looks at.
///
/// @param model as it was before
/// @param standings by actor, before
record Heritage(Model model, List<Standing> standings) {
  List<Standing> standings(Model changed, FeasibleStates states) {
    return changed.actors().stream().map(actor -> standing(actor, changed, states)).toList();
  }

  private Standing standing(Actor actor, Model changed, FeasibleStates states) {
    Standing before = standings.get(actor.index());
    if (meansTheSame(actor.index(), changed)) return before;
    return Standing.of(actor.preference(), states, Watch.NONE).sharing(before);
  }

  private boolean meansTheSame(int actor, Model changed) {
    Actor now = changed.actors().get(actor);
    return model.actors().get(actor).preference().meansTheSame(now.preference());
  }

  /// The bodies that vote as before, where the actors have these standings now.
  List<Body> sameVotes(Model changed, List<Standing> now) {
    // a cost of objecting to a mere order is counted on the unvaried scenario's states
    if (!model.unvaried().hasSameStates(changed.unvaried())) return List.of();
    Set<Integer> revoting = new HashSet<>();
    int before;
    do {
      before = revoting.size();
      for (Body body : changed.bodies()) {
        if (!votesAsBefore(body, changed, now, revoting)) revoting.add(body.index());
      }
    } while (revoting.size() > before);
    return changed.bodies().stream().filter(b -> !revoting.contains(b.index())).toList();
  }

  private boolean votesAsBefore(
      Body body, Model changed, List<Standing> now, Set<Integer> revoting) {
    Body was = model.bodies().get(body.index() - changed.actors().size());
    return was.seats().equals(body.seats())
        && was.rules().equals(body.rules())
        && was.after().equals(body.after())
        && body.after().stream().noneMatch(revoting::contains)
        && body.seats().stream().allMatch(seat -> votesAsBefore(seat, changed, now, revoting));
  }

  private boolean votesAsBefore(
      Body.Seat seat, Model changed, List<Standing> now, Set<Integer> revoting) {
    return switch (seat.voter()) {
      case Body.Absent(), Body.Always _, Body.Likely _ -> true;
      case Body.Ruling(int body) -> !revoting.contains(body);
      case Body.Wishes(int actor) -> {
        Standing before = standings.get(actor);
        // what an objection costs is weighed against values, which ranks do not show
        yield seat.objectionCost().signum() == 0
            ? now.get(actor).votesAs(before)
            : meansTheSame(actor, changed);
      }
    };
  }
}
