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
  private final int[] without;
  private final int disagreement;
  private final int[] against;

  public Settlements(StateSpace space) {
    this.space = space;
    this.model = space.model();
    this.required = model.actors().stream().filter(a -> a.partOf().isEmpty()).toList();
    this.without = model.disagreement();
    this.disagreement = space.state(without);
    this.against = new int[required.size()];
    if (disagreement >= 0) {
      Arrays.setAll(against, i -> space.rank(required.get(i), disagreement));
    }
  }

  public StateSpace space() {
    return space;
  }

  /// Those whose consent a settlement needs, in file order.
  public List<Actor> required() {
    return required;
  }

  /// The state that comes about without a deal; -1 where it is none, for it sets an event.
  public int disagreement() {
    return disagreement;
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

  /// Whether a required actor weakly prefers a state to what happens without a deal, and the state
  /// crosses none of its red lines.
  ///
  /// @param i its place among those required
  public boolean accepts(int i, int state) {
    return !space.crossesRedLine(required.get(i), state) && better(i, state) >= 0;
  }

  /// Whether a required actor strictly prefers a state to what happens without a deal.
  ///
  /// @param i its place among those required
  public boolean gains(int i, int state) {
    return better(i, state) > 0;
  }

  /// A disagreement point with events of its own is no state and has no rank.
  private int better(int i, int state) {
    Actor actor = required.get(i);
    return disagreement >= 0
        ? Integer.compare(space.rank(actor, state), against[i])
        : actor.preference().compare(space.levels(state), without);
  }

  private StateSet among(StateSet candidates) {
    StateSet settlements = new StateSet(space.size());
    candidates.forEach(s -> {
      if (s == disagreement) return;
      boolean gain = false;
      for (int i = 0; i < against.length; i++) {
        if (!accepts(i, s)) return;
        gain |= gains(i, s);
      }
      if (gain) settlements.add(s);
    });
    return settlements;
  }
}
