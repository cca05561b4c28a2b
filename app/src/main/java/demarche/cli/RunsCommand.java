package demarche.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// The command `runs` without a command below it: tells what there is.
@Command(
    name = "runs",
    description = "Works with stored runs: ensembles of draws, each row a draw.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  demarche runs list",
      "  demarche runs show latest",
      "  demarche runs show r1 --format json",
      "  demarche runs compare r1 r2",
      "  demarche runs export r1 --to draws.parquet",
      "  demarche runs delete r1"
    })
final class RunsCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return Exit.DONE.code();
  }
}
