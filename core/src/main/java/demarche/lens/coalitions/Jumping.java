package demarche.lens.coalitions;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Gain;
import demarche.model.Party;
import java.util.ArrayList;
import java.util.List;

/// Who leaves one equilibrium together for another.
final class Jumping {
  private static final int MOST_ROWS = 8;

  private final Outlook outlook;
  private final List<Jump> jumps;

  Jumping(Outlook outlook) {
    this.outlook = outlook;
    this.jumps = outlook.together();
  }

  Finding finding() {
    List<Sentence> reasons = new ArrayList<>();
    List<Figure> figures = new ArrayList<>();
    return new Finding("jumps", Prominence.SECTION, statement(reasons, figures), reasons, figures);
  }

  private Sentence statement(List<Sentence> reasons, List<Figure> figures) {
    if (jumps.isEmpty()) {
      return say(
          "No coalition of two or more jumps from one equilibrium under {} to another",
          outlook.individual());
    }
    Jump first = jumps.getFirst();
    if (jumps.size() == 1) {
      reasons.addAll(gains(first));
      figures.add(new Figure.Steps("How they get there", outlook.steps(first)));
      return say(
          "{} would leave {} together for {}, both equilibria under {}, and each would gain",
          outlook.members(first.coalition()),
          outlook.state(first.from()),
          outlook.state(first.to()),
          outlook.individual());
    }
    if (jumps.size() > MOST_ROWS) {
      int left = jumps.size() - MOST_ROWS;
      reasons.add(say("{} are not shown", new Slot.Count(left, "more", "more")));
    }
    figures.add(table());
    return say(
        "{} from one equilibrium under {} to another, each by parties who all gain",
        new Slot.Count(jumps.size(), "jump leads", "jumps lead"),
        outlook.individual());
  }

  /// What each member gains, and why.
  private List<Sentence> gains(Jump jump) {
    List<Sentence> gains =
        new ArrayList<>(List.of(say("{}", new Slot.Clause(outlook.gains(jump)))));
    for (Party member : jump.coalition().members()) {
      for (Sentence why : new Gain(outlook.space(), member, jump.from(), jump.to()).reasons()) {
        gains.add(say("{}: {}", outlook.wording().party(member), new Slot.Clause(why)));
      }
    }
    return gains;
  }

  private Figure table() {
    List<List<Sentence>> rows =
        jumps.stream()
            .limit(MOST_ROWS)
            .map(jump ->
                List.of(
                    say("{}", outlook.members(jump.coalition())),
                    say("{}", outlook.state(jump.from())),
                    say("{}", outlook.state(jump.to())),
                    outlook.gains(jump)))
            .toList();
    return new Figure.Table(
        "Jumps between equilibria", List.of("who", "from", "to", "what each gains"), rows);
  }
}
