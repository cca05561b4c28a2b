package demarche.ensemble;

/// An engine cannot make draws, for a reason that one line tells.
public final class EngineFailed extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Reason reason;

  /// Whose matter it is.
  public enum Reason {
    /// The engine does not know what it was asked for.
    USAGE,
    /// The machines, their network or disks.
    SURROUNDINGS
  }

  public EngineFailed(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
