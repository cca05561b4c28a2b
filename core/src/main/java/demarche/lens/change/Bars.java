package demarche.lens.change;

import demarche.lens.Run;
import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Party;
import demarche.model.Preference;
import demarche.model.Preference.RedLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;

/// Why nothing in the pool is enough: the parties that nothing brings to what is wanted, each asked
/// alone.
final class Bars {
  private final Realm realm;
  private final Search.Question question;
  private final Goal goal;

  private Bars(Realm realm, Search.Question question) {
    this.realm = realm;
    this.question = question;
    this.goal = question.goal();
  }

  /// @param question about all of them
  static List<Bar> of(Realm realm, Search.Question question, Search.Effort effort, Run run) {
    Bars bars = new Bars(realm, question);
    Goal goal = question.goal();
    if (goal.consenting().size() + goal.staying().size() <= 1) return List.of(bars.alone(run));
    List<Bar> found = new ArrayList<>();
    for (Party party : goal.consenting()) {
      found.addAll(bars.asked(goal.onlyConsent(party), effort, run));
    }
    for (Party party : goal.staying()) {
      found.addAll(bars.asked(goal.onlyStay(party), effort, run));
    }
    return found;
  }

  private List<Bar> asked(Goal one, Search.Effort effort, Run run) {
    Search.Question about = new Search.Question(one, question.kinds());
    return switch (Search.of(realm, about, effort, run)) {
      case Outcome.Never(var reasons) -> reasons;
      case Outcome.Least _, Outcome.Unfinished _ -> List.of();
    };
  }

  private Bar alone(Run run) {
    int[] levels = goal.start();
    List<Failure> failures = new Trial(realm, goal, Trial.Pictures.REAL, run).failures(Set.of());
    if (failures.isEmpty() || failures.getFirst() instanceof Failure.NotMeant) {
      return new Bar.NoState();
    }
    return switch (failures.getFirst()) {
      case Failure.NotMeant _ -> new Bar.NoState();
      case Failure.Refuses(var actor, var _) -> refusal(actor, levels);
      case Failure.Rejects(Body body, var _, int _, int _) -> new Bar.Vote(body);
      case Failure.Leaves(var party, var world, int _, int to) ->
          new Bar.Leaves(party, Arrays.stream(world.levels(to)).boxed().toList());
    };
  }

  private Bar refusal(Actor actor, int[] levels) {
    for (RedLine line : actor.preference().redLines()) {
      if (line.never().holds(levels) && isFixed(actor, line)) return new Bar.Line(actor, line);
    }
    if (!(actor.preference().order() instanceof Preference.Values values)) {
      return new Bar.Order(actor);
    }
    int[] without = realm.model().disagreement();
    BigFraction loss = values.of(without).subtract(values.of(levels));
    Ranges ranges = realm.ranges(actor);
    BigFraction most =
        Difference.of(ranges, levels, without)
            .map(difference -> best(difference).add(loss))
            .orElse(loss);
    return new Bar.Gap(actor, loss, most);
  }

  /// The most that a difference comes to after any changes in the pool.
  private BigFraction best(Difference difference) {
    Encoding encoding = new Encoding(realm.pool(), goal, question.kinds(), new Costs(Set.of()));
    BigFraction best = difference.after(Set.of());
    while (true) {
      BigFraction beaten = best.negate();
      int more = encoding.solver().fresh();
      encoding.require(
          more, difference.plus(List.of(Set.of()), _ -> beaten), Comparison.Relation.MORE);
      Optional<BitSet> better = encoding.solver().solve(more);
      if (better.isEmpty()) return best;
      best = difference.after(encoding.read(better.get()));
    }
  }

  private boolean isFixed(Actor actor, RedLine line) {
    int at = actor.preference().redLines().indexOf(line);
    return realm.pool().atoms().stream().noneMatch(a -> isAbout(a, actor.index(), at));
  }

  private static boolean isAbout(Atom atom, int actor, int line) {
    return (atom instanceof Atom.Dropped d && d.actor() == actor && d.line() == line)
        || (atom instanceof Atom.Shifted s && s.actor() == actor && s.line() == line);
  }
}
