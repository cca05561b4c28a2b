package demarche.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Files to be written here, all or none, and none over another unless forced.
final class Copies {
  private final Session session;
  private final boolean force;
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  Copies(Session session, boolean force) {
    this.session = session;
    this.force = force;
  }

  void add(String name, String text) {
    add(name, text.getBytes(StandardCharsets.UTF_8));
  }

  void add(String name, byte[] content) {
    files.put(name, content);
  }

  List<String> names() {
    return List.copyOf(files.keySet());
  }

  /// @throws Failed if a file is in the way, or cannot be written
  void write() {
    for (String name : files.keySet()) refuseOverwriting(name);
    files.forEach(this::write);
  }

  private void refuseOverwriting(String name) {
    if (force || !Files.exists(session.path(name), LinkOption.NOFOLLOW_LINKS)) return;
    throw new Failed(
        Exit.SURROUNDINGS, name + " is here already, nothing was written; --force overwrites it");
  }

  private void write(String name, byte[] content) {
    Path file = session.path(name);
    try {
      Path folder = file.getParent();
      if (folder != null) Files.createDirectories(folder);
      Files.write(file, content);
    } catch (IOException e) {
      throw new Failed(Exit.SURROUNDINGS, "cannot write " + name + ": " + Outputs.reason(e));
    }
  }
}
