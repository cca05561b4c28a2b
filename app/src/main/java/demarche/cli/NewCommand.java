package demarche.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Writes a starter scenario.
@Command(
    name = "new",
    description = "Writes NAME.yaml here: a small scenario with a comment on every line to change.",
    footer = {"", "Example:", "  demarche new harbour && demarche analyze harbour.yaml"})
final class NewCommand implements Callable<Integer> {
  private final Session session;

  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "NAME", description = "The new file's name.")
  String name = "";

  @Option(names = "--force", description = "Overwrites a file of that name.")
  boolean force;

  NewCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    String file = name.endsWith(".yaml") || name.endsWith(".yml") ? name : name + ".yaml";
    if (name.isBlank()) throw new ParameterException(spec.commandLine(), "the name is empty");
    Copies copies = new Copies(session, force);
    copies.add(file, Resources.text("starter.yaml"));
    copies.write();
    session
        .terminal()
        .print("Wrote %s. Next: demarche analyze %s\n".formatted(file, Shell.quoted(file)));
    return Exit.DONE.code();
  }
}
