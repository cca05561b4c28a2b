package demarche.lens.settlement.zone;

import demarche.lens.Run;
import demarche.model.Body;
import demarche.model.Model;
import demarche.model.Option;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import java.util.List;

/// Whether the bodies that must bless a state would.
///
/// **Definition.** Where no body is named, a state *passes* iff each body whose own options stand
/// otherwise than without a deal would carry the change from there to the state as a whole. Where
/// bodies are named, the whole state is put to each of them, whoever holds the options that differ.
/// Bodies vote with events held as in the status quo. A state can pass and not hold, or hold and
/// not pass.
///
/// **Cost.** A vote for each body and settlement.
///
/// @param bodies that are asked, in file order
/// @param asked whether they were named
record Blessing(StateSpace space, List<Body> bodies, Asked asked, int from) {
  private static final int CHECK_EVERY = 1 << 14;

  Blessing {
    bodies = List.copyOf(bodies);
  }

  /// Which bodies are asked, and about what.
  enum Asked {
    /// Each body about what it controls.
    OWN,
    /// Bodies that were named, about everything.
    NAMED
  }

  /// @param named ids of bodies; empty for all, each on what it controls
  static Blessing of(StateSpace space, List<String> named) {
    Model model = space.model();
    int[] held = model.disagreement();
    int[] quo = model.statusQuo();
    for (Option event : model.events()) held[event.index()] = quo[event.index()];
    List<Body> bodies =
        named.isEmpty()
            ? model.bodies()
            : model.bodies().stream().filter(b -> named.contains(b.id())).toList();
    Asked asked = named.isEmpty() ? Asked.OWN : Asked.NAMED;
    return new Blessing(space, bodies, asked, space.state(held));
  }

  /// Those that would have to bless the state and do not.
  List<Body> refusing(int state) {
    return bodies.stream().filter(body -> !blesses(body, state)).toList();
  }

  boolean passes(int state) {
    return bodies.stream().allMatch(body -> blesses(body, state));
  }

  private boolean blesses(Body body, int state) {
    if (from < 0) return true;
    boolean untouched =
        body.options().stream().allMatch(o -> space.level(state, o) == space.level(from, o));
    return switch (asked) {
      case OWN -> untouched || space.prefers(body, from, state);
      case NAMED -> state == from || space.prefers(body, from, state);
    };
  }

  /// Those of some states that pass.
  StateSet passing(StateSet states, Run run) {
    StateSet passing = new StateSet(space.size());
    int[] done = {0};
    states.forEach(s -> {
      if (++done[0] % CHECK_EVERY == 0) run.check();
      if (passes(s)) passing.add(s);
    });
    return passing;
  }
}
