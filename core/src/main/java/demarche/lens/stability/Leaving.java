package demarche.lens.stability;

import static demarche.finding.Sentence.say;

import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Gain;
import demarche.lens.Run;
import demarche.lens.Wording;
import demarche.model.Actor;
import demarche.model.Party;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Who would leave a state, and for what.
///
/// @param concept the weakest concept searched under which the state is no equilibrium, so that as
///   many answers of the others as possible have been thought of in vain
/// @param leavers those for whom the state is not stable under it, in file order
public record Leaving(int state, Concept concept, List<Leaver> leavers) {
  public Leaving {
    leavers = List.copyOf(leavers);
  }

  /// A party that would go, and the best of its improvements that nothing deters.
  public record Leaver(Party party, int to) {}

  /// Who would leave a state; empty where it is an equilibrium under every concept searched.
  public static List<Leaving> of(Stability stability, int state, Run run) {
    for (Concept concept : Concept.WEAKEST_FIRST) {
      if (!stability.concepts().contains(concept)) continue;
      if (stability.isEquilibrium(concept, state)) continue;
      return List.of(new Leaving(state, concept, leavers(stability, state, concept, run)));
    }
    return List.of();
  }

  private static List<Leaver> leavers(Stability stability, int state, Concept concept, Run run) {
    List<Leaver> leavers = new ArrayList<>();
    for (Party party : stability.space().model().parties()) {
      if (stability.stable(concept, party).contains(state)) continue;
      Explanation explanation = Explanation.of(stability.arcs(), party, state, concept, run);
      leavers.add(new Leaver(party, best(stability.space(), explanation)));
    }
    return leavers;
  }

  /// An actor goes where it fares best, a body where it changes least.
  private static int best(StateSpace space, Explanation explanation) {
    Comparator<Integer> liked =
        explanation.party() instanceof Actor actor
            ? Comparator.comparingInt(q -> -space.rank(actor, q))
            : Comparator.comparingInt(_ -> 0);
    Wording wording = Wording.of(space);
    Comparator<Integer> change =
        Comparator.comparingInt(q -> wording.changes(space, explanation.state(), q).items().size());
    return explanation.improvements().stream()
        .filter(improvement -> !improvement.isDeterred())
        .map(Explanation.Improvement::to)
        .min(liked.thenComparing(change).thenComparing(Comparator.naturalOrder()))
        .orElseThrow();
  }

  /// Who leaves first in the file, for what, and why the others cannot help it.
  public Sentence reason(StateSpace space) {
    Leaver first = leavers.getFirst();
    Wording wording = Wording.of(space);
    return say(
        "{} gains by a move to {}{}",
        wording.party(first.party),
        wording.changes(space, state, first.to),
        new Slot.Plain(inVain(concept)));
  }

  /// What the first leaver gains by it, with the reasons that the file gives; empty where there is
  /// nothing to add.
  public List<Sentence> gain(StateSpace space) {
    Leaver first = leavers.getFirst();
    return new Gain(space, first.party, state, first.to).reasons();
  }

  /// Why no answer of the others deters a leaver.
  static String inVain(Concept concept) {
    return switch (concept) {
      case R -> "";
      case GMR -> ", and nobody can undo that";
      case SMR -> ", and could escape whatever the others answer";
      case SEQ -> ", and nobody who could undo that would gain by it";
      case SSEQ -> ", and nobody who could undo that for good would gain by it";
      case SIM -> ", and no gains of others at the same moment undo that";
    };
  }
}
