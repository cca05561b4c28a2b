package demarche.lens.coalitions;

import java.util.List;
import java.util.Set;

/// What is asked about coalitions.
///
/// @param concepts at least one
/// @param coalitions those whose leaving counts, in the order in which they are told
/// @param replies how the others answer under CSEQ
public record Question(
    Set<CoalitionConcept> concepts, List<Coalition> coalitions, Replies replies) {
  public Question {
    if (concepts.isEmpty()) throw new IllegalArgumentException("no concept");
    concepts = Set.copyOf(concepts);
    coalitions = List.copyOf(coalitions);
  }

  /// Whether the coalition improvements of the others count.
  boolean needsClasses() {
    return concepts.contains(CoalitionConcept.CSEQ) && replies == Replies.BY_COALITIONS;
  }
}
