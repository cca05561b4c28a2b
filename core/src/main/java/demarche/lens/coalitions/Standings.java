package demarche.lens.coalitions;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Stable;
import java.util.ArrayList;
import java.util.List;

/// How many states are stable for each coalition.
final class Standings {
  private static final int MOST_ROWS = 31;

  private Standings() {}

  static Finding finding(Outlook outlook) {
    CoalitionStability stability = outlook.stability();
    List<CoalitionConcept> concepts = stability.strictestFirst();
    List<String> headers = new ArrayList<>(List.of(""));
    concepts.forEach(concept -> headers.add(concept.name()));
    List<List<Sentence>> rows = new ArrayList<>();
    for (Coalition coalition : stability.coalitions().stream().limit(MOST_ROWS).toList()) {
      List<Sentence> row = new ArrayList<>(List.of(say("{}", outlook.members(coalition))));
      concepts.forEach(c -> row.add(Stable.number(stability.stable(c, coalition))));
      rows.add(row);
    }
    List<Sentence> all = new ArrayList<>(List.of(say("stable for all")));
    concepts.forEach(c -> all.add(Stable.number(stability.universal(c))));
    rows.add(all);
    int left = stability.coalitions().size() - MOST_ROWS;
    return new Finding(
        "stable",
        Prominence.DETAIL,
        say(
            "How many of {} are stable for each coalition",
            new Slot.Count(outlook.space().size(), "state", "states")),
        left > 0
            ? List.of(say("{} not shown", new Slot.Count(left, "coalition is", "coalitions are")))
            : List.of(),
        List.of(new Figure.Table("Stable for which coalition", headers, rows)));
  }
}
