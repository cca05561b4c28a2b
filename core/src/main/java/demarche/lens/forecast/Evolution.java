package demarche.lens.forecast;

import demarche.lens.Run;
import java.util.List;

/// What holds after each tick, where nothing stops the process.
///
/// @param held by set of places, the probability of it after 0, 1, 2, ... ticks
/// @param measured by measure, its expectation after so many ticks
/// @param end the distribution at the horizon
record Evolution(double[][] held, double[][] measured, double[] end) {

  /// **Cost.** Two distributions and their sum.
  ///
  /// @param sets of places
  /// @param measures numbers by place
  static Evolution of(Chain chain, Poisson ticks, List<int[]> sets, double[][] measures, Run run) {
    int last = ticks.last();
    Evolution evolution =
        new Evolution(
            new double[sets.size()][last + 1],
            new double[measures.length][last + 1],
            new double[chain.terrain().size()]);
    double[] now = new double[evolution.end.length];
    double[] next = new double[now.length];
    double[] sums = new double[chain.groups()];
    now[chain.terrain().start()] = 1;
    for (int k = 0; ; k++) {
      run.check();
      for (int t = 0; t < sets.size(); t++) evolution.held[t][k] = sum(now, sets.get(t));
      for (int m = 0; m < measures.length; m++) {
        evolution.measured[m][k] = product(now, measures[m]);
      }
      add(ticks.weight(k), now, evolution.end);
      if (k == last) return evolution;
      chain.tick(now, next, sums);
      double[] before = now;
      now = next;
      next = before;
    }
  }

  static double sum(double[] distribution, int[] places) {
    double sum = 0;
    for (int place : places) sum += distribution[place];
    return sum;
  }

  private static double product(double[] distribution, double[] numbers) {
    double sum = 0;
    for (int s = 0; s < numbers.length; s++) sum += distribution[s] * numbers[s];
    return sum;
  }

  static void add(double weight, double[] what, double[] into) {
    if (weight == 0) return;
    for (int s = 0; s < into.length; s++) into[s] += weight * what[s];
  }
}
