package demarche.cli;

import demarche.analysis.Analysis;
import demarche.analysis.Brief;
import demarche.analysis.Case;
import demarche.ensemble.Plan;
import demarche.lens.Lens;
import demarche.lens.forecast.Ahead;
import demarche.lens.forecast.CannotGoOn;
import demarche.lens.forecast.ContinuedLens;
import demarche.lens.forecast.Forecast.Asked;
import demarche.lens.forecast.ForecastLens;
import demarche.lens.forecast.ForecastRows;
import demarche.lens.forecast.Saved;
import demarche.report.CsvReport;
import demarche.report.TextReport;
import demarche.scenario.Spelling;
import demarche.store.KeptForecast;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
      "  demarche forecast scenarios/ferry.yaml --robust --runs 100 --sampling latin",
      "  demarche forecast scenarios/ferry.yaml --branch rich --at '6 months'",
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
          "Samples so many courses (default: exact where that can be done, else 10,000 courses);"
              + " with --robust or --draw how many draws of the inputs (default: 1000).")
  @Nullable Long runs;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description =
          "Of what is sampled: the same seed draws the same courses, and the same inputs (default:"
              + " 1).")
  long seed = Session.USUAL_SEED;

  @Mixin Onward onward = new Onward();
  @Mixin Over over = new Over();

  @Mixin Shown shown = new Shown();
  @Mixin Effort effort = new Effort();

  ForecastCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    onward.refuseMisuse(over, beginning());
    Draws draws = new Draws(over, drawn(), seed);
    Asked asked = new Asked(courses());
    Session seeded = session.seeded(seed);
    Case about = draws.replayed(session.open(sought, effort), session, effort);
    if (about.model().forecast().isEmpty()) {
      throw new Failed(Exit.DONE, sought.file + " has no forecast; nothing to work out");
    }
    refuseUnknown("--compare", compared, about);
    refuseUnknown("--branch", onward.branches, about);
    onward.refuseOverwriting(session);
    try {
      if (onward.continues()) return gone(about);
      List<Lens> lens = List.of(new ForecastLens(asked, compared, onward.parting(about)));
      Ahead at = onward.at(about);
      Brief plain = seeded.run(effort, run -> Analysis.of(about, lens, run));
      Brief brief = draws.with(plain, lens, session, effort);
      if (!onward.save.isEmpty()) {
        Saved saved = seeded.run(effort, run -> ContinuedLens.kept(about.space(), asked, at, run));
        keep(about, at, saved);
      }
      print(brief);
    } catch (CannotGoOn e) {
      throw new Failed(Exit.INPUT, e.reason());
    }
    return Exit.DONE.code();
  }

  /// Goes on with a forecast that was kept.
  private int gone(Case about) {
    if (shown.format == Format.CSV) throw wrong("--from tells no rows for --format csv");
    KeptForecast kept = onward.kept(about, session);
    Ahead to = onward.to(about, kept);
    ContinuedLens lens = new ContinuedLens(kept.saved(), kept.at(), to, onward.branches);
    Brief brief = session.run(effort, run -> Analysis.of(about, List.of(lens), run));
    if (!onward.save.isEmpty()) {
      keep(about, to, session.run(effort, run -> lens.kept(about.space(), run)));
    }
    print(brief);
    return Exit.DONE.code();
  }

  private void keep(Case about, Ahead at, Saved saved) {
    onward.keep(about, at, saved, session);
    if (effort.quiet) return;
    session
        .terminal()
        .say(
            "demarche: %s keeps where it stands after %s; --from %s goes on\n"
                .formatted(onward.save, at.text(), onward.save));
  }

  private void print(Brief brief) {
    if (shown.format == Format.CSV) {
      session.warn(brief.about(), sought, effort);
      session
          .terminal()
          .printData(CsvReport.records(ForecastRows.of(brief.answers().getFirst().data())));
      return;
    }
    new Printer(session, sought, shown, Listed.everything(), effort)
        .print(brief, TextReport.Depth.ALL);
  }

  /// Options that begin a forecast of their own, as they were given.
  private List<String> beginning() {
    return Stream.of("--runs", "--seed", "--compare")
        .filter(option -> spec.commandLine().getParseResult().hasMatchedOption(option))
        .toList();
  }

  /// How many draws of the inputs.
  private long drawn() {
    if (runs == null || !over.isAboutDraws()) return Plan.USUAL_RUNS;
    return counted(runs, Plan.MOST_RUNS);
  }

  /// How many courses; 0 where that is left to the lens.
  private int courses() {
    if (runs == null || over.isAboutDraws()) return 0;
    return (int) counted(runs, Asked.MOST_DRAWS);
  }

  private long counted(long number, long most) {
    if (number >= 1 && number <= most) return number;
    throw wrong("--runs is %d, expected a number from 1 to %,d".formatted(number, most));
  }

  private void refuseUnknown(String option, List<String> variants, Case about) {
    List<String> known = about.scenario().variants().stream().map(v -> v.id().text()).toList();
    for (String variant : variants) {
      if (known.contains(variant)) {
        if (!about.model().variant(variant).forecast().isEmpty()) continue;
        throw wrong("%s: the variant '%s' has no forecast".formatted(option, variant));
      }
      throw wrong(
          known.isEmpty()
              ? "%s: %s has no variants".formatted(option, sought.file)
              : "%s: there is no variant '%s', expected one of %s%s"
                  .formatted(
                      option, variant, String.join(", ", known), Spelling.hint(variant, known)));
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
