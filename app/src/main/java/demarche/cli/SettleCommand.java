package demarche.cli;

import demarche.analysis.Analysis;
import demarche.analysis.Brief;
import demarche.analysis.Case;
import demarche.analysis.NamedPackage;
import demarche.lens.Lens;
import demarche.lens.settlement.SettlementLens;
import demarche.lens.settlement.deadlock.DeadlockLens;
import demarche.lens.settlement.guarantees.GuaranteesLens;
import demarche.lens.settlement.linkage.LinkageLens;
import demarche.lens.settlement.steps.StepsLens;
import demarche.lens.settlement.zone.Unit;
import demarche.lens.settlement.zone.Why;
import demarche.lens.settlement.zone.ZoneLens;
import demarche.lens.settlement.zone.ZoneLens.Extra;
import demarche.lens.stability.Concept;
import demarche.model.Body;
import demarche.report.TextReport;
import demarche.states.TooLarge;
import java.util.ArrayList;
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

/// What could be agreed, and why not something else.
@Command(
    name = "settle",
    description =
        "Finds what all could agree on, which of it bargaining rules would choose, whether it would"
            + " hold and pass, which issues must be on the table together, which steps of a plan"
            + " would be taken, and what is better for all but in deadlock.",
    footer = {
      "",
      "Examples:",
      "  demarche settle scenarios/ferry.yaml",
      "  demarche settle scenarios/ferry.yaml --why strike=no,demand=full",
      "  demarche settle scenarios/ferry.yaml --lotteries --payments --unit raw",
      "  demarche settle scenarios/korea-2019.yaml --why cvid-first --body unsc",
      "  demarche settle scenarios/deals/japan-trip.yaml --deals --variant least --unit raw"
    })
final class SettleCommand implements Callable<Integer> {
  private static final Set<Concept> USUAL = EnumSet.of(Concept.R, Concept.SEQ);

  private final Session session;

  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin Sought sought = new Sought();
  @Mixin Concepts concepts = new Concepts();
  @Mixin Shown shown = new Shown();
  @Mixin Listed listed = new Listed();
  @Mixin Drawn drawn = new Drawn();
  @Mixin Effort effort = new Effort();

  @Option(
      names = "--why",
      paramLabel = "STATE",
      description =
          "Why this package could be agreed or not: a code, a proposal, status-quo, or what it"
              + " changes of the status quo, such as strike=no,demand=full.")
  String why = "";

  @Option(
      names = "--unit",
      paramLabel = "U",
      defaultValue = "u",
      description =
          "In what gains are counted: u (default), each value scaled from 0 to 1, or raw, as the"
              + " file has it.")
  Unit unit = Unit.U;

  @Option(
      names = "--body",
      split = ",",
      paramLabel = "B",
      description =
          "Bodies that must bless a settlement as a whole (default: each body what is in its"
              + " hands).")
  List<String> bodies = new ArrayList<>();

  @Option(
      names = "--lotteries",
      description = "Also what could be agreed if chance may decide between settlements.")
  boolean lotteries;

  @Option(
      names = "--payments",
      description = "Also what could be agreed if gains could be paid over.")
  boolean payments;

  @Option(
      names = "--deals",
      description =
          "Works the deal out issue by issue, listing no state; done anyway where there are too"
              + " many.")
  boolean deals;

  SettleCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (deals) {
      if (asksOfStates()) {
        throw new ParameterException(
            spec.commandLine(),
            "--deals lists no states, which --why, --body, --lotteries and --payments need");
      }
      issueByIssue(Exit.INPUT, "");
      return Exit.DONE.code();
    }
    Case about;
    try {
      about = drawn.replayed(session.open(sought, effort), session, effort);
    } catch (TooLarge e) {
      if (asksOfStates()) throw e;
      issueByIssue(Exit.TOO_LARGE, "too large: " + e.getMessage() + "; and ");
      return Exit.DONE.code();
    }
    Set<Concept> chosen = concepts.chosenOr(USUAL);
    refuseUnknownBodies(about);
    ZoneLens zone = new ZoneLens(chosen, unit, bodies, extras());
    Printer printer = new Printer(session, sought, shown, listed, effort);
    if (why.isEmpty()) {
      List<Lens> lenses =
          Stream.of(
                  new SettlementLens(chosen),
                  zone,
                  new LinkageLens(unit),
                  new StepsLens(forPledges(chosen)),
                  new GuaranteesLens(),
                  new DeadlockLens())
              .map(listed::on)
              .toList();
      Brief plain = session.run(effort, run -> Analysis.of(about, lenses, run));
      printer.print(drawn.with(plain, lenses, session, effort), TextReport.Depth.ALL);
    } else {
      Why asked = new Why(why, named(about));
      printer.print(about, session.run(effort, run -> asked.answer(zone, about.space(), run)));
    }
    return Exit.DONE.code();
  }

  private boolean asksOfStates() {
    return !why.isEmpty() || !bodies.isEmpty() || lotteries || payments;
  }

  private void issueByIssue(Exit exit, String before) {
    new SettlingDeals(session, sought, shown, listed, effort, unit).print(exit, before);
  }

  /// SEQ where it was asked for, as in the two-by-two of the zone, else the first.
  private static Concept forPledges(Set<Concept> chosen) {
    return chosen.contains(Concept.SEQ)
        ? Concept.SEQ
        : chosen.stream().sorted().findFirst().orElseThrow();
  }

  private Set<Extra> extras() {
    Set<Extra> extras = EnumSet.noneOf(Extra.class);
    if (lotteries) extras.add(Extra.LOTTERIES);
    if (payments) extras.add(Extra.PAYMENTS);
    return extras;
  }

  private List<Integer> named(Case about) {
    return switch (NamedPackage.of(about, why)) {
      case NamedPackage.Found(List<Integer> levels) -> levels;
      case NamedPackage.Refused(String reason) ->
          throw new ParameterException(spec.commandLine(), "--why: " + reason);
    };
  }

  private void refuseUnknownBodies(Case about) {
    List<String> known = about.model().bodies().stream().map(Body::id).toList();
    for (String body : bodies) Unknown.refuse(spec, "body", body, known);
  }
}
