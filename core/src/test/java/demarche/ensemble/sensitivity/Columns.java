package demarche.ensemble.sensitivity;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Columns of random numbers, and functions whose indices are known.
final class Columns {
  private Columns() {}

  /// Numbers with or without ties, in any scale.
  static double[] numbers(Random chance, int n) {
    int kind = chance.nextInt(4);
    return IntStream.range(0, n)
        .mapToDouble(_ ->
            switch (kind) {
              case 0 -> chance.nextDouble();
              case 1 -> chance.nextInt(3) - 1;
              case 2 -> chance.nextGaussian() * 1e6;
              default -> chance.nextInt(n) / 4.0;
            })
        .toArray();
  }

  static double[] categories(Random chance, int n, int most) {
    return IntStream.range(0, n).mapToDouble(_ -> chance.nextInt(most)).toArray();
  }

  static double[] uniform(Random chance, int n) {
    return IntStream.range(0, n).mapToDouble(_ -> chance.nextDouble()).toArray();
  }

  /// Points by column.
  static double[][] points(Random chance, int inputs, int n) {
    return IntStream.range(0, inputs).mapToObj(_ -> uniform(chance, n)).toArray(double[][]::new);
  }

  static double[] results(double[][] columns, ToDoubleFunction<double[]> function) {
    return IntStream.range(0, columns[0].length)
        .mapToDouble(k ->
            function.applyAsDouble(
                IntStream.range(0, columns.length).mapToDouble(i -> columns[i][k]).toArray()))
        .toArray();
  }

  /// Ishigami & Homma's function with a = 7 and b = 0.1, of shares of the range from -π to π.
  static double ishigami(double[] point) {
    DoubleUnaryOperator angle = share -> Math.PI * (2 * share - 1);
    double x = angle.applyAsDouble(point[0]);
    double y = angle.applyAsDouble(point[1]);
    double z = angle.applyAsDouble(point[2]);
    return Math.sin(x) + 7 * Math.sin(y) * Math.sin(y) + 0.1 * Math.pow(z, 4) * Math.sin(x);
  }

  static final double[] ISHIGAMI_FIRST = {0.3139, 0.4424, 0};
  static final double[] ISHIGAMI_TOTAL = {0.5576, 0.4424, 0.2437};

  private static final double[] A = {0, 1, 4.5, 9, 99, 99};

  /// Sobol's g-function.
  static double g(double[] point) {
    double product = 1;
    for (int i = 0; i < A.length; i++) product *= (Math.abs(4 * point[i] - 2) + A[i]) / (1 + A[i]);
    return product;
  }

  /// The part of the variance of g that belongs to one input alone.
  private static double part(double a) {
    return 1 / (3 * (1 + a) * (1 + a));
  }

  private static double variance() {
    double product = 1;
    for (double a : A) product *= 1 + part(a);
    return product - 1;
  }

  static double[] firstOfG() {
    return IntStream.range(0, A.length).mapToDouble(i -> part(A[i]) / variance()).toArray();
  }

  static double[] totalOfG() {
    return IntStream.range(0, A.length)
        .mapToDouble(i -> part(A[i]) * (variance() + 1) / (1 + part(A[i])) / variance())
        .toArray();
  }
}
