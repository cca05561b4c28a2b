package demarche.store;

import demarche.store.StoreFailed.Reason;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What DuckDB and the system say, in words that help. DuckDB has no codes for it, only sentences.
final class Failures {
  private static final Pattern HOLDER = Pattern.compile("\\(PID ([0-9]+)\\)");

  private static final Map<String, String> FULL =
      Map.of(
          "no space left", "the disk is full",
          "file too large", "it may not become larger",
          "disk quota exceeded", "your quota of the disk is used up",
          "could not allocate block", "the disk is full");

  private static final Map<String, String> REFUSED =
      Map.of(
          "permission denied", "you may not open it for writing",
          "read-only file system", "its disk is read-only",
          "no such file or directory", "there is no such folder",
          "is a directory", "it is a folder",
          "out of memory", "there is not enough memory");

  private Failures() {}

  /// @param file the store or the file that is written
  static StoreFailed of(Path file, SQLException e) {
    String said = String.valueOf(e.getMessage());
    String low = said.toLowerCase(Locale.ROOT);
    if (low.contains("could not set lock") || low.contains("conflicting lock")) {
      return new StoreFailed(Reason.IN_USE, inUse(file, said), e);
    }
    if (low.contains("not a valid duckdb database")) return foreign(file, e);
    if (low.contains("version number") || low.contains("storage version")) {
      return new StoreFailed(
          Reason.FOREIGN, file + " was written by another version of DuckDB: " + first(said), e);
    }
    for (Map.Entry<String, String> full : FULL.entrySet()) {
      if (low.contains(full.getKey())) return full(file, full.getValue(), e);
    }
    for (Map.Entry<String, String> refused : REFUSED.entrySet()) {
      if (low.contains(refused.getKey())) {
        return new StoreFailed(Reason.REFUSED, "cannot use " + file + ": " + refused.getValue(), e);
      }
    }
    return other(file, said, e);
  }

  private static String inUse(Path file, String said) {
    Matcher holder = HOLDER.matcher(said);
    String who = holder.find() ? " (" + holder.group(1) + ")" : "";
    return file
        + " is in use by another process"
        + who
        + "; wait until it ends, or name another store with --store";
  }

  static StoreFailed foreign(Path file, Throwable e) {
    return new StoreFailed(
        Reason.FOREIGN, file + " is no store of runs: it is no DuckDB database", e);
  }

  private static StoreFailed full(Path file, String why, SQLException e) {
    return new StoreFailed(
        Reason.FULL,
        "cannot write "
            + file
            + ": "
            + why
            + "; what was stored before is kept, and the run goes on from there once there is room",
        e);
  }

  private static StoreFailed other(Path file, String said, SQLException e) {
    String low = said.toLowerCase(Locale.ROOT);
    boolean surroundings =
        low.startsWith("io error")
            || low.startsWith("fatal error")
            || low.startsWith("data corruption error")
            || low.contains("corrupt");
    if (!surroundings) throw new IllegalStateException("DuckDB on " + file + ": " + said, e);
    String damaged = low.contains("corrupt") ? " is damaged: " : " cannot be used: ";
    return new StoreFailed(Reason.REFUSED, file + damaged + first(said), e);
  }

  /// The first line, without the kind of error in front.
  private static String first(String said) {
    return said.lines().findFirst().orElse("").replaceFirst("^[A-Za-z ]+ Error: ", "");
  }
}
