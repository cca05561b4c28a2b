package demarche.lens.change;

import demarche.lens.preferences.Critical;
import demarche.lens.preferences.Domain;
import demarche.lens.preferences.Flip;
import demarche.model.Model;
import demarche.scenario.Exact;
import demarche.scenario.ParameterEntry;
import demarche.scenario.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;

/// The value of one number alone at which the wanted finding turns.
///
/// @param holds whether it holds at the present value, and so no longer beyond
/// @param flip the turn nearest to the present value, in the range or, where it has none, beyond
record Turn(Lever lever, Domain domain, boolean holds, Flip flip) {
  /// Those of all parameters and weights that have one, in file order; the state is the one asked
  /// about, no option set otherwise.
  static List<Turn> of(Realm realm, Goal goal, Trial trial) {
    List<Turn> turns = new ArrayList<>();
    if (goal.freedom() == Goal.Freedom.FREE) return turns;
    Reaching reaching = new Reaching(realm, goal, trial);
    boolean holds = trial.failures(Set.of()).isEmpty();
    for (Lever lever : levers(realm)) {
      Domain domain = domain(realm, lever);
      List<Critical> criticals = reaching.turns(lever, Set.of(), domain.widest());
      Flip.nearest(
              domain,
              criticals,
              x ->
                  Optional.of(
                      x.equals(domain.present())
                          ? holds
                          : trial.failures(Set.of(new Atom.Moved(lever, x))).isEmpty()))
          .ifPresent(flip -> turns.add(new Turn(lever, domain, holds, flip)));
    }
    return turns;
  }

  /// Parameters, then weights of actors whose wishes are their own.
  private static List<Lever> levers(Realm realm) {
    Model model = realm.model();
    List<Lever> levers = new ArrayList<>();
    Set<String> rules = Feeding.rules(model);
    for (ParameterEntry entry : model.scenario().parameters()) {
      String name = entry.id().text();
      if (entry.origin() instanceof ParameterEntry.Stated && !rules.contains(name)) {
        levers.add(new Lever.Parameter(name));
      }
    }
    for (Wanted wanted : realm.pool().wanted()) {
      if (!Written.areOwn(model, wanted.actor())) continue;
      for (int t = 0; t < wanted.terms().size(); t++) {
        int actor = wanted.actor().index();
        boolean several = wanted.terms().get(t).isOf();
        levers.add(several ? new Lever.Factor(actor, t) : new Lever.Weight(actor, t));
      }
    }
    return levers;
  }

  private static Domain domain(Realm realm, Lever lever) {
    Model model = realm.model();
    return switch (lever) {
      case Lever.Parameter(var name) -> Domain.of(model, name);
      case Lever.Weight(int actor, int term) -> domain(realm, lever, actor, term);
      case Lever.Factor(int actor, int term) -> domain(realm, lever, actor, term);
    };
  }

  /// The range of a weight, then from 0 to ten times what it is, as for parameters.
  private static Domain domain(Realm realm, Lever lever, int actor, int term) {
    Written written = realm.pool().wanted().get(actor).terms().get(term);
    BigFraction present = Present.of(realm, lever);
    List<BigFraction> ends = Pool.ends(realm.model(), present, written.spread());
    List<Domain.Stretch> stretches = new ArrayList<>();
    if (!ends.isEmpty()) {
      stretches.add(
          new Domain.Stretch(least(ends.getFirst(), present), most(ends.getLast(), present)));
    }
    BigFraction far = present.multiply(10);
    BigFraction low =
        least(least(BigFraction.ZERO, far), ends.isEmpty() ? present : ends.getFirst());
    BigFraction high = most(most(BigFraction.ONE, far), ends.isEmpty() ? present : ends.getLast());
    stretches.add(new Domain.Stretch(low, high));
    boolean ranged = !(written.spread() instanceof Quantity.Fixed) && !ends.isEmpty();
    return new Domain("weight", present, ranged, stretches);
  }

  private static BigFraction least(BigFraction a, BigFraction b) {
    return Exact.isMore(a, b) ? b : a;
  }

  private static BigFraction most(BigFraction a, BigFraction b) {
    return Exact.isMore(a, b) ? a : b;
  }

  /// Whether the turn lies in the range that the file gives.
  boolean isInRange() {
    return domain.ranged() && flip.inRange();
  }
}
