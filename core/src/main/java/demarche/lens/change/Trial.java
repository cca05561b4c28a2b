package demarche.lens.change;

import demarche.lens.Run;
import demarche.lens.settlement.Consent;
import demarche.lens.stability.Concept;
import demarche.lens.stability.Explanation;
import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Model;
import demarche.model.Party;
import demarche.model.Preference;
import demarche.model.Proposition;
import demarche.states.Arcs;
import demarche.states.Moves;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// Judges whether what is wanted holds after some changes, one party at a time.
///
/// **Cost.** A few comparisons for each party; a walk over the states for each actor whose wishes
/// changed, where bodies vote or answers of others count.
final class Trial {
  private final Realm realm;
  private final Goal goal;
  private final Pictures pictures;
  private final Run run;

  /// Whose picture of the world counts where it is asked who stays.
  enum Pictures {
    REAL,
    OWN
  }

  Trial(Realm realm, Goal goal, Pictures pictures, Run run) {
    this.realm = realm;
    this.goal = goal;
    this.pictures = pictures;
    this.run = run;
  }

  /// What fails; empty where all that is wanted holds. Where something plain fails, what costs more
  /// to find out is not asked.
  List<Failure> failures(Set<Atom> changes) {
    int[] levels = realm.levels(goal, changes);
    List<Failure> failures = new ArrayList<>(notMeant(levels));
    if (!failures.isEmpty()) return failures;
    for (Party party : goal.consenting()) {
      if (party instanceof Actor actor && !accepts(actor, levels, changes)) {
        failures.add(new Failure.Refuses(actor, levels));
      }
    }
    if (!failures.isEmpty()) return failures;
    for (Party party : goal.consenting()) {
      if (party instanceof Body body) failures.addAll(rejects(body, levels, changes));
    }
    if (!failures.isEmpty() || goal.staying().isEmpty()) return failures;
    for (Party party : goal.staying()) failures.addAll(leaves(party, levels, changes));
    return failures;
  }

  private List<Failure> notMeant(int[] levels) {
    Model model = realm.model();
    if (!goal.when().holds(levels)) return List.of(notMeant(List.of(goal.when())));
    List<Proposition> broken =
        model.constraints().stream()
            .map(demarche.model.Constraint::allowed)
            .filter(allowed -> !allowed.holds(levels))
            .toList();
    if (!broken.isEmpty()) return List.of(notMeant(List.of(broken.getFirst())));
    boolean isState = goal.staying().isEmpty() || realm.base().state(levels) >= 0;
    return isState && model.isFeasible(levels) ? List.of() : List.of(notMeant(List.of()));
  }

  private static Failure notMeant(List<Proposition> deciding) {
    Set<Integer> options = new java.util.HashSet<>();
    deciding.forEach(p -> Depending.options(p, options));
    return new Failure.NotMeant(options);
  }

  private boolean accepts(Actor actor, int[] levels, Set<Atom> changes) {
    Preference wishes = realm.wishes(actor, changes);
    return !wishes.crossesAny(levels) && wishes.compare(levels, realm.model().disagreement()) >= 0;
  }

  private List<Failure> rejects(Body body, int[] levels, Set<Atom> changes) {
    StateSpace world = realm.after(changes);
    int[] from = realm.model().disagreement();
    if (new Consent(world)
        .against(
            world.model().bodies().get(body.index() - world.model().actors().size()), from, levels)
        .isEmpty()) return List.of();
    return List.of(
        new Failure.Rejects(body, world, world.state(still(from)), world.state(still(levels))));
  }

  /// The same levels with events as in the status quo.
  private int[] still(int[] levels) {
    int[] still = levels.clone();
    int[] statusQuo = realm.model().statusQuo();
    realm.model().events().forEach(e -> still[e.index()] = statusQuo[e.index()]);
    return still;
  }

  private List<Failure> leaves(Party party, int[] levels, Set<Atom> changes) {
    run.check();
    int state = realm.base().state(levels);
    if (pictures == Pictures.REAL && party instanceof Actor actor) {
      int[] gains = gains(actor, state, changes);
      if (gains.length == 0) return List.of();
      if (goal.concept() == Concept.R) {
        return Arrays.stream(gains)
            .<Failure>mapToObj(q -> new Failure.Leaves(party, realm.base(), state, q))
            .toList();
      }
    }
    StateSpace world =
        pictures == Pictures.OWN ? realm.seenBy(party, changes) : realm.after(changes);
    int there = world.state(levels);
    if (there < 0) return List.of(); // hidden: what it cannot picture it has no reason to leave
    Party itself = world.model().parties().get(party.index());
    if (goal.concept() == Concept.R) {
      return Arrays.stream(world.improvements(itself, there))
          .<Failure>mapToObj(q -> new Failure.Leaves(party, world, there, q))
          .toList();
    }
    if (world.improvements(itself, there).length == 0) return List.of();
    Explanation why =
        Explanation.of(Arcs.of(world, run.watch()), itself, there, goal.concept(), run);
    return why.improvements().stream()
        .filter(i -> !i.isDeterred())
        .<Failure>map(i -> new Failure.Leaves(party, world, there, i.to()))
        .toList();
  }

  /// The moves of an actor to what it then prefers.
  private int[] gains(Actor actor, int state, Set<Atom> changes) {
    Preference wishes = realm.wishes(actor, changes);
    Moves moves = realm.base().moves(actor);
    int[] into = new int[moves.most()];
    int count = moves.targets(state, into);
    int[] here = realm.base().levels(state);
    return Arrays.stream(into, 0, count)
        .filter(q -> wishes.compare(realm.base().levels(q), here) > 0)
        .toArray();
  }
}
