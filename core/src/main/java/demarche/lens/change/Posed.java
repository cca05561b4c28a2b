package demarche.lens.change;

import demarche.lens.change.Goal.Freedom;
import demarche.model.Actor;
import demarche.model.Model;
import demarche.model.Party;
import demarche.model.Proposal;
import demarche.model.Proposition;
import java.util.Arrays;
import java.util.List;

/// A question put to a model.
///
/// @param name of what it is about, for people: a proposal's name, a state's, an expression
record Posed(Asked asked, Goal goal, String id, String name) {
  static Posed of(Model model, Asked asked) {
    return switch (asked.about()) {
      case Asked.OfProposal(var id) -> {
        Proposal proposal =
            model.proposals().stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
        List<Party> consent =
            model.parties().stream().filter(p -> proposal.consent().contains(p.id())).toList();
        Goal goal = goal(model, asked, list(proposal.end()), Proposition.TRUE, consent);
        yield new Posed(asked, goal, id, proposal.name().isEmpty() ? id : proposal.name());
      }
      case Asked.OfState(var name, var levels) -> {
        Goal goal = goal(model, asked, levels, Proposition.TRUE, required(model));
        yield new Posed(asked, goal, name, name);
      }
      case Asked.Where(var when) -> {
        Goal goal = goal(model, asked, list(model.statusQuo()), when.meaning(), required(model));
        yield new Posed(asked, goal, when.toString(), when.toString());
      }
    };
  }

  private static List<Integer> list(int[] levels) {
    return Arrays.stream(levels).boxed().toList();
  }

  /// Those whose consent a settlement needs.
  private static List<Party> required(Model model) {
    return model.actors().stream()
        .filter(a -> a.partOf().isEmpty())
        .<Party>map((Actor a) -> a)
        .toList();
  }

  private static Goal goal(
      Model model, Asked asked, List<Integer> levels, Proposition when, List<Party> consent) {
    List<Party> staying =
        model.parties().stream()
            .filter(p -> asked.parties().isEmpty() || asked.parties().contains(p.id()))
            .toList();
    return new Goal(
        levels,
        when,
        asked.aim() == Asked.Aim.STABLE ? List.of() : consent,
        asked.aim() == Asked.Aim.ACCEPTABLE ? List.of() : staying,
        asked.concept(),
        freedom(asked));
  }

  private static Freedom freedom(Asked asked) {
    return switch (asked.about()) {
      case Asked.Where _ -> Freedom.FREE;
      case Asked.OfState _ -> Freedom.FIXED;
      case Asked.OfProposal _ ->
          asked.kinds().contains(Kind.OPTIONS) || asked.kinds().contains(Kind.ISSUES)
              ? Freedom.PRICED
              : Freedom.FIXED;
    };
  }
}
