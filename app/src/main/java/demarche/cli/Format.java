package demarche.cli;

import java.util.Locale;

/// What a result is written as.
enum Format {
  TEXT,
  JSON,
  CSV;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
