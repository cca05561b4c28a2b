package demarche.lens.roles;

/// How roles are judged.
///
/// @param threshold how far a figure must move, from 0 to 1
/// @param kind what "without it" means where a criterion leaves that open
public record Terms(double threshold, Kind kind) {
  public static final double USUAL_THRESHOLD = 0.05;

  public static final Terms USUAL = new Terms(USUAL_THRESHOLD, Kind.PASSIVE);

  /// A bystander moves a figure by less.
  public static final double TOLERANCE = 0.001;

  public Terms {
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException("threshold: " + threshold);
    }
  }
}
