package demarche.cli;

import demarche.analysis.Analysis;
import demarche.analysis.Brief;
import demarche.analysis.Case;
import demarche.analysis.NamedState;
import demarche.finding.Data;
import demarche.lens.Lens;
import demarche.lens.council.Clauses;
import demarche.lens.council.CouncilLens;
import demarche.lens.council.CouncilLens.Asked;
import demarche.lens.council.CouncilLens.Wanted;
import demarche.lens.council.CouncilRows;
import demarche.lens.council.Text;
import demarche.model.Body;
import demarche.model.Proposal;
import demarche.report.CsvReport;
import demarche.report.TextReport;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// What a body passes, and who stops the rest.
@Command(
    name = "council",
    description =
        "Counts the votes of a council or another body on texts: each member's vote and why, what"
            + " passes, what defeats the rest and what would win it, and the best that each sponsor"
            + " can get.",
    footer = {
      "",
      "Examples:",
      "  demarche council scenarios/korea-2019.yaml --body unsc",
      "  demarche council scenarios/korea-2019.yaml --text sanctions=tighter --variant y2017",
      "  demarche council scenarios/ferry.yaml --text deal --power",
      "  demarche council scenarios/backtest-2375.yaml --text draft --against adopted",
      "  demarche council scenarios/ferry.yaml --from 0200 --format json"
    })
final class CouncilCommand implements Callable<Integer> {
  private static final String TEXT = "--text";

  private final Session session;

  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin Sought sought = new Sought();

  @Option(
      names = "--body",
      paramLabel = "B",
      description = "Only this body, by its id (default: all; of a text, those that it asks).")
  String body = "";

  @Option(
      names = TEXT,
      paramLabel = "P",
      description =
          "Only this text: a proposal or a code, voted on as a whole state, or clauses such as"
              + " option=level,option=level. Default: the proposals that ask something of the body.")
  String text = "";

  @Option(
      names = "--from",
      paramLabel = "S",
      description =
          "The state that texts would change: a code, a proposal or status-quo (default).")
  String from = "";

  @Option(
      names = "--power",
      description =
          "Also the power that the rule gives each member: Shapley-Shubik, Banzhaf and others, and"
              + " which coalitions win. With csv, that in place of the votes.")
  boolean power;

  @Mixin Backtesting backtesting = new Backtesting();
  @Mixin Shown shown = new Shown();
  @Mixin Listed listed = new Listed();
  @Mixin Drawn drawn = new Drawn();
  @Mixin Effort effort = new Effort();

  CouncilCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Case about = drawn.replayed(session.open(sought, effort), session, effort);
    Lens lens = listed.on(new CouncilLens(asked(about)));
    Brief plain = session.run(effort, run -> Analysis.of(about, List.of(lens), run));
    Brief brief = drawn.with(plain, List.of(lens), session, effort);
    if (shown.format == Format.CSV) {
      session.warn(about, sought, effort);
      Data council = brief.answers().getFirst().data();
      session.terminal().printData(CsvReport.records(rows(council)));
    } else {
      new Printer(session, sought, shown, listed, effort).print(brief, TextReport.Depth.ALL);
    }
    return Exit.DONE.code();
  }

  private Data rows(Data council) {
    if (backtesting.isAsked()) return CouncilRows.backtest(council);
    return power ? CouncilRows.power(council) : CouncilRows.of(council);
  }

  private Asked asked(Case about) {
    backtesting.check(text);
    List<String> bodies = about.model().bodies().stream().map(Body::id).toList();
    if (bodies.isEmpty()) throw new Failed(Exit.DONE, sought.file + " has no bodies; nobody votes");
    if (!body.isEmpty()) Unknown.refuse(spec, "body", body, bodies);
    int start = from.isEmpty() ? about.space().statusQuo() : state(about, "--from", from);
    List<String> asked = body.isEmpty() ? List.of() : List.of(body);
    if (text.isEmpty()) return new Asked(asked, start, List.of(), wanted());
    Asked named = about(about, start, TEXT, text);
    return backtesting.isAsked()
        ? backtesting.trying(
            about, named, about(about, start, Backtesting.AGAINST, backtesting.against))
        : named;
  }

  /// @param option that names the text
  private Asked about(Case about, int start, String option, String text) {
    return Clauses.isMeant(text)
        ? clauses(about, start, option, text)
        : whole(about, start, option, text);
  }

  private Wanted wanted() {
    return power ? Wanted.YES : Wanted.NO;
  }

  private Asked clauses(Case about, int start, String option, String text) {
    return switch (Clauses.read(about.space(), text, start)) {
      case Clauses.Refused(String reason) -> throw wrong(option + ": " + reason);
      case Clauses.Of(Body owner, Text written) -> {
        if (!body.isEmpty() && !body.equals(owner.id())) {
          throw wrong(
              "%s: '%s' is decided by '%s', not by '%s'".formatted(option, text, owner.id(), body));
        }
        yield new Asked(List.of(owner.id()), start, List.of(written), wanted());
      }
    };
  }

  /// A proposal, even where it is not feasible, or a state by its code.
  private Asked whole(Case about, int start, String option, String text) {
    Text whole =
        about.model().proposals().stream()
            .filter(p -> p.id().equals(text))
            .map((Proposal p) -> Text.of(about.space(), p))
            .findFirst()
            .orElseGet(() -> new Text(text, text, state(about, option, text)));
    List<String> bodies =
        body.isEmpty()
            ? about.model().bodies().stream()
                .filter(b -> whole.asks(about.space(), b, start))
                .map(Body::id)
                .toList()
            : List.of(body);
    return new Asked(bodies, start, List.of(whole), wanted());
  }

  private int state(Case about, String option, String name) {
    return switch (NamedState.of(about, name)) {
      case NamedState.Feasible(int state) -> state;
      case NamedState.Refused(String reason) -> throw wrong(option + ": " + reason);
    };
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
