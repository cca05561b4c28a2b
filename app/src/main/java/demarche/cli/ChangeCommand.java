package demarche.cli;

import demarche.analysis.Analysis;
import demarche.analysis.Brief;
import demarche.analysis.Case;
import demarche.analysis.NamedPackage;
import demarche.finding.Data;
import demarche.lens.Lens;
import demarche.lens.change.Asked;
import demarche.lens.change.Asked.About;
import demarche.lens.change.Asked.Aim;
import demarche.lens.change.ChangeLens;
import demarche.lens.change.ChangeRows;
import demarche.lens.change.Kind;
import demarche.lens.stability.Concept;
import demarche.model.Actor;
import demarche.model.Party;
import demarche.model.Proposal;
import demarche.report.CsvReport;
import demarche.report.TextReport;
import demarche.scenario.Notation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What would have to change for a wanted outcome to hold.
@Command(
    name = "change",
    description =
        "Finds the least change after which a proposal would be signed, would hold, or both: of"
            + " priorities, weights, red lines, parameters, options of the package, rules of bodies.",
    footer = {
      "",
      "Examples:",
      "  demarche change scenarios/ferry.yaml --proposal deal --goal stable --concept GMR",
      "  demarche change scenarios/korea-2019.yaml --proposal rail-first",
      "  demarche change scenarios/korea-2019.yaml --proposal cvid-first --goal acceptable --kinds weights,parameters",
      "  demarche change scenarios/korea-2019.yaml --target relief --goal acceptable --kinds issues",
      "  demarche change scenarios/library/syriairaq.yaml --state 100 --goal stable --orders syria"
    })
final class ChangeCommand implements Callable<Integer> {
  private final Session session;

  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin Sought sought = new Sought();

  @Option(
      names = "--target",
      paramLabel = "EXPR",
      description = "Any state in which this expression of the file's notation holds.")
  String target = "";

  @Option(names = "--proposal", paramLabel = "P", description = "The state where this leads.")
  String proposal = "";

  @Option(
      names = "--state",
      paramLabel = "S",
      description =
          "This state: a code, status-quo, or what it changes of the status quo, such as"
              + " strike=no,demand=full.")
  String state = "";

  @Option(
      names = "--goal",
      paramLabel = "G",
      defaultValue = "durable",
      description =
          "What is wanted of it: acceptable (all whose consent it needs give it), stable (nobody has"
              + " reason to leave it) or durable, both (default).")
  Aim goal = Aim.DURABLE;

  @Option(
      names = "--concept",
      paramLabel = "C",
      defaultValue = "SEQ",
      description = "The definition of stability: R, GMR, SMR, SEQ (default), SSEQ or SIM.")
  Concept concept = Concept.SEQ;

  @Option(
      names = "--actor",
      split = ",",
      paramLabel = "A",
      description = "Stable for these actors or bodies alone (default: all).")
  List<String> actors = new ArrayList<>();

  @Option(
      names = "--kinds",
      split = ",",
      paramLabel = "K",
      description =
          "What may change: priorities, weights, red-lines, parameters, options, rules (default: all"
              + " these), issues (areas put on the table), or beliefs alone (pictures put right; it"
              + " must then hold as each sees it).")
  List<String> kinds = new ArrayList<>();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "How many answers of the least cost are listed (default: 20).")
  int limit = Asked.USUAL_LIMIT;

  @Option(
      names = "--tries",
      paramLabel = "N",
      description = "How many sets of changes are judged at most (default: 4000).")
  int tries = Asked.USUAL_TRIES;

  @Option(
      names = "--orders",
      split = ",",
      paramLabel = "A",
      description = "Also under how many strict orders of this actor the state is stable for it.")
  List<String> orders = new ArrayList<>();

  @Mixin Shown shown = new Shown();
  @Mixin Effort effort = new Effort();

  ChangeCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Set<Kind> chosen = chosenKinds();
    if (limit < 1) throw wrong("--limit is %d, expected 1 or more".formatted(limit));
    if (tries < 1) throw wrong("--tries is %d, expected 1 or more".formatted(tries));
    long given = Stream.of(target, proposal, state).filter(s -> !s.isEmpty()).count();
    if (given != 1) throw wrong("expected one of --target, --proposal and --state");
    Case about = session.open(sought, effort);
    List<String> parties = about.model().parties().stream().map(Party::id).toList();
    for (String actor : actors) Unknown.refuse(spec, "actor or body", actor, parties);
    List<String> everyone = about.model().actors().stream().map(Actor::id).toList();
    for (String actor : orders) Unknown.refuse(spec, "actor", actor, everyone);
    if (concept == Concept.SIM && about.model().isGraph()) {
      throw wrong("SIM needs options; the scenario is a graph");
    }
    Asked asked = new Asked(asked(about), goal, concept, actors, chosen, tries, limit);
    List<Lens> lens = List.of(new ChangeLens(List.of(asked), orders));
    Brief brief = session.run(effort, run -> Analysis.of(about, lens, run));
    if (shown.format == Format.CSV) {
      session.warn(about, sought, effort);
      Data data = brief.answers().getFirst().data();
      session.terminal().printData(CsvReport.records(ChangeRows.of(data)));
    } else {
      new Printer(session, sought, shown, Listed.everything(), effort)
          .print(brief, TextReport.Depth.ALL);
    }
    return Exit.DONE.code();
  }

  private About asked(Case about) {
    if (!target.isEmpty()) {
      return new Asked.Where(about.model().clause(Notation.read(target, "--target"), "--target"));
    }
    if (!proposal.isEmpty()) {
      Unknown.refuse(
          spec,
          "proposal",
          proposal,
          about.model().proposals().stream().map(Proposal::id).toList());
      return new Asked.OfProposal(proposal);
    }
    return switch (NamedPackage.of(about, state)) {
      case NamedPackage.Found(List<Integer> levels) -> new Asked.OfState(state, levels);
      case NamedPackage.Refused(String reason) -> throw wrong("--state: " + reason);
    };
  }

  private Set<Kind> chosenKinds() {
    if (kinds.isEmpty()) return Kind.USUAL;
    List<String> known = Arrays.stream(Kind.values()).map(Kind::id).toList();
    Set<Kind> chosen = EnumSet.noneOf(Kind.class);
    for (String kind : kinds) {
      Unknown.refuse(spec, "kind of change", kind, known);
      Arrays.stream(Kind.values()).filter(k -> k.id().equals(kind)).forEach(chosen::add);
    }
    if (chosen.contains(Kind.BELIEFS) && (chosen.size() > 1 || goal != Aim.STABLE)) {
      throw wrong(
          "--kinds beliefs stands alone, with --goal stable: pictures of others change who stays, not"
              + " who signs");
    }
    return chosen;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
