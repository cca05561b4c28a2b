package demarche.lens.paths;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import java.util.ArrayList;
import java.util.List;

/// Where improvements run in cycles, and the shortest of these move by move.
final class Circles {
  private Circles() {}

  /// Nothing where there is no cycle.
  static List<Finding> findings(Prospect prospect) {
    Cycles cycles = prospect.paths().cycles();
    if (cycles.areas().isEmpty()) return List.of();
    boolean within = !cycles.reached().isEmpty();
    Figure.Steps steps =
        new Figure.Steps(
            within ? "A cycle of improvements" : "A cycle of improvements out of reach",
            prospect.told(cycles.from(), cycles.shortest()));
    return List.of(
        new Finding(
            "cycles",
            within ? Prominence.SECTION : Prominence.DETAIL,
            say(
                "The shortest begins in {} and leads back there in {}, each a gain for who makes it",
                prospect.state(cycles.from()),
                Prospect.moves(cycles.shortest().size())),
            reasons(prospect, cycles),
            List.of(steps)));
  }

  private static List<Sentence> reasons(Prospect prospect, Cycles cycles) {
    List<Sentence> reasons = new ArrayList<>();
    int areas = cycles.areas().size();
    reasons.add(
        say(
            "Improvements lead in cycles in {} with {} in all; from {} improvements reach {} of"
                + " them",
            new Slot.Count(areas, "part of the graph", "parts of the graph"),
            Prospect.states(cycles.states()),
            prospect.start(),
            cycles.reached().isEmpty()
                ? new Slot.Plain("none")
                : Prospect.number(cycles.reached().size())));
    if (!cycles.isExhaustive()) {
      reasons.add(
          say(
              "Only cycles through this state were compared, as the part is large: {}",
              Prospect.states(cycles.area().states().size())));
    }
    return reasons;
  }
}
