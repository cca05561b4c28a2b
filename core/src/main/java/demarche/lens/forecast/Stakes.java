package demarche.lens.forecast;

import demarche.model.Actor;
import demarche.states.Ranks;
import demarche.states.StateSpace;
import demarche.states.Utility;
import java.util.Arrays;
import java.util.List;

/// What each state is worth to each actor, on the scale u that all lenses share.
///
/// States of the same rank have the same u, so one of each is looked at.
final class Stakes {
  private final List<Ranks> ranks;
  private final double[][] worth;
  private final List<Actor> assumed;

  private Stakes(StateSpace space) {
    List<Actor> actors = space.model().actors();
    ranks = actors.stream().map(space::ranks).toList();
    List<Utility> scales = actors.stream().map(a -> Utility.of(space, a)).toList();
    worth = new double[actors.size()][];
    for (int a = 0; a < worth.length; a++) {
      Utility scale = scales.get(a);
      worth[a] =
          Arrays.stream(examples(ranks.get(a)))
              .mapToDouble(s -> scale.of(space.levels(s)).doubleValue())
              .toArray();
    }
    assumed =
        actors.stream()
            .filter(a -> scales.get(a.index()).isAssumed() && ranks.get(a.index()).distinct() > 1)
            .toList();
  }

  static Stakes of(StateSpace space) {
    return space.once(Stakes.class, Stakes.class, () -> new Stakes(space));
  }

  /// A state of each rank.
  private static int[] examples(Ranks ranks) {
    int[] example = new int[ranks.distinct()];
    for (int s = ranks.size() - 1; s >= 0; s--) example[ranks.at(s)] = s;
    return example;
  }

  double of(Actor actor, int state) {
    return worth[actor.index()][ranks.get(actor.index()).at(state)];
  }

  /// Those who have a mere order and are taken to value its ranks evenly.
  List<Actor> assumed() {
    return assumed;
  }
}
