package demarche.lens.claims;

import demarche.lens.change.LeastCost;
import demarche.lens.stability.Concept;
import java.util.List;

/// What would have to change for a proposal to be signed.
final class Changing {
  private Changing() {}

  static Found changes(Findings findings, Arguments arguments) {
    List<Concept> concepts =
        arguments.has("concept") ? List.of(arguments.concept("concept")) : List.of();
    return switch (LeastCost.of(
        findings.space(), findings.proposal(arguments.id("p")), concepts, findings.run())) {
      case LeastCost.Found(var cost, var changes) -> Found.of(new Value.Amount(cost), changes);
      case LeastCost.NoAnswer(var reason) -> throw new NoAnswer(reason);
    };
  }
}
