package demarche.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import demarche.analysis.Case;
import demarche.analysis.Question;
import demarche.ensemble.Ensemble;
import demarche.ensemble.Plan;
import demarche.ensemble.Row;
import demarche.ensemble.Sampling;
import demarche.ensemble.Span;
import demarche.lens.Run;
import demarche.lens.stability.StabilityLens;
import demarche.scenario.ScenarioFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/// What draws of small models cost side by side in the lanes of vectors, and one by one.
final class Ensembles {
  private static final int DRAWS = 100_000;
  private static final int SINGLE = 500;
  private static final int[][] SIZES = {{6, 3}, {8, 4}, {10, 5}, {12, 5}};

  private Ensembles() {}

  /// The section alone, on standard output.
  public static void main(String[] arguments) {
    section().forEach(System.out::println);
  }

  static List<String> section() {
    List<String> lines =
        new ArrayList<>(
            List.of(
                "## Draws",
                "",
                "Models of the same kind in which each priority counts with a probability of 0.3 to 0.9.",
                "100,000 draws with R, GMR, SMR and SEQ of everybody, drawing the inputs and making the",
                "rows (every input, every finding) included. *First*: in a cold program; *warm*: the best",
                "of three after that. *One by one*: each draw as a scenario of its own, one thread. Rows",
                "of one thread, of all threads and of draws made one by one were compared, and were equal.",
                "",
                "| states | actors | inputs | findings | first, all threads | warm, all threads |"
                    + " warm, one thread | draws a second and thread | over one by one |",
                "|---|---|---|---|---|---|---|---|---|"));
    for (int[] size : SIZES) lines.add(row(size[0], size[1]));
    lines.add("");
    return lines;
  }

  private static String row(int bits, int actors) {
    Ensemble ensemble = ensemble(new Shape(bits, actors, Shape.Wishes.DOUBTS, 0, 0, false, 1));
    if (!ensemble.isSideBySide()) throw new IllegalStateException("not side by side");
    int threads = Runtime.getRuntime().availableProcessors();
    double first = seconds(ensemble, threads);
    double warm = least(ensemble, threads);
    double alone = least(ensemble, 1);
    compare(ensemble, threads);
    long start = System.nanoTime();
    for (int k = 0; k < SINGLE; k++) ensemble.row(k, Run.quiet());
    double single = (System.nanoTime() - start) / 1e9 / SINGLE;
    return String.format(
        Locale.ROOT,
        "| 2^%d | %d | %d | %d | %s | %s | %s | %,.0f | %,.0f |",
        bits,
        actors,
        ensemble.design().inputs().size(),
        ensemble.design().findings().size(),
        Table.shown(first),
        Table.shown(warm),
        Table.shown(alone),
        DRAWS / alone,
        single * DRAWS / alone);
  }

  private static Ensemble ensemble(Shape shape) {
    try {
      byte[] text = shape.yaml().getBytes(UTF_8);
      ScenarioFile file = ScenarioFile.open("bench.yaml", _ -> new ByteArrayInputStream(text));
      return Ensemble.of(
          Case.of(file, Question.AS_WRITTEN),
          List.of(new StabilityLens(Table.FOUR)),
          new Plan(DRAWS, 1, Sampling.RANDOM),
          "bench",
          Run.quiet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Run run(int threads) {
    return new Run(threads, 1, (_, _, _) -> {}, () -> false);
  }

  private static double least(Ensemble ensemble, int threads) {
    double least = Double.MAX_VALUE;
    for (int k = 0; k < 3; k++) least = Math.min(least, seconds(ensemble, threads));
    return least;
  }

  private static double seconds(Ensemble ensemble, int threads) {
    AtomicLong rows = new AtomicLong();
    long start = System.nanoTime();
    ensemble.draw(List.of(Span.first(DRAWS)), run(threads), _ -> rows.incrementAndGet());
    if (rows.get() != DRAWS) throw new IllegalStateException(rows + " rows");
    return (System.nanoTime() - start) / 1e9;
  }

  private static void compare(Ensemble ensemble, int threads) {
    Row[] many = rows(ensemble, threads);
    if (!Arrays.equals(many, rows(ensemble, 1))) throw new IllegalStateException("threads");
    for (int k = 0; k < SINGLE; k++) {
      if (!many[k].equals(ensemble.row(k, Run.quiet())))
        throw new IllegalStateException("row " + k);
    }
  }

  private static Row[] rows(Ensemble ensemble, int threads) {
    Row[] rows = new Row[DRAWS];
    ensemble.draw(List.of(Span.first(DRAWS)), run(threads), row -> rows[(int) row.draw()] = row);
    return rows;
  }
}
