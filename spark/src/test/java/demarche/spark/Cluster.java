package demarche.spark;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A standalone cluster in processes of its own, as `spark/cluster` starts it.
///
/// @param script ends the cluster when its input ends, thus also when this JVM does
record Cluster(Process script, String master, List<ProcessHandle> workers)
    implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 20;
  private static final Pattern SPACE = Pattern.compile(" ");

  private static final Path JARS = Path.of("target/jars");

  static Cluster start() throws IOException {
    link();
    Process script =
        new ProcessBuilder("./cluster", JARS.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader said = script.inputReader(StandardCharsets.UTF_8);
    String master = said.readLine();
    String workers = said.readLine();
    if (master == null || workers == null) throw new IOException("spark/cluster did not start");
    return new Cluster(
        script,
        master,
        SPACE
            .splitAsStream(workers)
            .skip(1)
            .map(pid -> ProcessHandle.of(Long.parseLong(pid)).orElseThrow())
            .toList());
  }

  /// Links to the jars of the class path, where workers look for Spark's.
  private static void link() throws IOException {
    Files.createDirectories(JARS);
    for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
      Path jar = Path.of(entry).toAbsolutePath();
      boolean ours = String.valueOf(jar.getFileName()).startsWith("demarche");
      if (entry.endsWith(".jar") && !ours) {
        Path link = JARS.resolve(String.valueOf(jar.getFileName()));
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, jar);
      }
    }
  }

  /// Kills a worker and its executors at once.
  void kill(int worker) {
    ProcessHandle victim = workers.get(worker);
    List<ProcessHandle> below = victim.descendants().toList();
    victim.destroyForcibly();
    below.forEach(ProcessHandle::destroyForcibly);
  }

  /// Whether a worker has an executor, and is alive.
  boolean works(int worker) {
    return workers.get(worker).isAlive() && workers.get(worker).descendants().findAny().isPresent();
  }

  @Override
  public void close() throws IOException {
    List<ProcessHandle> all = script.descendants().toList();
    script.outputWriter(StandardCharsets.UTF_8).close();
    try {
      boolean ended = script.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (!ended) script.destroy();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    Stream.concat(all.stream(), workers.stream()).forEach(ProcessHandle::destroyForcibly);
  }
}
