package demarche.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Compares output with a file that was read and approved, in `src/test/resources/golden`.
///
/// `-Dgolden=accept` writes the file instead; its diff is reviewed like code.
public final class Golden {
  private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

  private Golden() {}

  /// Passes where `actual` is what the golden file `name` holds, to the byte.
  public static void check(String name, String actual) {
    Path file = FOLDER.resolve(name).normalize();
    try {
      if ("accept".equals(System.getProperty("golden"))) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, actual, UTF_8);
      } else if (Files.exists(file)) {
        assertThat(actual)
            .as("%s, to be accepted by -Dgolden=accept if the change is meant", name)
            .isEqualTo(Files.readString(file, UTF_8));
      } else {
        fail("no golden file %s yet; -Dgolden=accept writes it", name);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }
}
