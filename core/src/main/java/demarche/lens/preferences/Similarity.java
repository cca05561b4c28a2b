package demarche.lens.preferences;

import demarche.lens.Run;
import demarche.model.Actor;
import demarche.scenario.Exact;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;

/// Who wants the same as whom: tau-b of the orders of every two actors.
///
/// **Cost.** One [TauB] for every two actors.
///
/// @param actors all of the model, in file order
/// @param pairs by the two places in the list, the earlier first
public record Similarity(List<Actor> actors, Map<Integer, TauB> pairs) {
  /// The most states for which it is worked out: a tau-b takes 28 bytes a state.
  public static final int MOST_STATES = 1 << 24;

  public Similarity {
    actors = List.copyOf(actors);
    pairs = new TreeMap<>(pairs);
  }

  public static Similarity of(StateSpace space, Run run) {
    List<Actor> actors = space.model().actors();
    Map<Integer, TauB> pairs = new TreeMap<>();
    for (int a = 0; a < actors.size(); a++) {
      int[] ranks = space.ranks(actors.get(a)).toArray();
      for (int b = a + 1; b < actors.size(); b++) {
        run.check();
        pairs.put(a * actors.size() + b, TauB.of(ranks, space.ranks(actors.get(b)).toArray()));
      }
    }
    return new Similarity(actors, pairs);
  }

  /// Of two different actors.
  public TauB of(Actor a, Actor b) {
    int first = Math.min(a.index(), b.index());
    int second = Math.max(a.index(), b.index());
    TauB tau = pairs.get(first * actors.size() + second);
    if (tau == null) throw new IllegalArgumentException(a.id() + " and " + b.id());
    return tau;
  }

  /// The others whose order can be compared with the actor's, the nearest first, then in file
  /// order.
  public List<Actor> byNearness(Actor actor) {
    record Other(Actor actor, BigFraction near) {}
    List<Other> others = new ArrayList<>();
    for (Actor other : actors) {
      if (other.index() == actor.index()) continue;
      TauB tau = of(actor, other);
      if (tau.isDefined()) others.add(new Other(other, tau.signedSquare()));
    }
    others.sort((a, b) -> Exact.compare(b.near, a.near));
    return others.stream().map(Other::actor).toList();
  }
}
