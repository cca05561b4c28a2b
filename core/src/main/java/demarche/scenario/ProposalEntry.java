package demarche.scenario;

import java.util.List;

/// A state or a road that somebody has put forward.
///
/// @param by who put it forward; may be empty
/// @param steps one for `does`; each applies to the state after the one before
/// @param consent whose consent it needs; empty: the default
public record ProposalEntry(
    Word id,
    String name,
    List<Word> by,
    Form form,
    List<Destination> steps,
    List<Word> consent,
    Evidence evidence) {
  public ProposalEntry {
    by = List.copyOf(by);
    steps = List.copyOf(steps);
    consent = List.copyOf(consent);
  }

  /// Whether the file writes `does` or `steps`.
  public enum Form {
    AT_ONCE,
    STAGED
  }
}
