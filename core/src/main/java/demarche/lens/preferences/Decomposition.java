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

  /// What one term adds to either of two values.
  record Pair(Term term, BigFraction first, BigFraction second) {}

  /// The terms that count in this or in another value of the same state, in file order.
  List<Pair> beside(Decomposition other) {
    return terms(actor.preference()).stream()
        .map(t -> new Pair(t, amount(t), other.amount(t)))
        .filter(p -> p.first.signum() != 0 || p.second.signum() != 0)
        .toList();
  }

  /// The terms of a preference; none of a mere order.
  static List<Term> terms(Preference preference) {
    return preference.order() instanceof Preference.Values(var terms) ? terms : List.of();
  }

  /// What a term of that id adds; 0 where it does not count.
  private BigFraction amount(Term term) {
    return parts.stream()
        .filter(p -> p.term.id().equals(term.id()))
        .map(Part::amount)
        .findFirst()
        .orElse(BigFraction.ZERO);
  }

  /// Whether the actor has values, and not a mere order.
  public static boolean isPossible(Actor actor) {
    return actor.preference().order() instanceof Preference.Values;
  }

  /// @param actor one that has values
  public static Decomposition of(Actor actor, int[] levels) {
    return of(actor, actor.preference(), levels);
  }

  /// By one of the actor's preferences, such as the one that it states.
  static Decomposition of(Actor actor, Preference preference, int[] levels) {
    if (!(preference.order() instanceof Preference.Values values)) {
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
