package demarche.lens.change;

import demarche.lens.change.Needed.Reach;
import demarche.lens.preferences.Critical;
import demarche.lens.preferences.Domain;
import demarche.model.Actor;
import demarche.model.Party;
import demarche.scenario.Exact;
import demarche.states.Moves;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.numbers.fraction.BigFraction;

/// How far the numbers of a repair must go: for each of them, the others at the ends to which the
/// repair moves them, the least way from its present value that is enough.
final class Reaching {
  private final Realm realm;
  private final Goal goal;
  private final Trial trial;

  Reaching(Realm realm, Goal goal, Trial trial) {
    this.realm = realm;
    this.goal = goal;
    this.trial = trial;
  }

  List<Needed> of(Set<Atom> made) {
    List<Needed> needed = new ArrayList<>();
    for (Atom atom : realm.pool().atoms()) {
      if (atom instanceof Atom.Moved moved && made.contains(moved)) needed.add(of(moved, made));
    }
    return needed;
  }

  private Needed of(Atom.Moved moved, Set<Atom> made) {
    BigFraction present = Present.of(realm, moved.lever());
    int side = Exact.compare(moved.to(), present);
    for (Critical at : turns(moved, made, present)) {
      if (at.isExact() && isEnough(moved, at.value(), made)) {
        return new Needed(moved, at, side, Reach.THERE);
      }
      BigFraction beyond = beyond(at, moved, made, present);
      if (isEnough(moved, beyond, made)) return new Needed(moved, at, side, Reach.BEYOND);
    }
    return new Needed(moved, Critical.at(moved.to()), side, Reach.THERE);
  }

  /// A value between this turn and the next one on the way, or the end.
  private BigFraction beyond(Critical at, Atom.Moved moved, Set<Atom> made, BigFraction present) {
    List<Critical> turns = turns(moved, made, present);
    int next = turns.indexOf(at) + 1;
    boolean rises = Exact.isMore(moved.to(), present);
    BigFraction from = rises ? at.high() : at.low();
    BigFraction to =
        next == turns.size() ? moved.to() : rises ? turns.get(next).low() : turns.get(next).high();
    return from.add(to).divide(2);
  }

  private boolean isEnough(Atom.Moved moved, BigFraction value, Set<Atom> made) {
    Set<Atom> there = new HashSet<>(made);
    there.remove(moved);
    there.add(new Atom.Moved(moved.lever(), value));
    return trial.failures(there).isEmpty();
  }

  /// Where a comparison with the state that is meant turns, from the present value to the end.
  private List<Critical> turns(Atom.Moved moved, Set<Atom> made, BigFraction present) {
    Domain.Stretch way = new Domain.Stretch(least(present, moved), most(present, moved));
    List<Critical> turns = new ArrayList<>(turns(moved.lever(), made, way));
    turns.removeIf(c -> c.isExact() && c.value().equals(present));
    return Exact.isMore(moved.to(), present) ? turns : turns.reversed();
  }

  /// Where a comparison with the state that is meant turns, in ascending order.
  List<Critical> turns(Lever lever, Set<Atom> made, Domain.Stretch within) {
    List<List<Critical>> found = new ArrayList<>();
    for (Comparison comparison : comparisons(made)) {
      Curve.of(realm, comparison, lever, made)
          .ifPresent(curve -> found.add(curve.criticals(within.low(), within.high())));
    }
    return Critical.merged(found);
  }

  private static BigFraction least(BigFraction present, Atom.Moved moved) {
    return Exact.isMore(present, moved.to()) ? moved.to() : present;
  }

  private static BigFraction most(BigFraction present, Atom.Moved moved) {
    return Exact.isMore(present, moved.to()) ? present : moved.to();
  }

  /// Those that the goal asks of actors outright: the state against no deal, and against each move
  /// from it.
  private List<Comparison> comparisons(Set<Atom> made) {
    int[] levels = realm.levels(goal, made);
    List<Comparison> all = new ArrayList<>();
    Set<Integer> asked = new TreeSet<>();
    for (Party party : goal.consenting()) {
      if (party instanceof Actor a && asked.add(a.index())) {
        all.add(
            Comparison.of(a, levels, realm.model().disagreement(), Comparison.Relation.AT_LEAST));
      }
    }
    for (Party party : goal.staying()) {
      if (party instanceof Actor actor) all.addAll(moves(actor, levels));
    }
    return all;
  }

  private List<Comparison> moves(Actor actor, int[] levels) {
    StateSpace space = realm.base();
    if (space.state(levels) < 0) return List.of();
    Moves own = space.moves(actor);
    int[] into = new int[own.most()];
    int count = own.targets(space.state(levels), into);
    List<Comparison> all = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      int[] to = space.levels(into[k]);
      all.add(Comparison.of(actor, levels, to, Comparison.Relation.AT_LEAST));
    }
    return all;
  }
}
