package demarche.scenario;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Scenarios for tests: from the disk, or written in the test.
final class Fixtures {
  private Fixtures() {}

  static ScenarioFile read(Path file) throws IOException {
    Path folder = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
    return ScenarioFile.read(
        file.getFileName().toString(), path -> Files.newInputStream(folder.resolve(path)));
  }

  /// A folder of files written in the test.
  static Folder folder(Map<String, String> files) {
    return path -> {
      String text = files.get(path);
      if (text == null) throw new NoSuchFileException(path);
      return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    };
  }

  /// A scenario whose sections are `text`; the first lines are added.
  static ScenarioFile of(String text) throws IOException {
    return ScenarioFile.read("test.yaml", folder(Map.of("test.yaml", headed(text))));
  }

  static Scenario scenario(String text) throws IOException {
    return of(text).scenario();
  }

  static String headed(String text) {
    return "demarche: 1\ntitle: A test\n" + text;
  }
}
