package demarche.cli;

import demarche.analysis.Analysis;
import demarche.analysis.Brief;
import demarche.analysis.Case;
import demarche.analysis.NamedState;
import demarche.lens.Lens;
import demarche.lens.paths.Aim;
import demarche.lens.paths.Origin;
import demarche.lens.paths.PathsLens;
import demarche.lens.stability.Concept;
import demarche.model.Clause;
import demarche.model.Model;
import demarche.report.TextReport;
import demarche.scenario.Notation;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What leads from one state to another.
@Command(
    name = "paths",
    description =
        "Finds what can be reached by moves and by improvements, the shortest sequences, and the"
            + " smallest groups that could leave together.",
    footer = {
      "",
      "Examples:",
      "  demarche paths scenarios/ferry.yaml",
      "  demarche paths scenarios/ferry.yaml --from deal --to \"award and demand = full\"",
      "  demarche paths scenarios/korea-2019.yaml --variant y2017 --to freeze-for-freeze"
    })
final class PathsCommand implements Callable<Integer> {
  private static final String TO = "--to";
  private static final Set<Concept> USUAL = EnumSet.of(Concept.R, Concept.SEQ);

  private final Session session;

  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin Sought sought = new Sought();
  @Mixin Concepts concepts = new Concepts();
  @Mixin Shown shown = new Shown();
  @Mixin Listed listed = new Listed();
  @Mixin Effort effort = new Effort();

  @Option(
      names = "--from",
      paramLabel = "S",
      description = "Where paths begin: a code, a proposal or status-quo (default).")
  String from = "";

  @Option(
      names = TO,
      paramLabel = "EXPR",
      description = "Where they shall lead: an expression, a code or a proposal.")
  String to = "";

  PathsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Case about = session.open(sought, effort);
    Lens lens = listed.on(new PathsLens(origin(about), aim(about), concepts.chosenOr(USUAL)));
    Brief brief = session.run(effort, run -> Analysis.of(about, List.of(lens), run));
    new Printer(session, sought, shown, listed, effort).print(brief, TextReport.Depth.ALL);
    return Exit.DONE.code();
  }

  private Origin origin(Case about) {
    return from.isEmpty() ? new Origin.StatusQuo() : new Origin.At(state(about, "--from", from));
  }

  /// A state where that is what the text names, else an expression.
  private Aim aim(Case about) {
    if (to.isEmpty()) return new Aim.Anywhere();
    if (namesState(about.model())) return new Aim.State(state(about, TO, to));
    Clause clause = about.model().clause(Notation.read(to, TO), TO);
    return new Aim.Where(to, about.space().where(clause.meaning()));
  }

  /// The names of options and conditions come first, as in any expression.
  private boolean namesState(Model model) {
    if (model.isGraph()) return model.levels(to).length > 0 || to.equals(NamedState.STATUS_QUO);
    boolean word =
        model.conditions().containsKey(to)
            || model.options().stream().anyMatch(o -> to.equals(o.shortId()) || to.equals(o.id()));
    return !word
        && (to.equals(NamedState.STATUS_QUO)
            || model.levels(to).length > 0
            || model.proposals().stream().anyMatch(p -> to.equals(p.id())));
  }

  private int state(Case about, String option, String name) {
    return switch (NamedState.of(about, name)) {
      case NamedState.Feasible(int state) -> state;
      case NamedState.Refused(String reason) ->
          throw new ParameterException(spec.commandLine(), option + ": " + reason);
    };
  }
}
