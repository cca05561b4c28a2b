package demarche.cli;

import demarche.analysis.Analysis;
import demarche.analysis.Brief;
import demarche.analysis.Case;
import demarche.lens.Lens;
import demarche.lens.beliefs.BeliefsLens;
import demarche.lens.stability.Concept;
import demarche.report.TextReport;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// What each side believes about the others.
@Command(
    name = "beliefs",
    description =
        "Tells what each actor sees: the games that they play in their heads beside the one that there"
            + " is, what they expect to last, what they do not see coming, where it ends when each acts"
            + " on its own picture, and which picture put right would change that.",
    footer = {
      "",
      "Examples:",
      "  demarche beliefs scenarios/false-alarm.yaml",
      "  demarche beliefs scenarios/false-alarm.yaml --variant north-warned --concept SEQ,R",
      "  demarche beliefs scenarios/korea-2019.yaml --format json"
    })
final class BeliefsCommand implements Callable<Integer> {
  private final Session session;

  @Mixin Sought sought = new Sought();
  @Mixin Concepts concepts = new Concepts();
  @Mixin Shown shown = new Shown();
  @Mixin Listed listed = new Listed();
  @Mixin Drawn drawn = new Drawn();
  @Mixin Effort effort = new Effort();

  BeliefsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Set<Concept> chosen = concepts.chosenOr(BeliefsLens.USUAL.concepts());
    Case about = drawn.replayed(session.open(sought, effort), session, effort);
    if (about.model().beliefs().isEmpty()) {
      throw new Failed(
          Exit.DONE, sought.file + " says nothing of beliefs; everybody sees the game as it is");
    }
    List<Lens> lens = List.of(listed.on(new BeliefsLens(chosen)));
    Brief plain = session.run(effort, run -> Analysis.of(about, lens, run));
    Brief brief = drawn.with(plain, lens, session, effort);
    new Printer(session, sought, shown, listed, effort).print(brief, TextReport.Depth.ALL);
    return Exit.DONE.code();
  }
}
