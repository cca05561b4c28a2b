package demarche.lens.settlement.guarantees;

import demarche.lens.Run;
import demarche.model.Model;
import demarche.model.Option;
import demarche.model.Party;
import demarche.scenario.ActorEntry;
import demarche.scenario.Evidence;
import demarche.scenario.Expression;
import demarche.scenario.Formula;
import demarche.scenario.Notation;
import demarche.scenario.PreferenceEntry;
import demarche.scenario.Quantity;
import demarche.scenario.Scenario;
import demarche.scenario.TermEntry;
import demarche.scenario.Twist;
import demarche.scenario.Word;
import demarche.states.Arcs;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.numbers.fraction.BigFraction;

/// The scenario in which parties are committed to their parts of an agreed state.
///
/// One party's commitment may weaken another's fear: who is bound answers less. So the least
/// losses, each found with all others free, are tried together.
record Bound(StateSpace space, int state) {
  private static final String WHERE = "a commitment";

  /// Whether a loss would keep each of them, and the scenario can say so: a graph has no options
  /// that stand as agreed or otherwise, and whoever copies another has no values of its own.
  boolean canBeTried(List<Breach> breaches) {
    return !space.model().isGraph()
        && breaches.stream()
            .allMatch(b -> b.commitment() instanceof Commitment.Loss && !copies(b.by()));
  }

  private boolean copies(Party party) {
    return space.model().scenario().twists().stream()
        .anyMatch(t -> t instanceof Twist.Copies(var actor, _) && actor.text().equals(party.id()));
  }

  /// Those who would leave the state if all these were committed with their least losses, in file
  /// order. Nobody, where the commitments hold together.
  ///
  /// @param breaches each of a party that a loss would keep
  List<Party> leavers(List<Breach> breaches, Run run) {
    Model model = space.model();
    Scenario scenario = model.scenario();
    List<ActorEntry> actors = new ArrayList<>(scenario.actors());
    for (Breach breach : breaches) {
      if (!(breach.commitment() instanceof Commitment.Loss(var loss))) {
        throw new IllegalArgumentException(breach.toString());
      }
      actors.replaceAll(
          a -> a.id().text().equals(breach.by().id()) ? committed(a, breach.by(), loss) : a);
    }
    Model bound = model.imagined(scenario.with(actors, scenario.beliefs()));
    Arcs arcs = Arcs.of(space.with(bound), run.watch());
    return bound.parties().stream()
        .filter(p -> !Breach.ways(arcs, p, state, run).isEmpty())
        .toList();
  }

  private ActorEntry committed(ActorEntry actor, Party party, BigFraction loss) {
    PreferenceEntry.Values values = (PreferenceEntry.Values) actor.preference();
    List<TermEntry> terms = new ArrayList<>(values.terms());
    Expression broken = Notation.read("not (" + part(party) + ")", WHERE);
    Formula weight = new Formula.Literal(loss, actor.id().place());
    Quantity quantity = new Quantity(weight, new Quantity.Fixed(), loss.toString(), Evidence.NONE);
    terms.add(
        new TermEntry.When(
            new Word("", actor.id().place()),
            TermEntry.Sign.AVOID,
            broken,
            quantity,
            weight,
            Evidence.NONE));
    return actor.with(new PreferenceEntry.Values(terms));
  }

  /// The party's part of the state, as an expression.
  private String part(Party party) {
    return party.options().stream()
        .map(option -> option.id() + " = " + level(option))
        .collect(Collectors.joining(" and "));
  }

  private String level(Option option) {
    return option.levels().get(space.level(state, option));
  }
}
