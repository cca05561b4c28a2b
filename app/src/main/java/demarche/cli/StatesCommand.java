package demarche.cli;

import demarche.analysis.Case;
import demarche.analysis.Selection;
import demarche.report.CsvReport;
import demarche.report.StatesReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Lists feasible states.
@Command(
    name = "states",
    description = "Lists the feasible states, all or those in which an expression holds.",
    footer = {
      "",
      "Examples:",
      "  demarche states scenarios/ferry.yaml",
      "  demarche states scenarios/ferry.yaml --where \"award and not strike\"",
      "  demarche states scenarios/korea-2019.yaml --where \"programme >= frozen\" --list 20"
    })
final class StatesCommand implements Callable<Integer> {
  private final Session session;

  @Mixin Sought sought = new Sought();
  @Mixin Shown shown = new Shown();
  @Mixin Listed listed = new Listed();
  @Mixin Effort effort = new Effort();

  @Option(
      names = "--where",
      paramLabel = "EXPR",
      description = "Only states in which this holds, in the notation of scenario files.")
  String where = "";

  StatesCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Case about = session.open(sought, effort);
    Selection chosen = where.isEmpty() ? Selection.all(about) : Selection.of(about, where);
    Terminal terminal = session.terminal();
    int most = listed.most();
    switch (shown.format) {
      case TEXT -> terminal.print(StatesReport.text(chosen, most, terminal.style(shown.color)));
      case JSON -> terminal.printData(StatesReport.json(chosen, most));
      case CSV -> {
        terminal.printData(CsvReport.of(about, chosen.states().stream().limit(most)));
        new Printer(session, sought, shown, listed, effort).tellRows(chosen.states().count());
      }
    }
    return Exit.DONE.code();
  }
}
