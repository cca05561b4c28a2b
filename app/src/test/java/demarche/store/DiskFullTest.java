package demarche.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A disk that fills up costs nothing that was stored.
final class DiskFullTest {
  /// Too many for a disk of 2 MB.
  private static final long DRAWS = 80_000;

  @TempDir Path folder;

  private String ended(Process process) throws InterruptedException {
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    return Child.outcome(folder);
  }

  /// Whether a command of the system did what it should.
  private static boolean does(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }

  @Test
  void fullDiskIsToldAndTheRunGoesOnOnceThereIsRoom() throws IOException, InterruptedException {
    Path disk = Files.createDirectories(folder.resolve("disk"));
    boolean mounted = does("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk.toString());
    assumeThat(mounted).as("only root may mount a small disk").isTrue();
    try {
      Path file = disk.resolve("runs.duckdb");
      List<String> arguments = List.of(file.toString(), String.valueOf(DRAWS), "1000");
      check(ended(Child.start(folder, arguments)), file, "the disk is full");
      assertThat(does("mount", "-o", "remount,size=200m", disk.toString())).isTrue();
      completes(file, arguments);
    } finally {
      assertThat(does("umount", disk.toString())).isTrue();
    }
  }

  @Test // needs no root
  void fileThatMayNotGrowIsToldAndTheRunGoesOnOnceItMay() throws IOException, InterruptedException {
    assumeThat(does("prlimit", "--version")).as("prlimit of Linux is there").isTrue();
    Path file = folder.resolve("runs.duckdb");
    List<String> arguments = List.of(file.toString(), String.valueOf(DRAWS), "1000");
    Process process = Child.start(folder, arguments);
    Child.await(folder, "stored "); // DuckDB's library, far larger, is unpacked by now
    assertThat(does("prlimit", "--fsize=1000000", "--pid", String.valueOf(process.pid()))).isTrue();
    check(ended(process), file, "it may not become larger");
    completes(file, arguments);
  }

  private static void check(String said, Path file, String why) {
    assertThat(said.lines().toList().getLast())
        .startsWith(
            "FULL: cannot write %s: %s; what was stored before is kept".formatted(file, why));
    assertThat(said).contains("stored ").doesNotContain("complete", "\tat ");
  }

  private void completes(Path file, List<String> arguments) throws InterruptedException {
    assertThat(ended(Child.start(folder, arguments))).endsWith("complete\n");
    assertThat(KillTest.rows(file)).isEqualTo(Ensembles.all(Ensembles.design(1, DRAWS)));
  }
}
