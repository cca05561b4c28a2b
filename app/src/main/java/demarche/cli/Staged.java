package demarche.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/// Files on their way to their places: written whole beside them first, so that a disk which fills
/// up leaves what was there before, and nothing half written.
final class Staged implements AutoCloseable {
  private static final int MOST_TRIES = 100;

  /// By place, where the content waits.
  private final Map<Path, Path> waiting = new LinkedHashMap<>();

  void add(Path file, byte[] content) throws IOException {
    Path place = Files.exists(file) ? file.toRealPath() : file; // a link stays one
    if (Files.exists(place) && !Files.isRegularFile(place)) {
      Files.write(place, content); // a device or a pipe
      return;
    }
    Path folder = place.toAbsolutePath().getParent();
    if (folder != null) Files.createDirectories(folder);
    Path part = fresh(place);
    waiting.put(place, part);
    Files.write(part, content);
  }

  /// An empty file beside the place of another, for somebody else to write.
  Path reserve(Path file) throws IOException {
    Path place = Files.exists(file) ? file.toRealPath() : file; // a link stays one
    if (Files.exists(place) && !Files.isRegularFile(place)) {
      throw new FileSystemException(file.toString(), null, "it is no file");
    }
    Path folder = place.toAbsolutePath().getParent();
    if (folder != null) Files.createDirectories(folder);
    Path part = fresh(place);
    waiting.put(place, part);
    return part;
  }

  /// An empty file beside the other one, under a name that nobody has.
  private static Path fresh(Path place) throws IOException {
    for (int k = 1; k <= MOST_TRIES; k++) {
      Path part = place.resolveSibling(place.getFileName() + "." + k + ".part");
      try {
        Files.write(part, new byte[0], StandardOpenOption.CREATE_NEW);
        return part;
      } catch (FileAlreadyExistsException _) {
        // the next name may be free
      }
    }
    throw new IOException("too many files in that folder end in .part");
  }

  /// Puts the files where they belong.
  void move() throws IOException {
    for (Map.Entry<Path, Path> entry : waiting.entrySet()) {
      Files.move(
          entry.getValue(),
          entry.getKey(),
          StandardCopyOption.REPLACE_EXISTING,
          StandardCopyOption.ATOMIC_MOVE);
    }
  }

  @Override
  public void close() throws IOException {
    for (Path part : waiting.values()) Files.deleteIfExists(part);
  }
}
