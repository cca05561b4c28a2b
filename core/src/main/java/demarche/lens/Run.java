package demarche.lens;

import demarche.states.Watch;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;

/// What a run is given: threads, a seed, somebody who wants to know how far it is, and a way to
/// stop.
///
/// Results do not depend on the number of threads.
///
/// @param threads 1 or more
/// @param stopped asked often; once true, the run ends with a `CancellationException`
public record Run(int threads, long seed, Progress progress, BooleanSupplier stopped) {
  public Run {
    if (threads < 1) throw new IllegalArgumentException("threads: " + threads);
  }

  /// Told how much of a step is done. Called by several threads.
  public interface Progress {
    void at(String step, long done, long all);
  }

  /// One thread, nobody listening, never stopped.
  public static Run quiet() {
    return new Run(1, 1, (_, _, _) -> {}, () -> false);
  }

  /// A part of the run on one thread, of which nobody is told how far it is.
  public Run alone() {
    return alone(seed);
  }

  /// The same with another seed.
  public Run alone(long other) {
    return new Run(1, other, (_, _, _) -> {}, stopped);
  }

  /// Ends the run if somebody asked for it.
  public void check() {
    if (stopped.getAsBoolean()) throw new CancellationException("stopped");
  }

  /// For loops that know nothing of runs: told how far they are, ended when the run is stopped.
  public Watch watch() {
    return (step, done, all) -> {
      check();
      progress.at(step, done, all);
    };
  }

  /// What is done with the numbers from `from` to `to - 1`.
  public interface Range {
    void run(int from, int to);
  }

  /// Works through the numbers from 0 to `size - 1` in ranges of `grain`, on all threads.
  ///
  /// @param worker makes one worker for each thread, with buffers of its own
  /// @throws CancellationException once the run is stopped
  public void over(String step, int size, int grain, IntFunction<Range> worker) {
    AtomicInteger next = new AtomicInteger();
    int ranges = (int) (((long) size + grain - 1) / grain);
    List<Thread> helpers = new ArrayList<>();
    List<Throwable> failures = new ArrayList<>();
    for (int t = 1; t < Math.min(threads, ranges); t++) {
      int number = t;
      helpers.add(
          Thread.ofPlatform()
              .daemon()
              .start(() ->
                  guarded(failures, () -> work(step, size, grain, next, worker.apply(number)))));
    }
    guarded(failures, () -> work(step, size, grain, next, worker.apply(0)));
    for (Thread helper : helpers) join(helper);
    synchronized (failures) {
      if (failures.isEmpty()) return;
      if (failures.getFirst() instanceof RuntimeException failure) throw failure;
      if (failures.getFirst() instanceof Error failure) throw failure;
      throw new IllegalStateException(failures.getFirst());
    }
  }

  private void work(String step, int size, int grain, AtomicInteger next, Range range) {
    int ranges = (int) (((long) size + grain - 1) / grain);
    for (int r = next.getAndIncrement(); r < ranges; r = next.getAndIncrement()) {
      check();
      progress.at(step, (long) r * grain, size);
      range.run(r * grain, (int) Math.min((long) (r + 1) * grain, size));
    }
  }

  private static void guarded(List<Throwable> failures, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | Error failure) {
      synchronized (failures) {
        failures.add(failure);
      }
    }
  }

  private static void join(Thread helper) {
    boolean interrupted = false;
    while (true) {
      try {
        helper.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) Thread.currentThread().interrupt();
  }
}
