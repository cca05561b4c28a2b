package demarche.lens.forecast;

import demarche.lens.Run;
import demarche.states.StateSet;
import java.util.Arrays;

/// What each of many courses came to. Draw *k* is the same whatever else is drawn.
///
/// **Cost.** 25 bytes a draw and target, 16 a draw and measure.
///
/// @param first by target and draw: years until it first holds, infinity where it does not
/// @param by by target and draw: the cause of the step with which it came, -1 where none
/// @param share by target and draw: of the time to the horizon
/// @param end by target and draw: 1 where it holds at the horizon, else 0
/// @param measured by measure and draw, at the horizon
/// @param averaged by measure and draw, over the time to it
record Draws(
    double[][] first,
    short[][] by,
    double[][] share,
    double[][] end,
    double[][] measured,
    double[][] averaged) {
  static final int GRAIN = 256;

  static Draws of(Premises premises, int count, Run run) {
    int targets = premises.targets().size();
    int measures = premises.measures().size();
    Draws draws =
        new Draws(
            new double[targets][count],
            new short[targets][count],
            new double[targets][count],
            new double[targets][count],
            new double[measures][count],
            new double[measures][count]);
    run.over(
        "courses",
        count,
        GRAIN,
        _ -> {
          Recorder recorder = new Recorder(premises, draws, run);
          return recorder::draw;
        });
    return draws;
  }

  /// Takes down courses of one thread.
  private static final class Recorder implements Sampler.Watcher {
    private final Premises premises;
    private final Draws draws;
    private final Sampler sampler;
    private final double[] now;
    private final boolean[] holds;
    private int draw;
    private double since;

    Recorder(Premises premises, Draws draws, Run run) {
      this.premises = premises;
      this.draws = draws;
      sampler = new Sampler(premises, run.seed());
      now = new double[premises.measures().size()];
      holds = new boolean[premises.targets().size()];
    }

    void draw(int from, int to) {
      for (int k = from; k < to; k++) {
        draw = k;
        since = 0;
        Arrays.fill(holds, false);
        Arrays.fill(now, 0);
        for (double[] times : draws.first) times[k] = Double.POSITIVE_INFINITY;
        for (short[] causes : draws.by) causes[k] = -1;
        sampler.draw(k, this);
        pass(premises.pace().years());
        for (int t = 0; t < holds.length; t++) draws.end[t][k] = holds[t] ? 1 : 0;
        for (int m = 0; m < now.length; m++) draws.measured[m][k] = now[m];
      }
    }

    /// Time goes on as things are.
    private void pass(double until) {
      double part = (until - since) / premises.pace().years();
      for (int t = 0; t < holds.length; t++) if (holds[t]) draws.share[t][draw] += part;
      for (int m = 0; m < now.length; m++) draws.averaged[m][draw] += part * now[m];
      since = until;
    }

    @Override
    public void at(double year, int cause, int state) {
      pass(year);
      for (int t = 0; t < holds.length; t++) {
        StateSet set = premises.sets().get(t);
        holds[t] = set.contains(state);
        if (!holds[t] || draws.first[t][draw] <= year) continue;
        draws.first[t][draw] = year;
        draws.by[t][draw] = (short) cause;
      }
      if (now.length == 0) return;
      int[] levels = premises.drift().space().levels(state);
      for (int m = 0; m < now.length; m++) now[m] = premises.measures().get(m).of(levels);
    }
  }
}
