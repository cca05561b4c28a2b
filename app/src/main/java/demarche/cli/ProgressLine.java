package demarche.cli;

import demarche.lens.Run;

/// A line on the terminal that tells how far a long step is.
final class ProgressLine implements Run.Progress {
  private static final long SECOND = 1_000_000_000L;
  private static final long PAUSE = SECOND / 8;
  private static final String CLEAR = "\r\u001b[K";

  private final Terminal terminal;
  private final long start = System.nanoTime();
  private long last;
  private boolean shown;

  ProgressLine(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public synchronized void at(String step, long done, long all) {
    long now = System.nanoTime();
    if (now - start < SECOND || now - last < PAUSE) return;
    last = now;
    shown = true;
    terminal.say("%s%s: %d %%".formatted(CLEAR, step, all == 0 ? 0 : 100 * done / all));
  }

  /// Takes the line away.
  synchronized void clear() {
    if (shown) terminal.say(CLEAR);
    shown = false;
  }
}
