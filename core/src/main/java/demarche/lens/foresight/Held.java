package demarche.lens.foresight;

import demarche.finding.Slot;
import demarche.lens.Stable;
import demarche.model.Party;
import demarche.states.StateSet;
import java.util.List;

/// What is stable under one notion.
///
/// @param leaders who leads, under Stackelberg stability; else nobody
/// @param stable by party, in the order of the model; all states for a party that cannot move
public record Held(Notion notion, List<Party> leaders, List<StateSet> stable) {
  public Held {
    leaders = List.copyOf(leaders);
    stable = List.copyOf(stable);
  }

  /// The states that are stable for a party.
  public StateSet stable(Party party) {
    return stable.get(party.index());
  }

  /// The states that are stable for every party.
  public StateSet equilibria() {
    return stable.stream().reduce(StateSet::and).orElseThrow();
  }

  /// The same for tables and programs.
  Stable found() {
    return new Stable(name(), stable, equilibria());
  }

  /// The notion's name, and who leads.
  String name() {
    return leaders.isEmpty() ? notion.name() : notion.name() + " " + leaders.getFirst().id();
  }

  Slot.OfConcept slot() {
    if (leaders.isEmpty()) return notion.slot();
    Party leader = leaders.getFirst();
    return new Slot.OfConcept(
        name(), "%s, led by %s: %s".formatted(notion.fullName(), leader.name(), notion.meaning()));
  }
}
