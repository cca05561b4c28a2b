package demarche.lens.claims;

import static demarche.finding.Sentence.say;

import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.stability.Concept;
import demarche.lens.stability.Stability;
import demarche.model.Party;
import demarche.states.StateSet;
import java.util.ArrayList;
import java.util.List;

/// Which states hold.
final class Stable {
  private Stable() {}

  static Found equilibria(Findings findings, Arguments arguments) {
    Concept concept = arguments.concept("c");
    StateSet states = searched(findings, concept).equilibria(concept);
    for (var condition : arguments.condition("condition").stream().toList()) {
      states = states.and(Ways.where(findings, condition));
    }
    return Found.of(new Value.States(findings.space(), states), some(findings, states));
  }

  private static Stability searched(Findings findings, Concept concept) {
    Stability stability = findings.stability(concept);
    String reason = stability.notSearched().getOrDefault(concept, "");
    if (reason.isEmpty()) return stability;
    throw new NoAnswer(concept + " was not searched: " + reason);
  }

  /// The first of them in words.
  static Sentence some(Findings findings, StateSet states) {
    List<Slot> first = new ArrayList<>();
    states.stream().limit(3).forEach(s -> first.add(findings.wording().state(findings.space(), s)));
    if (first.isEmpty()) return say("There is none");
    int more = states.count() - first.size();
    if (more == 0) return say("All of them: {}", new Slot.Several(first));
    return say("{} of them: {}", new Slot.Count(first.size(), "", ""), new Slot.Several(first));
  }

  static Found stable(Findings findings, Arguments arguments) {
    Concept concept = arguments.concept("c");
    int state = findings.state(arguments.state("s"));
    Stability stability = searched(findings, concept);
    List<Party> asked =
        arguments.has("for") ? List.of(arguments.party("for")) : findings.model().parties();
    List<Slot> leaving =
        asked.stream()
            .filter(p -> !stability.stable(concept, p).contains(state))
            .<Slot>map(findings.wording()::party)
            .toList();
    Slot where = findings.wording().state(findings.space(), state);
    Sentence because =
        leaving.isEmpty()
            ? say("Nobody who was asked leaves {}", where)
            : say("It is not stable for {}", new Slot.Several(leaving));
    return Found.of(new Value.Truth(leaving.isEmpty()), because);
  }
}
