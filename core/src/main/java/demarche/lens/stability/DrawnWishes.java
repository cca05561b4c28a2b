package demarche.lens.stability;

import demarche.lens.stability.sweep.DrawnBoard.Kinds;
import demarche.model.Actor;
import demarche.model.Input;
import demarche.model.Lots;
import demarche.model.Model;
import demarche.model.Preference;
import demarche.model.Proposition;
import demarche.model.Settled;
import demarche.scenario.ActorEntry;
import demarche.scenario.PreferenceEntry;
import demarche.states.Ranks;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// What an actor wishes in draws, where it is uncertain whether priorities count and whose order is
/// taken, and nothing else.
///
/// @param whose how one of the orders is chosen; always the last where there is one only
/// @param orders those of analysts, then the file's own
/// @param kinds states that every order ranks alike whatever counts
/// @param silent the bits of the actor's options that make no difference
record DrawnWishes(Input.FirstAbove whose, List<Order> orders, Kinds kinds, int silent) {
  /// More priorities in one order than this have no rank.
  private static final int MOST_PRIORITIES = 24;

  /// One order.
  ///
  /// @param ranks by state, then by kind; of an order of priorities a bit for each that holds, the
  ///   weightiest highest, as if all counted
  /// @param chances what may not count
  /// @param most how many ranks it can tell apart
  private record Order(int[] ranks, List<Chance> chances, long most) {
    /// The same with the ranks of some states alone.
    Order of(List<Integer> states) {
      return new Order(states.stream().mapToInt(s -> ranks[s]).toArray(), chances, most);
    }

    /// The bits that count in a draw.
    int counting(Lots lots) {
      int counting = -1;
      for (Chance chance : chances) {
        if (!chance.law.at(lots).so()) counting &= ~chance.bit;
      }
      return counting;
    }
  }

  private record Chance(Input.Below law, int bit) {}

  /// @return by actor; empty where numbers are uncertain, or an order has too many priorities
  static List<DrawnWishes> of(StateSpace space) {
    Map<String, Input.Law> laws = new HashMap<>();
    for (Input input : Settled.of(space.model().scenario(), _ -> Lots.BASE).inputs()) {
      if (input.law() instanceof Input.WorkedOut) return List.of();
      laws.put(input.key(), input.law());
    }
    List<DrawnWishes> wishes = new ArrayList<>();
    for (Actor actor : space.model().actors()) {
      List<Order> orders = new Reading(space, laws, actor).orders();
      if (orders.isEmpty()) return List.of();
      wishes.add(of(space, actor, orders, whose(actor, laws)));
    }
    return wishes;
  }

  private static Input.FirstAbove whose(Actor actor, Map<String, Input.Law> laws) {
    return laws.get(Input.order(actor.id())) instanceof Input.FirstAbove choice
        ? choice
        : new Input.FirstAbove("", List.of(), List.of(Input.OWN));
  }

  private static DrawnWishes of(
      StateSpace space, Actor actor, List<Order> byState, Input.FirstAbove whose) {
    Map<List<Integer>, Integer> known = new HashMap<>();
    int[] kinds = new int[space.size()];
    List<Integer> first = new ArrayList<>();
    for (int s = 0; s < kinds.length; s++) {
      int state = s;
      List<Integer> all = byState.stream().map(order -> order.ranks[state]).toList();
      kinds[s] = known.computeIfAbsent(all, _ -> known.size());
      if (kinds[s] == first.size()) first.add(s);
    }
    return new DrawnWishes(
        whose,
        byState.stream().map(o -> o.of(first)).toList(),
        new Kinds(kinds, first.size()),
        silent(space, actor, kinds));
  }

  /// The bits of the actor's options in which states may differ without being of another kind.
  private static int silent(StateSpace space, Actor actor, int[] kinds) {
    int silent = 0;
    if (!space.isEveryCode() || !space.moves(actor).isFree()) return silent;
    for (int rest = (int) space.own(actor); rest != 0; rest &= rest - 1) {
      int bit = Integer.lowestOneBit(rest);
      if (IntStream.range(0, kinds.length).allMatch(c -> kinds[c] == kinds[c ^ bit])) silent |= bit;
    }
    return silent;
  }

  /// How many ranks an order can tell apart.
  long most() {
    return orders.stream().mapToLong(Order::most).max().orElseThrow();
  }

