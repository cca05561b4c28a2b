package demarche.spark;

import demarche.ensemble.Ensemble;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// Which program runs: a version's name says little while it is being written.
final class Build {
  private Build() {}

  /// The digest of the classes that make rows, the same for a folder and a jar of it.
  static String digest() {
    CodeSource code = Ensemble.class.getProtectionDomain().getCodeSource();
    if (code == null) throw new IllegalStateException("classes come from nowhere");
    try {
      return digest(Path.of(code.getLocation().toURI()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(String.valueOf(code.getLocation()), e);
    }
  }

  /// @param place a folder or a jar
  static String digest(Path place) throws IOException {
    if (Files.isDirectory(place)) return ofClasses(place);
    try (FileSystem jar = FileSystems.newFileSystem(place)) {
      return ofClasses(jar.getPath("/"));
    }
  }

  private static String ofClasses(Path root) throws IOException {
    MessageDigest digest = sha256();
    List<Path> files;
    try (Stream<Path> found = Files.walk(root.resolve("demarche"))) {
      files = found.filter(f -> f.toString().endsWith(".class")).toList();
    }
    List<String> names = files.stream().map(f -> name(root, f)).sorted().toList();
    for (String name : names) {
      digest.update(name.getBytes(StandardCharsets.UTF_8));
      digest.update(sha256().digest(Files.readAllBytes(root.resolve(name))));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String name(Path root, Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  static String digest(String text) {
    return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
