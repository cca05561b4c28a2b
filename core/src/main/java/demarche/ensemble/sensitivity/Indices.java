package demarche.ensemble.sensitivity;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// First-order and total Sobol' indices, from runs made for the purpose.
///
/// **Definition.** Of two independent samples A and B and, for input i, the sample A with that one
/// column from B: S_i is the mean of y_B (y_ABi - y_A) over the variance, T_i half the mean of (y_A
/// - y_ABi)² over the variance. T_i is the share of the variance that would stay if all inputs but
///   i were known; what it has beyond S_i is in the interplay with others.
///
/// **Cost.** n (d + 2) runs for d inputs. The interval is that of 95 % over resampled rows.
///
/// **Source.** Saltelli, Annoni, Azzini, Campolongo, Ratto & Tarantola (2010), Variance based
/// sensitivity analysis of model output, Computer Physics Communications 181, 259-270; T_i after
/// Jansen (1999), Computer Physics Communications 117, 35-43.
///
/// @param first S_i by input
/// @param total T_i by input
public record Indices(Estimate[] first, Estimate[] total) {
  private static final int RESAMPLES = 400;

  /// A number with the interval in which it probably lies.
  public record Estimate(double value, double low, double high) {}

  /// @param a y over the first sample
  /// @param b y over the second
  /// @param mixed by input, y over the first sample with that column from the second
  /// @param seed of the resampling
  public static Indices of(double[] a, double[] b, double[][] mixed, long seed) {
    int n = a.length;
    Estimate[] first = new Estimate[mixed.length];
    Estimate[] total = new Estimate[mixed.length];
    int[][] samples = new int[RESAMPLES][];
    for (int k = 0; k < RESAMPLES; k++) {
      samples[k] = new SplittableRandom(seed + k).ints(n, 0, n).toArray();
    }
    int[] all = IntStream.range(0, n).toArray();
    double middle = (Arrays.stream(a).sum() + Arrays.stream(b).sum()) / (2.0 * n);
    for (int i = 0; i < mixed.length; i++) {
      double[] ab = mixed[i];
      Measure s =
          rows -> {
            double sum = 0;
            for (int row : rows) sum += (b[row] - middle) * (ab[row] - a[row]);
            return sum / rows.length / variance(a, b, rows);
          };
      Measure t =
          rows -> {
            double sum = 0;
            for (int row : rows) sum += (a[row] - ab[row]) * (a[row] - ab[row]);
            return sum / (2 * rows.length) / variance(a, b, rows);
          };
      first[i] = estimate(s, all, samples);
      total[i] = estimate(t, all, samples);
    }
    return new Indices(first, total);
  }

  private interface Measure {
    double of(int[] rows);
  }

  private static Estimate estimate(Measure measure, int[] all, int[][] samples) {
    double[] values = Arrays.stream(samples).mapToDouble(measure::of).sorted().toArray();
    int tail = values.length / 40;
    return new Estimate(measure.of(all), values[tail], values[values.length - 1 - tail]);
  }

  private static double variance(double[] a, double[] b, int[] rows) {
    double sum = 0;
    double squares = 0;
    for (int row : rows) {
      sum += a[row] + b[row];
      squares += a[row] * a[row] + b[row] * b[row];
    }
    double mean = sum / (2 * rows.length);
    return squares / (2 * rows.length) - mean * mean;
  }
}
