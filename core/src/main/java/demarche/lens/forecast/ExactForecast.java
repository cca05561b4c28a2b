package demarche.lens.forecast;

import demarche.lens.Run;
import demarche.lens.forecast.Routes.Route;
import demarche.model.Actor;
import demarche.states.StateSpace;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// A forecast by uniformization: the number of ticks of a common clock is Poisson, and what becomes
/// of the states at each tick is worked out for all of them.
///
/// **Error.** What the Poisson weights leave out, less than 10^-15, and rounding: see [#error].
final class ExactForecast implements Forecast {
  private final Premises premises;
  private final Terrain terrain;
  private final Run run;
  private final Map<Object, Object> known = new ConcurrentHashMap<>();

  ExactForecast(Premises premises, Terrain terrain, Run run) {
    this.premises = premises;
    this.terrain = terrain;
    this.run = run;
  }

  private <T> T once(Object key, Class<T> kind, Supplier<T> work) {
    Object done = known.get(key);
    if (done == null) {
      T made = work.get(); // two threads may make the same; either is right
      Object before = known.putIfAbsent(key, made);
      done = before == null ? made : before;
    }
    return kind.cast(done);
  }

  Terrain terrain() {
    return terrain;
  }

  Chain chain() {
    return once(
        Chain.class, Chain.class, () -> Chain.of(terrain, premises.stakes(), premises.pace()));
  }

  Timing timing() {
    return once(Timing.class, Timing.class, () -> Timing.of(chain(), premises.pace().years()));
  }

  private record PassageTo(int target) {}

  private Passage passage(int target) {
    return once(
        new PassageTo(target),
        Passage.class,
        () -> Passage.of(chain(), timing().whole(), places(target), run));
  }

  int[] places(int target) {
    return terrain.places(premises.sets().get(target));
  }

  Evolution evolution() {
    return once(Evolution.class, Evolution.class, this::evolve);
  }

  private Evolution evolve() {
    List<int[]> sets = IntStream.range(0, targets().size()).mapToObj(this::places).toList();
    double[][] measures =
        premises.measures().stream()
            .map(m ->
                IntStream.range(0, terrain.size())
                    .mapToDouble(s -> m.of(space().levels(terrain.state(s))))
                    .toArray())
            .toArray(double[][]::new);
    return Evolution.of(chain(), timing().whole(), sets, measures, run);
  }

  /// How far a probability may be off: what is left out, and a rounding for each tick and cause.
  double error() {
    double roundings = (timing().whole().last() + 1.0) * (terrain.ways().size() + 2);
    return 4e-15 + roundings * Math.ulp(1.0);
  }

  @Override
  public Forecast with(StateSpace changed, Run run) {
    Premises other = premises.with(changed, run);
    List<Terrain> kept = terrain.with(other.drift(), run);
    return kept.isEmpty()
        ? Forecast.of(changed, Asked.USUAL, run)
        : new ExactForecast(other, kept.getFirst(), run);
  }

  @Override
  public Premises premises() {
    return premises;
  }

  @Override
  public boolean isReachable(int target) {
    return places(target).length > 0;
  }

  @Override
  public Estimate probability(int target) {
    return Estimate.exact(whole(passage(target).reached()));
  }

  private double whole(double[] series) {
    return Math.clamp(timing().whole().mean(series), 0, 1);
  }

  @Override
  public Estimate atHorizon(int target) {
    return Estimate.exact(whole(evolution().held()[target]));
  }

  @Override
  public Estimate share(int target) {
    return Estimate.exact(Math.clamp(timing().whole().average(evolution().held()[target]), 0, 1));
  }

  @Override
  public List<Estimate> curve(int target) {
    return Arrays.stream(timing().curve(passage(target).reached()))
        .mapToObj(p -> Estimate.exact(Math.clamp(p, 0, 1)))
        .toList();
  }

  @Override
  public List<Double> median(int target) {
    double[] reached = passage(target).reached();
    if (reached[0] >= 0.5) return List.of(0.0);
    return timing().whole().mean(reached) < 0.5 ? List.of() : List.of(timing().when(reached, 0.5));
  }

  @Override
  public double meanTime(int target) {
    return timing().meanTime(passage(target).reached());
  }

  @Override
  public List<Estimate> lastSteps(int target) {
    return Arrays.stream(passage(target).last()).mapToObj(Estimate::exact).toList();
  }

  @Override
  public Estimate expected(int measure) {
    return Estimate.exact(timing().whole().mean(evolution().measured()[measure]));
  }

  @Override
  public Estimate average(int measure) {
    return Estimate.exact(timing().whole().average(evolution().measured()[measure]));
  }

  @Override
  public Estimate worth(Actor actor) {
    double[] end = evolution().end();
    double sum = 0;
    for (int s = 0; s < end.length; s++) {
      sum += end[s] * premises.stakes().of(actor, terrain.state(s));
    }
    return Estimate.exact(sum);
  }

  @Override
  public ExactForecast blind() {
    return once(
        "blind", ExactForecast.class, () -> new ExactForecast(premises.blind(), terrain, run));
  }

  @Override
  public Estimate difference(int target, Forecast other, int place) {
    return Estimate.exact(other.probability(place).value() - probability(target).value());
  }

  List<Route> routes(int target, int most) {
    return Routes.of(chain(), places(target), most, run);
  }

  List<int[]> ends() {
    return Ends.of(terrain, run);
  }
}
