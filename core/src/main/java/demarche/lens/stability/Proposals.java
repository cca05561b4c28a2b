package demarche.lens.stability;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.model.Proposal;
import java.util.ArrayList;
import java.util.List;

/// Whether what somebody has put forward would hold, and else who would leave it.
final class Proposals {
  private final Picture picture;
  private final List<List<Sentence>> rows = new ArrayList<>();
  private final List<Sentence> reasons = new ArrayList<>();
  private final List<Slot> always = new ArrayList<>();
  private final List<Slot> never = new ArrayList<>();

  private Proposals(Picture picture) {
    this.picture = picture;
    picture.space().model().proposals().forEach(this::judge);
  }

  /// Nothing where the file has no proposals.
  static List<Finding> findings(Picture picture) {
    List<Proposal> proposals = picture.space().model().proposals();
    if (proposals.isEmpty()) return List.of();
    Proposals judged = new Proposals(picture);
    Figure.Table table =
        new Figure.Table(
            "Proposals", List.of("", "holds under", "who would leave, and for what"), judged.rows);
    return List.of(
        new Finding(
            "proposals",
            Prominence.HEADLINE,
            judged.statement(proposals.size()),
            judged.reasons,
            List.of(table)));
  }

  private void judge(Proposal proposal) {
    Slot name = new Slot.Plain(proposal.name());
    Slot quoted = new Slot.Quoted(proposal.name());
    int state = picture.space().state(proposal.end());
    if (state < 0) {
      rows.add(List.of(say("{}", name), say("not feasible"), say("")));
      return;
    }
    List<Leaving> leaving = Leaving.of(picture, state);
    List<Concept> holding =
        picture.concepts().stream().filter(picture.holding(state)::contains).toList();
    if (holding.isEmpty()) {
      never.add(quoted);
      if (never.size() == 1) reasons.add(why(quoted, leaving.getFirst()));
    }
    if (leaving.isEmpty()) always.add(quoted);
    rows.add(List.of(say("{}", name), holding(holding), leaving(leaving)));
  }

  /// Of the first that holds under no concept: the headline need not tell all that the table does.
  private Sentence why(Slot name, Leaving leaving) {
    return say("From {} {}", name, new Slot.Clause(leaving.reason(picture)));
  }

  private Sentence holding(List<Concept> holding) {
    if (holding.isEmpty()) return say("none");
    if (holding.size() == picture.concepts().size() && holding.size() > 1) return say("all");
    return say("{}", picture.concepts(holding));
  }

  private Sentence leaving(List<Leaving> leaving) {
    return leaving.isEmpty() ? say("nobody") : leaving.getFirst().reason(picture);
  }

  private Sentence statement(int all) {
    Slot count = new Slot.Count(all, "proposal", "proposals");
    Slot every = picture.every();
    Slot none = picture.any();
    if (never.size() == all && all == 1) {
      return say("The proposal {} does not hold under {}", never.getFirst(), none);
    }
    if (never.size() == all) return say("None of {} holds under {}", count, none);
    if (always.isEmpty() && never.isEmpty()) {
      return say("No proposal of {} holds under {}", count, every);
    }
    if (always.isEmpty()) {
      return say(
          "Of {} none holds under {}; under none at all {}", count, every, new Slot.Several(never));
    }
    if (never.isEmpty()) {
      return say("Of {} these hold under {}: {}", count, every, new Slot.Several(always));
    }
    return say(
        "Of {} these hold under {}: {}; and these do not hold under {}: {}",
        count,
        every,
        new Slot.Several(always),
        none,
        new Slot.Several(never));
  }
}
