package demarche.store;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// What the rows of a run can be written as.
public enum Export {
  PARQUET,
  CSV;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The one that the ending of a file's name tells.
  public static Optional<Export> of(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".parquet")) return Optional.of(PARQUET);
    return name.endsWith(".csv") ? Optional.of(CSV) : Optional.empty();
  }

  /// For DuckDB's COPY; the caller takes care that no file is half written.
  String options() {
    return switch (this) {
      case PARQUET -> "FORMAT parquet, USE_TMP_FILE false";
      case CSV -> "FORMAT csv, HEADER, USE_TMP_FILE false";
    };
  }
}
