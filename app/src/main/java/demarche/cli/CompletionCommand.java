package demarche.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Prints a script that completes commands and options.
@Command(
    name = "completion",
    description = "Prints a script that completes commands and options in bash and zsh.",
    footer = {"", "Example:", "  source <(demarche completion)"})
final class CompletionCommand implements Callable<Integer> {
  private final Session session;

  @Spec CommandSpec spec = CommandSpec.create();

  CompletionCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    String script = AutoComplete.bash("demarche", spec.root().commandLine());
    session.terminal().printData(script);
    return Exit.DONE.code();
  }
}
