package demarche.cli;

import demarche.lens.Run;
import java.util.Locale;

/// A line on the terminal that tells how far a long step is.
final class ProgressLine implements Run.Progress {
  private static final long SECOND = 1_000_000_000L;
  private static final long PAUSE = SECOND / 8;
  private static final String DRAWS = "draws";
  private static final String CLEAR = "\r\u001b[K";

  private final Terminal terminal;
  private final long start = System.nanoTime();
  private long last;
  private long began;
  private long first;
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
    terminal.say(
        "%s%s: %s"
            .formatted(
                CLEAR, step, step.equals(DRAWS) ? rate(done, all, now) : percent(done, all)));
  }

  private static String percent(long done, long all) {
    return "%d %%".formatted(all == 0 ? 0 : 100 * done / all);
  }

  /// How many of all, how fast, and how long the rest takes at that pace.
  private String rate(long done, long all, long now) {
    if (done < first) first = done;
    if (began == 0) {
      began = now;
      first = done;
    }
    double seconds = (now - began) / (double) SECOND;
    if (done == first || seconds == 0) return "%,d of %,d".formatted(done, all);
    double each = (done - first) / seconds;
    return String.format(
        Locale.ROOT,
        "%,d of %,d, %s a second, %s left",
        done,
        all,
        each < 10 ? String.format(Locale.ROOT, "%.1f", each) : "%,d".formatted((long) each),
        span((long) ((all - done) / each)));
  }

  private static String span(long seconds) {
    if (seconds < 60) return seconds + " s";
    if (seconds < 3600) return "%d min %d s".formatted(seconds / 60, seconds % 60);
    return "%d h %d min".formatted(seconds / 3600, seconds / 60 % 60);
  }

  /// Takes the line away.
  synchronized void clear() {
    if (shown) terminal.say(CLEAR);
    shown = false;
  }
}
