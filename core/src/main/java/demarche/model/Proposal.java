package demarche.model;

import demarche.scenario.Evidence;
import demarche.scenario.ProposalEntry.Form;
import java.util.List;

/// A state, or a road of states, that somebody has put forward.
///
/// @param by ids of those who put it forward; may be empty
/// @param ends the state after each step, as levels by option index, events included
/// @param consent ids of the parties whose consent it needs
public record Proposal(
    String id,
    String name,
    List<String> by,
    Form form,
    List<List<Integer>> ends,
    List<String> consent,
    Evidence evidence) {
  public Proposal {
    by = List.copyOf(by);
    ends = ends.stream().map(List::copyOf).toList();
    consent = List.copyOf(consent);
  }

  /// Where the proposal leads in the end.
  public int[] end() {
    return ends.getLast().stream().mapToInt(Integer::intValue).toArray();
  }
}
