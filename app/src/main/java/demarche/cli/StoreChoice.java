package demarche.cli;

import demarche.store.RunStore;
import picocli.CommandLine.Option;

/// Which store of runs a command means.
final class StoreChoice {
  @Option(
      names = "--store",
      paramLabel = "FILE",
      defaultValue = RunStore.USUAL,
      description = "The store of runs; default: " + RunStore.USUAL + " in the current folder.")
  String store = RunStore.USUAL;
}
