package demarche.lens.settlement.steps;

import demarche.lens.settlement.Blocker;
import demarche.lens.settlement.Consent;
import demarche.model.Model;
import demarche.model.Party;
import demarche.model.Proposal;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Which steps of a plan would be taken, judged twice: bound to the end, and with the end open.
///
/// **Definition.** The steps lead from the status quo *x0* by *x1*, *x2*, ... to *xk*. A party
/// *accepts* going from *x* to *y* as [Consent] has it: it weakly prefers *y* to stopping at *x*,
/// and so on. A step *alone* is accepted iff all whose consent is needed accept going from *x(j-1)*
/// to *xj*.
///
/// - *Tied to the end*: who agrees to the first step is bound to the last. All must accept going
///   from *x0* to *xk*.
/// - *With the end open*: before each step each party may stop. By backward induction: what follows
///   the last step is *xk*; step *j* is taken iff *xj* is feasible and all accept going from
///   *x(j-1)* to what follows step *j*; what follows step *j - 1* is what follows step *j* where
///   that is taken, else *x(j-1)*.
///
/// **Cost.** O(steps · parties).
///
/// **Source.** Backward induction: Selten (1965); bargaining in stages with an open or an agreed
/// end is ours.
///
/// @param proposal in one step or more
/// @param ends *x0* to *xk*
/// @param alone for each step whether it would be accepted for its own sake
/// @param tied what is said of the whole plan
/// @param open for each step what is said of what follows it
/// @param reached how many steps are taken with the end open
public record Staged(
    Proposal proposal,
    List<List<Integer>> ends,
    List<Answer> alone,
    Answer tied,
    List<Answer> open,
    int reached) {
  public Staged {
    ends = ends.stream().map(List::copyOf).toList();
    alone = List.copyOf(alone);
    open = List.copyOf(open);
  }

  /// What those whose consent is needed say of going on.
  ///
  /// @param step its number, from 1
  /// @param stop where they would stop, as levels
  /// @param follows where they would end up otherwise
  /// @param feasible whether the step leads to a feasible state, or the whole plan does
  /// @param refusing those who would rather stop, with the reason
  public record Answer(
      int step,
      List<Integer> stop,
      List<Integer> follows,
      boolean feasible,
      List<Blocker> refusing) {
    public Answer {
      stop = List.copyOf(stop);
      follows = List.copyOf(follows);
      refusing = List.copyOf(refusing);
    }

    public boolean isTaken() {
      return feasible && refusing.isEmpty();
    }
  }

  /// What becomes of a plan.
  public enum Outcome {
    /// It is taken to the end, bound or not.
    TAKEN,
    /// All would agree if they were bound; if not, somebody stops before the end.
    NEEDS_BINDING,
    /// Bound to the end nobody would begin; with the end open they do.
    RESCUED,
    /// Not even the first step is taken.
    DEFEATED
  }

  /// Judges a proposal.
  public static Staged of(StateSpace space, Proposal proposal) {
    return new Court(space, proposal).judged();
  }

  public int steps() {
    return open.size();
  }

  public Outcome outcome() {
    if (tied.isTaken()) return reached == steps() ? Outcome.TAKEN : Outcome.NEEDS_BINDING;
    return reached > 0 ? Outcome.RESCUED : Outcome.DEFEATED;
  }

  private record Court(StateSpace space, Proposal proposal) {
    Staged judged() {
      Model model = space.model();
      List<List<Integer>> ends = new ArrayList<>();
      ends.add(IntStream.of(model.statusQuo()).boxed().toList());
      ends.addAll(proposal.ends());
      int steps = proposal.ends().size();
      boolean[] feasible = new boolean[steps + 1];
      boolean whole = true;
      for (int j = 1; j <= steps; j++) {
        feasible[j] = model.isFeasible(levels(ends.get(j)));
        whole &= feasible[j];
      }
      List<Answer> alone = new ArrayList<>();
      for (int j = 1; j <= steps; j++) {
        alone.add(answer(j, ends.get(j - 1), ends.get(j), feasible[j]));
      }
      List<Answer> open = new ArrayList<>();
      List<Integer> follows = ends.get(steps);
      for (int j = steps; j >= 1; j--) {
        Answer answer = answer(j, ends.get(j - 1), follows, feasible[j]);
        open.addFirst(answer);
        if (!answer.isTaken()) follows = ends.get(j - 1);
      }
      int reached = 0;
      while (reached < steps && open.get(reached).isTaken()) reached++;
      Answer tied = answer(1, ends.getFirst(), ends.get(steps), whole);
      return new Staged(proposal, ends, alone, tied, open, reached);
    }

    private Answer answer(int step, List<Integer> stop, List<Integer> follows, boolean feasible) {
      List<Blocker> refusing = new ArrayList<>();
      Consent consent = new Consent(space);
      for (Party party : space.model().parties()) {
        if (!proposal.consent().contains(party.id())) continue;
        refusing.addAll(consent.against(party, levels(stop), levels(follows)));
      }
      return new Answer(step, stop, follows, feasible, refusing);
    }

    private static int[] levels(List<Integer> state) {
      return state.stream().mapToInt(Integer::intValue).toArray();
    }
  }
}
