package demarche.lens.change;

import static demarche.finding.Sentence.say;

import demarche.finding.Sentence;
import demarche.lens.Run;
import demarche.lens.Wording;
import demarche.lens.change.Asked.Aim;
import demarche.lens.stability.Concept;
import demarche.model.Proposal;
import demarche.states.StateSpace;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/// What the least change costs after which a proposal would be signed, or signed and hold.
public sealed interface LeastCost {
  /// It costs so much, and what it is.
  record Found(BigFraction cost, Sentence changes) implements LeastCost {}

  /// There is none, or it was not found in time.
  record NoAnswer(String reason) implements LeastCost {}

  /// @param concepts under which it must hold too: one, or none where it need not
  static LeastCost of(StateSpace space, Proposal proposal, List<Concept> concepts, Run run) {
    Asked asked =
        new Asked(
            new Asked.OfProposal(proposal.id()),
            concepts.isEmpty() ? Aim.ACCEPTABLE : Aim.DURABLE,
            concepts.isEmpty() ? Concept.SEQ : concepts.getFirst(),
            List.of(),
            Kind.USUAL,
            Asked.USUAL_TRIES,
            1);
    Result result = Result.of(space, asked, Result.Turns.LEFT_OUT, run);
    return switch (result.outcome()) {
      case Outcome.Least(var cost, var repairs, var _) ->
          new Found(
              cost,
              cost.signum() == 0
                  ? say("Nothing has to change")
                  : say("Such as: {}", new ChangeWords(result).changes(repairs.getFirst())));
      case Outcome.Never _ -> new NoAnswer("none of the changes searched is enough");
      case Outcome.Unfinished(var atLeast, long tried) ->
          new NoAnswer(
              "not finished after %,d sets of changes: it costs at least %s"
                  .formatted(tried, Wording.amount(atLeast).number()));
    };
  }
}
