package demarche.lens.settlement;

import demarche.model.Actor;
import demarche.model.Model;
import demarche.model.Option;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// What could be agreed at all, whoever proposes it.
///
/// **Definition.** A settlement is a feasible state, other than the disagreement point, that every
/// party whose consent is required weakly prefers to it and at least one strictly, and that crosses
/// none of those parties' red lines. Required are all actors that are no part of another. On an
/// *agenda*, a set of issue areas, only the options of these areas may stand otherwise than in the
/// status quo; options in no area stay.
///
/// **Cost.** O(states · actors), nothing kept but a bit for each state.
public final class Settlements {
  private final StateSpace space;
  private final Model model;
  private final List<Actor> required;

  public Settlements(StateSpace space) {
    this.space = space;
    this.model = space.model();
    this.required = model.actors().stream().filter(a -> a.partOf().isEmpty()).toList();
  }

  /// Those whose consent a settlement needs, in file order.
  public List<Actor> required() {
    return required;
  }

  /// All settlements.
  public StateSet all() {
    return among(StateSet.all(space.size()));
  }

  /// The settlements with only these issue areas on the table.
  public StateSet on(Set<String> areas) {
    boolean[] open = new boolean[model.options().size()];
    model
        .issues()
        .forEach((area, options) -> {
          if (areas.contains(area)) options.forEach(o -> open[o.index()] = true);
        });
    List<Option> closed = model.options().stream().filter(o -> !open[o.index()]).toList();
    int[] quo = model.statusQuo();
    StateSet within = new StateSet(space.size());
    for (int s = 0; s < space.size(); s++) {
      int state = s;
      if (closed.stream().allMatch(o -> space.level(state, o) == quo[o.index()])) within.add(s);
    }
    return among(within);
  }

  private StateSet among(StateSet candidates) {
    int[] without = model.disagreement();
    int disagreement = space.state(without);
    int[] against = new int[required.size()];
    if (disagreement >= 0) {
      Arrays.setAll(against, i -> space.rank(required.get(i), disagreement));
    }
    StateSet settlements = new StateSet(space.size());
    candidates.forEach(s -> {
      if (s == disagreement) return;
      boolean gain = false;
      for (int i = 0; i < against.length; i++) {
        Actor actor = required.get(i);
        if (space.crossesRedLine(actor, s)) return;
        // a disagreement point with events of its own is no state and has no rank
        int better =
            disagreement >= 0
                ? Integer.compare(space.rank(actor, s), against[i])
                : actor.preference().compare(space.levels(s), without);
        if (better < 0) return;
        gain |= better > 0;
      }
      if (gain) settlements.add(s);
    });
    return settlements;
  }
}
