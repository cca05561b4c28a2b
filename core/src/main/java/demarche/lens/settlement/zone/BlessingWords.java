package demarche.lens.settlement.zone;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.model.Body;
import demarche.model.Proposal;
import demarche.states.StateSet;
import java.util.ArrayList;
import java.util.List;

/// Tells of the settlements which would pass the bodies that must bless them, and which would hold.
final class BlessingWords {
  private final Outlook outlook;
  private final Fate fate;

  BlessingWords(Outlook outlook, Fate fate) {
    this.outlook = outlook;
    this.fate = fate;
  }

  /// The settlements that pass, and those that hold under one concept.
  record Fate(StateSet passing, StateSet holding) {
    static Fate of(Outlook outlook) {
      StateSet settlements = outlook.zone().settlements();
      return new Fate(
          outlook.blessing().passing(settlements, outlook.run()),
          outlook.stability().equilibria(outlook.holding()).and(settlements));
    }

    StateSet both() {
      return passing.and(holding);
    }

    StateSet onlyPassing() {
      return passing.except(holding);
    }

    StateSet onlyHolding() {
      return holding.except(passing);
    }

    StateSet neither(StateSet settlements) {
      return settlements.except(passing).except(holding);
    }
  }

  /// Nothing where no body is asked or nothing could be agreed.
  List<Finding> findings() {
    List<Body> bodies = outlook.blessing().bodies();
    if (bodies.isEmpty() || outlook.zone().isEmpty()) return List.of();
    Slot concept = outlook.holding().slot();
    List<List<Sentence>> rows =
        List.of(
            List.of(say("passes"), cell(fate.both()), cell(fate.onlyPassing())),
            List.of(
                say("does not pass"),
                cell(fate.onlyHolding()),
                cell(fate.neither(outlook.zone().settlements()))));
    return List.of(
        new Finding(
            "blessing",
            Prominence.SECTION,
            say(
                "A deal can pass and not hold, or hold and not pass: settlements by whether {} and"
                    + " whether they hold under {}",
                new Slot.Clause(question(bodies)),
                concept),
            refused(),
            List.of(
                new Figure.Table(
                    "What passes and what holds", List.of("", "holds", "does not hold"), rows))));
  }

  private Sentence question(List<Body> bodies) {
    Slot names = outlook.parties(bodies);
    return switch (outlook.blessing().asked()) {
      case OWN -> say("{} would carry what of them is in its hands", names);
      case NAMED -> say("{} would carry them as a whole", names);
    };
  }

  /// How many, and the proposals among them.
  private Sentence cell(StateSet states) {
    List<Slot> names = new ArrayList<>();
    for (Proposal proposal : outlook.space().model().proposals()) {
      int state = outlook.space().state(proposal.end());
      if (state >= 0 && states.contains(state)) names.add(new Slot.Quoted(proposal.name()));
    }
    Sentence count = say("{}", Outlook.number(states.count()));
    return names.isEmpty() ? count : count.then(", among them {}", new Slot.Several(names));
  }

  /// For proposals that all would sign: which body would not bless them.
  private List<Sentence> refused() {
    List<Sentence> refused = new ArrayList<>();
    for (Proposal proposal : outlook.space().model().proposals()) {
      int state = outlook.space().state(proposal.end());
      if (state < 0 || !outlook.zone().settlements().contains(state)) continue;
      List<Body> refusing = outlook.blessing().refusing(state);
      if (refusing.isEmpty()) continue;
      refused.add(
          say("{} would not pass {}", new Slot.Quoted(proposal.name()), outlook.parties(refusing)));
    }
    return refused;
  }
}
