package demarche.spark;

import demarche.analysis.Case;
import demarche.analysis.Lenses;
import demarche.analysis.Question;
import demarche.ensemble.Engine.Delivery;
import demarche.ensemble.Engine.Job;
import demarche.ensemble.Ensemble;
import demarche.ensemble.Plan;
import demarche.ensemble.Row;
import demarche.ensemble.Sampling;
import demarche.ensemble.Span;
import demarche.lens.Lens;
import demarche.lens.Run;
import demarche.scenario.ScenarioFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// An ensemble of a shipped scenario, made here or elsewhere.
///
/// @param ensemble to be drawn
/// @param folder for parts
record Trial(Ensemble ensemble, Path folder) {
  private static final Run BOTH = new Run(2, 1, (_, _, _) -> {}, () -> false);
  private static final Path SCENARIOS = Path.of("../scenarios");

  /// @param lenses their keys; all where there are none
  static Trial of(String scenario, Set<String> lenses, Plan plan, Path folder) {
    return of(scenario, Question.AS_WRITTEN, lenses, new Aim(plan, folder));
  }

  /// How much is drawn, and where it is kept.
  record Aim(Plan plan, Path folder) {}

  static Trial of(String scenario, Question question, Set<String> lenses, Aim aim) {
    try {
      Case about =
          Case.of(
              ScenarioFile.read(scenario, name -> Files.newInputStream(SCENARIOS.resolve(name))),
              question);
      List<Lens> asked =
          Lenses.all().stream()
              .filter(lens -> lenses.isEmpty() || lenses.contains(lens.key()))
              .toList();
      return new Trial(Ensemble.of(about, asked, aim.plan(), "test", Run.quiet()), aim.folder());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Plan draws(long runs) {
    return new Plan(runs, 7, Sampling.RANDOM);
  }

  long runs() {
    return ensemble.design().runs();
  }

  /// The rows of the local engine, in order.
  List<Row> here() {
    List<Row> rows = new ArrayList<>();
    ensemble.draw(List.of(Span.first(runs())), BOTH, rows::add);
    return sorted(rows);
  }

  /// The rows of a cluster, in order.
  List<Row> on(String master) {
    return on(master, Run.quiet());
  }

  List<Row> on(String master, Run run) {
    List<Row> rows = new ArrayList<>();
    new SparkEngine().draw(ensemble, job(master), run, rows::add);
    return sorted(rows);
  }

  Job job(String master) {
    return new Job(master, folder, List.of(Span.first(runs())), Delivery.ROWS);
  }

  private static List<Row> sorted(List<Row> rows) {
    rows.sort(Comparator.comparingLong(Row::draw));
    return rows;
  }
}
