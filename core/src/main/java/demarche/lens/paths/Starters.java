package demarche.lens.paths;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import java.util.ArrayList;
import java.util.List;

/// Who gains by moving first, and by what most.
final class Starters {
  private Starters() {}

  /// Nothing where nobody does.
  static List<Finding> findings(Prospect prospect) {
    List<Paths.Starter> starters = prospect.paths().starters();
    if (starters.isEmpty()) return List.of();
    int start = prospect.paths().start();
    List<List<Sentence>> rows = new ArrayList<>();
    for (Paths.Starter starter : starters) {
      int[] targets = starter.targets().stream().mapToInt(Integer::intValue).toArray();
      int best = new Choice(prospect.space(), List.of(starter.party()), start).best(targets);
      rows.add(
          List.of(
              say("{}", prospect.wording().party(starter.party())),
              say("{}", Prospect.number(targets.length)),
              say("{}", prospect.wording().changes(prospect.space(), start, best)),
              prospect.gain(starter.party(), start, best)));
    }
    return List.of(
        new Finding(
            "starters",
            Prominence.DETAIL,
            say("Who gains by a move of its own from {}", prospect.start()),
            List.of(),
            List.of(
                new Figure.Table(
                    "First moves",
                    List.of("who", "improvements", "the best of them", "by it"),
                    rows))));
  }
}
