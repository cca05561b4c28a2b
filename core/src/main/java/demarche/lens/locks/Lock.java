package demarche.lens.locks;

import demarche.lens.Run;
import demarche.lens.settlement.Settlements;
import demarche.model.Actor;
import demarche.model.Clause;
import demarche.model.Model;
import demarche.model.Option;
import demarche.model.Party;
import demarche.scenario.ActorEntry;
import demarche.scenario.Notation;
import demarche.scenario.Scenario;
import demarche.states.Arcs;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.List;

/// An option that stands above its lowest level only while somebody else's condition holds.
///
/// **Definition.** A lock is *open* where its condition holds. A party has a *key* at the status
/// quo if one move of its own leads to a state where the lock is open, and would *turn* it if it
/// prefers such a state. The option is *wanted* if without the lock its owner had an improvement at
/// the status quo that raises it. The lock *shuts out* what could be agreed with the option raised
/// if there were no lock; of that what the holder of the lock accepts as well is what is *left*.
///
/// **Cost.** The states with the lock and without it; two walks over settlements.
///
/// @param holder of the lock
/// @param option that it locks
/// @param owner who could otherwise raise the option
/// @param unless as the file has it
/// @param opening whether it is open at the status quo
/// @param keys parties with a key, in file order
/// @param wanted whether the owner would raise the option at once, if there were no lock
/// @param left how many settlements have the option raised and please the holder too
/// @param unlocked how many would have it raised if there were no lock
/// @param entry as the file has it
public record Lock(
    Actor holder,
    Option option,
    Party owner,
    Clause unless,
    Opening opening,
    List<Key> keys,
    Wish wanted,
    long left,
    long unlocked,
    ActorEntry.Lock entry) {
  public Lock {
    keys = List.copyOf(keys);
  }

  /// How the lock stands at the status quo.
  public enum Opening {
    OPEN,
    CLOSED
  }

  /// Whether the owner would raise the option by itself.
  public enum Wish {
    WANTED,
    UNWANTED
  }

  /// Somebody who could open the lock from the status quo by one move of its own.
  public record Key(Party party, Turn turn) {}

  /// Whether it would.
  public enum Turn {
    WOULD,
    WOULD_NOT
  }

  /// All locks of a scenario, by actor and then as the file has them.
  static List<Lock> all(StateSpace space, Run run) {
    List<Lock> locks = new ArrayList<>();
    for (ActorEntry actor : space.model().scenario().actors()) {
      for (ActorEntry.Lock lock : actor.locks()) {
        run.check();
        locks.add(of(space, actor, lock, run));
      }
    }
    return locks;
  }

  private static Lock of(StateSpace space, ActorEntry actor, ActorEntry.Lock entry, Run run) {
    Model model = space.model();
    Option option = option(model, entry.option().text());
    Actor holder = actor(model, actor.id().text());
    Party owner = owner(model, option);
    Clause unless = model.clause(entry.unless(), "a lock");
    StateSet open = space.where(unless.meaning());
    StateSpace without = space.with(model.imagined(without(model.scenario(), entry)));
    return new Lock(
        holder,
        option,
        owner,
        unless,
        open.contains(space.statusQuo()) ? Opening.OPEN : Opening.CLOSED,
        keys(space, open, run),
        wanted(without, option, owner, run),
        raised(space, option, new Settlements(space).all(), holder),
        raised(without, option, new Settlements(without).all()),
        entry);
  }

  private static Option option(Model model, String name) {
    return model.options().stream()
        .filter(o -> o.id().equals(name) || o.shortId().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Actor actor(Model model, String id) {
    return model.actors().stream().filter(a -> a.id().equals(id)).findFirst().orElseThrow();
  }

  private static Party owner(Model model, Option option) {
    return model.parties().stream()
        .filter(p -> p.id().equals(option.holder()))
        .findFirst()
        .orElseThrow();
  }

  /// The scenario without one lock.
  private static Scenario without(Scenario scenario, ActorEntry.Lock lock) {
    List<ActorEntry> actors = new ArrayList<>(scenario.actors());
    actors.replaceAll(actor -> actor.without(lock));
    return scenario.with(actors, scenario.beliefs());
  }

  private static List<Key> keys(StateSpace space, StateSet open, Run run) {
    int quo = space.statusQuo();
    if (open.contains(quo)) return List.of();
    Arcs arcs = Arcs.of(space, run.watch());
    int[] into = new int[arcs.most()];
    List<Key> keys = new ArrayList<>();
    for (Party party : space.model().parties()) {
      int count = arcs.targets(party, quo, Arcs.Kind.MOVES, into);
      boolean has = false;
      boolean would = false;
      for (int k = 0; k < count; k++) {
        if (!open.contains(into[k])) continue;
        has = true;
        would |= space.prefers(party, quo, into[k]);
      }
      if (has) keys.add(new Key(party, would ? Turn.WOULD : Turn.WOULD_NOT));
    }
    return keys;
  }

  private static Wish wanted(StateSpace without, Option option, Party owner, Run run) {
    int quo = without.statusQuo();
    Arcs arcs = Arcs.of(without, run.watch());
    int[] into = new int[arcs.most()];
    int count = arcs.targets(owner, quo, Arcs.Kind.IMPROVEMENTS, into);
    for (int k = 0; k < count; k++) {
      if (without.level(into[k], option) > without.level(quo, option)) return Wish.WANTED;
    }
    return Wish.UNWANTED;
  }

  /// How many of these have the option above its lowest level.
  private static long raised(StateSpace space, Option option, StateSet settlements) {
    return settlements.stream().filter(s -> space.level(s, option) > 0).count();
  }

  /// The same, of those that an actor accepts as well.
  private static long raised(StateSpace space, Option option, StateSet settlements, Actor pleased) {
    int disagreement = space.state(space.model().disagreement());
    return settlements.stream()
        .filter(s -> space.level(s, option) > 0)
        .filter(s -> !space.crossesRedLine(pleased, s) && !space.prefers(pleased, s, disagreement))
        .count();
  }

  /// What keeps it shut or open, for messages.
  @Override
  public String toString() {
    return "%s locks %s unless %s".formatted(holder.id(), option.id(), Notation.of(entry.unless()));
  }
}
