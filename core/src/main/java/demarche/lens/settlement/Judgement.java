package demarche.lens.settlement;

import demarche.lens.stability.Concept;
import demarche.model.Party;
import demarche.model.Proposal;
import demarche.states.Reach;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What is to be said of a proposal.
///
/// @param feasible whether the constraints allow where it leads
/// @param state the state where it leads; -1 where it is none, for it is not feasible or sets an
///   event
/// @param accepting those whose consent it needs and that give it, in file order
/// @param blockers those that do not, with the reason
/// @param equilibrium the concepts searched under which it would hold
/// @param road how it is reached from the status quo
public record Judgement(
    Proposal proposal,
    boolean feasible,
    int state,
    List<Party> accepting,
    List<Blocker> blockers,
    Set<Concept> equilibrium,
    Road road) {
  public Judgement {
    accepting = List.copyOf(accepting);
    blockers = List.copyOf(blockers);
    Set<Concept> holds = EnumSet.noneOf(Concept.class);
    holds.addAll(equilibrium);
    equilibrium = holds;
  }

  /// How a proposal is reached from the status quo.
  public sealed interface Road {}

  /// By a legal sequence of single improvements, here a shortest one; empty at the status quo.
  public record Single(List<Reach.Step> steps) implements Road {
    public Single {
      steps = List.copyOf(steps);
    }
  }

  /// Only together: the owners of the options that differ can go there at once, and each prefers
  /// it.
  public record Joint(List<Party> owners) implements Road {
    public Joint {
      owners = List.copyOf(owners);
    }
  }

  /// Neither way.
  ///
  /// @param unable owners of options that differ who may not make their part of the change
  /// @param unwilling owners who do not prefer the proposal to the status quo
  public record Unreachable(List<Party> unable, List<Party> unwilling) implements Road {
    public Unreachable {
      unable = List.copyOf(unable);
      unwilling = List.copyOf(unwilling);
    }
  }

  /// Whether all whose consent it needs give it.
  public boolean isAccepted() {
    return blockers.isEmpty() && feasible;
  }
}
