package demarche.cli;

import demarche.store.Access;
import demarche.store.Profile;
import demarche.store.RunStore;
import demarche.store.RunsData;
import demarche.store.RunsFindings;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// What a run drew and found.
@Command(
    name = "show",
    description =
        "Shows a run: how it was made, what its draws had as inputs, and what they found.",
    footer = {
      "",
      "Examples:",
      "  demarche runs show latest",
      "  demarche runs show r1 --format json"
    })
final class RunsShowCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(index = "0", paramLabel = "RUN", description = "Its id, such as r1, or latest.")
  String run = "";

  @Mixin StoreChoice choice = new StoreChoice();
  @Mixin Shown shown = new Shown();

  RunsShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (RunStore store = RunStore.open(session.path(choice.store), Access.READ)) {
      Profile profile = Profile.of(store, run);
      new RunsPrinter(session, shown)
          .print("run", RunsFindings.of(profile), RunsData.of(profile), RunsData.columns(profile));
    }
    return Exit.DONE.code();
  }
}
