package demarche.store;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.ensemble.Design;
import demarche.ensemble.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run that is killed again and again ends with the rows of one that was not.
///
/// `-Dkills=20` kills more often than the ordinary build, `-Dseed=5` at other instants.
final class KillTest {
  private static final int KILLS = Integer.getInteger("kills", 4);
  private static final long SEED = Long.getLong("seed", 1);

  /// More than a process stores between two kills, so that each kill meets one at work.
  private static final long DRAWS_A_KILL = 4_000;

  private static final Pattern STORED = Pattern.compile("stored ([0-9]+)");

  @TempDir Path folder;

  @Test
  void killedRunsEndLikeUnbrokenOnes() throws InterruptedException {
    Path file = folder.resolve("runs.duckdb");
    Design design = Ensembles.design(1, DRAWS_A_KILL * KILLS);
    String draws = String.valueOf(design.runs());
    SplittableRandom random = new SplittableRandom(SEED);
    int atWork = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Process process = Child.start(folder, List.of(file.toString(), draws, "20"));
      // the first ones while the store is made, the others once batches are stored
      if (kill % 4 != 0) Child.await(folder, "stored ");
      boolean ended =
          process.waitFor(random.nextLong(kill % 4 == 0 ? 900 : 700), TimeUnit.MILLISECONDS);
      process.destroyForcibly();
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
      if (!ended) atWork++;
      assertThat(done(file)).as("kill %d of seed %d", kill, SEED).isGreaterThanOrEqualTo(told());
    }
    assertThat(atWork).as("kills that met a process at work").isEqualTo(KILLS);
    Process last = Child.start(folder, List.of(file.toString(), draws, "1000"));
    assertThat(last.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(Child.outcome(folder)).endsWith("complete\n");
    assertThat(rows(file)).isEqualTo(Ensembles.all(design));
    assertThat(rows(unbroken(design))).isEqualTo(rows(file));
    assertThat(Database.log(file)).doesNotExist();
  }

  /// How far the process said that it was.
  private long told() {
    return STORED
        .matcher(Child.outcome(folder))
        .results()
        .map((MatchResult m) -> Long.parseLong(m.group(1)))
        .max(Long::compare)
        .orElse(0L);
  }

  private static long done(Path file) {
    if (!Files.exists(file)) return 0;
    try (RunStore store = RunStore.open(copied(file), Access.READ)) {
      return store.runs().stream().mapToLong(StoredRun::done).sum();
    }
  }

  /// The store as the kill left it stays untouched: the next process must do with it.
  private static Path copied(Path file) {
    Path copy = file.resolveSibling("copy.duckdb");
    try {
      Files.deleteIfExists(Database.log(copy));
      Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      if (Files.exists(Database.log(file))) Files.copy(Database.log(file), Database.log(copy));
      return copy;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Row> rows(Path file) {
    try (RunStore store = RunStore.open(file, Access.READ);
        Stream<Row> rows = store.rows(RunStore.LATEST)) {
      assertThat(store.runs()).hasSize(1);
      assertThat(store.missing(RunStore.LATEST)).isEmpty();
      return rows.toList();
    }
  }

  private Path unbroken(Design design) {
    Path file = folder.resolve("unbroken.duckdb");
    try (RunStore store = RunStore.open(file)) {
      store.append(store.begin(design, Ensembles.STARTED), Ensembles.all(design));
    }
    return file;
  }
}
