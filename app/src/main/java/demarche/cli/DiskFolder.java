package demarche.cli;

import demarche.scenario.Folder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// The folder of a scenario on disk. What the scenario names must lie in it, links followed; only
/// the scenario itself, which the user named, may be a link to anywhere, or a pipe.
final class DiskFolder implements Folder {
  private final Path folder;
  private final String scenario;

  /// @param scenario the path of the scenario's file
  DiskFolder(Path scenario) {
    Path absolute = scenario.toAbsolutePath();
    Path parent = absolute.getParent();
    this.folder = parent == null ? absolute : parent;
    this.scenario = String.valueOf(absolute.getFileName());
  }

  /// The scenario's own name in this folder.
  String scenario() {
    return scenario;
  }

  @Override
  public InputStream open(String path) throws IOException {
    Path file = folder.resolve(path);
    if (Files.isDirectory(file)) throw new FileSystemException(path, null, "it is a folder");
    if (path.equals(scenario)) return Files.newInputStream(file);
    Path real = file.toRealPath();
    if (!real.startsWith(folder.toRealPath())) {
      throw new FileSystemException(path, null, "it is a link that leads out of the folder");
    }
    if (!Files.isRegularFile(real)) throw new NoSuchFileException(path);
    return Files.newInputStream(real);
  }
}
