package demarche.cli;

import picocli.CommandLine.Option;

/// The option that bounds lists of states.
final class Listed {
  @Option(
      names = "--list",
      paramLabel = "N",
      defaultValue = Cap.DEFAULT,
      converter = Cap.Reader.class,
      description = "How many states a list or table shows: a number (default 1000) or all.")
  Cap cap = new Cap(0);

  int most() {
    return cap.most();
  }
}
