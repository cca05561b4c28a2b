package demarche.lens.change;

import demarche.model.Term;
import demarche.scenario.Exact;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;

/// By how much an actor values one state more than another, as a sum over products of changes.
///
/// **Law.** A weight is a function of the few numbers that it depends on, each of which stands in
/// one of a few places. Such a function is a sum of products of yes-or-no variables, one for each
/// set of moves; the number beside a product is what those moves do together beyond what fewer of
/// them do.
///
/// @param products by the moves that must all be made; the empty set is what holds without any
record Difference(Map<Set<Atom>, BigFraction> products) {
  Difference {
    products = new LinkedHashMap<>(products);
  }

  /// Empty where some weight depends on too many numbers.
  static Optional<Difference> of(Ranges ranges, int[] better, int[] worse) {
    Map<Set<Atom>, BigFraction> products = new LinkedHashMap<>();
    for (Part part : parts(ranges, better, worse)) {
      if (ranges.of(part.term).isEmpty()) return Optional.empty();
      Map<Set<Atom>, BigFraction> sums = new LinkedHashMap<>();
      for (Ranges.Combination c : ranges.of(part.term)) sums.put(c.moves(), part.after(c));
      add(products, List.copyOf(sums.keySet()), moved -> Objects.requireNonNull(sums.get(moved)));
    }
    return Optional.of(new Difference(products));
  }

  /// What it comes to at most: each term moved as suits it best. Empty as above.
  static Optional<BigFraction> most(Ranges ranges, int[] better, int[] worse) {
    BigFraction most = BigFraction.ZERO;
    for (Part part : parts(ranges, better, worse)) {
      Optional<BigFraction> best = ranges.of(part.term).stream().map(part::after).max(Exact.ORDER);
      if (best.isEmpty()) return best;
      most = most.add(best.get());
    }
    return Optional.of(most);
  }

  private static List<Part> parts(Ranges ranges, int[] better, int[] worse) {
    List<Part> parts = new ArrayList<>();
    for (int t = 0; t < ranges.terms(); t++) {
      List<Integer> plus = new ArrayList<>();
      List<Integer> minus = new ArrayList<>();
      List<Term.Weight> weights = ranges.weights(t);
      for (int w = 0; w < weights.size(); w++) {
        boolean there = weights.get(w).when().holds(better);
        if (there != weights.get(w).when().holds(worse)) (there ? plus : minus).add(w);
      }
      if (!plus.isEmpty() || !minus.isEmpty()) parts.add(new Part(t, plus, minus));
    }
    return parts;
  }

  /// What one term adds to the difference.
  private record Part(int term, List<Integer> plus, List<Integer> minus) {
    BigFraction after(Ranges.Combination moved) {
      BigFraction sum = BigFraction.ZERO;
      for (int w : plus) sum = sum.add(moved.amounts().get(w));
      for (int w : minus) sum = sum.subtract(moved.amounts().get(w));
      return sum;
    }
  }

  /// A number under some moves.
  interface Amount {
    BigFraction after(Set<Atom> changes);
  }

  /// The same with another number added, which depends on some parameters.
  ///
  /// @param combinations of moves of these parameters, those of fewer first
  Difference plus(List<Set<Atom>> combinations, Amount number) {
    Map<Set<Atom>, BigFraction> sum = new LinkedHashMap<>(products);
    add(sum, combinations, number);
    return new Difference(sum);
  }

  private static void add(
      Map<Set<Atom>, BigFraction> products, List<Set<Atom>> combinations, Amount number) {
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
