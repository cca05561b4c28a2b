package demarche.cli;

import demarche.analysis.Case;
import demarche.analysis.NamedState;
import demarche.finding.Answer;
import demarche.lens.Account;
import demarche.lens.Defining;
import demarche.lens.Defining.Asked;
import demarche.model.Party;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Why a state holds, or does not.
@Command(
    name = "explain",
    description =
        "Says why a state is stable or not: each improvement, and the moves that deter it or that"
            + " nothing does. Against coalitions (CSEQ): where which could go together. With"
            + " foresight (L3, NM): what is expected of each move.",
    footer = {
      "",
      "Examples:",
      "  demarche explain scenarios/ferry.yaml deal",
      "  demarche explain scenarios/ferry.yaml 0201 --actor union --concept SEQ",
      "  demarche explain scenarios/korea-2019.yaml status-quo --actor us,dprk --format json",
      "  demarche explain scenarios/library/elmira9.yaml s5 --concept CSEQ,L3"
    })
final class ExplainCommand implements Callable<Integer> {
  private final Session session;

  @Spec CommandSpec spec = CommandSpec.create();
  @Mixin Sought sought = new Sought();

  @Parameters(
      index = "1",
      paramLabel = "STATE",
      description = "A state code, status-quo, or a proposal that leads there.")
  String name = "";

  @Option(
      names = "--actor",
      split = ",",
      paramLabel = "A",
      description =
          "Only for these actors or bodies, with commas between them (default: all). Coalitions"
              + " are those among them.")
  List<String> actors = new ArrayList<>();

  @Mixin Concepts concepts = new Concepts();
  @Mixin Shown shown = new Shown();
  @Mixin Effort effort = new Effort();

  ExplainCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    List<Defining> lenses = concepts.lenses();
    Case about = session.open(sought, effort);
    Asked asked = new Asked(about.space(), state(about), parties(about));
    Answer answer =
        session.run(
            effort,
            run ->
                Account.answer(
                    about.space().code(asked.state()),
                    lenses.stream().map(lens -> lens.explain(asked, run)).toList()));
    new Printer(session, sought, shown, Listed.everything(), effort).print(about, answer);
    return Exit.DONE.code();
  }

  private int state(Case about) {
    return switch (NamedState.of(about, name)) {
      case NamedState.Feasible(int state) -> state;
      case NamedState.Refused(String reason) ->
          throw new ParameterException(spec.commandLine(), reason);
    };
  }

  /// Those asked for, in file order, or all.
  private List<Party> parties(Case about) {
    List<Party> all = about.model().parties();
    if (actors.isEmpty()) return all;
    List<String> known = all.stream().map(Party::id).toList();
    for (String actor : actors) Unknown.refuse(spec, "actor or body", actor, known);
    return all.stream().filter(p -> actors.contains(p.id())).toList();
  }
}
