package demarche.lens.settlement.zone;

import demarche.lens.Run;
import demarche.lens.settlement.Settlements;
import demarche.model.Actor;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The zone of agreement: the settlements, who accepts which states, and whose consent is missing.
///
/// **Definition.** An actor *accepts* a state that it weakly prefers to the disagreement point and
/// that crosses none of its red lines. It *blocks* every other state. It blocks a state *alone* iff
/// the state would be a settlement if this actor's consent were not needed, and it does not accept
/// it.
///
/// **Cost.** One walk over the states; a bit for each state and actor.
///
/// @param settlements what all accept and somebody gains by
/// @param accepting by place among those required the states that the actor accepts
/// @param alone by place the states that it alone keeps from being settlements
public record Zone(
    Settlements terms, StateSet settlements, List<StateSet> accepting, List<StateSet> alone) {
  private static final int CHECK_EVERY = 1 << 16;

  public Zone {
    accepting = List.copyOf(accepting);
    alone = List.copyOf(alone);
  }

  /// @throws java.util.concurrent.CancellationException once the run is stopped
  public static Zone of(StateSpace space, Run run) {
    Settlements terms = new Settlements(space);
    int parties = terms.required().size();
    Zone zone =
        new Zone(terms, new StateSet(space.size()), sets(parties, space), sets(parties, space));
    for (int s = 0; s < space.size(); s++) {
      if (s % CHECK_EVERY == 0) run.watch().at("settlements", s, space.size());
      zone.judge(s);
    }
    return zone;
  }

  private static List<StateSet> sets(int count, StateSpace space) {
    List<StateSet> sets = new ArrayList<>();
    for (int k = 0; k < count; k++) sets.add(new StateSet(space.size()));
    return sets;
  }

  private void judge(int s) {
    int blocking = 0;
    int blocker = -1;
    int gaining = 0;
    int gainer = -1;
    for (int i = 0; i < accepting.size(); i++) {
      if (terms.gains(i, s)) {
        gaining++;
        gainer = i;
      }
      if (terms.accepts(i, s)) {
        accepting.get(i).add(s);
      } else {
        blocking++;
        blocker = i;
      }
    }
    if (s == terms.disagreement() || gaining == 0) return;
    if (blocking == 0) settlements.add(s);
    boolean others = gaining > 1 || gainer != blocker; // who crosses a line may gain all the same
    if (blocking == 1 && others) alone.get(blocker).add(s);
  }

  public StateSpace space() {
    return terms.space();
  }

  /// Those whose consent a settlement needs, in file order.
  public List<Actor> required() {
    return terms.required();
  }

  /// Whether nothing can be agreed.
  public boolean isEmpty() {
    return settlements.isEmpty();
  }

  /// Those who do not accept a state, in file order.
  public List<Actor> blockers(int state) {
    return IntStream.range(0, accepting.size())
        .filter(i -> !accepting.get(i).contains(state))
        .mapToObj(required()::get)
        .toList();
  }
}
