package demarche.lens.settlement.deadlock;

import demarche.lens.Run;
import demarche.lens.settlement.Settlements;
import demarche.model.Actor;
import demarche.states.Arcs;
import demarche.states.Reach;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import java.util.List;

/// States that are better for all than the status quo, and which of them nobody gets to alone.
///
/// **Definition.** A state is *better for all* iff every actor that is no part of another weakly
/// prefers it to the status quo, one strictly, and it crosses none of their red lines. It is in
/// *deadlock* iff no legal sequence of single improvements leads there from the status quo.
///
/// **Cost.** One walk over the states and one search along improvements.
///
/// @param better states that are better for all
/// @param reached those of them to which improvements lead
public record Deadlock(StateSet better, StateSet reached) {
  private static final int CHECK_EVERY = 1 << 16;

  /// @throws java.util.concurrent.CancellationException once the run is stopped
  public static Deadlock of(Arcs arcs, Run run) {
    StateSpace space = arcs.space();
    List<Actor> all = new Settlements(space).required();
    int quo = space.statusQuo();
    Reach reach =
        new Reach(arcs, Arcs.Kind.IMPROVEMENTS, space.model().parties(), quo)
            .watched(run.watch())
            .explored();
    StateSet better = new StateSet(space.size());
    StateSet reached = new StateSet(space.size());
    for (int s = 0; s < space.size(); s++) {
      if (s % CHECK_EVERY == 0) run.check();
      if (!isBetter(space, all, quo, s)) continue;
      better.add(s);
      if (reach.has(s)) reached.add(s);
    }
    return new Deadlock(better, reached);
  }

  private static boolean isBetter(StateSpace space, List<Actor> all, int quo, int s) {
    boolean gain = false;
    for (Actor actor : all) {
      int sign = Integer.compare(space.rank(actor, s), space.rank(actor, quo));
      if (sign < 0 || space.crossesRedLine(actor, s)) return false;
      gain |= sign > 0;
    }
    return gain;
  }

  /// Better for all, and not reached.
  public StateSet locked() {
    return better.except(reached);
  }
}
