package demarche.cli;

/// The run cannot go on, for a reason that one line tells.
final class Failed extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Exit exit;

  Failed(Exit exit, String message) {
    super(message);
    this.exit = exit;
  }

  Exit exit() {
    return exit;
  }
}
