package demarche.bench;

import demarche.lens.Run;
import demarche.lens.stability.Concept;
import demarche.lens.stability.Stability;
import demarche.model.Model;
import demarche.states.Arcs;
import demarche.states.StateSpace;
import java.util.EnumSet;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The engine's parts, each by itself: `bench/run kernels`.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgsAppend = {
      "--add-modules=jdk.incubator.vector",
      "--enable-native-access=ALL-UNNAMED",
      "--sun-misc-unsafe-memory-access=allow"
    })
public class Kernels {
  /// How many yes-or-no options there are.
  @Param({"10", "16", "20"})
  public int bits;

  /// How many constraints there are.
  @Param({"0", "7"})
  public int patterns;

  private Model model = Shape.plain(4, 2).model();
  private StateSpace space = StateSpace.of(model);

  /// Reads the scenario and numbers its states once.
  @Setup
  public void prepare() {
    model = new Shape(bits, 5, Shape.Wishes.PRIORITIES, patterns, 3, false, 1).model();
    space = StateSpace.of(model);
  }

  /// Numbering the states and ranking them for every actor.
  @Benchmark
  public StateSpace ranks() {
    return StateSpace.of(model);
  }

  /// Nash stability.
  @Benchmark
  public Stability rational() {
    return ask(Concept.R);
  }

  /// General metarationality.
  @Benchmark
  public Stability metarational() {
    return ask(Concept.GMR);
  }

  /// Symmetric metarationality.
  @Benchmark
  public Stability symmetric() {
    return ask(Concept.SMR);
  }

  /// Sequential stability.
  @Benchmark
  public Stability sequential() {
    return ask(Concept.SEQ);
  }

  private Stability ask(Concept concept) {
    return Stability.of(Arcs.of(space), EnumSet.of(concept), Run.quiet());
  }
}
