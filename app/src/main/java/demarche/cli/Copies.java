package demarche.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Files to be written, all or none, and none over another unless forced.
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
    String name = "";
    try (Staged staged = new Staged()) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        name = file.getKey();
        staged.add(session.path(name), file.getValue());
      }
      staged.move();
    } catch (IOException e) {
      throw new Failed(Exit.SURROUNDINGS, "cannot write " + name + ": " + Outputs.reason(e));
    }
  }

  /// @throws Failed if a file is in the way
  void refuseOverwriting(String name) {
    if (Files.isDirectory(session.path(name))) {
      throw new Failed(Exit.SURROUNDINGS, "cannot write " + name + ": it is a folder");
    }
    if (force || !Files.exists(session.path(name), LinkOption.NOFOLLOW_LINKS)) return;
    throw new Failed(
        Exit.SURROUNDINGS, name + " is here already, nothing was written; --force overwrites it");
  }
}
