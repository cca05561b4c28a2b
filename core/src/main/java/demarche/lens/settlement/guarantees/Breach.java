package demarche.lens.settlement.guarantees;

import demarche.lens.Run;
import demarche.lens.stability.Concept;
import demarche.lens.stability.Explanation;
import demarche.lens.stability.Explanation.Improvement;
import demarche.model.Party;
import demarche.states.Arcs;
import java.util.ArrayList;
import java.util.List;

/// A party that would leave an agreed state, and what would keep it there.
///
/// @param ways the improvements of the party from there that nothing deters under SEQ, ascending
/// @param commitment what its own word would have to cost it
/// @param guarantors the actors whose threat alone answers every way, in file order
/// @param together where no actor does alone: the smallest groups of at most [Threats#LARGEST]
///   whose threats together answer every way; none is within another
public record Breach(
    Party by,
    List<Integer> ways,
    Commitment commitment,
    List<Guarantor> guarantors,
    List<List<Guarantor>> together) {
  public Breach {
    ways = List.copyOf(ways);
    guarantors = List.copyOf(guarantors);
    together = together.stream().map(List::copyOf).toList();
  }

  /// Those who would leave a state under SEQ, in file order; nobody where it is an equilibrium.
  static List<Breach> of(Arcs arcs, int state, Run run) {
    List<Breach> breaches = new ArrayList<>();
    for (Party party : arcs.space().model().parties()) {
      List<Integer> ways = ways(arcs, party, state, run);
      if (ways.isEmpty()) continue;
      Threats threats = new Threats(arcs, party, state, ways);
      breaches.add(
          new Breach(
              party,
              ways,
              Commitment.of(arcs, party, state, ways, run),
              threats.alone(),
              threats.together()));
    }
    return breaches;
  }

  static List<Integer> ways(Arcs arcs, Party party, int state, Run run) {
    return Explanation.of(arcs, party, state, Concept.SEQ, run).improvements().stream()
        .filter(improvement -> !improvement.isDeterred())
        .map(Improvement::to)
        .toList();
  }

  /// Whether others could keep it there by threats.
  public boolean isAnswered() {
    return !guarantors.isEmpty() || !together.isEmpty();
  }
}
