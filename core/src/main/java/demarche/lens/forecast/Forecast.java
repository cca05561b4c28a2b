package demarche.lens.forecast;

import demarche.lens.Run;
import demarche.model.Actor;
import demarche.model.Target;
import demarche.states.StateSpace;
import java.util.List;

/// How the states of a scenario evolve: worked out exactly, or sampled.
///
/// **Definition.** A jump process in continuous time over the states, events among them where
/// hazards change them. Each party has occasions at its own tempo and takes one as [Chain] says;
/// hazards strike at their rates. The probability of a target is that it holds at some time from
/// now to the horizon, both included.
///
/// Each part is worked out when it is asked for, once. Threads may share it.
public sealed interface Forecast permits ExactForecast, SampledForecast {
  /// How many courses are drawn where nobody says.
  int USUAL_DRAWS = 10_000;

  /// What somebody wants.
  ///
  /// @param draws how many courses are sampled; 0: exact where that can be done, else the usual
  record Asked(int draws) {
    public static final int MOST_DRAWS = 10_000_000;

    /// Exact where that can be done.
    public static final Asked USUAL = new Asked(0);

    public Asked {
      if (draws < 0 || draws > MOST_DRAWS) throw new IllegalArgumentException("draws: " + draws);
    }
  }

  /// @param held states of a scenario that has a forecast
  /// @throws demarche.states.TooLarge before memory is taken
  static Forecast of(StateSpace held, Asked asked, Run run) {
    Premises premises = Premises.of(held, run);
    return asked.draws > 0
        ? new SampledForecast(premises, asked.draws, List.of(), run)
        : Size.of(premises, Size.Limits.USUAL, run).forecast(premises, run);
  }

  /// The same with usual effort, worked out once for a space: for lenses that build on what another
  /// has found.
  static Forecast known(StateSpace held, Run run) {
    return held.once(Known.class, Forecast.class, () -> of(held, Asked.USUAL, run));
  }

  /// The key under which a space keeps its forecast.
  record Known() {}

  /// The same way of working it out for a changed scenario: where states, moves and votes are as
  /// they were, what leads where is kept, and only numbers are worked out anew. For draws of
  /// inputs.
  ///
  /// @param changed states of the changed scenario, made from those of this one
  Forecast with(StateSpace changed, Run run);

  /// What it rests on.
  Premises premises();

  /// The states of the scenario with events still.
  default StateSpace held() {
    return premises().held();
  }

  /// The states that it goes through, with events where hazards change them.
  default StateSpace space() {
    return premises().drift().space();
  }

  default List<Target> targets() {
    return premises().targets();
  }

  /// What can change a state.
  default List<Cause> causes() {
    return premises().drift().causes();
  }

  /// Those whose mere order is taken for evenly spaced values.
  default List<Actor> assumed() {
    return premises().stakes().assumed();
  }

  /// Whether the target holds in the status quo.
  default boolean holdsNow(int target) {
    return premises().sets().get(target).contains(premises().start());
  }

  /// Whether some way leads to it at all, as far as that is known: courses drawn do not show that
  /// there is none.
  boolean isReachable(int target);

  /// That the target holds at some time from now to the horizon.
  Estimate probability(int target);

  /// That it holds at the horizon.
  Estimate atHorizon(int target);

  /// The share of the time to the horizon in which it holds, as expected.
  Estimate share(int target);

  /// That it has held by a time, for evenly spaced times from now to the horizon.
  List<Estimate> curve(int target);

  /// Years until it has held with a probability of one half; empty where that is not by the
  /// horizon.
  List<Double> median(int target);

  /// Years until it first holds, on average over what holds by the horizon.
  double meanTime(int target);

  /// By cause: that the target has come by the horizon with a step of this cause.
  List<Estimate> lastSteps(int target);

  /// The expectation of a measure at the horizon.
  Estimate expected(int measure);

  /// The same on average over the time to the horizon.
  Estimate average(int measure);

  /// What the state at the horizon is worth to an actor, on u, as expected.
  Estimate worth(Actor actor);

  /// The same where parties move by chance alone.
  Forecast blind();

  /// By how much the probability of a target is higher in another world; both are worked out in the
  /// same way. Sampled, both have the same luck, draw by draw.
  ///
  /// @param place of the target in the other world
  Estimate difference(int target, Forecast other, int place);
}
