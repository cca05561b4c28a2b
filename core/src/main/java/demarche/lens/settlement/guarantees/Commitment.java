package demarche.lens.settlement.guarantees;

import demarche.lens.Run;
import demarche.model.Actor;
import demarche.model.Party;
import demarche.model.Preference;
import demarche.model.Preference.RedLine;
import demarche.scenario.Exact;
import demarche.states.Arcs;
import demarche.states.Reach;
import demarche.states.StateSpace;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/// What breaking its word would have to cost a party, so that it keeps an agreed state.
///
/// **Definition.** A party is committed with a loss *w* if every state in which an option of its
/// own stands otherwise than agreed is worth *w* less to it. The least loss is the smallest *w*
/// with which the state is SEQ-stable for it, all others wishing what they wish.
///
/// **Law.** The others cannot set its options back, so all that may follow a breach *q* costs *w*
/// too. A breach pays unless one of the states that may follow, *q* among them, is worth at most
/// *w* more than the agreed one. So the least loss is the maximum over breaches of the minimum over
/// what may follow of how much better the party likes it; states on the better side of a red line
/// do not count, for no loss makes up for that.
///
/// **Source.** Ours; a commitment as something that makes one's own breach dear: Schelling (1960).
public sealed interface Commitment {
  /// A loss of so much is enough, and no smaller one is.
  ///
  /// @param loss in the actor's own value units, more than 0
  record Loss(BigFraction loss) implements Commitment {}

  /// No loss is enough: what it agreed to crosses a red line that breaking it would not cross.
  record Never(RedLine line) implements Commitment {}

  /// Its order has no numbers in which a loss could be told.
  record Unmeasured() implements Commitment {}

  /// A body keeps no word but by its votes.
  record ByVotes() implements Commitment {}

  /// @param ways the improvements of the party that nothing deters
  static Commitment of(Arcs arcs, Party party, int state, List<Integer> ways, Run run) {
    if (!(party instanceof Actor actor)) return new ByVotes();
    if (!(actor.preference().order() instanceof Preference.Values)) return new Unmeasured();
    StateSpace space = arcs.space();
    List<Party> others =
        space.model().parties().stream().filter(p -> p.index() != actor.index()).toList();
    BigFraction most = BigFraction.ZERO;
    for (int way : ways) {
      run.check();
      List<BigFraction> least =
          least(arcs, actor, state, new Reach(arcs, Arcs.Kind.IMPROVEMENTS, others, way), way);
      if (least.isEmpty()) return new Never(escaped(actor, space.levels(state), space.levels(way)));
      if (Exact.compare(least.getFirst(), most) > 0) most = least.getFirst();
    }
    return new Loss(most);
  }

  /// How much better the actor likes what it would like least of all that may follow a breach; none
  /// where all of that is on the better side of a red line.
  private static List<BigFraction> least(
      Arcs arcs, Actor actor, int state, Reach following, int way) {
    StateSpace space = arcs.space();
    List<Boolean> crossed = crossed(actor, space.levels(state));
    BigFraction agreed = space.value(actor, state).getFirst();
    List<BigFraction> least = List.of();
    for (int t = way; t >= 0; t = following.next()) {
      if (!crossed(actor, space.levels(t)).equals(crossed)) continue;
      BigFraction more = space.value(actor, t).getFirst().subtract(agreed);
      if (least.isEmpty() || Exact.compare(more, least.getFirst()) < 0) least = List.of(more);
    }
    return least;
  }

  private static List<Boolean> crossed(Actor actor, int[] levels) {
    return actor.preference().redLines().stream().map(line -> line.never().holds(levels)).toList();
  }

  private static RedLine escaped(Actor actor, int[] agreed, int[] breach) {
    return actor.preference().redLines().stream()
        .filter(line -> line.never().holds(agreed) && !line.never().holds(breach))
        .findFirst()
        .orElseThrow();
  }
}
