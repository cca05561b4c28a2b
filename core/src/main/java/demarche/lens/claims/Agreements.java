package demarche.lens.claims;

import static demarche.finding.Sentence.say;

import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.settlement.Settlements;
import demarche.states.StateSet;
import java.util.List;
import java.util.TreeSet;
import org.apache.commons.numbers.fraction.BigFraction;

/// What could be agreed, on which agenda.
final class Agreements {
  private Agreements() {}

  static Found settlements(Findings findings, Arguments arguments) {
    StateSet found = found(findings, arguments, "agenda");
    for (var condition : arguments.condition("condition").stream().toList()) {
      found = found.and(Ways.where(findings, condition));
    }
    return new Found(
        new Value.States(findings.space(), found),
        List.of(consent(findings), Stable.some(findings, found)),
        List.of());
  }

  static Found linkage(Findings findings, Arguments arguments) {
    StateSet found = found(findings, arguments, "areas");
    return new Found(
        new Value.Amount(BigFraction.of(found.count())), List.of(consent(findings)), List.of());
  }

  private static StateSet found(Findings findings, Arguments arguments, String areas) {
    Settlements settlements = new Settlements(findings.space());
    if (!arguments.has(areas)) return settlements.all();
    return settlements.on(new TreeSet<>(arguments.ids(areas)));
  }

  private static Sentence consent(Findings findings) {
    List<Slot> required =
        new Settlements(findings.space())
            .required().stream().<Slot>map(findings.wording()::party).toList();
    return say("A settlement needs the consent of {}", new Slot.Several(required));
  }
}
