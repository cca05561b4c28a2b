package demarche.lens.change;

import demarche.model.Actor;
import demarche.model.Preference;
import demarche.model.Preference.Priority;
import demarche.scenario.Formula;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.commons.numbers.fraction.BigFraction;

/// What a comparison that fails needs in order to hold, as literals of a solver.
///
/// A literal stands for something that every set of changes makes where the comparison holds after
/// it; it may hold where the comparison does not.
final class Needs {
  private final Realm realm;
  private final Encoding encoding;
  private final Map<List<Object>, Integer> known = new HashMap<>();
  private final Map<Comparison, Boolean> possible = new HashMap<>();

  Needs(Realm realm, Encoding encoding) {
    this.realm = realm;
    this.encoding = encoding;
  }

  void clause(Set<Integer> literals) {
    encoding.solver().clause(literals.stream().mapToInt(Integer::intValue).toArray());
  }

  Set<Integer> flips(Predicate<Atom> meant, Set<Atom> made) {
    Set<Integer> flips = new LinkedHashSet<>();
    for (Atom atom : realm.pool().atoms())
      if (meant.test(atom)) flips.add(encoding.flip(atom, made));
    return flips;
  }

  static boolean isLine(Atom atom, Actor actor) {
    return (atom instanceof Atom.Dropped d && d.actor() == actor.index())
        || (atom instanceof Atom.Shifted s && s.actor() == actor.index());
  }

  /// A literal that never holds.
  int never() {
    return one(List.of("never"), Set.of());
  }

  /// Whether some changes in the pool could make a comparison of values hold; true where that is
  /// not plain to see.
  boolean isPossible(Comparison comparison) {
    return possible.computeIfAbsent(comparison, this::couldHold);
  }

  private boolean couldHold(Comparison comparison) {
    Actor actor = comparison.actor();
    if (realm.pool().atoms().stream().anyMatch(a -> isLine(a, actor))) return true;
    Preference lines = new Preference(actor.preference().redLines(), new Preference.Indifferent());
    int sign = lines.compare(comparison.one(), comparison.other());
    if (sign != 0) return sign > 0;
    if (!(actor.preference().order() instanceof Preference.Values)) return true;
    int most =
        Difference.most(realm.ranges(actor), comparison.one(), comparison.other())
            .map(BigFraction::signum)
            .orElse(1);
    return comparison.relation() == Comparison.Relation.MORE ? most > 0 : most >= 0;
  }

  /// A literal that a comparison needs, by red lines or by the order.
  int needed(Comparison comparison, Set<Atom> made) {
    Actor actor = comparison.actor();
    int[] better = comparison.one();
    int[] worse = comparison.other();
    Preference wishes = realm.wishes(actor, made);
    Preference lines = new Preference(wishes.redLines(), new Preference.Indifferent());
    Set<Integer> literals = flips(a -> isLine(a, actor), made);
    if (lines.compare(better, worse) == 0) literals.add(order(comparison, made));
    return one(List.of("needed", comparison, Set.copyOf(literals)), literals);
  }

  /// A literal that is no more than one of these.
  private int one(List<Object> key, Set<Integer> literals) {
    return known.computeIfAbsent(
        key,
        _ -> {
          int one = encoding.solver().fresh();
          Set<Integer> all = new LinkedHashSet<>(literals);
          all.add(-one);
          clause(all);
          return one;
        });
  }

  /// A literal that a comparison by the order alone needs.
  int order(Comparison comparison, Set<Atom> made) {
    return switch (comparison.actor().preference().order()) {
      case Preference.Values _ -> values(comparison, made);
      case Preference.Priorities(var all) -> {
        Set<Integer> literals = priorities(comparison, all, made);
        yield one(List.of("order", comparison, Set.copyOf(literals)), literals);
      }
      case Preference.Ranking _, Preference.Indifferent _ ->
          one(List.of("order", comparison), Set.of());
    };
  }

  private int values(Comparison comparison, Set<Atom> made) {
    Wanted wanted = realm.wanted(comparison.actor());
    List<Object> key = List.of("values", comparison);
    Integer before = known.get(key);
    if (before != null) return before;
    Optional<Difference> difference = difference(comparison);
    if (difference.isEmpty()) {
      Set<Integer> literals = flips(wanted::concerns, made);
      return one(List.of("values", comparison, Set.copyOf(literals)), literals);
    }
    int literal = encoding.solver().fresh();
    encoding.require(literal, difference.get(), comparison.relation());
    known.put(key, literal);
    return literal;
  }

  /// The difference that a comparison asks about, what is borne added.
  private Optional<Difference> difference(Comparison comparison) {
    Wanted wanted = realm.wanted(comparison.actor());
    List<Atom> moves = realm.pool().atoms();
    Optional<Difference> difference =
        Difference.of(realm.ranges(comparison.actor()), comparison.one(), comparison.other());
    if (difference.isEmpty() || comparison.allowance().isEmpty()) return difference;
    Formula cost = comparison.allowance().getFirst();
    Set<Lever> levers = new LinkedHashSet<>();
    Readings.parameters(realm.model(), cost).stream()
        .sorted()
        .forEach(p -> levers.add(new Lever.Parameter(p)));
    List<Set<Atom>> combinations = Ranges.combinations(moves, levers);
    if (combinations.isEmpty()) return Optional.empty();
    return difference.map(d -> d.plus(combinations, changes -> wanted.readings(changes).of(cost)));
  }

  /// The priority that decides against must go, or come after one that speaks for it; where none
  /// decides and one must, one must be taken up.
  private Set<Integer> priorities(Comparison comparison, List<Priority> all, Set<Atom> made) {
    Actor actor = comparison.actor();
    List<Integer> speaking = new ArrayList<>();
    List<Integer> against = new ArrayList<>();
    for (int k = 0; k < all.size(); k++) {
      boolean there = all.get(k).want().holds(comparison.one());
      if (there != all.get(k).want().holds(comparison.other())) (there ? speaking : against).add(k);
    }
    List<Integer> order = Agenda.order(actor.index(), all, made);
    Optional<Integer> deciding =
        order.stream().filter(k -> speaking.contains(k) || against.contains(k)).findFirst();
    Set<Integer> literals = new LinkedHashSet<>();
    if (deciding.isEmpty()) {
      speaking.forEach(k -> literals.addAll(counted(actor, k, made)));
      return literals;
    }
    int first = deciding.get();
    literals.addAll(counted(actor, first, made));
    for (int k : speaking) {
      Atom swapped = new Atom.Swapped(actor.index(), Math.min(k, first), Math.max(k, first));
      boolean after = Agenda.isBefore(actor.index(), first, k, made);
      if (after) literals.addAll(flips(a -> a.equals(swapped), made));
      else literals.addAll(counted(actor, k, made));
    }
    return literals;
  }

  private Set<Integer> counted(Actor actor, int priority, Set<Atom> made) {
    return flips(a -> a.equals(new Atom.Counted(actor.index(), priority)), made);
  }
}
