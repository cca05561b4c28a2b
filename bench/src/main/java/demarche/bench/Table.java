package demarche.bench;

import demarche.lens.Run;
import demarche.lens.stability.Concept;
import demarche.lens.stability.Stability;
import demarche.model.Actor;
import demarche.model.Model;
import demarche.states.Arcs;
import demarche.states.Ranks;
import demarche.states.StateSpace;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// Writes docs/performance.md: the engine from end to end, size by size, beside other ways to do
/// the same work, in one run.
public final class Table {
  static final Set<Concept> FOUR = EnumSet.of(Concept.R, Concept.GMR, Concept.SMR, Concept.SEQ);

  /// Bits of a code and actors, row by row.
  static final int[][] SIZES = {
    {10, 5}, {12, 5}, {14, 5}, {16, 5}, {18, 5}, {20, 5}, {22, 5}, {24, 5}, {24, 6}, {26, 6}
  };

  private static final Set<Concept> FIVE =
      EnumSet.of(Concept.R, Concept.GMR, Concept.SMR, Concept.SEQ, Concept.SSEQ);

  private final StringBuilder page = new StringBuilder();
  private final int threads = Runtime.getRuntime().availableProcessors();

  private Table() {}

  /// @param arguments the page to write
  public static void main(String[] arguments) throws IOException {
    Table table = new Table();
    table.head();
    table.sizes();
    table.limits();
    table.kinds();
    WhatIfs.section(FOUR, table.run()).forEach(table::print);
    Ensembles.section().forEach(table::print);
    table.others();
    table.memory();
    table.stops();
    Files.writeString(Path.of(arguments[0]), table.page);
  }

  private void say(String format, Object... values) {
    print(String.format(Locale.ROOT, format, values));
  }

  private void print(String text) {
    page.append(text).append('\n');
    System.out.println(text);
  }

  private void head() {
    say("# How fast it is");
    say("");
    say(
        "Written by `bench/run` on %d processors, %,d MB of heap, Java %s, vectors of %d bytes.",
        threads,
        Runtime.getRuntime().maxMemory() >> 20,
        System.getProperty("java.version"),
        ByteVector.SPECIES_PREFERRED.length());
    say("Times vary from machine to machine and from run to run; the ratios less so.");
    say("");
  }

  /// What one question costs.
  ///
  /// @param first seconds in a cold program
  /// @param warm seconds, the least of several runs
  record Cost(double first, double warm) {}

  static Cost time(Supplier<?> work, double atLeast) {
    double first = once(work);
    double least = first;
    double spent = first;
    for (int k = 0; (k < 8 || spent < atLeast) && k < 2_000; k++) {
      double took = once(work);
      least = Math.min(least, took);
      spent += took;
      if (spent > 20 && k >= 3) break;
    }
    return new Cost(first, least);
  }

  private static double once(Supplier<?> work) {
    long start = System.nanoTime();
    if (work.get() == null) throw new IllegalStateException("nothing found");
    return (System.nanoTime() - start) / 1e9;
  }

  private Run run() {
    return new Run(threads, 1, (_, _, _) -> {}, () -> false);
  }

  private Stability analyse(StateSpace space, Set<Concept> concepts) {
    return Stability.of(Arcs.of(space), concepts, run());
  }

