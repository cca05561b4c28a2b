package demarche.scenario;

import java.io.IOException;
import java.io.InputStream;

/// Where a scenario's files come from; the caller decides what that is.
public interface Folder {
  /// Opens a file by its path relative to the scenario's folder, with `/` between names.
  ///
  /// @throws java.nio.file.NoSuchFileException if there is none
  InputStream open(String path) throws IOException;
}
