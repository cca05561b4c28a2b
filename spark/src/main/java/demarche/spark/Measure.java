package demarche.spark;

import com.sun.management.OperatingSystemMXBean;
import demarche.analysis.Case;
import demarche.analysis.Lenses;
import demarche.analysis.Question;
import demarche.ensemble.Ensemble;
import demarche.ensemble.Plan;
import demarche.ensemble.Row;
import demarche.ensemble.Sampling;
import demarche.lens.Run;
import demarche.scenario.ScenarioFile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What a draw costs and what a row takes: the figures of `docs/scale.md`. `spark/measure` runs it.
///
/// Time is that of the processor, of all threads of this process, so that other work on the machine
/// counts little.
final class Measure {
  private static final double NANOS = 1e9;

  private Measure() {}

  /// @param args a scenario, draws to make, and lenses with commas between them
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]).toAbsolutePath();
    int draws = Integer.parseInt(args[1]);
    Ensemble ensemble = ensemble(file, draws, List.of(args[2].split(",", -1)));
    for (int warm = 0; warm < Math.min(draws / 10, 200); warm++) {
      ensemble.row(draws + warm, Run.quiet());
    }
    List<Row> rows = new ArrayList<>();
    long start = processorNanos();
    for (int draw = 0; draw < draws; draw++) rows.add(ensemble.row(draw, Run.quiet()));
    double seconds = (processorNanos() - start) / NANOS;
    System.out.printf(
        "%s, %s: %d inputs, %d findings; %,d draws in %.1f s of a core, %.2f a second%n",
        file.getFileName(),
        args[2],
        ensemble.design().inputs().size(),
        ensemble.design().findings().size(),
        draws,
        seconds,
        draws / seconds);
    for (int size = 10; size <= draws; size *= 10) {
      System.out.printf(
          "  %,d rows in a file: %.1f bytes a row%n", size, bytes(ensemble, rows, size));
    }
  }

  private static Ensemble ensemble(Path file, long draws, List<String> lenses) throws IOException {
    ScenarioFile read =
        ScenarioFile.read(
            String.valueOf(file.getFileName()),
            name -> Files.newInputStream(file.resolveSibling(name)));
    return Ensemble.of(
        Case.of(read, Question.AS_WRITTEN),
        Lenses.all().stream()
            .filter(l -> lenses.contains("all") || lenses.contains(l.key()))
            .toList(),
        new Plan(2 * draws, Plan.USUAL_SEED, Sampling.RANDOM),
        "measure",
        Run.quiet());
  }

  private static double bytes(Ensemble ensemble, List<Row> rows, int size) throws IOException {
    Path file = Files.createTempFile("demarche-measure", ".parquet");
    try {
      new Table(ensemble.design(), "measure")
          .write(
              file,
              writing -> {
                for (Row row : rows.subList(0, size)) writing.put(row);
              });
      return Files.size(file) / (double) size;
    } finally {
      Files.delete(file);
    }
  }

  private static long processorNanos() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return system.getProcessCpuTime();
  }
}
