package demarche.cli;

import demarche.analysis.Analysis;
import demarche.analysis.Brief;
import demarche.analysis.Case;
import demarche.lens.Run;
import demarche.lens.forecast.Forecast.Asked;
import demarche.lens.forecast.ForecastLens;
import demarche.lens.forecast.ForecastRows;
import demarche.report.CsvReport;
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

/// How things may evolve.
@Command(
    name = "forecast",
    description =
        "Works out how likely each target of the file is to come by its horizon, beside what moves by"
            + " chance, staying put and the base rate would say. A structured what-if, not an oracle:"
            + " all rests on the tempo, sharpness and hazards of the file.",
    footer = {
      "",
      "Examples:",
      "  demarche forecast scenarios/ferry.yaml",
      "  demarche forecast scenarios/ferry.yaml --compare no-board --compare pledge",
      "  demarche forecast scenarios/ferry.yaml --runs 2000 --seed 7",
      "  demarche forecast scenarios/ferry.yaml --format csv"
    })
final class ForecastCommand implements Callable<Integer> {
  private final Session session;

  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin Sought sought = new Sought();

  @Option(
      names = "--compare",
      paramLabel = "V",
      description = "A variant to hold it against; may be repeated.")
  List<String> compared = new ArrayList<>();

  @Option(
      names = "--runs",
      paramLabel = "N",
      description =
          "Samples so many courses (default: exact where that can be done, else 10,000 courses).")
  int runs;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of what is sampled: the same seed draws the same courses (default 1).")
  long seed = 1;

  @Mixin Shown shown = new Shown();
  @Mixin Effort effort = new Effort();

  ForecastCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    boolean sampled = spec.commandLine().getParseResult().hasMatchedOption("--runs");
    if (sampled && (runs < 1 || runs > Asked.MOST_DRAWS)) {
      throw wrong(
          "--runs is %d, expected a number from 1 to %,d".formatted(runs, Asked.MOST_DRAWS));
    }
    Case about = session.open(sought, effort);
    if (about.model().forecast().isEmpty()) {
      throw new Failed(Exit.DONE, sought.file + " has no forecast; nothing to work out");
    }
    refuseUnknown(about);
    ForecastLens lens = new ForecastLens(new Asked(runs), compared);
    Brief brief = session.run(effort, run -> Analysis.of(about, List.of(lens), seeded(run)));
    if (shown.format == Format.CSV) {
      session.warn(about, sought, effort);
      session
          .terminal()
          .printData(CsvReport.records(ForecastRows.of(brief.answers().getFirst().data())));
    } else {
      new Printer(session, sought, shown, Listed.everything(), effort)
          .print(brief, TextReport.Depth.ALL);
    }
    return Exit.DONE.code();
  }

  private Run seeded(Run run) {
    return new Run(run.threads(), seed, run.progress(), run.stopped());
  }

  private void refuseUnknown(Case about) {
    List<String> known = about.scenario().variants().stream().map(v -> v.id().text()).toList();
    for (String variant : compared) {
      if (known.contains(variant)) {
        if (!about.model().variant(variant).forecast().isEmpty()) continue;
        throw wrong("--compare: the variant '%s' has no forecast".formatted(variant));
      }
      throw wrong(
          known.isEmpty()
              ? "--compare: %s has no variants".formatted(sought.file)
              : "--compare: there is no variant '%s', expected one of %s%s"
                  .formatted(variant, String.join(", ", known), Spelling.hint(variant, known)));
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
