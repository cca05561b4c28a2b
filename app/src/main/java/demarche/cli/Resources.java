package demarche.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Texts that ship with the program.
final class Resources {
  private Resources() {}

  /// @param name below the folder `demarche` of the class path
  static String text(String name) {
    try (InputStream input = Resources.class.getResourceAsStream("/demarche/" + name)) {
      if (input == null) throw new IllegalStateException("no resource " + name);
      return new String(input.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
