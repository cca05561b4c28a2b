package demarche.ensemble;

import demarche.states.TooLarge;
import org.hipparchus.random.SobolSequenceGenerator;

/// Sobol's sequence, each dimension shifted by a number of its own, around the end of its range.
///
/// The shift depends on seed and input. Without it the first point would be the lowest of all
/// ranges, and no seed would differ from another.
///
/// **Cost.** A point is worked out once and kept for the inputs that follow, on each thread.
///
/// **Source.** Sobol' (1967); direction numbers of Joe & Kuo (2008), SIAM Journal on Scientific
/// Computing 30, 2635-2654, as the library has them; shifts: Cranley & Patterson (1976), SIAM
/// Journal on Numerical Analysis 13, 904-914.
final class SobolPoints implements Points {
  /// As many dimensions as the library has direction numbers for.
  static final int MOST_INPUTS = 1_000;

  private final long seed;
  private final ThreadLocal<Walk> walks;

  private SobolPoints(long seed, int inputs) {
    this.seed = seed;
    this.walks = ThreadLocal.withInitial(() -> new Walk(inputs));
  }

  static SobolPoints of(long seed, int inputs) {
    if (inputs > MOST_INPUTS) {
      throw new TooLarge(
          "points along Sobol's sequence",
          "%,d uncertain inputs".formatted(inputs),
          "%,d".formatted(MOST_INPUTS),
          "--sampling latin and --sampling random have none");
    }
    return new SobolPoints(seed, Math.max(1, inputs));
  }

  @Override
  public double at(long draw, String input, int dimension) {
    double shifted = walks.get().at(draw)[dimension] + Chance.unit(Chance.of(seed, input));
    return shifted < 1 ? shifted : shifted - 1;
  }

  /// One thread's way along the sequence.
  private static final class Walk {
    private final SobolSequenceGenerator sequence;
    private long next;
    private double[] point = new double[0];

    Walk(int inputs) {
      sequence = new SobolSequenceGenerator(inputs);
    }

    double[] at(long draw) {
      if (point.length > 0 && draw == next - 1) return point;
      point = draw == next ? sequence.nextVector() : sequence.skipTo(Math.toIntExact(draw));
      next = draw + 1;
      return point;
    }
  }
}
