package demarche.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ctrl-C: asks the run to stop, and lets it say what was kept before the process ends.
final class Interruption {
  private static final long PATIENCE_SECONDS = 5;

  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile boolean asked;

  /// From now on a signal asks first. The JVM itself then exits with 130.
  void listen() {
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .unstarted(() -> {
                  asked = true;
                  await();
                }));
  }

  private void await() {
    try {
      boolean inTime = finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (!inTime) System.err.println("demarche: interrupted");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  boolean isAsked() {
    return asked;
  }

  /// The run is over, and has said what it had to say.
  void finish() {
    finished.countDown();
  }
}
