package demarche.lens.settlement.steps;

import demarche.lens.Run;
import demarche.lens.settlement.Settlements;
import demarche.lens.stability.Concept;
import demarche.lens.stability.Explanation;
import demarche.lens.stability.Explanation.Improvement;
import demarche.lens.stability.Stability;
import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Constraint;
import demarche.model.Model;
import demarche.model.Party;
import demarche.scenario.Scenario.VariantEntry;
import demarche.scenario.Twist;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// A promise taken as binding, what it opens, and whether it would be kept if it did not bind.
///
/// **Definition.** A pledge is a variant that adds constraints and changes nothing else. It *opens*
/// the settlements that hold under a concept with it and would not hold without it. At such a state
/// it *would be kept* without binding iff, in the scenario without the pledge, no party has an
/// improvement that breaks one of its constraints and that nothing deters under the concept.
///
/// **Cost.** The equilibria of the variant; an explanation for each party at each opened state, for
/// at most 500 of them.
///
/// @param id of the variant
/// @param constraints that it adds
/// @param opened in the scenario's own states
/// @param broken those of them, among the first 500, at which it would be broken, and by whom
/// @param asked at how many of them it was asked whether it would be kept
public record Pledge(
    String id,
    List<Constraint> constraints,
    Concept concept,
    StateSet opened,
    List<Breach> broken,
    int asked) {
  private static final int MOST_ASKED = 500;

  public Pledge {
    constraints = List.copyOf(constraints);
    broken = List.copyOf(broken);
  }

  /// An improvement that breaks the pledge and that nothing deters.
  public record Breach(int state, Party by, int to) {}

  /// How many of the states asked about would keep it.
  public int kept() {
    return asked - (int) broken.stream().mapToInt(Breach::state).distinct().count();
  }

  /// The variants of the file that are pledges; none where a variant is studied.
  static List<String> ids(Model model) {
    if (!model.scenario().head().variant().isEmpty()) return List.of();
    return model.scenario().variants().stream()
        .map(VariantEntry::id)
        .map(word -> word.text())
        .filter(id -> isPledge(model, model.variant(id)))
        .toList();
  }

  private static boolean isPledge(Model model, Model varied) {
    List<Twist> twists = varied.scenario().twists();
    return !twists.isEmpty()
        && twists.stream().allMatch(Twist.Added.class::isInstance)
        && added(model, varied).size() == twists.size()
        && varied.parameters().equals(model.parameters())
        && varied.options().equals(model.options())
        && IntStream.of(varied.statusQuo())
            .boxed()
            .toList()
            .equals(IntStream.of(model.statusQuo()).boxed().toList())
        && IntStream.of(varied.disagreement())
            .boxed()
            .toList()
            .equals(IntStream.of(model.disagreement()).boxed().toList())
        && alike(model.actors(), varied.actors())
        && varied.bodies().stream()
            .map(Body::seats)
            .toList()
            .equals(model.bodies().stream().map(Body::seats).toList())
        && varied.bodies().stream()
            .map(Body::rules)
            .toList()
            .equals(model.bodies().stream().map(Body::rules).toList());
  }

  private static boolean alike(List<Actor> actors, List<Actor> varied) {
    return actors.size() == varied.size()
        && IntStream.range(0, actors.size())
            .allMatch(a -> actors.get(a).preference().meansTheSame(varied.get(a).preference()));
  }

  /// Constraints of the variant that the scenario has not.
  private static List<Constraint> added(Model model, Model varied) {
    List<Constraint> own = model.constraints();
    return varied.constraints().stream()
        .filter(c -> own.stream().noneMatch(o -> o.allowed().equals(c.allowed())))
        .toList();
  }

  /// @param concept one that `stability` has searched
  /// @param bound the states of the variant
  static Pledge of(Stability stability, StateSpace bound, Concept concept, Run run) {
    StateSpace free = stability.space();
    Stability held = Stability.known(bound, Set.of(concept), run);
    StateSet opened = new StateSet(free.size());
    new Settlements(bound)
        .all()
        .and(held.equilibria(concept))
        .forEach(s -> {
          int state = free.state(bound.levels(s));
          if (state >= 0 && !stability.isEquilibrium(concept, state)) opened.add(state);
        });
    List<Integer> asked = opened.stream().limit(MOST_ASKED).boxed().toList();
    List<Breach> broken = new ArrayList<>();
    for (int state : asked) {
      run.check();
      broken.addAll(breaches(stability, bound, concept, state, run));
    }
    return new Pledge(
        bound.model().scenario().head().variant(),
        added(free.model(), bound.model()),
        concept,
        opened,
        broken,
        asked.size());
  }

  private static List<Breach> breaches(
      Stability stability, StateSpace bound, Concept concept, int state, Run run) {
    StateSpace free = stability.space();
    List<Breach> breaches = new ArrayList<>();
    for (Party party : free.model().parties()) {
      if (stability.stable(concept, party).contains(state)) continue;
      Explanation.of(stability.arcs(), party, state, concept, run).improvements().stream()
          .filter(q -> !q.isDeterred())
          .mapToInt(Improvement::to)
          .filter(q -> bound.state(free.levels(q)) < 0)
          .forEach(q -> breaches.add(new Breach(state, party, q)));
    }
    return breaches;
  }
}
