package demarche.model;

import demarche.scenario.Evidence;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/// One term of a value or a measure: weights that count where their propositions hold.
///
/// @param wording the expression or option that it is about, as the file writes it
/// @param weights signed: an `avoid` term has a negative one
public record Term(String id, String wording, List<Weight> weights, Evidence evidence) {
  public Term {
    weights = List.copyOf(weights);
  }

  public record Weight(Proposition when, BigFraction amount) {}

  /// Its id, or where it has none the expression that it is about.
  public String label() {
    return id.isEmpty() ? wording : id;
  }

  /// What it adds to the value of a state.
  public BigFraction of(int[] levels) {
    return weights.stream()
        .filter(w -> w.when().holds(levels))
        .map(Weight::amount)
        .reduce(BigFraction.ZERO, BigFraction::add);
  }
}
