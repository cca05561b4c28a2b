package demarche.lens.claims;

import static demarche.finding.Sentence.say;

import demarche.finding.Slot;
import demarche.model.Model;
import demarche.model.Party;
import demarche.scenario.Evidence;
import demarche.scenario.Scenario.TieEntry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;

/// Who can talk to whom.
final class Contacts {
  private Contacts() {}

  /// How many others it has a tie with, from it or to it, whose access is above 0.
  static Found degree(Findings findings, Arguments arguments) {
    Party party = arguments.party("a");
    Model model = findings.model();
    Set<String> others = new LinkedHashSet<>();
    List<Evidence> evidence = new ArrayList<>();
    for (TieEntry tie : model.scenario().ties()) {
      String other = other(tie, party.id());
      if (other.isEmpty() || model.number(tie.access()).signum() <= 0) continue;
      others.add(other);
      evidence.add(tie.evidence());
    }
    List<Slot> named =
        others.stream().<Slot>map(id -> findings.wording().party(findings.party(id))).toList();
    Slot who = findings.wording().party(party);
    return new Found(
        new Value.Amount(BigFraction.of(others.size())),
        List.of(
            named.isEmpty()
                ? say("{} has access to nobody", who)
                : say("{} has access to {}", who, new Slot.Several(named))),
        evidence);
  }

  private static String other(TieEntry tie, String id) {
    if (tie.from().text().equals(id)) return tie.to().text();
    return tie.to().text().equals(id) ? tie.from().text() : "";
  }
}
