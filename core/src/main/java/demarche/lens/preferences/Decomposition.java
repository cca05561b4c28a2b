package demarche.lens.preferences;

import demarche.model.Actor;
import demarche.model.Preference;
import demarche.model.Term;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/// Of what the value of a state is made.
///
/// @param parts the terms that count in the state, in file order; their amounts add up to `total`
public record Decomposition(Actor actor, List<Part> parts, BigFraction total) {
  public Decomposition {
    parts = List.copyOf(parts);
  }

  /// What one term adds.
  public record Part(Term term, BigFraction amount) {}

  /// Whether the actor has values, and not a mere order.
  public static boolean isPossible(Actor actor) {
    return actor.preference().order() instanceof Preference.Values;
  }

  /// @param actor one that has values
  public static Decomposition of(Actor actor, int[] levels) {
    if (!(actor.preference().order() instanceof Preference.Values values)) {
      throw new IllegalArgumentException(actor.id() + " has a mere order");
    }
    List<Part> parts =
        values.terms().stream()
            .map(t -> new Part(t, t.of(levels)))
            .filter(p -> p.amount.signum() != 0)
            .toList();
    return new Decomposition(actor, parts, values.of(levels));
  }
}
