package demarche.ensemble;

import demarche.states.TooLarge;
import org.hipparchus.random.SobolSequenceGenerator;

/// Sobol's sequence, each input shifted digit by digit by a number of its own.
///
/// **Definition.** Coordinate *j* of draw *k* is the exclusive or of those direction numbers of
/// dimension *j* whose places are set in the Gray code of *k*, and of a shift that depends on seed
/// and input. The first 2^m draws fall one each into the 2^m equal parts of every input's range,
/// and the shift, which moves whole parts about, leaves that so.
///
/// **Cost.** As many steps a number as the draw has bits. The direction numbers are worked out once
/// for all inputs, 248 bytes each; then nothing changes, so threads share them.
///
/// **Source.** Sobol' (1967); direction numbers of Joe & Kuo (2008), SIAM Journal on Scientific
/// Computing 30, 2635-2654, as the library Hipparchus has them.
final class SobolPoints implements Points {
  /// Of 21,201 dimensions that the library has direction numbers for.
  static final int MOST_INPUTS = 1_000;

  private static final int PLACES = 31;
  private static final int DIGITS = 52;

  private final long seed;
  private final long[][] directions;

  private SobolPoints(long seed, long[][] directions) {
    this.seed = seed;
    this.directions = directions;
  }

  static SobolPoints of(long seed, int inputs) {
    refuseBeyond(MOST_INPUTS, inputs);
    return new SobolPoints(seed, directions(Math.max(1, inputs)));
  }

  private static void refuseBeyond(int most, int inputs) {
    if (inputs <= most) return;
    throw new TooLarge(
        "points along Sobol's sequence",
        "%,d uncertain inputs".formatted(inputs),
        "%,d".formatted(most),
        "--sampling latin and --sampling random have none");
  }

  /// Direction numbers by dimension and place, 52 digits after the point.
  ///
  /// Point 2^j has the Gray code with places j and j - 1, so it is the exclusive or of two of them,
  /// of which one is known.
  static long[][] directions(int inputs) {
    SobolSequenceGenerator sequence = new SobolSequenceGenerator(inputs);
    long[][] directions = new long[inputs][PLACES];
    for (int place = 0; place < PLACES; place++) {
      double[] point = sequence.skipTo(1 << place);
      for (int d = 0; d < inputs; d++) {
        long before = place == 0 ? 0 : directions[d][place - 1];
        directions[d][place] = (long) Math.scalb(point[d], DIGITS) ^ before;
      }
    }
    return directions;
  }

  @Override
  public double at(long draw, String input, int dimension) {
    refuseBeyond(directions.length, dimension + 1);
    long shift = Chance.of(seed, input) >>> (Long.SIZE - DIGITS);
    return Math.scalb((double) (unshifted(draw, dimension) ^ shift), -DIGITS);
  }

  /// A coordinate of the sequence itself, 52 digits after the point.
  long unshifted(long draw, int dimension) {
    if (draw < 0 || draw >>> PLACES != 0) throw new IllegalArgumentException("draw " + draw);
    long[] numbers = directions[dimension];
    long sum = 0;
    for (long gray = draw ^ (draw >>> 1); gray != 0; gray &= gray - 1) {
      sum ^= numbers[Long.numberOfTrailingZeros(gray)];
    }
    return sum;
  }
}
