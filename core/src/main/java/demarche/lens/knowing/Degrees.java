package demarche.lens.knowing;

import demarche.model.Actor;
import demarche.model.Preference;
import demarche.scenario.Exact;
import demarche.states.Ranks;
import demarche.states.StateSpace;
import demarche.states.Utility;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/// By how many degrees an actor prefers one state to another.
///
/// **Definition.** Where red lines decide, by the highest degree. Else by degree 1, and by one more
/// for each step that the difference of the values reaches, as a share of the actor's range: from
/// its lowest to its highest value, as `Utility` scales it. Of a mere order the evenly spaced ranks
/// are taken, an assumption. Equal states: by 0.
///
/// **Cost.** 8 bytes a state, and 4 for each class of equally good states and step.
final class Degrees {
  private final int highest;

  /// By state: dense ranks by red lines alone, and by the order alone.
  private final int[] lines;

  private final int[] order;

  /// By step and rank: the lowest rank that is better by so much.
  private final int[][] reached;

  private Degrees(int highest, int[] lines, int[] order, int[][] reached) {
    this.highest = highest;
    this.lines = lines;
    this.order = order;
    this.reached = reached;
  }

  static Degrees of(StateSpace space, Actor actor, List<BigFraction> steps) {
    Preference own = actor.preference();
    int[] lines =
        space.ranks(new Preference(own.redLines(), new Preference.Indifferent())).toArray();
    Ranks ranks = space.ranks(new Preference(List.of(), own.order()));
    int[] order = ranks.toArray();
    BigFraction[] values = new BigFraction[ranks.distinct()];
    Utility utility = Utility.of(space.model(), actor);
    for (int s = 0; s < order.length; s++) {
      if (values[order[s]] == null) values[order[s]] = utility.byOrder(space.levels(s));
    }
    int[][] reached = steps.stream().map(step -> reached(values, step)).toArray(int[][]::new);
    return new Degrees(steps.size() + 1, lines, order, reached);
  }

  private static int[] reached(BigFraction[] ascending, BigFraction step) {
    int[] reached = new int[ascending.length];
    int far = 0;
    for (int near = 0; near < ascending.length; near++) {
      BigFraction needed = ascending[near].add(step);
      while (far < ascending.length && !Exact.isAtLeast(ascending[far], needed)) far++;
      reached[near] = far;
    }
    return reached;
  }

  /// By how many degrees the actor prefers `better` to `worse`; 0 or less where it does not.
  int of(int worse, int better) {
    int line = Integer.compare(lines[better], lines[worse]);
    if (line != 0) return line * highest;
    if (order[better] < order[worse]) return -of(better, worse);
    if (order[better] == order[worse]) return 0;
    int degree = 1;
    for (int[] far : reached) if (order[better] >= far[order[worse]]) degree++;
    return degree;
  }
}
