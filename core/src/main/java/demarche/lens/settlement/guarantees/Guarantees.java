package demarche.lens.settlement.guarantees;

import demarche.lens.Run;
import demarche.lens.settlement.Judge;
import demarche.lens.settlement.Judgement;
import demarche.lens.stability.Concept;
import demarche.lens.stability.Stability;
import demarche.model.Party;
import demarche.model.Proposal;
import demarche.states.Arcs;
import java.util.List;

/// What keeps a proposal, once agreed, or would keep it.
///
/// **Definition.** A proposal holds if the state where it leads is an equilibrium under SEQ. Then
/// its *pillars* are those without whose answers it would not. Else each *breach* says who would
/// leave, what its own word would have to cost it, and whose threat would keep it; *additions* are
/// what else could be put into the proposal.
///
/// @param judgement who signs it, and where it leads; its state is feasible
/// @param breaches those who would leave, in file order; nobody where it holds
/// @param unkept where a loss would keep each of them: who would leave all the same if all were
///   committed at once; empty where that holds, and where some cannot be kept so
/// @param additions where it does not hold
/// @param pillars where it holds
public record Guarantees(
    Judgement judgement,
    List<Breach> breaches,
    List<Party> unkept,
    List<Addition> additions,
    List<Pillar> pillars) {
  public Guarantees {
    breaches = List.copyOf(breaches);
    unkept = List.copyOf(unkept);
    additions = List.copyOf(additions);
    pillars = List.copyOf(pillars);
  }

  /// @param stability SEQ among what was searched
  /// @param proposal one that leads to a feasible state
  public static Guarantees of(Stability stability, Judge judge, Proposal proposal, Run run) {
    Judgement judgement = judge.of(proposal);
    int state = judgement.state();
    Arcs arcs = stability.arcs();
    if (stability.isEquilibrium(Concept.SEQ, state)) {
      List<Pillar> pillars = Pillar.of(arcs, state, run);
      return new Guarantees(judgement, List.of(), List.of(), List.of(), pillars);
    }
    List<Breach> breaches = Breach.of(arcs, state, run);
    Bound bound = new Bound(stability.space(), state);
    return new Guarantees(
        judgement,
        breaches,
        bound.canBeTried(breaches) ? bound.leavers(breaches, run) : List.of(),
        Addition.of(stability, proposal),
        List.of());
  }

  /// The state where it leads.
  public int state() {
    return judgement.state();
  }

  public Proposal proposal() {
    return judgement.proposal();
  }

  public boolean holds() {
    return breaches.isEmpty();
  }

  /// Whether everybody's own word, dear enough to break, would keep it.
  public boolean isKeptByWord() {
    return breaches.stream().allMatch(b -> b.commitment() instanceof Commitment.Loss)
        && unkept.isEmpty();
  }

  /// Whether threats of others would keep everybody.
  public boolean isKeptByThreats() {
    return breaches.stream().allMatch(Breach::isAnswered);
  }
}
