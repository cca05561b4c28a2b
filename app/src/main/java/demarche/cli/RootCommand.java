package demarche.cli;

import demarche.report.Version;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// The command `demarche` without a command below it: tells what there is.
@Command(
    name = "demarche",
    versionProvider = RootCommand.Numbers.class,
    description = "Analyses a crisis with several parties, written down as a scenario file.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  demarche examples ferry",
      "  demarche analyze ferry.yaml",
      "  demarche explain ferry.yaml deal",
      "",
      "Exit codes: 0 done, 1 a claim fails, 2 wrong usage, 3 bad input, 4 too large, 5 a file or",
      "disk failed, 70 a defect of the program, 130 interrupted."
    })
final class RootCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Option(names = "--version", versionHelp = true, description = "Prints the version.")
  boolean version;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return Exit.DONE.code();
  }

  /// What `--version` prints.
  static final class Numbers implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        "demarche " + Version.NUMBER, "Java " + System.getProperty("java.version")
      };
    }
  }
}
