package demarche.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import demarche.analysis.Question;
import demarche.ensemble.Engine.Delivery;
import demarche.ensemble.Engine.Job;
import demarche.ensemble.Plan;
import demarche.ensemble.Row;
import demarche.ensemble.Sampling;
import demarche.ensemble.Span;
import demarche.lens.Run;
import demarche.spark.Trial.Aim;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Executors make the rows of the local engine, to the last bit, also after a stop.
final class SameRowsTest {
  private static final String MASTER = "local[2]";

  @Test
  void ferry(@TempDir Path folder) {
    Trial trial = Trial.of("ferry.yaml", Set.of(), Trial.draws(500), folder);
    assertThat(trial.on(MASTER)).isEqualTo(trial.here());
  }

  @Test
  void korea(@TempDir Path folder) {
    Trial trial =
        Trial.of("korea-2019.yaml", Set.of("stability", "settlement"), Trial.draws(20), folder);
    assertThat(trial.on(MASTER)).isEqualTo(trial.here());
  }

  @Test // it extends another file and has data: both travel
  void aVariantInAFileOfItsOwn(@TempDir Path folder) {
    Plan plan = new Plan(16, 3, Sampling.LATIN);
    Trial trial = Trial.of("korea-2017.yaml", Set.of("settlement", "claims"), plan, folder);
    assertThat(trial.ensemble().about().file().files()).hasSizeGreaterThan(1);
    assertThat(trial.on(MASTER)).isEqualTo(trial.here());
  }

  @Test
  void parametersSetFromOutside(@TempDir Path folder) {
    Aim aim = new Aim(new Plan(40, 5, Sampling.SOBOL), folder);
    Question lockout = new Question("no-board", Map.of("p-lockout", "0.9"));
    Trial trial = Trial.of("ferry.yaml", lockout, Set.of(), aim);
    assertThat(trial.on(MASTER)).isEqualTo(trial.here());
  }

  @Test
  void aStoppedRunGoesOnWhereItWas(@TempDir Path folder) throws IOException {
    Trial trial = Trial.of("ferry.yaml", Set.of(), Trial.draws(640), folder);
    AtomicLong made = new AtomicLong();
    Run stopping =
        new Run(1, 1, (_, done, _) -> made.set(done), () -> made.get() >= trial.runs() / 8);
    assertThatThrownBy(() -> trial.on(MASTER, stopping)).isInstanceOf(CancellationException.class);
    List<Path> kept = files(folder);
    assertThat(kept).hasSizeBetween(640 / 8 / 7, 91);

    damage(kept.getFirst());
    AtomicLong first = new AtomicLong();
    Run going = new Run(1, 1, (_, done, _) -> first.compareAndSet(0, done), () -> false);
    assertThat(trial.on(MASTER, going)).isEqualTo(trial.here());
    assertThat(files(folder)).hasSize(92).containsAll(kept);

    AtomicLong last = new AtomicLong();
    Run idle = new Run(1, 1, (_, done, _) -> last.set(done), () -> false);
    assertThat(trial.on("spark://127.0.0.1:1", idle)).isEqualTo(trial.here()); // nobody is asked
    assertThat(last).hasValue(trial.runs());
  }

  private static void damage(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() / 2);
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(f -> f.toString().endsWith(".parquet")).sorted().toList();
    }
  }

  @Test
  void rowsOfOtherRangesAreNotHandedOver(@TempDir Path folder) {
    Trial trial = Trial.of("ferry.yaml", Set.of(), Trial.draws(200), folder);
    List<Row> rows = new ArrayList<>();
    List<Span> spans = List.of(new Span(3, 5), new Span(150, 150));
    new SparkEngine()
        .draw(
            trial.ensemble(),
            new Job(MASTER, folder, spans, Delivery.ROWS),
            Run.quiet(),
            rows::add);
    assertThat(rows).extracting(Row::draw).containsExactlyInAnyOrder(3L, 4L, 5L, 150L);
    assertThat(rows).isSubsetOf(trial.here());
  }

  @Test
  void filesAloneIfNobodyWantsRows(@TempDir Path folder) throws IOException {
    Trial trial = Trial.of("ferry.yaml", Set.of(), Trial.draws(70), folder);
    Job job = new Job(MASTER, folder, List.of(Span.first(70)), Delivery.FILES);
    Path own =
        new SparkEngine()
            .draw(
                trial.ensemble(),
                job,
                Run.quiet(),
                row -> {
                  throw new AssertionError(row);
                });
    assertThat(files(own)).hasSize(24);
    assertThat(own.resolve(Workshop.PAGE)).content().contains("title: The ferry strike");
  }
}
