package demarche.lens.forecast;

import demarche.lens.Run;
import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Dynamics;
import demarche.model.Model;
import demarche.states.Assembly;
import demarche.states.Moves;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// What can change a state, and where each cause can lead from it.
///
/// Where a hazard changes an event, events are part of a state; else they stand still. A hazard
/// leads to the state with its settings, whatever way an option may move; where that is no feasible
/// state, or the same, nothing happens.
final class Drift {
  private final StateSpace held;
  private final StateSpace space;
  private final Dynamics dynamics;
  private final List<Cause> causes = new ArrayList<>();
  private final List<StateSet> struck = new ArrayList<>();

  private Drift(StateSpace held, StateSpace space, Dynamics dynamics, Run run) {
    this.held = held;
    this.space = space;
    this.dynamics = dynamics;
    Model model = space.model();
    for (Actor actor : model.actors()) add(new Cause.ByActor(actor), space.moves(actor).most());
    for (Body body : model.bodies()) {
      Cause.ByBody cause = Cause.ByBody.of(body, model);
      if (!cause.sponsors().isEmpty()) add(cause, space.moves(body).most());
    }
    for (Dynamics.Hazard hazard : dynamics.hazards()) {
      if (hazard.ratePerYear().signum() == 0) continue;
      causes.add(new Cause.ByHazard(hazard));
      struck.add(space.where(hazard.when(), run.watch()));
    }
  }

  private void add(Cause cause, int settings) {
    boolean moves = settings > (space.model().isGraph() ? 0 : 1);
    if (!moves || cause.ratePerYear(dynamics) == 0) return;
    causes.add(cause);
    struck.add(new StateSet(0));
  }

  /// @param held the states of the scenario with events still
  /// @throws demarche.states.TooLarge before memory is taken
  static Drift of(StateSpace held, Dynamics dynamics, Run run) {
    return new Drift(held, space(held, dynamics, run), dynamics, run);
  }

  /// The same causes in the states of a changed model.
  Drift with(StateSpace held, Dynamics changed, Run run) {
    boolean apart = space != this.held && movesEvents(held.model(), changed);
    return apart ? new Drift(held, space.with(held.model()), changed, run) : of(held, changed, run);
  }

  /// Whether each cause leads from each state where it led before, with whatever rate: then states
  /// and what leads where need not be found anew.
  boolean leadsAs(Drift before) {
    return space.sharesStates(before.space)
        && causes.size() == before.causes.size()
        && IntStream.range(0, causes.size())
            .allMatch(c -> leadsAs(causes.get(c), before.causes.get(c), before.space));
  }

  private boolean leadsAs(Cause now, Cause then, StateSpace before) {
    return switch (now) {
      case Cause.ByActor(Actor actor) ->
          then instanceof Cause.ByActor(Actor was) && was.index() == actor.index();
      case Cause.ByBody(Body body, var sponsors) ->
          then instanceof Cause.ByBody(Body was, var tabled)
              && was.index() == body.index()
              && indices(sponsors).equals(indices(tabled))
              && space.sharesPreference(before, body);
      case Cause.ByHazard(var hazard) ->
          then instanceof Cause.ByHazard(var was)
              && was.id().equals(hazard.id())
              && was.when().equals(hazard.when())
              && was.does().equals(hazard.does());
    };
  }

  private static List<Integer> indices(List<Actor> actors) {
    return actors.stream().map(Actor::index).toList();
  }

  /// A key under which the states with events are kept.
  private record WithEvents() {}

  private static StateSpace space(StateSpace held, Dynamics dynamics, Run run) {
    Model model = held.model();
    return movesEvents(model, dynamics)
        ? held.once(
            new WithEvents(), StateSpace.class, () -> StateSpace.withEvents(model, run.watch()))
        : held;
  }

  private static boolean movesEvents(Model model, Dynamics dynamics) {
    return !model.isGraph()
        && dynamics.hazards().stream()
            .flatMap(h -> h.does().stream())
            .anyMatch(setting -> model.option(setting.option()).isEvent());
  }

  StateSpace space() {
    return space;
  }

  Dynamics dynamics() {
    return dynamics;
  }

  /// Those that ever have an occasion: actors, bodies, hazards, each in file order.
  List<Cause> causes() {
    return causes;
  }

  /// The length that `into` must have.
  int most() {
    return causes.stream().mapToInt(this::most).max().orElse(1);
  }

  private int most(Cause cause) {
    return switch (cause) {
      case Cause.ByActor(Actor actor) -> space.moves(actor).most() + 1;
      case Cause.ByBody(Body body, var _) -> space.moves(body).most() + 1;
      case Cause.ByHazard _ -> 1;
    };
  }

  /// Whether the states fall into groups within which the cause leads from each to all others.
  boolean isFree(int cause) {
    return causes.get(cause) instanceof Cause.ByActor(Actor actor) && space.moves(actor).isFree();
  }

  /// Writes the other states to which a cause can lead, in ascending order; returns how many.
  int targets(int cause, int state, int[] into) {
    return switch (causes.get(cause)) {
      case Cause.ByActor(Actor actor) -> space.moves(actor).targets(state, into);
      case Cause.ByBody(Body body, var _) -> passing(body, state, into);
      case Cause.ByHazard(var hazard) -> {
        into[0] = struck.get(cause).contains(state) ? after(hazard, state) : state;
        yield into[0] == state ? 0 : 1;
      }
    };
  }

  private int passing(Body body, int state, int[] into) {
    Moves moves = space.moves(body);
    Assembly assembly = space.assembly(body);
    int count = moves.targets(state, into);
    int passing = 0;
    for (int k = 0; k < count; k++) {
      if (assembly.prefers(state, into[k])) into[passing++] = into[k];
    }
    return passing;
  }

  private int after(Dynamics.Hazard hazard, int state) {
    int there = space.state(hazard.after(space.levels(state)));
    return there < 0 ? state : there;
  }
}
