package demarche.lens.forecast;

import demarche.lens.Run;
import demarche.model.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How likely each state is at some time, exactly, and for each target how likely one is there
/// before it has come.
///
/// **Method.** Uniformization from one time to the next. A target absorbs what comes to it; in
/// another world it absorbs at once what its condition holds for there.
///
/// **Cost.** A distribution for each target and one more; between two times as many ticks as a
/// forecast over that time takes.
///
/// @param free by place of the terrain
/// @param come by target
/// @param left by target and place; 0 where the target holds
record Spread(
    Premises premises,
    Terrain terrain,
    Chain chain,
    double years,
    double[] free,
    double[] come,
    double[][] left)
    implements Standing {

  static Spread start(ExactForecast exact) {
    double[] free = new double[exact.terrain().size()];
    free[exact.terrain().start()] = 1;
    int targets = exact.targets().size();
    double[][] left = new double[targets][];
    for (int t = 0; t < targets; t++) left[t] = free.clone();
    Spread start =
        new Spread(
            exact.premises(), exact.terrain(), exact.chain(), 0, free, new double[targets], left);
    return start.absorbed();
  }

  /// The same once each target has taken what it holds for.
  private Spread absorbed() {
    double[] more = come.clone();
    double[][] rest = new double[left.length][];
    for (int t = 0; t < left.length; t++) {
      rest[t] = left[t].clone();
      more[t] += Passage.absorb(rest[t], places(t));
    }
    return new Spread(premises, terrain, chain, years, free, more, rest);
  }

  private int[] places(int target) {
    return terrain.places(premises.sets().get(target));
  }

  @Override
  public Spread until(double later, Run run) {
    if (later == years) return this;
    if (later < years) throw new IllegalArgumentException(later + " before " + years);
    Poisson ticks = Poisson.of(chain.ratePerYear() * (later - years));
    double[] end = new double[free.length];
    double[] more = come.clone();
    double[][] rest = new double[left.length][free.length];
    run.over(
        "forecast",
        left.length + 1,
        1,
        _ ->
            (from, to) -> {
              for (int k = from; k < to; k++) {
                if (k == 0) ticked(free, new int[0], ticks, end, run);
                else more[k - 1] += ticked(left[k - 1], places(k - 1), ticks, rest[k - 1], run);
              }
            });
    return new Spread(premises, terrain, chain, later, end, more, rest);
  }

  /// What becomes of a distribution; returns what was absorbed.
  private double ticked(double[] start, int[] target, Poisson ticks, double[] end, Run run) {
    double[] now = start.clone();
    double[] next = new double[now.length];
    double[] sums = new double[chain.groups()];
    double absorbed = 0;
    double mean = 0;
    for (int k = 0; ; k++) {
      run.check();
      mean += ticks.weight(k) * absorbed;
      Evolution.add(ticks.weight(k), now, end);
      if (k == ticks.last()) return mean;
      chain.tick(now, next, sums);
      double[] before = now;
      now = next;
      next = before;
      absorbed += Passage.absorb(now, target);
    }
  }

  @Override
  public Spread under(Premises other, Run run) {
    Crossing crossing = Crossing.of(premises, other);
    int[] there = new int[free.length];
    Arrays.fill(there, -1);
    for (int s = 0; s < free.length; s++) {
      if (free[s] > 0) there[s] = crossing.state(terrain.state(s));
    }
    int[] starts = Arrays.stream(there).filter(s -> s >= 0).toArray();
    List<Terrain> found = Size.of(other, starts, Size.Limits.USUAL, run).terrain();
    if (found.isEmpty())
      throw new CannotGoOn(
          "it is too large to be worked out exactly; --runs samples courses instead");
    Terrain ground = found.getFirst();
    int[] places = Arrays.stream(there).map(s -> s < 0 ? -1 : ground.place(s)).toArray();
    int targets = other.targets().size();
    double[] more = new double[targets];
    double[][] rest = new double[targets][ground.size()];
    for (int t = 0; t < targets; t++) {
      int before = crossing.targets()[t];
      if (before < 0) continue;
      more[t] = come[before];
      rest[t] = moved(left[before], places, ground.size());
    }
    double[] same = moved(free, places, ground.size());
    Chain onwards = Chain.of(ground, other.stakes(), other.pace());
    return new Spread(other, ground, onwards, years, same, more, rest).absorbed();
  }

  private static double[] moved(double[] distribution, int[] places, int size) {
    double[] moved = new double[size];
    for (int s = 0; s < places.length; s++) {
      if (places[s] >= 0) moved[places[s]] += distribution[s];
    }
    return moved;
  }

  @Override
  public Estimate come(int target) {
    return Estimate.exact(Math.clamp(come[target], 0, 1));
  }

  @Override
  public Estimate holds(int target) {
    return Estimate.exact(Math.clamp(Evolution.sum(free, places(target)), 0, 1));
  }

  @Override
  public Estimate measured(int measure) {
    double sum = 0;
    Premises.Measure amount = premises.measures().get(measure);
    for (int s = 0; s < free.length; s++) {
      sum += free[s] * amount.of(premises.drift().space().levels(terrain.state(s)));
    }
    return Estimate.exact(sum);
  }

  @Override
  public Estimate difference(int target, Standing other, int place) {
    return Estimate.exact(other.come(place).value() - come(target).value());
  }

  @Override
  public Saved saved() {
    List<Map<String, Double>> rests = new ArrayList<>();
    for (double[] rest : left) rests.add(named(rest));
    return new Saved.OfStates(
        years,
        premises.targets().stream().map(Target::id).toList(),
        named(free),
        Arrays.stream(come).boxed().toList(),
        rests);
  }

  private Map<String, Double> named(double[] distribution) {
    Map<String, Double> named = new LinkedHashMap<>();
    for (int s = 0; s < distribution.length; s++) {
      if (distribution[s] > 0) named.put(name(s), distribution[s]);
    }
    return named;
  }

  private String name(int place) {
    return StateName.of(
        premises.held().model(), premises.drift().space().levels(terrain.state(place)));
  }

  /// One that was kept, in the world of its forecast.
  ///
  /// @throws CannotGoOn if it is not one of that world
  static Spread of(Saved.OfStates saved, ExactForecast exact) {
    Map<String, Integer> places = new LinkedHashMap<>();
    Spread start = start(exact);
    for (int s = 0; s < start.free.length; s++) places.put(start.name(s), s);
    int targets = exact.targets().size();
    if (!saved.targets().equals(exact.targets().stream().map(Target::id).toList())
        || saved.come().size() != targets
        || saved.left().size() != targets) {
      throw new CannotGoOn("what was kept has other targets");
    }
    double[][] left =
        saved.left().stream().map(rest -> placed(rest, places)).toArray(double[][]::new);
    return new Spread(
        start.premises,
        start.terrain,
        start.chain,
        saved.years(),
        placed(saved.free(), places),
        saved.come().stream().mapToDouble(Double::doubleValue).toArray(),
        left);
  }

  private static double[] placed(Map<String, Double> named, Map<String, Integer> places) {
    double[] distribution = new double[places.size()];
    named.forEach((state, probability) -> {
      Integer place = places.get(state);
      if (place == null) {
        throw new CannotGoOn("what was kept has the state %s, which is none".formatted(state));
      }
      distribution[place] = probability;
    });
    return distribution;
  }
}
