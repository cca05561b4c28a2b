package demarche.lens.stability;

import static demarche.finding.Sentence.say;

import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Whether things stay as they are, and else who moves.
final class Quo {
  private Quo() {}

  static Finding finding(Picture picture) {
    int statusQuo = picture.space().statusQuo();
    Set<Concept> holding = picture.holding(statusQuo);
    List<Sentence> reasons = new ArrayList<>();
    if (holding.contains(Concept.R)) reasons.add(say("Nobody can gain by a move of its own"));
    Leaving.of(picture.stability(), statusQuo, picture.run())
        .forEach(leaving -> {
          reasons.add(leaving.reason(picture.space()));
          reasons.addAll(leaving.gain(picture.space()));
        });
    return new Finding(
        "status-quo", Prominence.HEADLINE, statement(picture, holding), reasons, List.of());
  }

  private static Sentence statement(Picture picture, Set<Concept> holding) {
    List<Concept> all = picture.concepts();
    if (holding.size() == all.size()) return say("The status quo holds under {}", picture.every());
    if (holding.isEmpty()) return say("The status quo does not hold under {}", picture.any());
    Set<Concept> failing = EnumSet.copyOf(all);
    failing.removeAll(holding);
    return say(
        "The status quo holds under {}, but not under {}",
        picture.concepts(holding),
        picture.concepts(failing));
  }
}
