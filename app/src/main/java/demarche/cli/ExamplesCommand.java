package demarche.cli;

import demarche.report.ExamplesReport;
import demarche.scenario.ScenarioFile;
import demarche.scenario.Spelling;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Lists the scenarios that ship with the program, or copies one.
@Command(
    name = "examples",
    description =
        "Lists the scenarios that ship with the program; with a name, copies that one here with"
            + " its data.",
    footer = {"", "Examples:", "  demarche examples", "  demarche examples ferry"})
final class ExamplesCommand implements Callable<Integer> {
  private final Session session;

  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", arity = "0..1", paramLabel = "NAME", description = "Which one to copy.")
  String name = "";

  @Option(names = "--force", description = "Overwrites files of the same names.")
  boolean force;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "auto (default), always or never.")
  Terminal.Color color = Terminal.Color.AUTO;

  ExamplesCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    try (Shipped shipped = Shipped.open()) {
      if (name.isEmpty()) list(shipped);
      else copy(shipped);
    }
    return Exit.DONE.code();
  }

  private void list(Shipped shipped) {
    List<ExamplesReport.Example> examples =
        shipped.names().stream()
            .map(id -> {
              ScenarioFile file = shipped.read(id);
              var head = file.scenario().head();
              return new ExamplesReport.Example(id, head.title(), head.summary());
            })
            .toList();
    Terminal terminal = session.terminal();
    terminal.print(ExamplesReport.text(examples, terminal.style(color)));
  }

  private void copy(Shipped shipped) {
    String id = name.endsWith(".yaml") ? name.substring(0, name.length() - 5) : name;
    if (!shipped.names().contains(id)) {
      throw new ParameterException(
          spec.commandLine(),
          "there is no example '%s'%s; 'demarche examples' lists them"
              .formatted(name, Spelling.hint(id, shipped.names())));
    }
    Copies copies = new Copies(session, force);
    shipped.files(id).forEach(copies::add);
    copies.write();
    session
        .terminal()
        .print(
            "Copied %s. Next: demarche analyze %s\n"
                .formatted(
                    String.join(", ", copies.names()), Shell.quoted(copies.names().getFirst())));
  }
}
