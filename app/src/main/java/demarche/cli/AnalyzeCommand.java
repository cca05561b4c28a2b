package demarche.cli;

import demarche.analysis.Analysis;
import demarche.analysis.Brief;
import demarche.analysis.Case;
import demarche.analysis.Lenses;
import demarche.lens.Lens;
import demarche.report.CsvReport;
import demarche.report.HtmlReport;
import demarche.report.JsonReport;
import demarche.report.TextReport;
import demarche.scenario.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// All that the lenses say about a scenario.
@Command(
    name = "analyze",
    description = "Asks every lens that the scenario feeds, and prints a brief.",
    footer = {
      "",
      "Examples:",
      "  demarche analyze scenarios/ferry.yaml",
      "  demarche analyze scenarios/ferry.yaml --variant no-board --format json",
      "  demarche analyze scenarios/korea-2019.yaml --set p-war=0.05 --out report"
    })
final class AnalyzeCommand implements Callable<Integer> {
  private final Session session;

  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin Sought sought = new Sought();
  @Mixin Shown shown = new Shown();
  @Mixin Listed listed = new Listed();
  @Mixin Effort effort = new Effort();

  @Option(
      names = "--lens",
      split = ",",
      paramLabel = "NAME",
      description = "Only these lenses, with commas between them (default: all).")
  List<String> lenses = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Also writes the report there as index.html, and the brief as brief.txt, brief.json and"
              + " states.csv.")
  String out = "";

  AnalyzeCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    List<Lens> chosen = chosen().stream().map(listed::on).toList();
    Case about = session.open(sought);
    Brief brief = session.run(effort, run -> Analysis.of(about, chosen, run));
    Printer printer = new Printer(session, sought, shown, listed, effort);
    printer.print(brief, TextReport.Depth.BRIEF);
    if (!out.isEmpty()) {
      List<Outputs.Output> files =
          List.of(
              new Outputs.Output("index.html", HtmlReport.of(brief)),
              new Outputs.Output(
                  "brief.txt", TextReport.of(brief, TextReport.Depth.BRIEF, Outputs.STYLE)),
              new Outputs.Output("brief.json", JsonReport.of(brief, listed.most())),
              new Outputs.Output("states.csv", CsvReport.of(brief, listed.most())));
      new Outputs(session, effort).write(out, files);
    }
    return Exit.DONE.code();
  }

  private List<Lens> chosen() {
    if (lenses.isEmpty()) return Lenses.all();
    List<String> known = Lenses.all().stream().map(Lens::key).toList();
    for (String name : lenses) {
      if (known.contains(name)) continue;
      throw new ParameterException(
          spec.commandLine(),
          "unknown lens '%s'; there %s %s%s"
              .formatted(
                  name,
                  known.size() == 1 ? "is" : "are",
                  String.join(", ", known),
                  Spelling.hint(name, known)));
    }
    return Lenses.all().stream().filter(lens -> lenses.contains(lens.key())).toList();
  }
}
