package demarche.lens.settlement.zone;

import demarche.lens.Run;
import demarche.lens.stability.Concept;
import demarche.lens.stability.Explanation;
import demarche.lens.stability.Leaving;
import demarche.lens.stability.Stability;
import demarche.model.Actor;
import demarche.model.Party;
import demarche.states.Reach.Step;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Whether an agreed state would last: who would leave it for what, and whose answer deters whom.
///
/// **Definition.** A state is durable under a concept iff it is an equilibrium under it. Where it
/// is one under none, those who leave are told under the weakest concept that was searched. Where
/// it is one under some, the improvements that it withstands are told under the strictest of these,
/// with the parties whose moves undo them.
///
/// @param holding the concepts searched under which it is an equilibrium, the strictest first
/// @param leaving empty where it holds under all concepts searched
/// @param deterred improvements that answers of others undo, one for each party that has any
public record Durability(
    int state, List<Concept> holding, List<Leaving> leaving, List<Deterred> deterred) {
  public Durability {
    holding = List.copyOf(holding);
    leaving = List.copyOf(leaving);
    deterred = List.copyOf(deterred);
  }

  /// A party that could gain, and is kept from it.
  ///
  /// @param to the best of its improvements
  /// @param by whose moves undo that, in the order of the shortest answer
  public record Deterred(Party party, int to, List<Party> by, Concept under) {
    public Deterred {
      by = List.copyOf(by);
    }
  }

  public static Durability of(Stability stability, int state, Run run) {
    List<Concept> holding =
        stability.strictestFirst().stream().filter(c -> stability.isEquilibrium(c, state)).toList();
    List<Leaving> leaving = Leaving.of(stability, state, run);
    List<Deterred> deterred = new ArrayList<>();
    if (!holding.isEmpty() && holding.getFirst() != Concept.R) {
      for (Party party : stability.space().model().parties()) {
        Explanation why = Explanation.of(stability.arcs(), party, state, holding.getFirst(), run);
        if (!why.improvements().isEmpty()) deterred.add(deterred(stability.space(), why));
      }
    }
    return new Durability(state, holding, leaving, deterred);
  }

  /// Of an actor the improvement that it likes best, of a body the first.
  private static Deterred deterred(StateSpace space, Explanation why) {
    Comparator<Explanation.Improvement> liked =
        why.party() instanceof Actor actor
            ? Comparator.comparingInt(q -> -space.rank(actor, q.to()))
            : Comparator.comparingInt(_ -> 0);
    Explanation.Improvement best =
        why.improvements().stream()
            .min(liked.thenComparingInt(Explanation.Improvement::to))
            .orElseThrow();
    List<Step> steps =
        switch (best.deterrence()) {
          case Explanation.Sanctioned(var answer, _) -> answer;
          case Explanation.Joint(var choices, _) -> choices;
          case Explanation.Undeterred _ -> throw new IllegalStateException(why.toString());
        };
    Set<Party> by = new LinkedHashSet<>();
    steps.forEach(step -> by.add(step.by()));
    return new Deterred(why.party(), best.to(), List.copyOf(by), why.concept());
  }
}
