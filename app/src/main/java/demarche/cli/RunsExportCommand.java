package demarche.cli;

import demarche.store.Access;
import demarche.store.Export;
import demarche.store.RunStore;
import demarche.store.StoredRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Writes the rows of a run for other programs.
@Command(
    name = "export",
    description =
        "Writes the draws of a run for R, Python and others: a row a draw, with its inputs,"
            + " findings, seed, version and the hash of the scenario.",
    footer = {
      "",
      "Examples:",
      "  demarche runs export r1 --to draws.parquet",
      "  demarche runs export latest --to draws.csv"
    })
final class RunsExportCommand implements Callable<Integer> {
  private final Session session;

  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "RUN", description = "Its id, such as r1, or latest.")
  String run = "";

  @Option(
      names = "--to",
      paramLabel = "FILE",
      required = true,
      description = "The file to write; its ending tells the format.")
  String to = "";

  @Option(
      names = "--format",
      paramLabel = "F",
      description = "parquet or csv, whatever the ending of the file.")
  @Nullable Export format;

  @Option(names = "--force", description = "Overwrites a file of that name.")
  boolean force;

  @Mixin StoreChoice choice = new StoreChoice();

  RunsExportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Path file = session.path(to);
    Export written = format == null ? byEnding(file) : format;
    refuseOverwriting(file);
    try (RunStore store = RunStore.open(session.path(choice.store), Access.READ)) {
      StoredRun stored = store.run(run);
      write(store, stored, written, file);
      String rest =
          stored.isComplete() ? "" : " of %,d that are wanted".formatted(stored.design().runs());
      session
          .terminal()
          .print(
              "Wrote %,d draws%s of %s to %s.\n".formatted(stored.done(), rest, stored.id(), to));
    }
    return Exit.DONE.code();
  }

  private Export byEnding(Path file) {
    return Export.of(file)
        .orElseThrow(() ->
            new ParameterException(
                spec.commandLine(),
                "--to: '"
                    + to
                    + "' ends neither in .parquet nor in .csv; name the format with --format"));
  }

  private void refuseOverwriting(Path file) {
    if (Files.isDirectory(file)) {
      throw new Failed(Exit.SURROUNDINGS, "cannot write " + to + ": it is a folder");
    }
    if (force || !Files.exists(file, LinkOption.NOFOLLOW_LINKS)) return;
    throw new Failed(
        Exit.SURROUNDINGS, to + " is here already, nothing was written; --force overwrites it");
  }

  private void write(RunStore store, StoredRun stored, Export written, Path file) {
    try (Staged staged = new Staged()) {
      store.export(stored.id(), written, staged.reserve(file));
      staged.move();
    } catch (IOException e) {
      throw new Failed(Exit.SURROUNDINGS, "cannot write " + to + ": " + Outputs.reason(e));
    }
  }
}
