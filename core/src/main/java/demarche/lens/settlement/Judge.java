package demarche.lens.settlement;

import demarche.lens.Run;
import demarche.lens.stability.Concept;
import demarche.lens.stability.Stability;
import demarche.model.Model;
import demarche.model.Option;
import demarche.model.Party;
import demarche.model.Proposal;
import demarche.states.Arcs;
import demarche.states.Reach;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Judges proposals.
///
/// **Definition.** A proposal is judged at the state where it leads in the end. An actor accepts it
/// iff it weakly prefers that state to the disagreement point and the state crosses none of its red
/// lines. A body accepts it iff its own options stand as in the disagreement point, or it would
/// carry the change from there. Events that a proposal sets count for actors; bodies vote with
/// events held still.
///
/// **Cost.** One search for improvements from the status quo, O(arcs), for all proposals.
public final class Judge {
  private final StateSpace space;
  private final Model model;
  private final Stability stability;
  private final Reach improvements;

  public Judge(Stability stability, Run run) {
    this.stability = stability;
    space = stability.space();
    model = space.model();
    improvements =
        new Reach(stability.arcs(), Arcs.Kind.IMPROVEMENTS, model.parties(), space.statusQuo())
            .watched(run.watch())
            .explored();
  }

  /// All proposals of the scenario, in file order.
  public List<Judgement> all() {
    return model.proposals().stream().map(this::of).toList();
  }

  public Judgement of(Proposal proposal) {
    int[] end = proposal.end();
    int state = space.state(end);
    List<Party> accepting = new ArrayList<>();
    List<Blocker> blockers = new ArrayList<>();
    for (Party party : model.parties()) {
      if (!proposal.consent().contains(party.id())) continue;
      List<Blocker> against = against(party, end);
      if (against.isEmpty()) accepting.add(party);
      blockers.addAll(against);
    }
    return new Judgement(
        proposal, model.isFeasible(end), state, accepting, blockers, holding(state), road(state));
  }

  /// What a party has against a state, as levels; empty where it accepts it.
  public List<Blocker> against(Party party, int[] end) {
    return new Consent(space).against(party, model.disagreement(), end);
  }

  private Set<Concept> holding(int state) {
    Set<Concept> holding = EnumSet.noneOf(Concept.class);
    if (state < 0) return holding;
    for (Concept concept : stability.concepts()) {
      if (stability.isEquilibrium(concept, state)) holding.add(concept);
    }
    return holding;
  }

  private Judgement.Road road(int state) {
    if (state < 0) return new Judgement.Unreachable(List.of(), List.of());
    if (improvements.has(state)) return new Judgement.Single(improvements.path(state));
    int statusQuo = space.statusQuo();
    List<Party> owners = new ArrayList<>();
    List<Party> unable = new ArrayList<>();
    List<Party> unwilling = new ArrayList<>();
    for (Party party : model.parties()) {
      List<Option> changed =
          party.options().stream()
              .filter(o -> space.level(state, o) != space.level(statusQuo, o))
              .toList();
      if (changed.isEmpty()) continue;
      owners.add(party);
      boolean able =
          changed.stream()
              .allMatch(o -> o.allows(space.level(statusQuo, o), space.level(state, o)));
      if (!able) unable.add(party);
      if (!space.prefers(party, statusQuo, state)) unwilling.add(party);
    }
    boolean joint = !owners.isEmpty() && unable.isEmpty() && unwilling.isEmpty();
    return joint ? new Judgement.Joint(owners) : new Judgement.Unreachable(unable, unwilling);
  }
}
