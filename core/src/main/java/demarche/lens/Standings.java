package demarche.lens;

import static demarche.finding.Sentence.say;

import demarche.finding.Figure;
import demarche.finding.Finding;
import demarche.finding.Finding.Prominence;
import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.model.Party;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.List;

/// How many states are stable for each of some parties: a row for each, a column for each
/// definition.
public record Standings(StateSpace space, List<Party> parties, List<Stable> definitions) {
  public Standings {
    parties = List.copyOf(parties);
    definitions = List.copyOf(definitions);
  }

  /// @param whom as in `each decision maker`
  /// @param all what the last row counts, the equilibria
  /// @param title of the table
  public Finding finding(String whom, String all, String title) {
    Wording wording = Wording.of(space);
    List<String> headers = new ArrayList<>(List.of(""));
    definitions.forEach(d -> headers.add(d.name()));
    List<List<Sentence>> rows = new ArrayList<>();
    for (Party party : parties) {
      List<Sentence> row = new ArrayList<>(List.of(say("{}", wording.party(party))));
      definitions.forEach(d -> row.add(Stable.number(d.byParty().get(party.index()))));
      rows.add(row);
    }
    List<Sentence> last = new ArrayList<>(List.of(say("{}", new Slot.Plain(all))));
    definitions.forEach(d -> last.add(Stable.number(d.equilibria())));
    rows.add(last);
    return new Finding(
        "stable",
        Prominence.DETAIL,
        say(
            "How many of {} are stable for {}",
            new Slot.Count(space.size(), "state", "states"),
            new Slot.Plain(whom)),
        List.of(),
        List.of(new Figure.Table(title, headers, rows)));
  }
}
