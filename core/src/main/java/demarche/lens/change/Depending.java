package demarche.lens.change;

import demarche.model.Preference;
import demarche.model.Proposition;
import java.util.HashSet;
import java.util.Set;

/// The options on which something depends, by their places.
final class Depending {
  private Depending() {}

  /// Adds those of a proposition.
  static void options(Proposition proposition, Set<Integer> into) {
    switch (proposition) {
      case Proposition.Within(int option, int _, int _) -> into.add(option);
      case Proposition.Not(var inner) -> options(inner, into);
      case Proposition.All(var parts) -> parts.forEach(p -> options(p, into));
      case Proposition.Any(var parts) -> parts.forEach(p -> options(p, into));
      case Proposition.Counted(var parts, int _, int _) -> parts.forEach(p -> options(p, into));
      case Proposition.Same(var left, var right) -> {
        options(left, into);
        options(right, into);
      }
    }
  }

  /// Those of what an actor wishes, its red lines among it.
  static Set<Integer> options(Preference preference) {
    Set<Integer> found = new HashSet<>();
    preference.redLines().forEach(line -> options(line.never().meaning(), found));
    switch (preference.order()) {
      case Preference.Indifferent() -> {}
      case Preference.Priorities(var all) -> all.forEach(p -> options(p.want().meaning(), found));
      case Preference.Values(var terms) ->
          terms.forEach(t -> t.weights().forEach(w -> options(w.when(), found)));
      case Preference.Ranking(var groups) -> groups.forEach(g -> options(g, found));
    }
    return found;
  }
}
