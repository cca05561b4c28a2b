package demarche.lens.beliefs;

import demarche.lens.beliefs.Outlook.Played;
import demarche.lens.beliefs.Play.End;
import demarche.model.Actor;
import demarche.model.Target;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.List;

/// Ends that nobody wants.
///
/// **Definition.** An end is *unwanted* if no actor truly prefers any of its states to the status
/// quo, and some actor truly prefers the status quo to one of them.
final class Unwanted {
  private Unwanted() {}

  static boolean is(StateSpace real, End end) {
    int quo = real.statusQuo();
    boolean feared = false;
    for (Actor actor : real.model().actors()) {
      feared |= end.states().stream().anyMatch(s -> real.prefers(actor, s, quo));
    }
    return feared && !isPreferred(real, end);
  }

  /// How likely a play ends where nobody wants it.
  static double share(StateSpace real, Play play) {
    return play.ends().stream().filter(end -> is(real, end)).mapToDouble(End::share).sum();
  }

  /// Targets of the file that do not hold in the status quo and are reached by misreading alone: in
  /// some end of the play, in none if all saw the game as it is, and no actor truly prefers to the
  /// status quo an end in which they are.
  static List<Target> byMisreading(StateSpace real, Played played) {
    List<Target> reached = new ArrayList<>();
    for (Target target : real.model().targets()) {
      StateSet where = real.where(target.when().meaning());
      if (where.contains(real.statusQuo()) || played.clear().isEmpty()) continue;
      List<End> there = played.oneByOne().endsWhere(where::contains);
      boolean clear = played.clear().getFirst().endsWhere(where::contains).isEmpty();
      if (!there.isEmpty() && clear && there.stream().noneMatch(end -> isPreferred(real, end))) {
        reached.add(target);
      }
    }
    return reached;
  }

  private static boolean isPreferred(StateSpace real, End end) {
    return real.model().actors().stream()
        .anyMatch(a -> end.states().stream().anyMatch(s -> real.prefers(a, real.statusQuo(), s)));
  }
}
