package demarche.bench;

import demarche.analysis.Lenses;
import demarche.lens.Lens;
import demarche.lens.Run;
import demarche.lens.Worlds;
import demarche.lens.paths.PathsLens;
import demarche.lens.stability.Concept;
import demarche.lens.stability.Stability;
import demarche.lens.stability.StabilityLens;
import demarche.model.Model;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// How long a run goes on after it was told to stop.
///
/// **Method.** Each piece of work is begun up to fifty times, within half a minute, and told to
/// stop at a moment drawn from the time that it takes, at most ten seconds; told is the longest
/// that it then went on.
final class Stops {
  private static final double MOST_SECONDS = 10;
  private static final double MOST_SECONDS_A_ROW = 30;

  private final int times;
  private final Random random = new Random(1);
  private final Consumer<String> say;

  private Stops(int times, Consumer<String> say) {
    this.times = times;
    this.say = say;
  }

  /// Something that takes a while.
  private interface Work {
    void under(Run run);
  }

  /// Says how long each piece of work goes on, as rows of a table.
  static void tell(int times, Consumer<String> say) {
    Stops stops = new Stops(times, say);
    stops.states();
    stops.concepts();
    stops.huge();
    stops.lenses();
  }

  private void states() {
    for (Shape shape :
        List.of(
            Shape.plain(24, 5),
            new Shape(22, 5, Shape.Wishes.VALUES, 5, 3, true, 1),
            Shape.plain(20, 2))) {
      Model model = shape.model();
      row("states and ranks", shape, run -> StateSpace.of(model, run.watch()));
    }
  }

  private void concepts() {
    for (Shape shape :
        List.of(Shape.plain(24, 5), new Shape(16, 4, Shape.Wishes.PRIORITIES, 3, 3, true, 1))) {
      Model model = shape.model();
      for (Concept concept : Concept.values()) {
        row(
            concept.name(),
            shape,
            run -> Stability.of(StateSpace.of(model, run.watch()), EnumSet.of(concept), run));
      }
    }
  }

  /// Where a pass along the fibres of one party takes long.
  private void huge() {
    for (Shape shape : List.of(Shape.plain(26, 6), Shape.plain(22, 2))) {
      Model model = shape.model();
      row(
          "SEQ",
          shape,
          run -> Stability.of(StateSpace.of(model, run.watch()), EnumSet.of(Concept.SEQ), run));
    }
  }

  private void lenses() {
    Shape plain = Shape.plain(22, 5);
    Model wide = plain.model();
    StabilityLens most = new StabilityLens(EnumSet.complementOf(EnumSet.of(Concept.SIM)));
    for (Lens lens : List.of(most, PathsLens.ALL)) {
      row(lens.key(), plain, run -> examine(lens, wide, run));
    }
    Shape shape = new Shape(16, 4, Shape.Wishes.VALUES, 0, 3, false, 1);
    Model large = shape.model();
    for (Lens lens : Lenses.all()) {
      if (lens.appliesTo(large)) row(lens.key(), shape, run -> examine(lens, large, run));
    }
    Shape small = new Shape(10, 4, Shape.Wishes.VALUES, 0, 3, false, 1);
    Model few = small.model();
    for (Lens lens : Lenses.all()) {
      if (lens.appliesTo(few) && !lens.appliesTo(large)) {
        row(lens.key(), small, run -> examine(lens, few, run));
      }
    }
  }

  private static void examine(Lens lens, Model model, Run run) {
    lens.examine(Worlds.of(StateSpace.of(model, run.watch())), run);
  }

  private void row(String what, Shape shape, Work work) {
    double whole = Math.min(MOST_SECONDS, stoppedAfter(work, MOST_SECONDS).ran);
    whole = Math.min(whole, stoppedAfter(work, MOST_SECONDS).ran);
    List<Double> late = new ArrayList<>();
    long start = System.nanoTime();
    for (int k = 0; k < times && (System.nanoTime() - start) / 1e9 < MOST_SECONDS_A_ROW; k++) {
      Went went = stoppedAfter(work, whole * random.nextDouble());
      if (went.stopped) late.add(went.late);
    }
    say.accept(
        String.format(
            Locale.ROOT,
            "| %s | %s, 2^%d | %s | %d | %.0f ms |",
            what,
            shape.words(),
            shape.bits(),
            whole >= MOST_SECONDS ? "longer" : String.format(Locale.ROOT, "%.1f s", whole),
            late.size(),
            late.isEmpty() ? 0 : 1e3 * Collections.max(late)));
  }

  /// @param ran seconds in all
  /// @param late seconds after it was told to stop
  private record Went(double ran, double late, boolean stopped) {}

  private Went stoppedAfter(Work work, double seconds) {
    AtomicBoolean stop = new AtomicBoolean();
    CountDownLatch done = new CountDownLatch(1);
    boolean[] stopped = new boolean[1];
    long start = System.nanoTime();
    Thread thread =
        Thread.ofPlatform()
            .start(() -> {
              try {
                work.under(new Run(2, 1, (_, _, _) -> {}, stop::get));
              } catch (CancellationException _) {
                stopped[0] = true;
              } finally {
                done.countDown();
              }
            });
    try {
      boolean ended = done.await((long) (seconds * 1e9), TimeUnit.NANOSECONDS);
      long told = System.nanoTime();
      stop.set(true);
      done.await();
      long end = System.nanoTime();
      thread.join();
      return new Went((end - start) / 1e9, ended ? 0 : (end - told) / 1e9, stopped[0]);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