  /// The rank by kind and draw.
  ///
  /// @param draws how many there are in a row, of which those without lots are as the first
  int[] table(List<Lots> lots, int draws) {
    int[] table = new int[kinds.count() * draws];
    for (int d = 0; d < draws; d++) {
      Lots of = lots.get(d < lots.size() ? d : 0);
      Order order = orders.get(whose.place(of));
      int counting = order.counting(of);
      for (int k = 0, at = d; k < order.ranks.length; k++, at += draws) {
        table[at] = order.ranks[k] & counting;
      }
    }
    return table;
  }

  /// Reads an actor's orders off scenarios in which each is taken and every priority counts.
  private record Reading(StateSpace space, Map<String, Input.Law> laws, Actor actor) {
    /// @return empty where one has too many priorities
    List<Order> orders() {
      Input.FirstAbove whose = whose(actor, laws);
      List<Order> orders = new ArrayList<>();
      for (int place = 0; place <= whose.bounds().size(); place++) {
        double lot = place == 0 ? 0 : whose.bounds().get(place - 1);
        Order order =
            whose.place(lot) == place ? order(place, lot) : new Order(none(), List.of(), 1);
        if (order.most > 1L << MOST_PRIORITIES) return List.of();
        orders.add(order);
      }
      return orders;
    }

    /// The ranks of an order that is never taken.
    private int[] none() {
      return new int[space.size()];
    }

    private Order order(int place, double lot) {
      Model taken = space.model().settled(key -> key.equals(Input.order(actor.id())) ? lot : 0);
      Preference preference = taken.actors().get(actor.index()).preference();
      List<Proposition> wants = new ArrayList<>();
      preference.redLines().forEach(l -> wants.add(new Proposition.Not(l.never().meaning())));
      List<Keyed> keyed = keyed(preference.order(), place);
      if (keyed.stream().noneMatch(k -> laws.containsKey(k.key))) return fixed(preference);
      keyed.forEach(k -> wants.add(k.want));
      List<Chance> chances = new ArrayList<>();
      int lines = wants.size() - keyed.size();
      for (int k = 0; k < keyed.size(); k++) {
        if (laws.get(keyed.get(k).key) instanceof Input.Below law) {
          int bit = 1 << (wants.size() - 1 - lines - k);
          chances.add(new Chance(law, bit));
        }
      }
      return new Order(patterns(wants), chances, 1L << Math.min(wants.size(), Integer.SIZE));
    }

    /// A priority, and the key of the lot that says whether it counts.
    private record Keyed(String key, Proposition want) {}

    private List<Keyed> keyed(Preference.Order order, int place) {
      if (!(order instanceof Preference.Priorities(var priorities))) return List.of();
      PreferenceEntry written = written(place);
      // an analyst who gives the file's own order has its chances
      String owner =
          written.equals(written(whose(actor, laws).bounds().size()))
              ? actor.id()
              : Input.by(actor.id(), whose(actor, laws).names().get(place));
      List<PreferenceEntry.Priority> entries = ((PreferenceEntry.Priorities) written).priorities();
      List<Keyed> keyed = new ArrayList<>();
      for (int k = 0; k < priorities.size(); k++) {
        if (priorities.get(k).probability().signum() <= 0) continue;
        keyed.add(
            new Keyed(
                Input.priority(owner, entries.get(k).id().text(), k),
                priorities.get(k).want().meaning()));
      }
      return keyed;
    }

    private PreferenceEntry written(int place) {
      ActorEntry entry =
          space.model().scenario().actors().stream()
              .filter(e -> e.id().text().equals(actor.id()))
              .findFirst()
              .orElseThrow();
      List<ActorEntry.Alternative> others = entry.alternatives();
      return place == others.size() ? entry.preference() : others.get(place).preference();
    }

    private Order fixed(Preference preference) {
      Ranks ranks = space.ranks(preference);
      return new Order(
          IntStream.range(0, space.size()).map(ranks::at).toArray(), List.of(), ranks.distinct());
    }

    private int[] patterns(List<Proposition> wants) {
      int[] patterns = new int[space.size()];
      if (wants.size() > MOST_PRIORITIES) return patterns;
      for (int k = 0; k < wants.size(); k++) {
        StateSet holds = space.where(wants.get(k));
        int bit = 1 << (wants.size() - 1 - k);
        holds.forEach(s -> patterns[s] |= bit);
      }
      return patterns;
    }
  }
}
