package demarche.lens.settlement;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Run;
import demarche.lens.Wording;
import demarche.lens.stability.Concept;
import demarche.lens.stability.Leaving;
import demarche.lens.stability.Stability;
import demarche.model.Party;
import demarche.model.Preference.RedLine;
import demarche.states.Reach;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.List;

/// Tells what proposals come to: who signs, who blocks and why, whether they hold, the road there.
public final class ProposalWords {
  private static final int MOST_NAMED = 3;

  private final Stability stability;
  private final StateSpace space;
  private final Wording wording;
  private final Run run;

  ProposalWords(Stability stability, Run run) {
    this.stability = stability;
    this.run = run;
    space = stability.space();
    wording = Wording.of(space);
  }

  List<Finding> findings(List<Judgement> judgements) {
    Figure.Table table =
        new Figure.Table(
            "Proposals",
            List.of("", "signs", "blocks", "holds", "reached"),
            judgements.stream().map(this::row).toList());
    return List.of(
        new Finding(
            "proposals",
            Prominence.HEADLINE,
            statement(judgements),
            fate(judgements),
            List.of(table)),
        Gains.finding(space.model(), judgements));
  }

  private static Sentence statement(List<Judgement> judgements) {
    List<Slot> signed =
        judgements.stream().filter(Judgement::isAccepted).map(ProposalWords::name).toList();
    Slot all = new Slot.Count(judgements.size(), "proposal", "proposals");
    return signed.isEmpty()
        ? say("Of {} none would be signed by all whose consent it needs", all)
        : say(
            "Of {} {} would be signed by all whose consent is needed: {}",
            all,
            new Slot.Count(signed.size(), "", ""),
            new Slot.Several(signed));
  }

  /// Which of those that would be signed hold, and which not.
  private List<Sentence> fate(List<Judgement> judgements) {
    List<Sentence> fate = new ArrayList<>();
    List<Slot> lasting = new ArrayList<>();
    for (Judgement judgement : judgements) {
      if (!judgement.isAccepted() || judgement.state() < 0) continue;
      List<Leaving> leaving = Leaving.of(stability, judgement.state(), run);
      if (leaving.isEmpty()) lasting.add(name(judgement));
      if (!judgement.equilibrium().isEmpty() || fate.size() == MOST_NAMED) continue;
      fate.add(
          say(
              "{} does not hold under any concept: {}",
              name(judgement),
              new Slot.Clause(leaving.getFirst().reason(space))));
    }
    if (!lasting.isEmpty()) {
      fate.addFirst(say("Under every concept would hold {}", new Slot.Several(lasting)));
    }
    return fate;
  }

  private static Slot name(Judgement judgement) {
    return new Slot.Quoted(judgement.proposal().name());
  }

  private List<Sentence> row(Judgement judgement) {
    return List.of(
        say("{}", new Slot.Plain(judgement.proposal().name())),
        signs(judgement),
        blocks(judgement),
        holds(judgement),
        reached(judgement));
  }

  private Sentence signs(Judgement judgement) {
    int needed = judgement.proposal().consent().size();
    List<Party> accepting = judgement.accepting();
    if (accepting.isEmpty()) return say("nobody");
    if (accepting.size() == needed && needed > MOST_NAMED) {
      return say("all {}", new Slot.Count(needed, "", ""));
    }
    return accepting.size() > MOST_NAMED
        ? say("{} of {}", new Slot.Count(accepting.size(), "", ""), new Slot.Count(needed, "", ""))
        : say("{}", parties(accepting));
  }

  private Sentence blocks(Judgement judgement) {
    if (judgement.blockers().isEmpty()) return say("nobody");
    return say(
        "{}",
        new Slot.Several(
            judgement.blockers().stream().<Slot>map(b -> new Slot.Clause(reason(b))).toList()));
  }

  private Sentence reason(Blocker blocker) {
    Slot party = wording.party(blocker.party());
    return switch (blocker) {
      case Blocker.PrefersNoDeal _ -> say("{}", party);
      case Blocker.CrossesLine(_, var lines) -> say("{} (red line {})", party, lines(lines));
      case Blocker.Vetoed(_, var by) ->
          say(
              "{} (veto of {})",
              party,
              new Slot.Several(
                  by.stream().<Slot>map(seat -> new Slot.Plain(seat.name())).toList()));
      case Blocker.Shortfall(_, int yes) ->
          say("{} ({} in favour)", party, new Slot.Count(yes, "vote", "votes"));
    };
  }

  private static Slot lines(List<RedLine> lines) {
    return new Slot.Several(
        lines.stream().<Slot>map(l -> new Slot.OfExpression(l.name())).toList());
  }

  private Sentence holds(Judgement judgement) {
    if (!judgement.feasible()) return say("not feasible");
    if (judgement.state() < 0) return say("not judged: it sets an event");
    List<Concept> all = stability.strictestFirst();
    List<Concept> holding = all.stream().filter(judgement.equilibrium()::contains).toList();
    if (holding.size() == all.size()) return say("yes");
    if (!holding.isEmpty()) {
      return say("{}", new Slot.Several(holding.stream().<Slot>map(Concept::slot).toList()));
    }
    Leaving leaving = Leaving.of(stability, judgement.state(), run).getFirst();
    Leaving.Leaver first = leaving.leavers().getFirst();
    return say(
        "no: {}, then {}",
        wording.party(first.party()),
        wording.changes(space, judgement.state(), first.to()));
  }

  private Sentence reached(Judgement judgement) {
    return road(wording, judgement);
  }

  /// How a proposal is reached from the status quo, in a few words.
  public static Sentence road(Wording wording, Judgement judgement) {
    return switch (judgement.road()) {
      case Judgement.Single(var steps) when steps.isEmpty() -> say("the status quo");
      case Judgement.Single(var steps) ->
          say(
              "{}: {}",
              new Slot.Count(steps.size(), "move", "moves"),
              parties(wording, steps.stream().map(Reach.Step::by).toList()));
      case Judgement.Joint(var owners) ->
          owners.size() == 1
              ? say("by {} at once", parties(wording, owners))
              : say("only together: {}", parties(wording, owners));
      case Judgement.Unreachable(var unable, var unwilling) -> {
        if (!unable.isEmpty()) yield say("no: {} cannot", parties(wording, unable));
        yield unwilling.isEmpty()
            ? say("no")
            : say("no: {} would not", parties(wording, unwilling));
      }
    };
  }

  private Slot parties(List<Party> parties) {
    return parties(wording, parties);
  }

  private static Slot parties(Wording wording, List<Party> parties) {
    return new Slot.Several(parties.stream().<Slot>map(wording::party).toList());
  }
}
