package demarche.lens.forecast;

import demarche.lens.Run;
import java.util.Arrays;

/// When a target first holds: it is made absorbing, and what it has absorbed is looked at after
/// each tick.
///
/// @param reached how likely it has held after 0, 1, 2, ... ticks; stays as it is at the end
/// @param left how much is left at the end that might still reach it
/// @param last by cause, how likely the target has come by the horizon through a step of it
record Passage(double[] reached, double left, double[] last) {
  private static final double NOTHING = 1e-16;

  /// **Cost.** Two distributions and their sum; ends early where all is absorbed.
  ///
  /// @param target places
  static Passage of(Chain chain, Poisson ticks, int[] target, Run run) {
    double[] now = new double[chain.terrain().size()];
    now[chain.terrain().start()] = 1;
    double[] reached = new double[ticks.last() + 1];
    double[] visits = new double[now.length];
    double[] next = new double[now.length];
    double[] sums = new double[chain.groups()];
    double[] more = ticks.more();
    double left = 1;
    int k = 0;
    while (true) {
      run.check();
      double absorbed = absorb(now, target);
      reached[k] = k == 0 ? absorbed : Math.min(1, reached[k - 1] + absorbed);
      left = 1 - reached[k];
      if (k == ticks.last() || left < NOTHING) break;
      Evolution.add(more[k], now, visits);
      chain.tick(now, next, sums);
      double[] before = now;
      now = next;
      next = before;
      k++;
    }
    return new Passage(
        Arrays.copyOf(reached, k + 1),
        k == ticks.last() ? 0 : left,
        last(chain, visits, target, next, sums));
  }

  /// Takes away what lies on the target; returns how much that was.
  static double absorb(double[] distribution, int[] target) {
    double sum = 0;
    for (int place : target) {
      sum += distribution[place];
      distribution[place] = 0;
    }
    return sum;
  }

  /// A cause's step from where one is before the target holds, as often as one is there.
  private static double[] last(
      Chain chain, double[] visits, int[] target, double[] into, double[] sums) {
    double[] last = new double[chain.terrain().drift().causes().size()];
    for (Chain.Clock clock : chain.clocks()) {
      Arrays.fill(into, 0);
      Chain.tick(clock, visits, into, sums);
      last[clock.ways().cause()] = Evolution.sum(into, target);
    }
    return last;
  }
}
