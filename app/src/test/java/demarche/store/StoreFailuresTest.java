package demarche.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import demarche.store.StoreFailed.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever is in the way of a store is told in one message, and nothing is lost.
final class StoreFailuresTest {
  @TempDir Path folder;

  private static void refused(Path file, Access access, Reason reason, String... said) {
    StoreFailed failed =
        catchThrowableOfType(StoreFailed.class, () -> RunStore.open(file, access).close());
    assertThat(failed).isNotNull();
    assertThat(failed.reason()).as(failed.getMessage()).isEqualTo(reason);
    assertThat(failed.getMessage()).contains(said).doesNotContain("\n");
  }

  @Test
  void fileThatIsNoDatabaseIsLeftAlone() throws IOException {
    for (String content : List.of("", "title: ferry\n", "title: ferry\n".repeat(2_000))) {
      Path file = Files.writeString(folder.resolve("ferry.yaml"), content);
      for (Access access : Access.values()) {
        refused(file, access, Reason.FOREIGN, file + " is no store of runs: it is no DuckDB");
      }
      assertThat(file).content().isEqualTo(content);
    }
  }

  @Test
  void databaseOfSomebodyElseIsLeftAlone() {
    Path file = folder.resolve("other.duckdb");
    try (Database other = Database.open(file, Access.WRITE)) {
      other.run("CREATE TABLE t (i INT)");
    }
    refused(file, Access.WRITE, Reason.FOREIGN, "is no store of runs, but a DuckDB database");
  }

  @Test
  void storeOfAnotherLayoutIsNamed() {
    Path file = folder.resolve("s.duckdb");
    Ensembles.store(file);
    try (Database store = Database.open(file, Access.WRITE)) {
      store.run("UPDATE demarche_store SET layout = 2");
    }
    refused(file, Access.READ, Reason.FOREIGN, "is a store of layout 2, this program reads layout");
  }

  @Test
  void fileOfAnotherVersionOfDuckDbIsNamed() throws IOException {
    Path file = folder.resolve("s.duckdb");
    Ensembles.store(file);
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    long version = bytes.getLong(12);
    for (long other : new long[] {1, version + 1_000}) {
      ByteBuffer changed = ByteBuffer.wrap(bytes.array().clone()).order(ByteOrder.LITTLE_ENDIAN);
      changed.putLong(12, other);
      changed.putLong(0, checksum(changed));
      Path written = Files.write(folder.resolve("v" + other + ".duckdb"), changed.array());
      refused(written, Access.WRITE, Reason.FOREIGN, "was written by another version of DuckDB");
    }
  }

  /// DuckDB's, over the first block of a file without the checksum itself.
  private static long checksum(ByteBuffer file) {
    long sum = 5381;
    for (int at = 8; at < 4096; at += 8) sum ^= file.getLong(at) * 0xbf58476d1ce4e5b9L;
    return sum;
  }

  @Test
  void damagedStoreIsNamed() throws IOException {
    Path file = folder.resolve("s.duckdb");
    Ensembles.store(file);
    byte[] bytes = Files.readAllBytes(file);
    for (int at = 4096; at < 12_288; at++) bytes[at] = 7;
    Files.write(file, bytes);
    refused(file, Access.WRITE, Reason.REFUSED, file + " is damaged: ");
  }

  @Test
  void missingStoreIsMadeForWritingAlone() throws IOException {
    Path file = folder.resolve("none.duckdb");
    refused(file, Access.READ, Reason.REFUSED, "there is no store of runs " + file);
    assertThat(file).doesNotExist();
    refused(folder.resolve("no/such.duckdb"), Access.WRITE, Reason.REFUSED, "no such folder");
    refused(folder, Access.WRITE, Reason.REFUSED, "it is a folder");
    Files.writeString(Database.log(file), "");
    refused(file, Access.WRITE, Reason.REFUSED, "none.duckdb.wal is here without its none.duckdb");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(Database.log(file));
    }
  }

  @Test
  void secondProcessIsToldOfTheFirst() throws InterruptedException, IOException {
    Path file = folder.resolve("s.duckdb");
    Ensembles.store(file);
    Path other = Files.createDirectories(folder.resolve("other"));
    Process holder = Child.start(folder, List.of(file.toString(), "hold"));
    try {
      Child.await(folder, "\n");
      assertThat(Child.outcome(folder)).isEqualTo("holding 2\n");
      for (List<String> arguments :
          List.of(List.of(file.toString()), List.of(file.toString(), "100", "10"))) {
        Process second = Child.start(other, arguments);
        assertThat(second.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(Child.outcome(other))
            .isEqualTo(
                ("IN_USE: %s is in use by another process (%d); wait until it ends, or name"
                        + " another store with --store\n")
                    .formatted(file, holder.pid()));
      }
    } finally {
      holder.destroyForcibly();
    }
    assertThat(holder.waitFor(1, TimeUnit.MINUTES)).isTrue();
    try (RunStore store = RunStore.open(file)) {
      assertThat(store.run("r1").isComplete()).isTrue();
    }
  }
}
