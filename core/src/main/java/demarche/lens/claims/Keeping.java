package demarche.lens.claims;

import static demarche.finding.Sentence.say;

import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Wording;
import demarche.lens.settlement.guarantees.Breach;
import demarche.lens.settlement.guarantees.Commitment;
import demarche.lens.settlement.guarantees.Guarantees;
import demarche.model.Party;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/// Whose word or threat keeps a proposal once it is agreed.
final class Keeping {
  private Keeping() {}

  private static Guarantees asked(Findings findings, Arguments arguments) {
    String id = arguments.id("p");
    if (findings.space().state(findings.proposal(id).end()) < 0) {
      throw new NoAnswer("'" + id + "' leads to no feasible state with events as they are");
    }
    return findings.guarantees(id);
  }

  /// Who could keep all that would leave, or one of them, by a threat alone.
  static Found guarantors(Findings findings, Arguments arguments) {
    List<Breach> breaches = new ArrayList<>(asked(findings, arguments).breaches());
    if (arguments.has("against")) {
      Party against = arguments.party("against");
      breaches.removeIf(breach -> breach.by().index() != against.index());
    }
    if (breaches.isEmpty()) {
      return Found.of(Value.Named.of(List.of()), say("Nobody would leave it that is asked about"));
    }
    List<String> able = new ArrayList<>(ids(breaches.getFirst()));
    breaches.forEach(breach -> able.retainAll(ids(breach)));
    Sentence because =
        say(
            "Asked of {}: whose threat alone answers every way out",
            new Slot.Several(
                breaches.stream().<Slot>map(b -> findings.wording().party(b.by())).toList()));
    return Found.of(Value.Named.of(able), because);
  }

  private static List<String> ids(Breach breach) {
    return breach.guarantors().stream().map(guarantor -> guarantor.actor().id()).toList();
  }

  /// What breaking its word would have to cost an actor.
  static Found commitment(Findings findings, Arguments arguments) {
    Party actor = arguments.party("a");
    for (Breach breach : asked(findings, arguments).breaches()) {
      if (breach.by().index() != actor.index()) continue;
      return switch (breach.commitment()) {
        case Commitment.Loss(var loss) ->
            Found.of(
                new Value.Amount(loss),
                say(
                    "With a loss of {} no breach pays for {}",
                    Wording.amount(loss),
                    findings.wording().party(actor)));
        case Commitment.Never(var line) ->
            throw new NoAnswer(
                "no loss is enough: what it agreed to crosses its red line '" + line.name() + "'");
        case Commitment.Unmeasured _ ->
            throw new NoAnswer("'" + actor.id() + "' has an order without numbers");
        case Commitment.ByVotes _ -> throw new NoAnswer("a body keeps no word but by its votes");
      };
    }
    return Found.of(
        new Value.Amount(BigFraction.ZERO),
        say("{} would not leave it", findings.wording().party(actor)));
  }
}
