package demarche.cli;

import demarche.analysis.Case;
import demarche.analysis.Inventory;
import demarche.analysis.Question;
import demarche.report.CheckReport;
import demarche.report.CheckReport.Checked;
import demarche.report.Complaints;
import demarche.report.Style;
import demarche.scenario.InvalidScenario;
import demarche.scenario.ScenarioFile;
import demarche.states.TooLarge;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Reads files and says what it understood, or every problem.
@Command(
    name = "check",
    description =
        "Reads scenario files with all their variants, and prints what it understood, or every"
            + " problem.",
    footer = {
      "",
      "Examples:",
      "  demarche check scenarios/ferry.yaml",
      "  demarche check scenarios/*.yaml --format json",
      "  demarche check --schema > scenario.schema.json"
    })
final class CheckCommand implements Callable<Integer> {
  private final Session session;

  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", arity = "0..*", description = "Scenario files.")
  List<String> files = new ArrayList<>();

  @Mixin Effort effort = new Effort();

  @Option(
      names = "--schema",
      description = "Prints the JSON Schema of scenario files, for editors, and checks nothing.")
  boolean schema;

  @Option(
      names = "--format",
      paramLabel = "F",
      defaultValue = "text",
      description = "text (default) or json.")
  Format format = Format.TEXT;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "auto (default), always or never.")
  Terminal.Color color = Terminal.Color.AUTO;

  CheckCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (schema) {
      session.terminal().printData(Resources.text("scenario/scenario.schema.json"));
      return Exit.DONE.code();
    }
    if (files.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "name a scenario file, or ask for --schema");
    }
    List<Checked> checked = new ArrayList<>();
    Exit worst = Exit.DONE;
    for (String file : files) worst = worse(worst, check(file, checked));
    switch (format) {
      case TEXT -> {}
      case JSON -> session.terminal().printData(CheckReport.json(checked));
      case CSV ->
          throw new ParameterException(spec.commandLine(), "check prints text or json, not csv");
    }
    return worst.code();
  }

  /// The exit code of several files is the highest.
  private static Exit worse(Exit one, Exit other) {
    return one.code() >= other.code() ? one : other;
  }

  private Exit check(String file, List<Checked> checked) {
    Terminal terminal = session.terminal();
    Style style = terminal.style(color);
    String folder = Session.folder(file);
    Inventory found;
    try {
      ScenarioFile read = session.read(file);
      Case about = session.run(effort, run -> Case.of(read, Question.AS_WRITTEN, run.watch()));
      found = Inventory.of(about, effort.threads());
    } catch (InvalidScenario e) {
      checked.add(new Checked(file, List.of(), e.problems()));
      if (format == Format.TEXT) terminal.say(Complaints.of(e.problems(), folder, style));
      return Exit.INPUT;
    } catch (TooLarge e) {
      terminal.say("demarche: " + file + ": " + e.getMessage() + "\n");
      return Exit.TOO_LARGE;
    } catch (Failed e) {
      terminal.say("demarche: " + e.getMessage() + "\n");
      return e.exit();
    }
    checked.add(new Checked(file, List.of(found), found.about().warnings()));
    if (format == Format.TEXT) {
      terminal.say(Complaints.of(found.about().warnings(), folder, style));
      terminal.print((checked.size() > 1 ? "\n" : "") + CheckReport.text(found, style));
    }
    return Exit.DONE;
  }
}
