package demarche.cli;

import demarche.analysis.Analysis;
import demarche.analysis.Brief;
import demarche.analysis.Case;
import demarche.analysis.Lenses;
import demarche.cli.Outputs.Output;
import demarche.cli.Outputs.Part;
import demarche.lens.Lens;
import demarche.report.CsvReport;
import demarche.report.HtmlReport;
import demarche.report.JsonReport;
import demarche.report.TextReport;
import demarche.scenario.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
  @Mixin Drawn drawn = new Drawn();
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
              + " states.csv; replaces the report of an earlier run.")
  @Nullable String out;

  @Option(
      names = "--force",
      description =
          "With --out, overwrites files of those names that are no report of an earlier run.")
  boolean force;

  AnalyzeCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    List<Lens> chosen = chosen().stream().map(listed::on).toList();
    List<Outputs> outputs = outputs();
    outputs.forEach(Outputs::refuseForeign);
    Case about = drawn.replayed(session.open(sought, effort), session, effort);
    Brief plain = session.run(effort, run -> Analysis.of(about, drawn.luck(about), chosen, run));
    Brief brief = drawn.with(plain, asked(chosen), session, effort);
    Printer printer = new Printer(session, sought, shown, listed, effort);
    printer.print(brief, TextReport.Depth.BRIEF);
    outputs.forEach(o -> o.write(files(brief)));
    return Exit.DONE.code();
  }

  /// Those that draws are asked about: what takes long in each draw only where it is named.
  private List<Lens> asked(List<Lens> chosen) {
    return lenses.isEmpty() ? chosen.stream().filter(Lens::isQuicklyAsked).toList() : chosen;
  }

  /// The folder that is asked for, if any.
  private List<Outputs> outputs() {
    if (out == null) return List.of();
    if (out.isBlank()) {
      throw new ParameterException(spec.commandLine(), "--out names no folder; '.' is this one");
    }
    return List.of(new Outputs(session, effort, out, force));
  }

  private List<Output> files(Brief brief) {
    return List.of(
        new Output(Part.INDEX_HTML, HtmlReport.of(brief)),
        new Output(Part.BRIEF_TXT, TextReport.of(brief, TextReport.Depth.BRIEF, Outputs.STYLE)),
        new Output(Part.BRIEF_JSON, JsonReport.of(brief, listed.most())),
        new Output(Part.STATES_CSV, CsvReport.of(brief, listed.most())));
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
