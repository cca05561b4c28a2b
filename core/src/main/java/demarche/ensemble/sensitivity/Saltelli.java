package demarche.ensemble.sensitivity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Sobol' indices from runs made for the purpose: a design of points, and what their results say.
///
/// **Definition.** A row has two independent points A and B, and for every input *i* the point
/// AB_i, which is A with the coordinate *i* of B. Over all rows, V the variance of the results at A
/// and B,
///
/// - S_i = mean of y_B (y_ABi - y_A) / V, with y less the mean of all results at A and B;
/// - T_i = mean of (y_A - y_ABi)² / 2 V.
///
/// S_i is the share of the variance that input *i* explains alone, T_i that in which it has a part.
///
/// **Interval.** The middle 95 % of what 1,000 samples of as many rows, drawn with replacement,
/// say. Where the points fill the space evenly it is too wide.
///
/// **Cost.** n (d + 2) runs for n rows and d inputs; then O(n d) for each of the 1,000 samples.
///
/// **Source.** Saltelli, Annoni, Azzini, Campolongo, Ratto & Tarantola (2010), Variance based
/// sensitivity analysis of model output, Computer Physics Communications 181, 259-270; T_i after
/// Jansen (1999), Computer Physics Communications 117, 35-43.
///
/// @param rows 2 or more
/// @param inputs how many there are, 1 or more
/// @param numbers for A the columns from 0, for B those from `inputs`
public record Saltelli(int rows, int inputs, Numbers numbers) {
  private static final int SAMPLES = 1_000;
  private static final double TAIL = 0.025;

  /// Independent numbers from 0 to below 1, each depending on row and column alone.
  @FunctionalInterface
  public interface Numbers {
    double at(long row, int column);
  }

  /// What the results say.
  ///
  /// @param first by input, the share of the variance that would go on average if it were known
  /// @param total by input, the share that would stay on average if all others were known
  /// @param rows how many rows of the design had an answer at every point, and so count
  public record Indices(List<Estimate> first, List<Estimate> total, int rows) {
    public Indices {
      first = List.copyOf(first);
      total = List.copyOf(total);
    }
  }

  public Saltelli {
    if (rows < 2 || inputs < 1) {
      throw new IllegalArgumentException("%d rows, %d inputs".formatted(rows, inputs));
    }
  }

  /// How many points there are. Those of a row follow one another: A, B, AB_0, AB_1, ...
  public long points() {
    return (long) rows * (inputs + 2);
  }

  /// One coordinate for each input.
  public double[] point(long place) {
    long row = place / (inputs + 2);
    int kind = (int) (place % (inputs + 2));
    double[] point = new double[inputs];
    for (int i = 0; i < inputs; i++) {
      boolean isFromB = kind == 1 || kind == i + 2;
      point[i] = numbers.at(row, isFromB ? inputs + i : i);
    }
    return point;
  }

  /// Asks the function at every point.
  public Indices of(ToDoubleFunction<double[]> function, long seed) {
    double[] results =
        LongStream.range(0, points()).mapToDouble(k -> function.applyAsDouble(point(k))).toArray();
    return of(results, seed);
  }

  /// @param results by point; NaN where there is no answer, which leaves out the row
  /// @param seed of the samples for the intervals
  /// @return indices of NaN where results do not vary
  public Indices of(double[] results, long seed) {
    if (results.length != points()) {
      throw new IllegalArgumentException(results.length + " results of " + points());
    }
    int[] answered = IntStream.range(0, rows).filter(row -> isAnswered(results, row)).toArray();
    Terms terms = new Terms(results, answered, inputs);
    double[] all = terms.indices(IntStream.range(0, answered.length).toArray());
    double[][] sampled = new double[SAMPLES][];
    SplittableRandom chance = new SplittableRandom(seed);
    for (int k = 0; k < SAMPLES; k++) {
      int[] sample = chance.ints(answered.length, 0, Math.max(1, answered.length)).toArray();
      sampled[k] = terms.indices(sample);
    }
    List<Estimate> estimates = new ArrayList<>();
    for (int i = 0; i < 2 * inputs; i++) estimates.add(estimate(all, sampled, i));
    return new Indices(
        estimates.subList(0, inputs), estimates.subList(inputs, 2 * inputs), answered.length);
  }

  private boolean isAnswered(double[] results, int row) {
    int from = row * (inputs + 2);
    return Arrays.stream(results, from, from + inputs + 2).noneMatch(Double::isNaN);
  }

  private static Estimate estimate(double[] all, double[][] sampled, int index) {
    double[] values =
        Arrays.stream(sampled)
            .mapToDouble(s -> s[index])
            .filter(v -> !Double.isNaN(v))
            .sorted()
            .toArray();
    if (values.length == 0) return new Estimate(all[index], Double.NaN, Double.NaN);
    int tail = (int) (TAIL * values.length);
    return new Estimate(all[index], values[tail], values[values.length - 1 - tail]);
  }

  /// What each row adds to the sums of which indices are made.
  private static final class Terms {
    private final int inputs;

    /// By row: y_A + y_B and y_A² + y_B², then for each input the terms of S_i and of T_i.
    private final double[][] terms;

    Terms(double[] results, int[] rows, int inputs) {
      this.inputs = inputs;
      double middle = 0;
      for (int row : rows) {
        int from = row * (inputs + 2);
        middle += (results[from] + results[from + 1]) / (2.0 * rows.length);
      }
      terms = new double[rows.length][];
      for (int k = 0; k < rows.length; k++) terms[k] = row(results, rows[k], middle);
    }

    private double[] row(double[] results, int row, double middle) {
      int from = row * (inputs + 2);
      double a = results[from] - middle;
      double b = results[from + 1] - middle;
      double[] sums = new double[2 + 2 * inputs];
      sums[0] = a + b;
      sums[1] = a * a + b * b;
      for (int i = 0; i < inputs; i++) {
        double mixed = results[from + 2 + i] - middle;
        sums[2 + i] = b * (mixed - a);
        sums[2 + inputs + i] = (a - mixed) * (a - mixed) / 2;
      }
      return sums;
    }

    /// All S_i, then all T_i, of these rows.
    double[] indices(int[] rows) {
      double[] sums = new double[2 + 2 * inputs];
      for (int row : rows) {
        for (int t = 0; t < sums.length; t++) sums[t] += terms[row][t];
      }
      double n = rows.length;
      double mean = sums[0] / (2 * n);
      double variance = sums[1] / (2 * n) - mean * mean;
      double[] indices = new double[2 * inputs];
      for (int i = 0; i < indices.length; i++) {
        indices[i] = variance > 0 ? sums[2 + i] / n / variance : Double.NaN;
      }
      return indices;
    }
  }
}
