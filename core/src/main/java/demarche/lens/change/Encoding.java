package demarche.lens.change;

import demarche.lens.change.Goal.Freedom;
import demarche.model.Model;
import demarche.model.Option;
import demarche.scenario.Exact;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;

/// The changes as variables of a solver, with what excludes or needs what, and their costs.
final class Encoding {
  private final Solver solver = new Solver();
  private final Pool pool;
  private final Map<Atom, Integer> variables = new LinkedHashMap<>();
  private final Map<Set<Atom>, Integer> products = new HashMap<>();
  private final Map<Integer, BigInteger> prices = new LinkedHashMap<>();
  private final Map<BigInteger, Integer> bounds = new TreeMap<>();
  private final Costs costs;
  private final BigInteger unit;
  private long rows;

  Encoding(Pool pool, Goal goal, Set<Kind> kinds, Costs costs) {
    this.pool = pool;
    this.costs = costs;
    for (Atom atom : pool.atoms()) variables.put(atom, solver.fresh());
    unit = unit();
    variables.forEach((atom, variable) -> {
      BigInteger price = whole(costs.of(atom));
      if (price.signum() > 0) prices.put(variable, price);
    });
    exclude();
    orders();
    if (kinds.contains(Kind.ISSUES)) areas(goal);
  }

  Solver solver() {
    return solver;
  }

  /// How many inequalities have been written out.
  long rows() {
    return rows;
  }

  private BigInteger unit() {
    BigInteger unit = BigInteger.ONE;
    for (Atom atom : pool.atoms()) {
      BigInteger below = costs.of(atom).getDenominator().abs();
      unit = unit.multiply(below).divide(unit.gcd(below));
    }
    return unit;
  }

  private BigInteger whole(BigFraction cost) {
    BigFraction scaled = cost.multiply(unit);
    return scaled.getNumerator().divide(scaled.getDenominator());
  }

  /// A number stands in one place, a line in one form, an option at one level, a majority too.
  private void exclude() {
    Map<Object, List<Integer>> alike = new LinkedHashMap<>();
    variables.forEach((atom, variable) ->
        subject(atom).forEach(s -> alike.computeIfAbsent(s, _ -> new ArrayList<>()).add(variable)));
    for (List<Integer> group : alike.values()) {
      for (int a = 0; a < group.size(); a++) {
        for (int b = a + 1; b < group.size(); b++) solver.clause(-group.get(a), -group.get(b));
      }
    }
  }

  /// What a change is about, where another change of the same would contradict it.
  private static List<Object> subject(Atom atom) {
    return switch (atom) {
      case Atom.Moved(var lever, var _) -> List.of(lever);
      case Atom.Dropped(int actor, int line) -> List.of(List.of("line", actor, line));
      case Atom.Shifted s -> List.of(List.of("line", s.actor(), s.line()));
      case Atom.Set(int option, int _) -> List.of(List.of("option", option));
      case Atom.Majority(int body, int rule, int _) -> List.of(List.of("rule", body, rule));
      case Atom.Swapped _,
          Atom.Counted _,
          Atom.Opened _,
          Atom.Veto _,
          Atom.Seen _,
          Atom.Sighted _ ->
          List.of();
    };
  }

  /// Which priorities changed places must come of one order: of three in a row the outer two cannot
  /// have unless one of the inner pairs has, and must have where both have.
  private void orders() {
    variables.forEach((atom, outer) -> {
      if (!(atom instanceof Atom.Swapped(int actor, int first, int last))) return;
      for (int middle = first + 1; middle < last; middle++) {
        int one = variable(new Atom.Swapped(actor, first, middle));
        int two = variable(new Atom.Swapped(actor, middle, last));
        solver.clause(-outer, one, two);
        solver.clause(outer, -one, -two);
      }
    });
  }

