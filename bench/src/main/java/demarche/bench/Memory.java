package demarche.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import demarche.lens.Run;
import demarche.lens.stability.Concept;
import demarche.lens.stability.Plan;
import demarche.lens.stability.StabilityLens;
import demarche.model.Model;
import demarche.states.Outline;
import demarche.states.StateSpace;
import demarche.states.Watch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// What an analysis takes against what was planned: each size in a program of its own.
///
/// **Method.** The analysis asks its run every few milliseconds whether to stop. Whenever a
/// fiftieth of the plan has been taken since the last time, all garbage is collected there and what
/// is left is counted: the memory that is needed at that moment, whatever a collector would have
/// let lie. The most of these counts, less what was there before the states were counted, is the
/// peak.
public final class Memory {
  private static final Set<Concept> ALL = EnumSet.allOf(Concept.class);
  private static final Set<Concept> FIVE = EnumSet.complementOf(EnumSet.of(Concept.SIM));
  private static final int STEPS = 50;
  private static final int THREADS = 2;
  private static final String SERIAL = "-XX:+UseSerialGC";
  private static final String DONE = "done";

  private Memory() {}

  /// A size to be measured.
  ///
  /// @param concepts all; or all but SIM, which is given up in large models after minutes
  record Size(Shape shape, Set<Concept> concepts) {}

  static List<Size> sizes() {
    Shape.Wishes priorities = Shape.Wishes.PRIORITIES;
    Shape.Wishes values = Shape.Wishes.VALUES;
    return List.of(
        new Size(Shape.plain(18, 5), ALL),
        new Size(new Shape(18, 5, values, 0, 0, false, 1), ALL),
        new Size(new Shape(18, 4, priorities, 5, 3, false, 1), ALL),
        new Size(new Shape(16, 5, values, 3, 3, true, 1), ALL),
        new Size(new Shape(18, 5, priorities, 0, 0, true, 1), FIVE),
        new Size(Shape.plain(20, 5), FIVE),
        new Size(new Shape(20, 6, values, 7, 3, false, 1), FIVE),
        new Size(new Shape(21, 4, values, 0, 0, false, 1), FIVE),
        new Size(Shape.plain(22, 5), FIVE),
        new Size(Shape.plain(24, 6), FIVE));
  }

  /// What one size took.
  ///
  /// @param suffices whether the heap that the plan names suffices under either collector
  record Found(long states, Plan plan, long peak, boolean suffices) {
    double ratio() {
      return (double) peak / plan.bytes();
    }
  }

  static Found measure(int size, String jars) {
    Outline outline = Outline.of(sizes().get(size).shape.model(), Watch.NONE);
    Plan plan = Plan.of(outline, sizes().get(size).concepts, THREADS);
    // one collector counts a thirtieth, where survivors go, as none of what a program may have
    long told = plan.footprint().heap() * 31 / 30 + (1L << 20);
    long step = plan.bytes() / STEPS;
    long peak = Long.parseLong(fork(jars, SERIAL, 2 * told, "peak", size, step));
    boolean suffices =
        fork(jars, SERIAL, told, "run", size).equals(DONE)
            && fork(jars, "-XX:+UseG1GC", told, "run", size).equals(DONE);
    return new Found(outline.size(), plan, peak, suffices);
  }

  /// What a program says at its end; empty where it fails.
  private static String fork(String jars, String collector, long heap, Object... arguments) {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/java");
    command.addAll(List.of("--add-modules=jdk.incubator.vector", collector));
    // all garbage goes, and what is large is made where the count of it is cheap
    command.add("-XX:MarkSweepAlwaysCompactCount=1");
    command.addAll(List.of("-XX:PretenureSizeThreshold=32k", "-XX:TLABSize=16k"));
    command.add("-XX:-ResizeTLAB");
    command.add("-Xmx" + Math.ceilDiv(heap, 1L << 10) + "k");
    command.addAll(List.of("-cp", jars, Memory.class.getName()));
    for (Object argument : arguments) command.add(String.valueOf(argument));
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
      return process.waitFor() == 0 ? said.lines().reduce("", (_, last) -> last) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  /// Says what all sizes take, as rows of a table.
  static void tell(String jars, Consumer<String> say) {
    for (int size = 0; size < sizes().size(); size++) {
      Found found = measure(size, jars);
      say.accept(
          String.format(
              Locale.ROOT,
              "| %s | %d | %,d | %s | %.1f MB | %.1f MB | %.2f | %s |",
              sizes().get(size).shape.words(),
              sizes().get(size).shape.actors(),
              found.states,
              sizes().get(size).concepts.equals(ALL) ? "all" : "all but SIM",
              found.plan.bytes() / 1e6,
              found.peak / 1e6,
              found.ratio(),
              found.suffices ? "suffices" : "does not suffice"));
    }
  }

  /// @param arguments `count`, `peak` or `run`, a number of [#sizes], and every how many are
  ///   counted
  public static void main(String[] arguments) {
    Size size = sizes().get(Integer.parseInt(arguments[1]));
    warm();
    switch (arguments[0]) {
      case "peak" -> System.out.println(peak(size, Long.parseLong(arguments[2])));
      case "run" -> {
        analyse(size, () -> {});
        System.out.println(DONE);
      }
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  /// So that classes are there, and what the compiler wants to know of them.
  private static void warm() {
    for (int k = 0; k < 3; k++) {
      analyse(new Size(Shape.plain(12, 4), ALL), () -> {});
      analyse(new Size(new Shape(10, 4, Shape.Wishes.VALUES, 2, 3, true, 1), ALL), () -> {});
    }
  }

  private static long peak(Size size, long step) {
    Model model = size.shape.model();
    long before = live();
    AtomicLong last = new AtomicLong(before);
    AtomicLong most = new AtomicLong();
    analyse(
        model,
        size.concepts,
        () -> {
          synchronized (last) {
            if (used() - last.get() < step) return;
            last.set(live());
            most.accumulateAndGet(last.get(), Math::max);
          }
        });
    return most.get() - before;
  }

  /// What the old generation holds, garbage included: arrays of any size are made there.
  private static long used() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getName().contains("Tenured"))
        .mapToLong(pool -> pool.getUsage().getUsed())
        .sum();
  }

  /// What is left right after a collection: the other threads take memory again at once.
  private static long live() {
    System.gc();
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getCollectionUsage().getUsed())
        .sum();
  }

  private static void analyse(Size size, Runnable asked) {
    analyse(size.shape.model(), size.concepts, asked);
  }

  private static void analyse(Model model, Set<Concept> concepts, Runnable asked) {
    Run run =
        new Run(
            THREADS,
            1,
            (_, _, _) -> {},
            () -> {
              asked.run();
              return false;
            });
    StateSpace space = StateSpace.of(model, run.watch());
    new StabilityLens(concepts).examine(space, run);
  }
}
