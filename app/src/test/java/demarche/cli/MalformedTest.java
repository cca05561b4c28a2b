package demarche.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every malformed file is refused soon, in words, and in little memory.
final class MalformedTest {
  private static final Path FILES =
      Demarche.ROOT.resolve("core/src/test/resources/malformed").toAbsolutePath();

  private static final long MOST_MILLIS = 2_000;

  /// Checks all files one by one, in a JVM of its own whose heap is bounded; prints what is wrong.
  static final class Bounded {
    private Bounded() {}

    public static void main(String[] args) throws IOException {
      try (Stream<Path> files = Files.list(FILES)) {
        files.filter(f -> f.toString().endsWith(".yaml")).sorted().forEach(Bounded::check);
      }
      System.out.println("all checked");
    }

    /// The processor's time, for a machine that is busy with other things is not to blame.
    private static long cpuNanos() {
      return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void check(Path file) {
      var out = new ByteArrayOutputStream();
      var err = new ByteArrayOutputStream();
      Terminal terminal = new Terminal(out, err, FILES, Map.of(), UTF_8, Set.of());
      long start = cpuNanos();
      String name = String.valueOf(file.getFileName());
      int exit = new Program(terminal, () -> false).run(List.of("check", name));
      long millis = (cpuNanos() - start) / 1_000_000;
      String said = err.toString(UTF_8);
      if (exit == 4 && name.contains("too-many-states")) return; // sound, but cannot be analysed
      if (exit != 3) System.out.println(name + " ends with " + exit + ": " + said);
      if (millis > MOST_MILLIS) System.out.println(name + " takes " + millis + " ms");
      if (said.contains("Exception") || said.contains("\tat ")) {
        System.out.println(name + " shows its insides: " + said);
      }
      if (!said.matches("(?s).+:\\d+:\\d+: .+")) System.out.println(name + " names no place");
    }
  }

  @Test
  void everyMalformedFileIsRefusedInTimeAndMemory() throws IOException, InterruptedException {
    Path log = Files.createTempFile("malformed", ".log");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Bounded.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    assertThat(Files.readString(log)).isEqualTo("all checked\n");
    Files.delete(log);
  }
}
