package demarche.lens.preferences;

import demarche.model.Actor;
import demarche.model.Model;
import demarche.model.Preference;
import demarche.model.Proposal;
import demarche.states.StateSpace;
import java.util.List;

/// How far what an actor says in public stands from what counts for it.
///
/// **Definition.** The *stated* order comes of the stated weights, the *effective* one of the
/// weights of the analysis; red lines come before both. The gap is the tau-b of the two over the
/// feasible states. A proposal is *judged differently* if the actor accepts it under one and not
/// under the other, or if it stands on another side of the disagreement point: preferred to it,
/// alike, or the other way round.
///
/// **Cost.** One ranking of the states and one tau-b; nothing is kept.
public record Gap(Actor actor, TauB tau, List<Difference> differences) {
  public Gap {
    differences = List.copyOf(differences);
  }

  /// A proposal that is judged differently.
  ///
  /// @param effective how it is judged by the weights of the analysis
  /// @param stated how it is judged by the stated weights
  public record Difference(Proposal proposal, Judged effective, Judged stated) {}

  /// How a preference judges a state against the disagreement point.
  ///
  /// @param side positive if the state is preferred, 0 if alike
  /// @param acceptable whether it is weakly preferred and crosses no red line
  public record Judged(int side, boolean acceptable) {
    static Judged of(Preference preference, int[] end, int[] disagreement) {
      int side = Integer.signum(preference.compare(end, disagreement));
      return new Judged(side, side >= 0 && !preference.crossesAny(end));
    }
  }

  /// Whether the actor states other weights than those that count.
  public static boolean isStated(Actor actor) {
    return !actor.professed().equals(actor.preference());
  }

  public static Gap of(StateSpace space, Actor actor) {
    Model model = space.model();
    TauB tau = TauB.of(space.ranks(actor).toArray(), space.ranks(actor.professed()).toArray());
    List<Difference> differences =
        model.proposals().stream()
            .map(p -> difference(actor, p, model.disagreement()))
            .filter(d -> !d.effective.equals(d.stated))
            .toList();
    return new Gap(actor, tau, differences);
  }

  private static Difference difference(Actor actor, Proposal proposal, int[] disagreement) {
    return new Difference(
        proposal,
        Judged.of(actor.preference(), proposal.end(), disagreement),
        Judged.of(actor.professed(), proposal.end(), disagreement));
  }
}
