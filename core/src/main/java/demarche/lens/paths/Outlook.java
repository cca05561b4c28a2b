package demarche.lens.paths;

import static demarche.finding.Sentence.say;

import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.model.Party;
import demarche.states.Arcs;
import java.util.ArrayList;
import java.util.List;

/// In short: where improvements lead and end, who can start, who could leave together.
final class Outlook {
  private static final int MOST_ENDS = 2;

  private final Prospect prospect;
  private final Paths paths;
  private final List<Paths.Starter> starters;
  private final List<Group> together;

  Outlook(Prospect prospect) {
    this.prospect = prospect;
    paths = prospect.paths();
    starters = paths.starters();
    together = Together.several(paths.groups());
  }

  Finding finding() {
    List<Sentence> reasons = new ArrayList<>();
    Sentence statement = starters.isEmpty() ? stuck(reasons) : leads(reasons);
    return new Finding("outlook", Prominence.HEADLINE, statement, reasons, List.of());
  }

  /// Where nobody gains by moving alone.
  private Sentence stuck(List<Sentence> reasons) {
    Slot start = prospect.start();
    if (!paths.groups().notSearched().isEmpty()) {
      return say("No improvement leads away from {}", start);
    }
    if (together.isEmpty()) {
      return say("Nobody leaves {} with a gain, neither alone nor in any group", start);
    }
    example(reasons);
    return together.size() == 1
        ? say(
            "Nobody leaves {} alone with a gain, but {} could together",
            start,
            prospect.parties(together.getFirst().members()))
        : say(
            "Nobody leaves {} alone with a gain, but {} could together, such as {}",
            start,
            new Slot.Count(together.size(), "group", "groups"),
            prospect.parties(together.getFirst().members()));
  }

  private Sentence leads(List<Sentence> reasons) {
    int reached = paths.layers(Arcs.Kind.IMPROVEMENTS).count();
    List<Party> first = starters.stream().map(Paths.Starter::party).toList();
    reasons.add(
        first.size() == 1
            ? say("Only {} can make the first", prospect.parties(first))
            : say("{} can make the first", prospect.parties(first)));
    int cycles = paths.cycles().reached().size();
    if (cycles > 0) {
      reasons.add(
          say(
              "On the way improvements can run in a circle of {}",
              Prospect.moves(paths.cycles().shortest().size())));
    }
    if (!together.isEmpty()) {
      reasons.add(
          say(
              "Of those who gain nothing alone {} could gain by leaving together",
              prospect.parties(together.getFirst().members())));
      example(reasons);
    }
    return say("Improvements lead from {} to {}", prospect.start(), Prospect.states(reached))
        .then(ends());
  }

  private Sentence ends() {
    List<Landscape.Area> ends = paths.ends();
    if (ends.isEmpty()) return say(" and to no end: who moves twice in a row could go further");
    List<Slot> told = ends.stream().limit(MOST_ENDS).map(this::end).toList();
    if (ends.size() == 1) return say(" and can end only in {}", told.getFirst());
    return say(
        " and can end in any of {}, the nearest of them {}",
        Prospect.number(ends.size()),
        told.getFirst());
  }

  private Slot end(Landscape.Area area) {
    if (!area.isCycle()) return prospect.state(area.first());
    return new Slot.Clause(
        say("a cycle of {} that no improvement leaves", Prospect.states(area.states().size())));
  }

  /// To what the first group could go.
  private void example(List<Sentence> reasons) {
    Group group = together.getFirst();
    reasons.add(
        say("They could go to {}: ", prospect.state(group.best()))
            .then(Together.gains(prospect, group)));
  }
}
