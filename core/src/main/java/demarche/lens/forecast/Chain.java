package demarche.lens.forecast;

import demarche.lens.forecast.Terrain.Ways;
import demarche.model.Actor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The jump process with its numbers: at each tick of a clock that ticks `ratePerYear` times a year
/// on average, one cause has an occasion, drawn by its share of the rate.
///
/// **Definition.** An actor goes from *s* to *t*, or stays, with probability exp(sharpness u(t)) /
/// sum of the same over its moves and staying (logit response). On a body's occasion each of its
/// sponsors is as likely to table, and tables by the same rule among the texts that would pass and
/// none. A hazard strikes where it can.
///
/// **Cost.** 8 bytes a state and free actor, 8 an arc of others. A tick takes two looks at each
/// state for each cause, whatever the number of moves.
///
/// **Source.** Ticks: uniformization, Jensen (1953). Logit response: McKelvey & Palfrey (1995).
final class Chain {
  private final Terrain terrain;
  private final List<Clock> clocks = new ArrayList<>();
  private final double ratePerYear;

  /// One cause.
  ///
  /// @param share of all occasions
  /// @param chance by state for groups, by arc for branches; empty for falls
  record Clock(Ways ways, double share, double[] chance) {}

  private Chain(Terrain terrain, Stakes stakes, Pace pace) {
    this.terrain = terrain;
    ratePerYear = pace.total();
    for (Ways ways : terrain.ways()) {
      Cause cause = terrain.drift().causes().get(ways.cause());
      double share = ratePerYear == 0 ? 0 : pace.rates()[ways.cause()] / ratePerYear;
      clocks.add(new Clock(ways, share, chances(ways, cause, stakes, pace.sharpness())));
    }
  }

  static Chain of(Terrain terrain, Stakes stakes, Pace pace) {
    return new Chain(terrain, stakes, pace);
  }

  private double[] chances(Ways ways, Cause cause, Stakes stakes, double sharpness) {
    return switch (ways) {
      case Ways.Groups groups -> byGroup(groups, worth(actor(cause), stakes), sharpness);
      case Ways.Falls _ -> new double[0];
      case Ways.Branches branches -> {
        List<Actor> choosers =
            cause instanceof Cause.ByBody(var _, var sponsors) ? sponsors : List.of(actor(cause));
        double[] sum = new double[branches.targets().length];
        for (Actor chooser : choosers) {
          double[] worth = worth(chooser, stakes);
          for (int s = 0; s < terrain.size(); s++) {
            addRow(branches, s, worth, sharpness, choosers.size(), sum);
          }
        }
        yield sum;
      }
    };
  }

  private static Actor actor(Cause cause) {
    if (cause instanceof Cause.ByActor(Actor actor)) return actor;
    throw new IllegalStateException(cause.toString());
  }

  private double[] worth(Actor actor, Stakes stakes) {
    double[] worth = new double[terrain.size()];
    for (int s = 0; s < worth.length; s++) worth[s] = stakes.of(actor, terrain.state(s));
    return worth;
  }

  /// The best of a group is left out of the exponent, so that none is too large and not all are 0.
  private static double[] byGroup(Ways.Groups groups, double[] worth, double sharpness) {
    double[] best = new double[groups.count()];
    double[] sum = new double[groups.count()];
    Arrays.fill(best, Double.NEGATIVE_INFINITY);
    int[] group = groups.group();
    for (int s = 0; s < worth.length; s++) best[group[s]] = Math.max(best[group[s]], worth[s]);
    double[] chance = new double[worth.length];
    for (int s = 0; s < worth.length; s++) {
      chance[s] = StrictMath.exp(sharpness * (worth[s] - best[group[s]]));
      sum[group[s]] += chance[s];
    }
    for (int s = 0; s < worth.length; s++) chance[s] /= sum[group[s]];
    return chance;
  }

  private static void addRow(
      Ways.Branches branches,
      int state,
      double[] worth,
      double sharpness,
      int choosers,
      double[] into) {
    int from = branches.first()[state];
    int to = branches.first()[state + 1];
    int[] targets = branches.targets();
    double best = Double.NEGATIVE_INFINITY;
    for (int a = from; a < to; a++) best = Math.max(best, worth[targets[a]]);
    double sum = 0;
    for (int a = from; a < to; a++) sum += StrictMath.exp(sharpness * (worth[targets[a]] - best));
    for (int a = from; a < to; a++) {
      into[a] += StrictMath.exp(sharpness * (worth[targets[a]] - best)) / sum / choosers;
    }
  }

  Terrain terrain() {
    return terrain;
  }

  /// How often the common clock ticks.
  double ratePerYear() {
    return ratePerYear;
  }

  List<Clock> clocks() {
    return clocks;
  }

  /// The length that `sums` must have.
  int groups() {
    int most = 0;
    for (Clock clock : clocks) {
      if (clock.ways instanceof Ways.Groups groups) most = Math.max(most, groups.count());
    }
    return most;
  }

  /// What becomes of a distribution at one tick.
  ///
  /// @param sums a buffer
  void tick(double[] from, double[] into, double[] sums) {
    Arrays.fill(into, 0);
    for (Clock clock : clocks) tick(clock, from, into, sums);
    if (clocks.isEmpty()) System.arraycopy(from, 0, into, 0, from.length);
  }

  /// Adds one cause's part of that.
  static void tick(Clock clock, double[] from, double[] into, double[] sums) {
    double share = clock.share;
    switch (clock.ways) {
      case Ways.Groups(var _, int[] group, int count) -> {
        Arrays.fill(sums, 0, count, 0);
        for (int s = 0; s < from.length; s++) sums[group[s]] += from[s];
        for (int g = 0; g < count; g++) sums[g] *= share;
        for (int s = 0; s < from.length; s++) into[s] += sums[group[s]] * clock.chance[s];
      }
      case Ways.Falls(var _, int[] target) -> {
        for (int s = 0; s < from.length; s++) into[target[s]] += share * from[s];
      }
      case Ways.Branches(var _, int[] first, int[] targets) -> {
        for (int s = 0; s < from.length; s++) {
          double here = share * from[s];
          if (here == 0) continue;
          for (int a = first[s]; a < first[s + 1]; a++) into[targets[a]] += here * clock.chance[a];
        }
      }
    }
  }
}
