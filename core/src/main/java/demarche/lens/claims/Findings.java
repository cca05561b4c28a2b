package demarche.lens.claims;

import demarche.lens.Luck;
import demarche.lens.Run;
import demarche.lens.Wording;
import demarche.lens.beliefs.Hypergame;
import demarche.lens.council.Council;
import demarche.lens.council.Power;
import demarche.lens.forecast.Forecast;
import demarche.lens.roles.Scene;
import demarche.lens.settlement.Judge;
import demarche.lens.settlement.deadlock.Towards;
import demarche.lens.settlement.guarantees.Guarantees;
import demarche.lens.stability.Concept;
import demarche.lens.stability.Stability;
import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Constraint;
import demarche.model.Model;
import demarche.model.Party;
import demarche.model.Proposal;
import demarche.scenario.Check;
import demarche.scenario.Problems;
import demarche.states.Arcs;
import demarche.states.StateSpace;
import demarche.states.Utility;
import demarche.tables.Flows;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is found out about one world, each thing once.
final class Findings {
  /// The name of the status quo where a state is asked for.
  static final String STATUS_QUO = "status-quo";

  private final StateSpace space;
  private final Optional<Luck> luck;
  private final Run run;

  Findings(StateSpace space, Optional<Luck> luck, Run run) {
    this.space = space;
    this.luck = luck;
    this.run = run;
  }

  /// Draws of the inputs of this world.
  Luck luck() {
    return luck.orElseThrow(() -> new NoAnswer("no draws of the inputs are made here"));
  }

  StateSpace space() {
    return space;
  }

  Model model() {
    return space.model();
  }

  Run run() {
    return run;
  }

  Wording wording() {
    return Wording.of(space);
  }

  /// What is kept with the states for the claims that follow.
  private record Kept(String what) {}

  Arcs arcs() {
    return Arcs.of(space, run.watch());
  }

  Flows flows() {
    return space.once(
        new Kept("flows"), Flows.class, () -> Flows.of(model().scenario(), new Problems(Map.of())));
  }

  Utility utility(Actor actor) {
    return space.once(
        new Kept("utility of " + actor.id()), Utility.class, () -> Utility.of(model(), actor));
  }

  Stability stability(Concept concept) {
    return Stability.known(space, Set.of(concept), run);
  }

  Judge judge() {
    return space.once(new Kept("judge"), Judge.class, () -> new Judge(stability(Concept.R), run));
  }

  Hypergame hypergame(Concept concept) {
    return space.once(
        new Kept("hypergame under " + concept),
        Hypergame.class,
        () -> Hypergame.of(space, concept, run));
  }

  Guarantees guarantees(String proposal) {
    return space.once(
        new Kept("guarantees of " + proposal),
        Guarantees.class,
        () -> Guarantees.of(stability(Concept.SEQ), judge(), proposal(proposal), run));
  }

  /// A body before which texts are tabled in the status quo.
  Council council(Body body) {
    return space.once(
        new Kept("council of " + body.id()),
        Council.class,
        () -> new Council(space, body, space.statusQuo(), run));
  }

  /// What stands in the way to a proposal.
  Towards towards(String proposal) {
    int[] end = proposal(proposal).end();
    int state = space.state(end);
    if (state < 0) throw new NoAnswer("'" + proposal + "' is not feasible: " + why(end));
    return space.once(
        new Kept("way to " + proposal), Towards.class, () -> Towards.of(arcs(), state, run));
  }

  Power power(Body body) {
    return space.once(
        new Kept("power in " + body.id()), Power.class, () -> Power.of(model(), body, run));
  }

  /// What parties' parts do to targets, here.
  Scene scene() {
    return Scene.of(space, run);
  }

  /// How this world evolves.
  Forecast forecast() {
    if (model().forecast().isEmpty()) throw new NoAnswer("the file has no forecast");
    return Forecast.known(space, run);
  }

  Party party(String id) {
    return model().parties().stream()
        .filter(p -> p.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NoAnswer("there is no actor or body '" + id + "' in this variant"));
  }

  Actor actor(String id) {
    if (party(id) instanceof Actor actor) return actor;
    throw new NoAnswer("'" + id + "' is no actor in this variant");
  }

  Proposal proposal(String id) {
    return model().proposals().stream()
        .filter(p -> p.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new NoAnswer("there is no proposal '" + id + "' in this variant"));
  }

  /// The levels that a name or a quoted code stands for, events included; feasible or not.
  int[] levels(Check written) {
    int[] levels =
        switch (written) {
          case Check.Name name when name.text().equals(STATUS_QUO) -> model().statusQuo();
          case Check.Name name -> proposal(name.text()).end();
          case Check.Text(var code, var _) -> model().levels(code);
          default -> throw new IllegalStateException(written.toString());
        };
    if (levels.length > 0) return levels;
    throw new NoAnswer("'" + label(written) + "' is no state of this variant");
  }

  /// The feasible state that a name or a quoted code stands for.
  int state(Check written) {
    int[] levels = levels(written);
    int state = space.state(levels);
    if (state >= 0) return state;
    throw new NoAnswer("'" + label(written) + "' is not feasible: " + why(levels));
  }

  private String why(int[] levels) {
    return model().constraints().stream()
        .filter(c -> !c.allowed().holds(levels))
        .findFirst()
        .map(Constraint::wording)
        .map(broken -> "it breaks `" + broken + "`")
        .orElse("it changes an event, or an option that is held still");
  }

  static String label(Check written) {
    return switch (written) {
      case Check.Name name -> name.text();
      case Check.Text(var code, var _) -> code;
      default -> throw new IllegalStateException(written.toString());
    };
  }
}
