package demarche.lens.preferences;

import demarche.lens.Run;
import demarche.model.Actor;
import demarche.states.StateSpace;
import java.util.List;

/// All that is found out about the preferences of a scenario.
///
/// @param gaps of the actors that state other weights than those that count
/// @param similarity one, or none where there are too many states or a single actor
/// @param values of the status quo, of every actor that has values
record Wishes(
    List<Gap> gaps,
    List<Similarity> similarity,
    List<Decomposition> values,
    Threshold.Search thresholds) {
  Wishes {
    gaps = List.copyOf(gaps);
    similarity = List.copyOf(similarity);
    values = List.copyOf(values);
  }

  static Wishes of(StateSpace space, Run run) {
    List<Actor> actors = space.model().actors();
    boolean small = space.size() <= Similarity.MOST_STATES;
    int[] statusQuo = space.model().statusQuo();
    return new Wishes(
        small
            ? actors.stream().filter(Gap::isStated).map(a -> Gap.of(space, a)).toList()
            : List.of(),
        small && actors.size() > 1 ? List.of(Similarity.of(space, run)) : List.of(),
        actors.stream()
            .filter(Decomposition::isPossible)
            .map(a -> Decomposition.of(a, statusQuo))
            .toList(),
        Threshold.of(space.model(), run));
  }
}
