package demarche.lens.stability;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.model.Party;
import java.util.ArrayList;
import java.util.List;

/// How many states are stable for each decision maker.
final class Standings {
  private Standings() {}

  static Finding finding(Picture picture) {
    List<String> headers = new ArrayList<>(List.of(""));
    picture.concepts().forEach(concept -> headers.add(concept.name()));
    List<List<Sentence>> rows = new ArrayList<>();
    for (Party party : picture.parties()) {
      List<Sentence> row = new ArrayList<>(List.of(say("{}", picture.wording().party(party))));
      for (Concept concept : picture.concepts()) {
        row.add(number(picture.stability().stable(concept, party).count()));
      }
      rows.add(row);
    }
    List<Sentence> all = new ArrayList<>(List.of(say("equilibria: stable for all")));
    picture.concepts().forEach(c -> all.add(number(picture.equilibria(c).count())));
    rows.add(all);
    return new Finding(
        "stable",
        Prominence.DETAIL,
        say(
            "How many of {} are stable for each decision maker",
            new Slot.Count(picture.space().size(), "state", "states")),
        List.of(),
        List.of(new Figure.Table("Stable for whom", headers, rows)));
  }

  private static Sentence number(long count) {
    return say("{}", new Slot.Count(count, "", ""));
  }
}