  private void sizes() {
    say("## Sizes");
    say("");
    say(
        "Every combination of yes-or-no options is a state; each actor has seven priorities. *Ranks*:");
    say(
        "the states numbered and ranked for every actor. *Four concepts*: R, GMR, SMR and SEQ for all");
    say(
        "actors, on all processors. *Over streaming*: their time over that of reading all ranks once");
    say("in one thread.");
    say("");
    say(
        "| states | actors | ranks, first | warm | four concepts, first | warm | states a second |"
            + " bytes a state | growth | over streaming |");
    say("|---|---|---|---|---|---|---|---|---|---|");
    double before = 0;
    for (int[] size : SIZES) {
      Model model = Shape.plain(size[0], size[1]).model();
      Cost ranks = time(() -> StateSpace.of(model), 1);
      StateSpace space = StateSpace.of(model);
      Cost four = time(() -> analyse(space, FOUR), 2);
      double stream = time(() -> streamed(space), 0.5).warm;
      say(
          "| 2^%d | %d | %s | %s | %s | %s | %,.0f million | %.1f | %s | %.0f |",
          size[0],
          size[1],
          shown(ranks.first),
          shown(ranks.warm),
          shown(four.first),
          shown(four.warm),
          space.size() / four.warm / 1e6,
          held(space),
          before == 0 ? "" : String.format(Locale.ROOT, "%.1f", four.warm / before),
          four.warm / stream);
      before = four.warm;
    }
    say("");
  }

  private void limits() {
    say("## What limits it");
    say("");
    say(
        "The four concepts of the sizes above. *Gain*: one thread's time over that of all threads.");
    say(
        "*SEQ*: what SEQ alone takes of one thread's time. *Over streaming*: one thread's time over");
    say("that of reading all ranks once. *Disturbed*: one thread's time beside a thread that does");
    say("nothing but read memory, over its time beside one that does nothing but compute.");
    say("");
    say("How the limit is told: where the gain is below 1.25, threads cost what they bring, and");
    say(
        "*starting threads* is the limit. Else, where a neighbour that reads memory costs over 1.15");
    say(
        "times what one costs that computes, it is *memory*, from the shared cache on; whatever else");
    say("two threads share, they share beside both. Else it is *computing*.");
    say("");
    say("| states | actors | one thread | gain | SEQ | over streaming | disturbed | limit |");
    say("|---|---|---|---|---|---|---|---|");
    Limits.tell(run(), space -> time(() -> streamed(space), 0.5).warm, row -> print(row));
    say("");
  }

  /// Bytes of the ranks, by state.
  private static double held(StateSpace space) {
    long bytes = 0;
    for (Actor actor : space.model().actors()) {
      bytes +=
          switch (space.ranks(actor)) {
            case Ranks.Bytes _ -> 1;
            case Ranks.Shorts _ -> 2;
            case Ranks.Ints _ -> 4;
          };
    }
    return bytes;
  }

  private static Long streamed(StateSpace space) {
    long sum = 0;
    for (Actor actor : space.model().actors()) {
      if (space.ranks(actor) instanceof Ranks.Bytes(byte[] ranks, _)) sum += read(ranks);
    }
    return sum;
  }

  /// Reads every rank, a vector at a time.
  static long read(byte[] ranks) {
    VectorSpecies<Byte> species = ByteVector.SPECIES_PREFERRED;
    ByteVector all = ByteVector.zero(species);
    for (int s = 0; s + species.length() <= ranks.length; s += species.length()) {
      all = all.lanewise(VectorOperators.XOR, ByteVector.fromArray(species, ranks, s));
    }
    return all.reduceLanes(VectorOperators.XOR);
  }

  static String shown(double seconds) {
    return seconds < 1e-3
        ? String.format(Locale.ROOT, "%.0f us", seconds * 1e6)
        : seconds < 1
            ? String.format(Locale.ROOT, "%.1f ms", seconds * 1e3)
            : String.format(Locale.ROOT, "%.2f s", seconds);
  }

