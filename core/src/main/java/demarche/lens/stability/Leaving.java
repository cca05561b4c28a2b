package demarche.lens.stability;

import static demarche.finding.Sentence.say;

import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.model.Actor;
import demarche.model.Party;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Who would leave a state, and for what.
///
/// @param concept the weakest concept searched under which the state is no equilibrium, so that as
///   many answers of the others as possible have been thought of in vain
/// @param leavers those for whom the state is not stable under it, in file order
record Leaving(int state, Concept concept, List<Leaver> leavers) {
  Leaving {
    leavers = List.copyOf(leavers);
  }

  /// A party that would go, and the best of its improvements that nothing deters.
  record Leaver(Party party, int to) {}

  /// Who would leave a state; empty where it is an equilibrium under every concept searched.
  static List<Leaving> of(Picture picture, int state) {
    for (Concept concept : Concept.WEAKEST_FIRST) {
      if (!picture.concepts().contains(concept)) continue;
      if (picture.equilibria(concept).contains(state)) continue;
      return List.of(new Leaving(state, concept, leavers(picture, state, concept)));
    }
    return List.of();
  }

  private static List<Leaver> leavers(Picture picture, int state, Concept concept) {
    List<Leaver> leavers = new ArrayList<>();
    for (Party party : picture.parties()) {
      if (picture.stability().stable(concept, party).contains(state)) continue;
      leavers.add(new Leaver(party, best(picture, party, state, concept)));
    }
    return leavers;
  }

  /// An actor goes where it fares best, a body where it changes least.
  private static int best(Picture picture, Party party, int state, Concept concept) {
    Comparator<Integer> liked =
        party instanceof Actor actor
            ? Comparator.comparingInt(q -> -picture.space().rank(actor, q))
            : Comparator.comparingInt(_ -> 0);
    Comparator<Integer> change =
        Comparator.comparingInt(
            q -> picture.wording().changes(picture.space(), state, q).items().size());
    return Explanation.of(picture.stability().arcs(), party, state, concept, picture.run())
        .improvements()
        .stream()
        .filter(improvement -> !improvement.isDeterred())
        .map(Explanation.Improvement::to)
        .min(liked.thenComparing(change).thenComparing(Comparator.naturalOrder()))
        .orElseThrow();
  }

  /// Who leaves first in the file, for what, and why the others cannot help it.
  Sentence reason(Picture picture) {
    Leaver first = leavers.getFirst();
    return say(
        "{} gains by a move to {}{}",
        picture.wording().party(first.party),
        picture.wording().changes(picture.space(), state, first.to),
        new Slot.Plain(inVain(concept)));
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
