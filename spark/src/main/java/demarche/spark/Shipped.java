package demarche.spark;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// What of the program's own class path executors need: a cluster has Spark's jars and Parquet's.
final class Shipped {
  private static final List<String> NEEDED =
      List.of(
          "demarche-core", "demarche-spark", "snakeyaml-engine", "commons-numbers", "hipparchus");

  private Shipped() {}

  /// The jars; folders of classes are packed.
  ///
  /// @param scratch for those
  static List<String> jars(Path scratch) throws IOException {
    List<String> jars = new ArrayList<>();
    String all = System.getProperty("java.class.path", "");
    for (String entry : all.split(Pattern.quote(File.pathSeparator), -1)) {
      Path place = Path.of(entry);
      if (Files.isDirectory(place)) {
        if (Files.isDirectory(place.resolve("demarche"))) {
          jars.add(packed(place, scratch.resolve("classes-" + jars.size() + ".jar")).toString());
        }
      } else if (NEEDED.stream().anyMatch(String.valueOf(place.getFileName())::startsWith)) {
        jars.add(place.toAbsolutePath().toString());
      }
    }
    return jars;
  }

  private static Path packed(Path folder, Path jar) throws IOException {
    List<Path> files;
    try (Stream<Path> found = Files.walk(folder)) {
      files = found.filter(Files::isRegularFile).sorted().toList();
    }
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Path file : files) {
        zip.putNextEntry(new ZipEntry(folder.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, zip);
        zip.closeEntry();
      }
    }
    return jar;
  }
}
