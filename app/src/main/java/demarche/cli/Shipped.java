package demarche.cli;

import demarche.scenario.Folder;
import demarche.scenario.InputFile;
import demarche.scenario.ScenarioFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The scenarios that ship with the program, as resources: in a jar, or in a folder of classes.
final class Shipped implements AutoCloseable {
  private static final String ROOT = "/demarche/scenarios";
  private static final List<String> FOLDERS = List.of("library", "deals");
  private static final String SUFFIX = ".yaml";

  private final Path root;
  private final @Nullable FileSystem jar;

  private Shipped(Path root, @Nullable FileSystem jar) {
    this.root = root;
    this.jar = jar;
  }

  static Shipped open() {
    URL url = Shipped.class.getResource(ROOT);
    if (url == null) throw new IllegalStateException("no resource " + ROOT);
    try {
      URI uri = url.toURI();
      if (!uri.getScheme().equals("jar")) return new Shipped(Path.of(uri), null);
      FileSystem jar = FileSystems.newFileSystem(uri, Map.of());
      return new Shipped(jar.getPath(ROOT), jar);
    } catch (URISyntaxException | IOException e) {
      throw new IllegalStateException(url.toString(), e);
    }
  }

  /// Their names: those of our own first, then the library and the deals, each in alphabetical
  /// order.
  List<String> names() {
    List<String> names = new ArrayList<>(names(root));
    FOLDERS.forEach(folder -> names.addAll(names(root.resolve(folder))));
    return names;
  }

  private static List<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(f -> String.valueOf(f.getFileName()))
          .filter(f -> f.endsWith(SUFFIX))
          .map(f -> f.substring(0, f.length() - SUFFIX.length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @param name one of [#names()]
  ScenarioFile read(String name) {
    try {
      return ScenarioFile.open(name + SUFFIX, folder(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A scenario with all files that it draws in, by their paths from its folder.
  Map<String, byte[]> files(String name) {
    Folder folder = folder(name);
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (InputFile file : read(name).files()) {
      try (InputStream input = folder.open(file.path())) {
        files.put(file.path(), input.readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files;
  }

  private Folder folder(String name) {
    Path folder =
        FOLDERS.stream()
            .map(root::resolve)
            .filter(f -> Files.exists(f.resolve(name + SUFFIX)))
            .findFirst()
            .orElse(root);
    return path -> Files.newInputStream(folder.resolve(path));
  }

  @Override
  public void close() {
    if (jar == null) return;
    try {
      jar.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
