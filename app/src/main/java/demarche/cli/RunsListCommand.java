package demarche.cli;

import demarche.store.Access;
import demarche.store.RunStore;
import demarche.store.RunsData;
import demarche.store.RunsFindings;
import demarche.store.StoredRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Which runs there are.
@Command(
    name = "list",
    description = "Lists the runs of a store, the oldest first.",
    footer = {"", "Example:", "  demarche runs list"})
final class RunsListCommand implements Callable<Integer> {
  private final Session session;

  @Mixin StoreChoice choice = new StoreChoice();
  @Mixin Shown shown = new Shown();

  RunsListCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    List<StoredRun> runs = runs();
    new RunsPrinter(session, shown)
        .print("runs", RunsFindings.list(runs, choice.store), RunsData.list(runs));
    return Exit.DONE.code();
  }

  /// Where nobody stored a run yet, there is none; a store that somebody names must be there.
  private List<StoredRun> runs() {
    Path file = session.path(choice.store);
    if (choice.store.equals(RunStore.USUAL) && !Files.exists(file)) return List.of();
    try (RunStore store = RunStore.open(file, Access.READ)) {
      return store.runs();
    }
  }
}
