package demarche.cli;

import demarche.analysis.Analysis;
import demarche.analysis.Brief;
import demarche.analysis.Case;
import demarche.lens.claims.ClaimsLens;
import demarche.report.TextReport;
import demarche.scenario.Spelling;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Which claims of a text hold.
@Command(
    name = "claims",
    description =
        "Checks the claims of a file. Ends with exit code 1 if one fails; a claim that cannot be"
            + " checked does not count as failed.",
    footer = {
      "",
      "Examples:",
      "  demarche claims scenarios/ferry.yaml",
      "  demarche claims scenarios/ferry.yaml --explain owners-sign",
      "  demarche claims scenarios/ferry.yaml --format json",
      "  demarche claims scenarios/ferry.yaml --robust --runs 100 --sampling latin"
    })
final class ClaimsCommand implements Callable<Integer> {
  private static final int MOST_NAMED = 12;

  private final Session session;

  @Mixin Sought sought = new Sought();
  @Mixin Shown shown = new Shown();
  @Mixin Listed listed = new Listed();
  @Mixin Drawn drawn = new Drawn();
  @Mixin Effort effort = new Effort();

  @Option(
      names = "--explain",
      paramLabel = "ID",
      description = "Only this claim: each part of its check with its value and sources.")
  String explain = "";

  ClaimsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Case about = drawn.replayed(session.open(sought, effort), session, effort);
    refuseUnknown(about);
    List<ClaimsLens> lens = List.of(new ClaimsLens(explain));
    Brief plain =
        session.run(effort, run -> Analysis.of(about, drawn.luck(about), List.copyOf(lens), run));
    Brief brief = drawn.with(plain, List.copyOf(lens), session, effort);
    new Printer(session, sought, shown, listed, effort).print(brief, TextReport.Depth.ALL);
    return (brief.answers().stream().anyMatch(ClaimsLens::anyFails) ? Exit.NO : Exit.DONE).code();
  }

  private void refuseUnknown(Case about) {
    List<String> ids = about.scenario().claims().stream().map(c -> c.id().text()).toList();
    if (ids.isEmpty()) {
      throw new Failed(Exit.DONE, sought.file + " makes no claims; nothing to check");
    }
    if (explain.isEmpty() || ids.contains(explain)) return;
    String more = ids.size() > MOST_NAMED ? " and %d more".formatted(ids.size() - MOST_NAMED) : "";
    throw new Failed(
        Exit.USAGE,
        "there is no claim '%s', expected one of %s%s%s"
            .formatted(
                explain,
                ids.stream().limit(MOST_NAMED).collect(Collectors.joining(", ")),
                more,
                Spelling.hint(explain, ids)));
  }
}
