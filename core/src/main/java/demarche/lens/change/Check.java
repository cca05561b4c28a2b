package demarche.lens.change;

import demarche.lens.Run;
import demarche.lens.settlement.Consent;
import demarche.lens.stability.Explanation;
import demarche.model.Model;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.StateSpace;
import java.util.HashSet;
import java.util.Set;

/// Whether a repair that was found holds in the file with the changes written into it.
final class Check {
  private Check() {}

  /// @throws IllegalStateException if it does not: a defect, for the search promises it
  static void holds(Realm realm, Search.Question question, Repair repair, Run run) {
    Set<Atom> changes = new HashSet<>(repair.changes());
    Goal goal = question.goal();
    int[] levels = repair.state();
    boolean seen = question.kinds().contains(Kind.BELIEFS);
    Model model = seen ? realm.model() : Afresh.of(realm.model(), changes);
    StateSpace space = realm.base().with(model);
    boolean holds = goal.when().holds(levels) && model.isFeasible(levels);
    for (Party party : goal.consenting()) {
      Party there = model.parties().get(party.index());
      holds &= new Consent(space).against(there, model.disagreement(), levels).isEmpty();
    }
    for (Party party : goal.staying()) {
      StateSpace world = seen ? realm.seenBy(party, changes) : space;
      int state = world.state(levels);
      if (seen && state < 0) continue;
      Party there = world.model().parties().get(party.index());
      holds &=
          Explanation.of(Arcs.of(world, run.watch()), there, state, goal.concept(), run).isStable();
    }
    if (!holds) throw new IllegalStateException("not verified: " + repair);
  }
}
