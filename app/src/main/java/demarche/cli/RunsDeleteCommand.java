package demarche.cli;

import demarche.store.Access;
import demarche.store.RunStore;
import demarche.store.StoredRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Removes runs.
@Command(
    name = "delete",
    description =
        "Deletes runs with all their draws. There is no way back; the room is used for new runs.",
    footer = {"", "Example:", "  demarche runs delete r1"})
final class RunsDeleteCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(arity = "1..*", paramLabel = "RUN", description = "Their ids, such as r1, or latest.")
  List<String> runs = new ArrayList<>();

  @Mixin StoreChoice choice = new StoreChoice();

  RunsDeleteCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Path file = session.path(choice.store);
    Access access = Files.exists(file) ? Access.WRITE : Access.READ; // makes no store
    try (RunStore store = RunStore.open(file, access)) {
      List<StoredRun> meant = runs.stream().map(store::run).distinct().toList();
      for (StoredRun run : meant) {
        store.delete(run.id());
        session.terminal().print("Deleted %s with %,d draws.\n".formatted(run.id(), run.done()));
      }
    }
    return Exit.DONE.code();
  }
}
