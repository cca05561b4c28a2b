package demarche.lens.knowing;

import demarche.lens.knowing.Reading.Extension;
import demarche.model.Actor;
import demarche.model.Party;
import demarche.states.StateSpace;

/// Preferences that are unknown where orders disagree, in one of the four extensions.
///
/// **Definition.** A pair of states is *unknown* for an actor if some other order that the file
/// gives it ranks the pair otherwise than its own: the other way round, or as a tie where its own
/// is none, or as none where its own is a tie. In the extensions a and c it leaves for gains and on
/// doubt, in b and d for gains alone; an unknown pair is no gain. In a and b it is deterred by a
/// known loss or tie, in c and d by doubt too. As one of the others it answers by gains and on
/// doubt, in all four. Bodies vote by the actors' own orders.
///
/// **Source.** Li, Hipel, Kilgour & Fang (2004).
record Unknown(StateSpace space, Doubts doubts, Extension extension) {
  Stance of(Party party) {
    if (!(party instanceof Actor actor) || !doubts.isDoubted(actor)) {
      return Stance.crisp(space, party);
    }
    Orders orders = doubts.of(actor);
    Relation gains = (s, q) -> orders.of(s, q) == Orders.Known.GAIN;
    Relation mayGain =
        (s, q) -> {
          Orders.Known known = orders.of(s, q);
          return known == Orders.Known.GAIN || known == Orders.Known.UNKNOWN;
        };
    return new Stance(
        extension.leavesOnDoubt() ? mayGain : gains,
        extension.fearsDoubt() ? (s, t) -> !gains.holds(s, t) : (s, t) -> !mayGain.holds(s, t),
        mayGain);
  }
}
