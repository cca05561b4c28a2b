package demarche.lens.stability;

import static java.nio.charset.StandardCharsets.UTF_8;

import demarche.lens.Run;
import demarche.model.Model;
import demarche.states.Outline;
import demarche.states.StateSpace;
import demarche.states.TooLarge;
import demarche.states.Watch;
import demarche.testing.Scenarios;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// An analysis in a program of its own, whose memory is limited and counted.
public final class PlannedRun {
  static final Set<Concept> FIVE = EnumSet.complementOf(EnumSet.of(Concept.SIM));

  private PlannedRun() {}

  /// What an analysis is made of.
  enum Kind {
    PRIORITIES("priorities: [oA-0 and not oB-0, o2-1 <-> o3-1, oB-1]", ""),
    VALUES(
        "values: [{id: v, want: o0-0, weight: 3}, {id: w, want: o1-0 or o2-1, weight: 700},"
            + " {id: x, avoid: o3-0, weight: 0.5}]",
        "constraints: [impossible: o0-0 and o1-1]\n");

    private final String wishes;
    private final String rest;

    Kind(String wishes, String rest) {
      this.wishes = wishes;
      this.rest = rest;
    }

    /// Four actors with so many yes-or-no options between them.
    Model model(int options) {
      String actors =
          IntStream.range(0, 4)
              .mapToObj(a -> "  a%d: {options: {%s}, %s}\n".formatted(a, own(a, options), of(a)))
              .collect(Collectors.joining());
      return Scenarios.model("demarche: 1\ntitle: Planned\nactors:\n" + actors + rest);
    }

    /// The wishes of an actor A beside another B.
    private String of(int actor) {
      return wishes
          .replace("A", String.valueOf(actor))
          .replace("B", String.valueOf((actor + 1) % 4));
    }

    private static String own(int actor, int options) {
      return IntStream.range(0, (options + actor) / 4)
          .mapToObj(o -> "o%d-%d: {}".formatted(actor, o))
          .collect(Collectors.joining(", "));
    }

    Plan plan(int options) {
      return Plan.of(Outline.of(model(options), Watch.NONE), FIVE, 1);
    }
  }

  /// What such a program says in the end.
  static String fork(long heap, Kind kind, int options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/java");
    command.addAll(List.of("--add-modules=jdk.incubator.vector", "-XX:+UseSerialGC"));
    // all garbage goes, and what is large is made where the count of it is cheap
    command.add("-XX:MarkSweepAlwaysCompactCount=1");
    command.addAll(List.of("-XX:PretenureSizeThreshold=32k", "-XX:TLABSize=16k"));
    command.add("-XX:-ResizeTLAB");
    command.add("-Xmx" + Math.ceilDiv(heap, 1 << 10) + "k");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(PlannedRun.class.getName(), kind.name(), String.valueOf(options)));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    return process.waitFor() + " " + said.strip();
  }

  /// @param arguments the kind, and how many options there are
  public static void main(String[] arguments) {
    Kind kind = Kind.valueOf(arguments[0]);
    int options = Integer.parseInt(arguments[1]);
    try {
      System.out.println(peak(kind.model(options), kind.plan(options)));
    } catch (TooLarge refused) {
      System.out.println(refused.getMessage());
    }
  }

  /// The most that a collection leaves, when the run is asked and a part of the plan has been taken
  /// since the last one.
  private static long peak(Model model, Plan plan) {
    analyse(model, () -> {}); // so that classes are there before
    long before = live();
    AtomicLong last = new AtomicLong(before);
    AtomicLong most = new AtomicLong();
    analyse(
        model,
        () -> {
          if (used() - last.get() < plan.bytes() / 50) return;
          last.set(live());
          most.accumulateAndGet(last.get(), Math::max);
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

  private static void analyse(Model model, Runnable asked) {
    Run run =
        new Run(
            1,
            1,
            (_, _, _) -> {},
            () -> {
              asked.run();
              return false;
            });
    new StabilityLens(FIVE).examine(StateSpace.of(model, run.watch()), run);
  }

  private static long live() {
    System.gc();
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getCollectionUsage().getUsed())
        .sum();
  }
}
