package demarche.cli;

import picocli.CommandLine.Option;

/// Options that say how a result is shown.
final class Shown {
  @Option(
      names = "--format",
      paramLabel = "F",
      defaultValue = "text",
      description = "text (default), json, or csv for tables of states.")
  Format format = Format.TEXT;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "auto (default: on a terminal, unless NO_COLOR is set), always or never.")
  Terminal.Color color = Terminal.Color.AUTO;
}
