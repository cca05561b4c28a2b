package demarche.lens.change;

import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Body.Seat;
import demarche.model.Imagined;
import demarche.model.Model;
import demarche.model.Party;
import demarche.model.Preference;
import demarche.scenario.BodyEntry;
import demarche.scenario.Formula;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The world after some changes: who wishes what, how bodies vote, and the states of it all.
final class Realm {
  /// So many changed worlds are kept, each with the ranks of those whose wishes changed.
  private static final int MOST_KEPT = 8;

  private final StateSpace space;
  private final Model model;
  private final Pool pool;
  private final List<Ranges> ranges;
  private final Map<Set<Atom>, StateSpace> worlds = kept();
  private final Map<Set<Atom>, Map<Integer, StateSpace>> pictures = kept();

  Realm(StateSpace space, Pool pool) {
    this.space = space.forMany();
    this.model = space.model();
    this.pool = pool;
    this.ranges = pool.wanted().stream().map(w -> new Ranges(w, pool.atoms())).toList();
  }

  private static <V> Map<Set<Atom>, V> kept() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1;

      @Override
      protected boolean removeEldestEntry(Map.Entry<Set<Atom>, V> eldest) {
        return size() > MOST_KEPT;
      }
    };
  }

  Pool pool() {
    return pool;
  }

  /// The states before any change.
  StateSpace base() {
    return space;
  }

  Model model() {
    return model;
  }

  Wanted wanted(Actor actor) {
    return pool.wanted().get(actor.index());
  }

  Ranges ranges(Actor actor) {
    return ranges.get(actor.index());
  }

  /// What an actor wishes after some changes.
  Preference wishes(Actor actor, Set<Atom> changes) {
    return wanted(actor).after(changes);
  }

  /// The world after some changes; how options stand is no part of it.
  StateSpace after(Set<Atom> changes) {
    Set<Atom> worldly = worldly(changes);
    if (worldly.isEmpty()) return space;
    return worlds.computeIfAbsent(
        worldly,
        _ -> {
          List<Preference> wishes = new ArrayList<>();
          for (Actor actor : model.actors()) wishes.add(wishes(actor, worldly));
          return space.with(
              model.wishing(wishes, model.bodies().stream().map(b -> body(b, worldly)).toList()));
        });
  }

  private static Set<Atom> worldly(Set<Atom> changes) {
    Set<Atom> worldly = new HashSet<>();
    for (Atom atom : changes) {
      switch (atom.kind()) {
        case PRIORITIES, WEIGHTS, RED_LINES, PARAMETERS, RULES -> worldly.add(atom);
        case BELIEFS, OPTIONS, ISSUES -> {}
      }
    }
    return worldly;
  }

  /// A body with its rules, and what its members' objections cost, after some changes.
  private Body body(Body body, Set<Atom> changes) {
    Body after = Rules.after(body, body.index() - model.actors().size(), changes);
    List<Seat> seats = new ArrayList<>(after.seats());
    for (int k = 0; k < seats.size(); k++) {
      Seat seat = seats.get(k);
      for (Formula cost : objection(body, seat)) {
        if (Readings.parameters(model, cost).isEmpty()) continue;
        Readings readings = pool.wanted().getFirst().readings(changes);
        seats.set(k, Rules.costing(seat, readings.of(cost)));
      }
    }
    return Rules.with(after, seats, after.rules());
  }

  /// What the file writes for the cost of a member's objection; none where it writes nothing.
  List<Formula> objection(Body body, Seat seat) {
    return model.scenario().bodies().stream()
        .filter(entry -> entry.id().text().equals(body.id()))
        .flatMap(entry -> entry.objectionCosts().stream())
        .filter(cost -> cost.member().text().equals(seat.id()))
        .map(BodyEntry.ObjectionCost::cost)
        .map(quantity -> quantity.value())
        .toList();
  }

  /// The world as a party pictures it after some pictures were put right; a body has none.
  StateSpace seenBy(Party party, Set<Atom> changes) {
    if (party instanceof Body) return space;
    Set<Atom> own = new HashSet<>();
    for (Atom atom : changes) {
      if (atom instanceof Atom.Seen(int holder, var _) && holder == party.index()) own.add(atom);
      if (atom instanceof Atom.Sighted(int holder) && holder == party.index()) own.add(atom);
    }
    return pictures
        .computeIfAbsent(own, _ -> new LinkedHashMap<>())
        .computeIfAbsent(party.index(), _ -> space.with(picture(party.id(), own)));
  }

  private Model picture(String holder, Set<Atom> own) {
    Set<String> right = new HashSet<>();
    Model corrected = model;
    for (Atom atom : own) {
      if (atom instanceof Atom.Seen(int _, var of)) right.add(of);
      if (atom instanceof Atom.Sighted) corrected = Imagined.sighted(corrected, holder);
    }
    if (!right.isEmpty()) corrected = Imagined.corrected(corrected, holder, right);
    return Imagined.seenBy(corrected, holder);
  }

  /// The state that is meant, as levels.
  int[] levels(Goal goal, Set<Atom> changes) {
    int[] levels = goal.start();
    for (Atom atom : changes) {
      if (atom instanceof Atom.Set(int option, int level)) levels[option] = level;
    }
    return levels;
  }
}
