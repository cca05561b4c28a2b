package demarche.lens.knowing;

import demarche.model.Actor;
import demarche.model.Party;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.List;

/// Sanctions that must hurt by some degree of preference.
///
/// **Definition.** A party leaves for any gain and answers by any gain. What deters it from leaving
/// *s* is a state than which it prefers *s* by `least` degrees at least; with 0 degrees that it
/// does not prefer to *s*, which is the classical definition. A body's preference is a vote and has
/// no degrees: what deters it deters it in every degree.
///
/// **Source.** Hamouda, Kilgour & Hipel (2004); Xu, Hipel & Kilgour (2009).
final class Strength {
  private final StateSpace space;
  private final List<Degrees> degrees = new ArrayList<>();

  private Strength(StateSpace space) {
    this.space = space;
  }

  /// @throws demarche.states.TooLarge before memory is taken
  static Strength of(StateSpace space, Settings settings) {
    Doubts.refuse(space, 2L * space.model().actors().size(), "degrees of preference");
    Strength strength = new Strength(space);
    for (Actor actor : space.model().actors()) {
      strength.degrees.add(Degrees.of(space, actor, settings.steps()));
    }
    return strength;
  }

  /// By how many degrees an actor prefers the state `to` to `from`; below 0 where it is a loss.
  int degrees(Actor actor, int from, int to) {
    return degrees.get(actor.index()).of(from, to);
  }

  Stance stance(Party party, int least) {
    Stance crisp = Stance.crisp(space, party);
    if (!(party instanceof Actor actor) || least == 0) return crisp;
    Degrees own = degrees.get(actor.index());
    return new Stance(crisp.leaves(), (s, t) -> own.of(t, s) >= least, crisp.answers());
  }
}
