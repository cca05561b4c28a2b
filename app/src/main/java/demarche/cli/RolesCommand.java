package demarche.cli;

import demarche.analysis.Analysis;
import demarche.analysis.Brief;
import demarche.analysis.Case;
import demarche.lens.Lens;
import demarche.lens.roles.Kind;
import demarche.lens.roles.Role;
import demarche.lens.roles.RolesLens;
import demarche.lens.roles.RolesRows;
import demarche.lens.roles.Terms;
import demarche.model.Actor;
import demarche.model.Model;
import demarche.model.Target;
import demarche.report.CsvReport;
import demarche.report.TextReport;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Who plays what to a target.
@Command(
    name = "roles",
    description =
        "Tells what each actor's part does to the targets of the file, by counterfactuals that are"
            + " named, and which roles that makes, as things are and in the eyes of each observer:"
            + " decisive, veto player, mediator, guarantor, bad cop, spoiler, bystander.",
    footer = {
      "",
      "Examples:",
      "  demarche roles scenarios/ferry.yaml",
      "  demarche roles scenarios/ferry.yaml --actor ministry --kind indifferent",
      "  demarche roles scenarios/ferry.yaml --explain owners veto-player",
      "  demarche roles scenarios/korea-2019.yaml --actor russia --target more-pressure --format csv"
    })
final class RolesCommand implements Callable<Integer> {
  private final Session session;

  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin Sought sought = new Sought();

  @Option(
      names = "--actor",
      paramLabel = "A",
      description = "Only what this actor plays (default: all).")
  String actor = "";

  @Option(
      names = "--target",
      paramLabel = "T",
      description = "Only what is played to this target (default: all).")
  String target = "";

  @Option(
      names = "--observer",
      paramLabel = "X",
      description =
          "Only in the eyes of this actor: its own targets, as it pictures things (default: as"
              + " things are, and in the eyes of each).")
  String observer = "";

  @Option(
      names = "--threshold",
      paramLabel = "N",
      description = "How far a figure must move, from 0 to 1 (default: 0.05).")
  double threshold = Terms.USUAL_THRESHOLD;

  @Option(
      names = "--kind",
      paramLabel = "K",
      description =
          "What \"without it\" means where a criterion leaves that open: passive (default), absent,"
              + " indifferent, without-veto, copy or inactive.")
  String kind = Kind.PASSIVE.id();

  @Option(
      names = "--explain",
      arity = "2",
      paramLabel = "A ROLE",
      hideParamSyntax = true,
      description = "Tells step by step why the actor A has a role or not.")
  List<String> explained = new ArrayList<>();

  @Mixin Shown shown = new Shown();
  @Mixin Drawn drawn = new Drawn();
  @Mixin Effort effort = new Effort();

  RolesCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Case about = drawn.replayed(session.open(sought, effort), session, effort);
    if (about.model().targets().isEmpty()) {
      throw new Failed(Exit.DONE, sought.file + " has no targets; nobody plays a part");
    }
    List<Lens> lens = List.of(new RolesLens(asked(about.model()), RolesLens.Effort.WHOLE));
    Brief plain = session.seeded(drawn.seed).run(effort, run -> Analysis.of(about, lens, run));
    Brief brief = drawn.with(plain, lens, session, effort);
    if (shown.format == Format.CSV) {
      session.warn(about, sought, effort);
      session
          .terminal()
          .printData(CsvReport.records(RolesRows.of(brief.answers().getFirst().data())));
    } else {
      new Printer(session, sought, shown, Listed.everything(), effort)
          .print(brief, TextReport.Depth.ALL);
    }
    return Exit.DONE.code();
  }

  private RolesLens.Asked asked(Model model) {
    List<String> actors = model.actors().stream().map(Actor::id).toList();
    List<String> targets = model.targets().stream().map(Target::id).toList();
    List<String> named = new ArrayList<>(one("actor", actor, actors));
    List<Role> roles = new ArrayList<>();
    if (!explained.isEmpty()) {
      if (!actor.isEmpty()) throw wrong("--explain names its actor; leave --actor out");
      named.addAll(one("actor", explained.getFirst(), actors));
      Unknown.refuse(spec, "role", explained.getLast(), Role.ids());
      roles.add(Role.find(explained.getLast()).orElseThrow());
    }
    Unknown.refuse(spec, "kind", kind, Kind.ids());
    if (!(threshold >= 0 && threshold <= 1)) {
      throw wrong("--threshold is %s, expected a number from 0 to 1".formatted(threshold));
    }
    return new RolesLens.Asked(
        named,
        one("target", target, targets),
        observers(model, actors),
        roles,
        new Terms(threshold, Kind.find(kind).orElseThrow()));
  }

  private List<String> one(String what, String name, List<String> known) {
    if (name.isEmpty()) return List.of();
    Unknown.refuse(spec, what, name, known);
    return List.of(name);
  }

  /// An observer looks at its own targets: without any it sees nobody play.
  private List<String> observers(Model model, List<String> actors) {
    List<String> named = one("actor", observer, actors);
    for (String id : named) {
      List<String> own =
          model.targets().stream().filter(t -> t.of().contains(id)).map(Target::id).toList();
      if (own.isEmpty()) throw wrong("--observer: no target of the file is one of '" + id + "'");
      if (!target.isEmpty() && !own.contains(target)) {
        throw wrong(
            "--observer: '%s' is no target of '%s', expected one of %s"
                .formatted(target, id, String.join(", ", own)));
      }
    }
    return named;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
