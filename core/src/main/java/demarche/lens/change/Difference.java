package demarche.lens.change;

import demarche.model.Term;
import demarche.scenario.Exact;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;

/// By how much an actor values one state more than another, as a sum over products of changes.
///
/// **Law.** A weight is a function of the few numbers that it depends on, each of which stands in one
/// of a few places. Such a function is a sum of products of yes-or-no variables, one for each set of
/// moves; the number beside a product is what those moves do together beyond what fewer of them do.
///
/// @param products by the moves that must all be made; the empty set is what holds without any
record Difference(Map<Set<Atom>, BigFraction> products) {
  /// A weight with more combinations of moves is not written out.
  private static final int MOST_COMBINATIONS = 243;

  Difference {
    products = new LinkedHashMap<>(products);
  }

  /// Empty where some weight depends on too many numbers.
  ///
  /// @param moves those that the search may make
  static Optional<Difference> of(Wanted wanted, List<Atom> moves, int[] better, int[] worse) {
    Map<Set<Atom>, BigFraction> products = new LinkedHashMap<>();
    for (int t = 0; t < wanted.terms().size(); t++) {
      Part part = Part.of(wanted, t, better, worse);
      if (part.isNothing()) continue;
      List<Set<Atom>> combinations = combinations(wanted, moves, t);
      if (combinations.isEmpty()) return Optional.empty();
      add(products, combinations, part);
    }
    return Optional.of(new Difference(products));
  }

  /// By how much all moves together could raise it, at most: each term moved as suits it best.
  static BigFraction most(Wanted wanted, List<Atom> moves, int[] better, int[] worse) {
    BigFraction most = BigFraction.ZERO;
    for (int t = 0; t < wanted.terms().size(); t++) {
      Part part = Part.of(wanted, t, better, worse);
      if (part.isNothing()) continue;
      BigFraction now = part.after(Set.of());
      BigFraction best =
          combinations(wanted, moves, t).stream().map(part::after).max(Exact.ORDER).orElse(now);
      most = most.add(best.subtract(now));
    }
    return most;
  }

  /// What one term adds to the difference.
  private record Part(Wanted wanted, int term, List<Integer> plus, List<Integer> minus)
      implements Number {
    static Part of(Wanted wanted, int term, int[] better, int[] worse) {
      List<Integer> plus = new ArrayList<>();
      List<Integer> minus = new ArrayList<>();
      List<Term.Weight> weights = wanted.terms().get(term).term().weights();
      for (int w = 0; w < weights.size(); w++) {
        boolean there = weights.get(w).when().holds(better);
        if (there != weights.get(w).when().holds(worse)) (there ? plus : minus).add(w);
      }
      return new Part(wanted, term, plus, minus);
    }

    boolean isNothing() {
      return plus.isEmpty() && minus.isEmpty();
    }

    @Override
    public BigFraction after(Set<Atom> changes) {
      Readings readings = wanted.readings(changes);
      BigFraction sum = BigFraction.ZERO;
      for (int w : plus) sum = sum.add(wanted.amount(term, w, changes, readings));
      for (int w : minus) sum = sum.subtract(wanted.amount(term, w, changes, readings));
      return sum;
    }
  }

  /// A number under some moves.
  interface Number {
    BigFraction after(Set<Atom> changes);
  }

  /// The same with another number added, which depends on some parameters.
  ///
  /// @param combinations of moves of these parameters
  Difference plus(List<Set<Atom>> combinations, Number number) {
    Map<Set<Atom>, BigFraction> sum = new LinkedHashMap<>(products);
    add(sum, combinations, number);
    return new Difference(sum);
  }

  /// @param combinations smaller ones first
  private static void add(
      Map<Set<Atom>, BigFraction> products, List<Set<Atom>> combinations, Number number) {
    Map<Set<Atom>, BigFraction> beyond = new LinkedHashMap<>();
    for (Set<Atom> together : combinations) {
      BigFraction rest = number.after(together);
      for (Map.Entry<Set<Atom>, BigFraction> fewer : beyond.entrySet()) {
        if (together.containsAll(fewer.getKey())) rest = rest.subtract(fewer.getValue());
      }
      beyond.put(together, rest);
    }
    beyond.forEach((together, rest) -> {
      if (rest.signum() != 0) products.merge(together, rest, BigFraction::add);
    });
  }

  /// All ways to move the numbers on which a term depends; none where there are too many.
  private static List<Set<Atom>> combinations(Wanted wanted, List<Atom> moves, int term) {
    int actor = wanted.actor().index();
    Set<Lever> levers = new LinkedHashSet<>();
    levers.add(new Lever.Weight(actor, term));
    levers.add(new Lever.Factor(actor, term));
    wanted.terms().get(term).parameters(wanted.model()).stream()
        .sorted()
        .forEach(p -> levers.add(new Lever.Parameter(p)));
    return combinations(moves, levers);
  }

  /// All ways to move some numbers, those with fewer moves first; none where there are too many.
  static List<Set<Atom>> combinations(List<Atom> moves, Set<Lever> levers) {
    List<Set<Atom>> all = new ArrayList<>(List.of(Set.of()));
    for (Lever lever : levers) {
      List<Set<Atom>> longer = new ArrayList<>();
      for (Atom atom : moves) {
        if (!(atom instanceof Atom.Moved m) || !m.lever().equals(lever)) continue;
        for (Set<Atom> before : all) {
          Set<Atom> with = new HashSet<>(before);
          with.add(atom);
          longer.add(Set.copyOf(with));
        }
      }
      all.addAll(longer);
      if (all.size() > MOST_COMBINATIONS) return List.of();
    }
    all.sort((a, b) -> Integer.compare(a.size(), b.size()));
    return all;
  }

  /// What it comes to after some changes.
  BigFraction after(Set<Atom> changes) {
    BigFraction sum = BigFraction.ZERO;
    for (Map.Entry<Set<Atom>, BigFraction> product : products.entrySet()) {
      if (changes.containsAll(product.getKey())) sum = sum.add(product.getValue());
    }
    return sum;
  }

  /// A whole number by which all numbers beside products become whole.
  BigInteger scale() {
    BigInteger scale = BigInteger.ONE;
    for (BigFraction number : products.values()) {
      BigInteger below = Exact.quotient(number, BigFraction.ONE).getDenominator().abs();
      scale = scale.multiply(below).divide(scale.gcd(below));
    }
    return scale;
  }
}
