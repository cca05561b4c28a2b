package demarche.ensemble.sensitivity;

/// In how many draws something is so, and how sure that makes of the share in all that there could
/// be.
///
/// @param yes draws in which it is so
/// @param answered draws in which it is or is not
/// @param open draws in which the question has no answer
public record Share(int yes, int answered, int open) {
  /// Half of what is left of 95 % lies above this many standard deviations.
  private static final double Z = 1.959_963_984_540_054;

  public Share {
    if (yes < 0 || yes > answered || open < 0) {
      throw new IllegalArgumentException("%d of %d, %d open".formatted(yes, answered, open));
    }
  }

  /// @param draws 1 for yes, 0 for no, NaN for no answer
  public static Share of(double[] draws) {
    int yes = 0;
    int answered = 0;
    for (double draw : draws) {
      if (Double.isNaN(draw)) continue;
      answered++;
      if (draw != 0) yes++;
    }
    return new Share(yes, answered, draws.length - answered);
  }

  /// Whether draws differ about it.
  public boolean isOpen() {
    return yes > 0 && yes < answered;
  }

  /// NaN where no draw has an answer.
  public double share() {
    return (double) yes / answered;
  }

  /// The lower end of the score interval of 95 %; 0 where nothing is known.
  ///
  /// **Definition.** The shares *p* that a test would not reject: those with |yes/n - p| at most z
  /// √(p(1-p)/n).
  ///
  /// **Source.** Wilson (1927), Probable inference, the law of succession, and statistical
  /// inference, Journal of the American Statistical Association 22, 209-212.
  public double low() {
    return answered == 0 || yes == 0 ? 0 : middle() - reach();
  }

  /// The upper end; 1 where nothing is known.
  public double high() {
    return answered == 0 || yes == answered ? 1 : middle() + reach();
  }

  private double middle() {
    return (yes + Z * Z / 2) / (answered + Z * Z);
  }

  private double reach() {
    double p = share();
    double n = answered;
    return Z / (1 + Z * Z / n) * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
  }
}
