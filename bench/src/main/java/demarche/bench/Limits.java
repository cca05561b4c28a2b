package demarche.bench;

import demarche.lens.Run;
import demarche.lens.stability.Concept;
import demarche.lens.stability.Stability;
import demarche.states.Arcs;
import demarche.states.StateSpace;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// What keeps the engine from being faster, size by size, told by what disturbs it.
///
/// One thread analyses beside another that does nothing but read memory, and beside one that does
/// nothing but compute. Whatever else two threads share, they share in both; what the first costs
/// over the second is the way to memory.
final class Limits {
  /// All threads gain less than this much over one: they wait for their start.
  private static final double LEAST_GAIN = 1.25;

  /// A neighbour that reads memory costs so many times what one costs that computes.
  private static final double DISTURBED = 1.15;

  private static final VectorSpecies<Byte> SPECIES = ByteVector.SPECIES_PREFERRED;

  private Limits() {}

  /// Seconds for one size.
  ///
  /// @param one four concepts in one thread
  /// @param all the same in all threads
  /// @param sequential SEQ alone, in one thread
  /// @param reading four concepts in one thread, beside one that reads memory
  /// @param computing the same beside one that computes
  /// @param stream reading all ranks once, in one thread
  private record Times(
      int[] size,
      double one,
      double all,
      double sequential,
      double reading,
      double computing,
      double stream) {
    double gain() {
      return one / all;
    }

    double disturbed() {
      return reading / computing;
    }

    String limit() {
      if (gain() < LEAST_GAIN) return "starting threads";
      return disturbed() >= DISTURBED ? "memory" : "computing";
    }
  }

  /// @param run on all threads
  /// @param stream seconds for reading all ranks of a space once
  static void tell(Run run, ToDoubleFunction<StateSpace> stream, Consumer<String> print) {
    List<Times> rows = Arrays.stream(Table.SIZES).map(s -> times(s, run, stream)).toList();
    for (Times row : rows) {
      print.accept(
          String.format(
              Locale.ROOT,
              "| 2^%d | %d | %s | %.2f | %.0f %% | %.0f | %.2f | %s |",
              row.size[0],
              row.size[1],
              Table.shown(row.one),
              row.gain(),
              100 * row.sequential / row.one,
              row.one / row.stream,
              row.disturbed(),
              row.limit()));
    }
  }

  private static Times times(int[] size, Run run, ToDoubleFunction<StateSpace> stream) {
    StateSpace space = StateSpace.of(Shape.plain(size[0], size[1]).model());
    Arcs arcs = Arcs.of(space);
    double one = least(arcs, Table.FOUR, Run.quiet());
    double all = least(arcs, Table.FOUR, run);
    double sequential = least(arcs, EnumSet.of(Concept.SEQ), Run.quiet());
    byte[] far = new byte[1 << 29];
    double reading = beside(() -> read(far), arcs);
    double computing = beside(Limits::compute, arcs);
    return new Times(size, one, all, sequential, reading, computing, stream.applyAsDouble(space));
  }

  private static double least(Arcs arcs, Set<Concept> concepts, Run run) {
    return Table.time(() -> Stability.of(arcs, concepts, run), 1).warm();
  }

  /// What four concepts take in one thread while another does nothing but `work`.
  private static double beside(Runnable work, Arcs arcs) {
    AtomicBoolean over = new AtomicBoolean();
    Thread neighbour =
        Thread.ofPlatform()
            .daemon()
            .start(() -> {
              while (!over.get()) work.run();
            });
    double took = least(arcs, Table.FOUR, Run.quiet());
    over.set(true);
    try {
      neighbour.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return took;
  }

  private static void read(byte[] far) {
    if (Table.read(far) != 0) throw new IllegalStateException("not zero");
  }

  private static void compute() {
    ByteVector one = ByteVector.broadcast(SPECIES, (byte) 3);
    ByteVector all = one;
    for (int k = 0; k < 1 << 23; k++) {
      all = all.max(one).lanewise(VectorOperators.XOR, one);
    }
    if (all.reduceLanes(VectorOperators.MAX) > 3) throw new IllegalStateException("too large");
  }
}
