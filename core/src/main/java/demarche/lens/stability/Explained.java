package demarche.lens.stability;

import demarche.lens.Run;
import demarche.lens.stability.Explanation.Improvement;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.StateSpace;
import demarche.states.TooLarge;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The explanations of one state that were asked for.
///
/// @param byConcept for each concept that was searched one for each party
/// @param notSearched concepts that were asked for and not searched, with the reason
record Explained(
    StateSpace space,
    int state,
    List<Party> parties,
    Map<Concept, List<Explanation>> byConcept,
    Map<Concept, String> notSearched) {

  static Explained of(Arcs arcs, int state, List<Party> parties, Set<Concept> concepts, Run run) {
    Map<Concept, List<Explanation>> byConcept = new EnumMap<>(Concept.class);
    Map<Concept, String> notSearched = new EnumMap<>(Concept.class);
    for (Concept concept : concepts) {
      if (concept == Concept.SIM && arcs.space().model().isGraph()) {
        notSearched.put(concept, "a graph does not say how moves combine");
        continue;
      }
      try {
        byConcept.put(
            concept,
            parties.stream().map(p -> Explanation.of(arcs, p, state, concept, run)).toList());
      } catch (TooLarge hopeless) {
        if (concept != Concept.SIM) throw hopeless;
        notSearched.put(concept, hopeless.getMessage());
      }
    }
    return new Explained(arcs.space(), state, parties, byConcept, notSearched);
  }

  /// By party, then by concept.
  List<Explanation> all() {
    return parties.stream().flatMap(p -> of(p).stream()).toList();
  }

  /// One for each concept, the same improvements in each.
  List<Explanation> of(Party party) {
    return byConcept.values().stream().map(each -> each.get(parties.indexOf(party))).toList();
  }

  /// The concepts under which the state is stable for all of some parties.
  List<Concept> stable(List<Party> whom) {
    return byConcept.keySet().stream()
        .filter(c -> whom.stream().allMatch(p -> isStable(c, p)))
        .toList();
  }

  /// The concepts under which some of some parties leave the state.
  List<Concept> unstable(List<Party> whom) {
    List<Concept> unstable = new ArrayList<>(byConcept.keySet());
    unstable.removeAll(stable(whom));
    return unstable;
  }

  boolean isStable(Concept concept, Party party) {
    return of(party).stream().filter(e -> e.concept() == concept).allMatch(Explanation::isStable);
  }

  /// Where a party could improve to, in ascending order.
  List<Integer> improvements(Party party) {
    return of(party).stream()
        .limit(1)
        .flatMap(e -> e.improvements().stream())
        .map(Improvement::to)
        .toList();
  }

  /// What deters a party from an improvement, under each concept.
  Map<Concept, Explanation.Deterrence> deterrences(Party party, int improvement) {
    Map<Concept, Explanation.Deterrence> deterrences = new EnumMap<>(Concept.class);
    for (Explanation explanation : of(party)) {
      explanation.improvements().stream()
          .filter(i -> i.to() == improvement)
          .forEach(i -> deterrences.put(explanation.concept(), i.deterrence()));
    }
    return deterrences;
  }

  /// Under how many concepts nothing deters a party from an improvement.
  long undeterred(Party party, int improvement) {
    return deterrences(party, improvement).values().stream()
        .filter(Explanation.Undeterred.class::isInstance)
        .count();
  }
}