  private void kinds() {
    say("## Kinds of scenario");
    say("");
    say("Five concepts (SSEQ too) for all decision makers.");
    say("");
    say(
        "| scenario | actors | states | ranks, warm | five concepts, first | warm | SEQ of the first"
            + " actor |");
    say("|---|---|---|---|---|---|---|");
    for (Shape shape :
        List.of(
            new Shape(20, 6, Shape.Wishes.PRIORITIES, 7, 2, false, 10),
            new Shape(16, 5, Shape.Wishes.VALUES, 0, 0, false, 1),
            new Shape(20, 5, Shape.Wishes.VALUES, 7, 3, false, 1),
            new Shape(12, 4, Shape.Wishes.PRIORITIES, 3, 3, true, 1),
            new Shape(16, 5, Shape.Wishes.VALUES, 3, 3, true, 1))) {
      Model model = shape.model();
      Cost ranks = time(() -> StateSpace.of(model), 1);
      StateSpace space = StateSpace.of(model);
      Cost five = time(() -> analyse(space, FIVE), 2);
      String way = analyse(space, FOUR).way(Concept.SEQ, model.parties().getFirst());
      say(
          "| %s | %d | %,d | %s | %s | %s | %s |",
          shape.words(),
          shape.actors(),
          space.size(),
          shown(ranks.warm),
          shown(five.first),
          shown(five.warm),
          way);
    }
    say("");
  }

  private void others() {
    say("## Beside other ways");
    say("");
    say(
        "Three actors. *Matrices*: a bit for each pair of states, in the manner of the matrix form of");
    say("the graph model, written for this table. *Search*: from each improvement of each state,");
    say(
        "nothing shared; timed on 64 states and scaled up. One thread each. Memory: the bytes of the");
    say("arrays of either way, worked out and not measured.");
    say("");
    say("| states | sweeps | matrices | ratio | search | ratio | memory ratio |");
    say("|---|---|---|---|---|---|---|");
    for (int bits = 10; bits <= 12; bits++) {
      StateSpace space = StateSpace.of(Shape.plain(bits, 3).model());
      Arcs arcs = Arcs.of(space);
      Stability found = Stability.of(arcs, FOUR, Run.quiet());
      DenseMatrices dense = new DenseMatrices(space);
      int[] ours = FOUR.stream().mapToInt(c -> found.equilibria(c).count()).toArray();
      int[] theirs = dense.equilibria();
      if (!Arrays.equals(ours, theirs)) {
        throw new IllegalStateException(Arrays.toString(ours) + Arrays.toString(theirs));
      }
      double sweeps = time(() -> Stability.of(arcs, FOUR, Run.quiet()), 1).warm;
      double matrices = time(() -> new DenseMatrices(space).equilibria(), 0).warm;
      int judged = 64;
      double search =
          time(() -> PlainSearch.equilibria(arcs, judged), 0).warm * space.size() / judged;
      say(
          "| 2^%d | %s | %s | %,.0f | %s | %,.0f | %,.0f |",
          bits,
          shown(sweeps),
          shown(matrices),
          matrices / sweeps,
          shown(search),
          search / sweeps,
          dense.bytes() / (2 * held(space) * space.size()));
    }
    say("");
    say("Peak memory of this program up to here: %,d MB.", peak());
  }

  private void memory() {
    say("");
    say("## Memory");
    say("");
    say(
        "What `check` plans for an analysis of stability with two threads, and what it takes, each");
    say(
        "size in a program of its own. The analysis asks every few milliseconds whether to stop; there,");
    say(
        "once a fiftieth of the plan has been taken since the last time, all garbage is collected and");
    say(
        "what is left is counted. *Peak* is the most of these counts, less what was there before the");
    say(
        "states were counted. *Heap*: whether the heap that the plan asks for (half as much again, and");
    say("16 MB for the program) lets the analysis end under the serial collector and under G1.");
    say("");
    say("| scenario | actors | states | concepts | planned | peak | peak over planned | heap |");
    say("|---|---|---|---|---|---|---|---|");
    Memory.tell(System.getProperty("java.class.path"), row -> print(row));
  }

  private void stops() {
    say("");
    say("## Stopping");
    say("");
    say(
        "How long a run goes on once it is told to stop, in wall-clock time: the longest of 50, or of as");
    say(
        "many as half a minute allows, each told at a moment drawn from the time that the whole takes, or from");
    say("ten seconds. Those that had ended before are not counted.");
    say("");
    say("| what | scenario | takes | stopped | goes on at most |");
    say("|---|---|---|---|---|");
    Stops.tell(50, row -> print(row));
  }

  private static long peak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum()
        >> 20;
  }
}
