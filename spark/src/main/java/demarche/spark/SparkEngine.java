package demarche.spark;

import demarche.ensemble.Engine;
import demarche.ensemble.EngineFailed;
import demarche.ensemble.EngineFailed.Reason;
import demarche.ensemble.Ensemble;
import demarche.lens.Run;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Draws by Apache Spark. The driver cuts them into parts; executors make parts and write them to a
/// folder that all machines share; the driver reads them there.
public final class SparkEngine implements Engine {
  private static final String LOCK = ".lock";

  @Override
  public String key() {
    return "spark";
  }

  @Override
  public Path draw(Ensemble ensemble, Job job, Run run, Ensemble.Sink sink) {
    Master master = Master.of(job.master());
    try {
      Order order = Order.of(ensemble, job.folder(), run);
      String page = order.page(ensemble.design());
      Path folder = Path.of(order.folder());
      Files.createDirectories(folder);
      Delivering delivering =
          new Delivering(
              new Parts(folder, ensemble.design().runs()),
              new Table(ensemble.design(), Order.id(page)),
              job,
              sink);
      try (FileChannel _ = locked(folder)) {
        Files.writeString(folder.resolve(Workshop.PAGE), page);
        delivering.parts().sweep();
        draw(master, order, delivering, run);
      }
      return folder;
    } catch (IOException e) {
      throw failed(e);
    } catch (UncheckedIOException e) {
      throw failed(e.getCause());
    }
  }

  private static EngineFailed failed(@Nullable IOException e) {
    return new EngineFailed(
        Reason.SURROUNDINGS, e == null ? "a file failed" : String.valueOf(e.getMessage()));
  }

  /// @throws EngineFailed if another process makes the same draws
  private static FileChannel locked(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException _) {
      // this process has it
    }
    if (lock != null) return channel;
    channel.close();
    throw new EngineFailed(
        Reason.SURROUNDINGS, "another process makes the same draws in " + folder);
  }

  private static void draw(Master master, Order order, Delivering delivering, Run run)
      throws IOException {
    List<Integer> left = delivering.finished(run);
    if (left.isEmpty()) return;
    Path scratch = Files.createTempDirectory("demarche-spark");
    try (Grid grid = Grid.start(master, scratch, run)) {
      grid.make(order, left, run, part -> delivering.take(part, run));
    } finally {
      remove(scratch);
    }
  }

  /// A folder without folders.
  private static void remove(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) Files.deleteIfExists(file);
    }
    Files.deleteIfExists(folder);
  }
}