  /// An option is set otherwise only where an area that it lies in is open: put on the table, or
  /// touched already by what was asked about.
  private void areas(Goal goal) {
    Model model = pool.model();
    int[] statusQuo = model.statusQuo();
    Set<String> open = new LinkedHashSet<>();
    if (goal.freedom() == Freedom.PRICED) {
      model
          .issues()
          .forEach((area, options) -> {
            if (options.stream()
                .anyMatch(o -> goal.levels().get(o.index()) != statusQuo[o.index()])) {
              open.add(area);
            }
          });
    }
    variables.forEach((atom, set) -> {
      if (!(atom instanceof Atom.Set(int option, int _))) return;
      List<Integer> clause = new ArrayList<>(List.of(-set));
      for (Map.Entry<String, List<Option>> area : model.issues().entrySet()) {
        if (area.getValue().stream().noneMatch(o -> o.index() == option)) continue;
        if (open.contains(area.getKey())) return;
        clause.add(variable(new Atom.Opened(area.getKey())));
      }
      solver.clause(clause.stream().mapToInt(Integer::intValue).toArray());
    });
  }

  int variable(Atom atom) {
    Integer known = variables.get(atom);
    if (known == null) throw new IllegalArgumentException(atom + " is not in the pool");
    return known;
  }

  /// What would make a change otherwise than it is: it is made, or it is not.
  int flip(Atom atom, Set<Atom> made) {
    return made.contains(atom) ? -variable(atom) : variable(atom);
  }

  /// A variable that holds iff all of these changes are made.
  int product(Set<Atom> together) {
    if (together.size() == 1) return variable(together.iterator().next());
    return products.computeIfAbsent(
        together,
        _ -> {
          int all = solver.fresh();
          int[] parts = together.stream().mapToInt(this::variable).sorted().toArray();
          int[] back = new int[parts.length + 1];
          for (int k = 0; k < parts.length; k++) {
            solver.clause(-all, parts[k]);
            back[k] = -parts[k];
          }
          back[parts.length] = all;
          solver.clause(back);
          return all;
        });
  }

  /// Where the condition holds, a difference is more than 0, or at least 0.
  void require(int condition, Difference difference, Comparison.Relation relation) {
    rows++;
    BigInteger scale = difference.scale();
    Map<Integer, BigInteger> weights = new LinkedHashMap<>();
    BigInteger bound = relation == Comparison.Relation.MORE ? BigInteger.ONE : BigInteger.ZERO;
    for (Map.Entry<Set<Atom>, BigFraction> e : difference.products().entrySet()) {
      BigFraction scaled = e.getValue().multiply(scale);
      BigInteger number = scaled.getNumerator().divide(scaled.getDenominator());
      if (e.getKey().isEmpty()) bound = bound.subtract(number);
      else weights.merge(product(e.getKey()), number, BigInteger::add);
    }
    solver.atLeastIf(condition, weights, bound);
  }

  /// The changes that a solution makes.
  Set<Atom> read(BitSet solution) {
    Set<Atom> made = new LinkedHashSet<>();
    variables.forEach((atom, variable) -> {
      if (solution.get(variable)) made.add(atom);
    });
    return made;
  }

  /// What some changes cost, in the solver's unit.
  BigInteger price(Set<Atom> made) {
    BigInteger sum = BigInteger.ZERO;
    for (Atom atom : made) sum = sum.add(prices.getOrDefault(variable(atom), BigInteger.ZERO));
    return sum;
  }

  /// The cost of so many of the solver's units.
  BigFraction cost(BigInteger price) {
    return Exact.quotient(BigFraction.of(price), BigFraction.of(unit));
  }

  /// A literal where which holds all changes together cost no more than a price.
  int within(BigInteger price) {
    return bounds.computeIfAbsent(
        price,
        _ -> {
          int within = solver.fresh();
          Map<Integer, BigInteger> spent = new LinkedHashMap<>();
          prices.forEach((variable, own) -> spent.put(variable, own.negate()));
          solver.atLeastIf(within, spent, price.negate());
          return within;
        });
  }

  /// No further solution makes all the changes of these that cost something.
  void exclude(Set<Atom> made) {
    solver.clause(
        made.stream().mapToInt(this::variable).filter(prices::containsKey).map(v -> -v).toArray());
  }

  static int[] joined(int[] one, int... other) {
    int[] all = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, all, one.length, other.length);
    return all;
  }
}
