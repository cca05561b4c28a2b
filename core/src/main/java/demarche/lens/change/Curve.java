package demarche.lens.change;

import demarche.lens.preferences.Formulas;
import demarche.lens.preferences.Quotient;
import demarche.lens.preferences.TooSteep;
import demarche.model.Preference;
import demarche.model.Term;
import demarche.scenario.TermEntry.Sign;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;

/// The difference of the values of two states as a function of one number, all else as some changes
/// have it.
final class Curve {
  private final Realm realm;
  private final Lever lever;
  private final Formulas numbers;

  private Curve(Realm realm, Lever lever, Set<Atom> others) {
    this.realm = realm;
    this.lever = lever;
    Map<String, Quotient> given = new HashMap<>();
    for (Atom atom : others) {
      if (atom instanceof Atom.Moved(Lever.Parameter(var name), var to)) {
        given.put(name, Quotient.of(to));
      }
    }
    if (lever instanceof Lever.Parameter(var name)) given.put(name, Quotient.PARAMETER);
    this.numbers = new Formulas(realm.model(), given);
  }

  /// Empty for an actor without values, and where the degree is too high.
  ///
  /// @param made the changes, that of the number among them, which is left out
  static Optional<Quotient> of(Realm realm, Comparison comparison, Lever lever, Set<Atom> made) {
    if (!(comparison.actor().preference().order() instanceof Preference.Values)) {
      return Optional.empty();
    }
    Set<Atom> others = new HashSet<>(made);
    others.removeIf(a -> a instanceof Atom.Moved m && m.lever().equals(lever));
    try {
      return Optional.of(new Curve(realm, lever, others).difference(comparison, others));
    } catch (TooSteep | ArithmeticException _) {
      return Optional.empty();
    }
  }

  private Quotient difference(Comparison comparison, Set<Atom> others) {
    Wanted wanted = realm.wanted(comparison.actor());
    Quotient sum = Quotient.ZERO;
    for (int t = 0; t < wanted.terms().size(); t++) {
      Written written = wanted.terms().get(t);
      List<Term.Weight> weights = written.term().weights();
      for (int w = 0; w < weights.size(); w++) {
        boolean there = weights.get(w).when().holds(comparison.one());
        if (there == weights.get(w).when().holds(comparison.other())) continue;
        Quotient amount = amount(written, comparison.actor().index(), t, w, others);
        sum = sum.plus(there ? amount : amount.negate());
      }
    }
    return sum;
  }

  private Quotient amount(Written written, int actor, int term, int weight, Set<Atom> others) {
    Quotient plain = number(written, actor, term, weight, others);
    return written.sign() == Sign.AVOID ? plain.negate() : plain;
  }

  private Quotient number(Written written, int actor, int term, int weight, Set<Atom> others) {
    Lever own = new Lever.Weight(actor, term);
    Lever factor = new Lever.Factor(actor, term);
    if (lever.equals(own)) return Quotient.PARAMETER;
    Quotient times = lever.equals(factor) ? Quotient.PARAMETER : Quotient.of(BigFraction.ONE);
    for (Atom atom : others) {
      if (!(atom instanceof Atom.Moved(var moved, var to))) continue;
      if (moved.equals(own)) return Quotient.of(to);
      if (moved.equals(factor)) times = Quotient.of(to);
    }
    return numbers.of(written.amounts().get(weight)).times(times);
  }
}
