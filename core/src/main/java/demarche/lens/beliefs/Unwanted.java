package demarche.lens.beliefs;

import demarche.lens.beliefs.Play.End;
import demarche.model.Actor;
import demarche.states.StateSpace;

/// Ends that nobody wants.
///
/// **Definition.** An end is *unwanted* if no actor truly prefers any of its states to the status
/// quo, and some actor truly prefers the status quo to one of them.
final class Unwanted {
  private Unwanted() {}

  static boolean is(StateSpace real, End end) {
    int quo = real.statusQuo();
    boolean wanted = false;
    boolean feared = false;
    for (Actor actor : real.model().actors()) {
      for (int state : end.states()) {
        wanted |= real.prefers(actor, quo, state);
        feared |= real.prefers(actor, state, quo);
      }
    }
    return feared && !wanted;
  }

  /// How likely a play ends where nobody wants it.
  static double share(StateSpace real, Play play) {
    return play.ends().stream().filter(end -> is(real, end)).mapToDouble(End::share).sum();
  }
}
