package demarche.store;

/// A store cannot be used; what it holds is as it was.
public final class StoreFailed extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Reason reason;

  /// What kind of failure it is.
  public enum Reason {
    /// The file is no store, or one that this program cannot read.
    FOREIGN,
    /// Another process has it.
    IN_USE,
    /// No room is left for it.
    FULL,
    /// Anything else that the system or the disk refuses.
    REFUSED
  }

  StoreFailed(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  StoreFailed(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
