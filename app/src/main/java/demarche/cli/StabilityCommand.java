package demarche.cli;

import demarche.analysis.Analysis;
import demarche.analysis.Brief;
import demarche.analysis.Case;
import demarche.lens.Lens;
import demarche.report.TextReport;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Stable states for each decision maker, and equilibria.
@Command(
    name = "stability",
    description = "Finds the states that are stable for each decision maker, and the equilibria.",
    footer = {
      "",
      "Examples:",
      "  demarche stability scenarios/ferry.yaml",
      "  demarche stability scenarios/ferry.yaml --concept SEQ,SIM --format json",
      "  demarche stability scenarios/library/elmira9.yaml --concept SEQ,CSEQ,L3,NM",
      "  demarche stability scenarios/korea-2019.yaml --variant y2017 --list 20",
      "  demarche stability scenarios/ferry.yaml --robust --runs 200"
    })
final class StabilityCommand implements Callable<Integer> {
  private final Session session;

  @Mixin Sought sought = new Sought();
  @Mixin Concepts concepts = new Concepts();
  @Mixin Shown shown = new Shown();
  @Mixin Listed listed = new Listed();
  @Mixin Drawn drawn = new Drawn();
  @Mixin Effort effort = new Effort();

  StabilityCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    List<Lens> lenses = concepts.lenses().stream().map(listed::on).toList();
    Case about = drawn.replayed(session.open(sought, effort), session, effort);
    Brief plain = session.run(effort, run -> Analysis.of(about, lenses, run));
    Brief brief = drawn.with(plain, lenses, session, effort);
    new Printer(session, sought, shown, listed, effort).print(brief, TextReport.Depth.ALL);
    return Exit.DONE.code();
  }
}
