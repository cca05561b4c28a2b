package demarche.cli;

import demarche.store.Access;
import demarche.store.Comparison;
import demarche.store.RunStore;
import demarche.store.RunsData;
import demarche.store.RunsFindings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Two runs side by side.
@Command(
    name = "compare",
    description =
        "Compares what two runs found; draw by draw where they have the same seed, sampling and"
            + " inputs.",
    footer = {"", "Example:", "  demarche runs compare r1 r2"})
final class RunsCompareCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(index = "0", paramLabel = "A", description = "The first run, such as r1.")
  String first = "";

  @Parameters(index = "1", paramLabel = "B", description = "The second run, or latest.")
  String second = "";

  @Mixin StoreChoice choice = new StoreChoice();
  @Mixin Shown shown = new Shown();

  RunsCompareCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (RunStore store = RunStore.open(session.path(choice.store), Access.READ)) {
      Comparison comparison = Comparison.of(store, first, second);
      new RunsPrinter(session, shown)
          .print(
              "comparison",
              RunsFindings.of(comparison),
              RunsData.of(comparison),
              RunsData.contrasts(comparison));
    }
    return Exit.DONE.code();
  }
}
