package demarche.lens.forecast;

import demarche.lens.Run;
import demarche.model.Actor;
import demarche.states.Footprint;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/// A forecast from courses that are drawn exactly as the process runs, with an interval for each
/// number.
final class SampledForecast implements Forecast {
  private final Premises premises;
  private final int draws;
  private final List<Size> tooLarge;
  private final Run run;
  private final Map<String, SampledForecast> others = new ConcurrentHashMap<>();
  private final Draws drawn;

  /// @param tooLarge why it is not exact; empty where somebody asked for it
  SampledForecast(Premises premises, int draws, List<Size> tooLarge, Run run) {
    this.premises = premises;
    this.draws = draws;
    this.tooLarge = tooLarge;
    this.run = run;
    long bytes = draws * (26L * premises.targets().size() + 16L * premises.measures().size());
    Footprint.of(bytes)
        .refuseUnlessFits("the courses of the forecast", "%,d courses".formatted(draws));
    drawn = Draws.of(premises, draws, run);
  }

  int draws() {
    return draws;
  }

  long seed() {
    return run.seed();
  }

  /// Why it is not exact; empty where somebody asked for it.
  List<Size> tooLarge() {
    return tooLarge;
  }

  /// A change on a course.
  ///
  /// @param cause its place in the list of causes
  record Step(double year, int cause, int from, int to) {}

  /// One of the courses, step by step.
  List<Step> course(long number) {
    List<Step> steps = new ArrayList<>();
    int[] at = {premises.start()};
    new Sampler(premises, run.seed())
        .draw(
            number,
            (year, cause, state) -> {
              if (cause >= 0) steps.add(new Step(year, cause, at[0], state));
              at[0] = state;
            });
    return steps;
  }

  @Override
  public Forecast with(StateSpace changed, Run run) {
    return new SampledForecast(premises.with(changed, run), draws, tooLarge, run);
  }

  @Override
  public Premises premises() {
    return premises;
  }

  private boolean comes(int target, int draw) {
    return drawn.first()[target][draw] <= premises.pace().years();
  }

  @Override
  public boolean isReachable(int target) {
    return true;
  }

  @Override
  public Estimate probability(int target) {
    return probability(target, Estimate.Z);
  }

  Estimate probability(int target, double z) {
    return Estimate.share(by(target, premises.pace().years()), draws, z);
  }

  private long by(int target, double year) {
    return Arrays.stream(drawn.first()[target]).filter(first -> first <= year).count();
  }

  @Override
  public Estimate atHorizon(int target) {
    return atHorizon(target, Estimate.Z);
  }

  Estimate atHorizon(int target, double z) {
    long hits = Arrays.stream(drawn.end()[target]).filter(end -> end > 0).count();
    return Estimate.share(hits, draws, z);
  }

  @Override
  public Estimate share(int target) {
    return Estimate.mean(drawn.share()[target], Estimate.Z);
  }

  @Override
  public List<Estimate> curve(int target) {
    double years = premises.pace().years();
    return IntStream.rangeClosed(0, Timing.POINTS)
        .mapToObj(i -> Estimate.share(by(target, years * i / Timing.POINTS), draws, Estimate.Z))
        .toList();
  }

  @Override
  public List<Double> median(int target) {
    double[] sorted = drawn.first()[target].clone();
    Arrays.sort(sorted);
    double middle = sorted[(draws - 1) / 2];
    return middle <= premises.pace().years() ? List.of(middle) : List.of();
  }

  @Override
  public double meanTime(int target) {
    return Arrays.stream(drawn.first()[target])
        .filter(Double::isFinite)
        .average()
        .orElse(premises.pace().years());
  }

  @Override
  public List<Estimate> lastSteps(int target) {
    return IntStream.range(0, causes().size())
        .mapToObj(c -> {
          long hits = IntStream.range(0, draws).filter(k -> drawn.by()[target][k] == c).count();
          return Estimate.share(hits, draws, Estimate.Z);
        })
        .toList();
  }

  @Override
  public Estimate expected(int measure) {
    return Estimate.mean(drawn.measured()[measure], Estimate.Z);
  }

  @Override
  public Estimate average(int measure) {
    return Estimate.mean(drawn.averaged()[measure], Estimate.Z);
  }

  /// Draws the courses once more.
  @Override
  public Estimate worth(Actor actor) {
    double[] worth = new double[draws];
    run.over(
        "courses",
        draws,
        Draws.GRAIN,
        _ -> {
          Sampler sampler = new Sampler(premises, run.seed());
          int[] at = new int[1];
          return (from, to) -> {
            for (int k = from; k < to; k++) {
              sampler.draw(k, (_, _, state) -> at[0] = state);
              worth[k] = premises.stakes().of(actor, at[0]);
            }
          };
        });
    return Estimate.mean(worth, Estimate.Z);
  }

  @Override
  public SampledForecast blind() {
    return others.computeIfAbsent(
        "blind", _ -> new SampledForecast(premises.blind(), draws, tooLarge, run));
  }

  @Override
  public Estimate difference(int target, Forecast other, int place) {
    SampledForecast same =
        other instanceof SampledForecast sampled && sampled.draws == draws
            ? sampled
            : new SampledForecast(other.premises(), draws, tooLarge, run);
    long gained = 0;
    long lost = 0;
    for (int k = 0; k < draws; k++) {
      boolean here = comes(target, k);
      boolean there = same.comes(place, k);
      if (there && !here) gained++;
      if (here && !there) lost++;
    }
    return Estimate.difference(gained, lost, draws, Estimate.Z);
  }
}
