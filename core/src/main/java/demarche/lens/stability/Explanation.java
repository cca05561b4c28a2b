package demarche.lens.stability;

import demarche.lens.Run;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.Reach.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// Why a state is stable for a party under a concept, or is not.
///
/// **Definition.** A state is stable iff something deters the party from each of its improvements;
/// what counts as that, the concept says.
///
/// @param improvements all that the party has from the state, in ascending order
public record Explanation(Party party, int state, Concept concept, List<Improvement> improvements) {
  public Explanation {
    improvements = List.copyOf(improvements);
  }

  /// A state to which the party could move, and which it prefers.
  public record Improvement(int to, Deterrence deterrence) {
    public boolean isDeterred() {
      return !(deterrence instanceof Undeterred);
    }
  }

  /// What the others do about an improvement.
  public sealed interface Deterrence {}

  /// A shortest answer that undoes it.
  ///
  /// @param steps a legal sequence of the others from the improvement to a state that the party
  ///   does not prefer to the one judged; never empty, as it prefers the improvement itself
  /// @param counters where a sanction must leave no escape: all states to which the party could
  ///   move from the end, none of which it prefers to the one judged; else empty
  public record Sanctioned(List<Step> steps, List<Integer> counters) implements Deterrence {
    public Sanctioned {
      steps = List.copyOf(steps);
      counters = List.copyOf(counters);
    }

    /// The state in which the answer ends.
    public int end() {
      return steps.getLast().to();
    }
  }

  /// SIM: gains of others at the same moment that together undo it.
  ///
  /// @param choices for as few others as possible the state to which each improves from the one
  ///   judged; never empty
  /// @param result the state that combines the improvement with all choices
  public record Joint(List<Step> choices, int result) implements Deterrence {
    public Joint {
      choices = List.copyOf(choices);
    }
  }

  /// Nothing undoes it, and why.
  public sealed interface Undeterred extends Deterrence {}

  /// The concept asks for no answer: R.
  public record NotConsidered() implements Undeterred {}

  /// No other can move from the improvement, or none has an improvement from it.
  public record NoReply(Arcs.Kind kind) implements Undeterred {}

  /// The party prefers all that the others can lead on to.
  ///
  /// @param kind by which arcs they answer
  /// @param replies how many states they reach
  /// @param worst a shortest sequence to the worst of them; empty for a body, which has no worst
  public record StillBetter(Arcs.Kind kind, int replies, List<Step> worst) implements Undeterred {
    public StillBetter {
      worst = List.copyOf(worst);
    }
  }

  /// From every state that would undo it the party could go on to one that it prefers.
  ///
  /// @param replies how many states the others reach
  /// @param harmful how many of them the party does not prefer to the one judged
  /// @param steps a sequence to the one from which it could escape least well; for a body to the
  ///   nearest
  /// @param escape the best state to which it could move from there; for a body the first that it
  ///   prefers
  public record Escapable(int replies, int harmful, List<Step> steps, int escape)
      implements Undeterred {
    public Escapable {
      steps = List.copyOf(steps);
    }
  }

  /// SIM: no feasible combination of others' gains undoes it.
  ///
  /// @param combinations how many there are; 0 where no other has a gain to make
  /// @param infeasible how many of them are no state
  public record NoJointLoss(long combinations, long infeasible) implements Undeterred {}

  /// Explains one state.
  ///
  /// **Cost.** For each improvement a search of O(arcs); for SIM the product of the others' choices
  /// at worst.
  ///
  /// @throws IllegalArgumentException if the concept is SIM and the model a graph, which does not
  ///   say how moves combine
  /// @throws demarche.states.TooLarge if the concept is SIM and the choices are too many
  /// @throws java.util.concurrent.CancellationException once the run is stopped
  public static Explanation of(Arcs arcs, Party party, int state, Concept concept, Run run) {
    if (concept == Concept.SIM && arcs.space().model().isGraph()) {
      throw new IllegalArgumentException("a graph has no SIM");
    }
    int[] into = new int[arcs.most()];
    int count = arcs.targets(party, state, Arcs.Kind.IMPROVEMENTS, into);
    List<Improvement> improvements = new ArrayList<>();
    if (count > 0) {
      Judged judged = new Judged(arcs, party, state, concept);
      IntFunction<Deterrence> search = search(judged, run);
      for (int k = 0; k < count; k++) {
        run.check();
        improvements.add(new Improvement(into[k], search.apply(into[k])));
      }
    }
    return new Explanation(party, state, concept, improvements);
  }

  private static IntFunction<Deterrence> search(Judged judged, Run run) {
    return switch (judged.concept) {
      case R -> _ -> new NotConsidered();
      case GMR, SMR, SEQ, SSEQ -> new SequenceSearch(judged, run)::against;
      case SIM -> new JointSearch(judged, run)::against;
    };
  }

  /// What is to be explained.
  record Judged(Arcs arcs, Party party, int state, Concept concept) {
    /// Whether a state leaves the party no better off than the one judged.
    boolean isHarmful(int t) {
      return !arcs.space().prefers(party, state, t);
    }

    List<Party> others() {
      return arcs.space().model().parties().stream().filter(p -> !p.equals(party)).toList();
    }
  }

  public boolean isStable() {
    return improvements.stream().allMatch(Improvement::isDeterred);
  }
}
