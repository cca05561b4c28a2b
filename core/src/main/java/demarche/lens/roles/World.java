package demarche.lens.roles;

import demarche.lens.Run;
import demarche.lens.forecast.Forecast;
import demarche.lens.stability.Concept;
import demarche.lens.stability.Stability;
import demarche.model.Actor;
import demarche.model.Model;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import demarche.states.Utility;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// One world, and what comes of targets in it.
///
/// **Definition.** The *figure* of a target is the probability that it holds at some time by the
/// horizon, where the file has a forecast; else the share of the SEQ equilibria in which it holds,
/// and none where there are none. What the world is *worth* to an actor is its u, as expected at
/// the horizon; else on average over the SEQ equilibria.
///
/// Of a world only numbers are kept: its states are numbered anew when more is asked. Threads may
/// share it.
public final class World {
  private final StateSpace around;
  private final Model model;
  private final Run run;
  private final Map<Integer, List<Double>> figures = new HashMap<>();
  private final Map<Integer, List<Double>> worth = new HashMap<>();

  /// @param around a space that stays, of which the world shares what it leaves as it was
  World(StateSpace around, Model model, Run run) {
    this.around = around;
    this.model = model;
    this.run = run;
  }

  Model model() {
    return model;
  }

  /// What comes of a target, by its place; empty where there is no figure.
  public List<Double> figure(int target) {
    prepare(List.of(target), List.of());
    return figures.getOrDefault(target, List.of());
  }

  /// What it is worth to an actor, by its index; empty where there is no figure.
  public List<Double> worth(int actor) {
    prepare(List.of(), List.of(actor));
    return worth.getOrDefault(actor, List.of());
  }

  /// Works out, in one go, what is not known yet.
  ///
  /// @param targets by their places
  /// @param actors by their indices
  synchronized void prepare(Collection<Integer> targets, Collection<Integer> actors) {
    Set<Integer> open = new TreeSet<>(targets);
    open.removeAll(figures.keySet());
    Set<Integer> judges = new TreeSet<>(actors);
    judges.removeAll(worth.keySet());
    if (open.isEmpty() && judges.isEmpty()) return;
    run.check();
    StateSpace space = model.equals(around.model()) ? around : around.with(model);
    if (model.forecast().isEmpty()) byEquilibria(space, open, judges);
    else byForecast(space, open, judges);
  }

  private void byForecast(StateSpace space, Set<Integer> targets, Set<Integer> actors) {
    Forecast base = Forecast.known(around, run);
    Forecast forecast = space.equals(around) ? base : base.with(space, run);
    for (int t : targets) figures.put(t, List.of(forecast.probability(t).value()));
    for (int a : actors) worth.put(a, List.of(forecast.worth(actor(a)).value()));
  }

  private void byEquilibria(StateSpace space, Set<Integer> targets, Set<Integer> actors) {
    StateSet equilibria = Stability.known(space, Set.of(Concept.SEQ), run).equilibria(Concept.SEQ);
    int count = equilibria.count();
    for (int t : targets) {
      StateSet with = equilibria.and(space.where(model.targets().get(t).when().meaning()));
      figures.put(t, count == 0 ? List.of() : List.of((double) with.count() / count));
    }
    for (int a : actors) {
      Utility utility = Utility.of(model, actor(a));
      double sum =
          equilibria.stream().mapToDouble(s -> utility.of(space.levels(s)).doubleValue()).sum();
      worth.put(a, count == 0 ? List.of() : List.of(sum / count));
    }
  }

  private Actor actor(int index) {
    return model.actors().get(index);
  }
}
