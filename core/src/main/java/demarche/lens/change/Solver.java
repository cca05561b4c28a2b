package demarche.lens.change;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.sat4j.core.Vec;
import org.sat4j.core.VecInt;
import org.sat4j.pb.IPBSolver;
import org.sat4j.pb.SolverFactory;
import org.sat4j.specs.ContradictionException;
import org.sat4j.specs.TimeoutException;

/// Finds values for yes-or-no variables under clauses and linear inequalities, exactly.
///
/// A variable is a number from 1, its negation the same number below 0. The only place that knows
/// the solver underneath, Sat4j.
final class Solver {
  /// After so many conflicts a question counts as not answered; a number of steps, not of seconds.
  private static final int MOST_CONFLICTS = 200_000;

  private final IPBSolver solver = SolverFactory.newDefault();
  private int variables;
  private boolean contradicted;

  Solver() {
    solver.setTimeoutOnConflicts(MOST_CONFLICTS);
  }

  /// A new variable.
  int fresh() {
    variables++;
    solver.newVar(variables);
    return variables;
  }

  /// One of these holds. In whatever order they are given, the solver meets them in one order: what
  /// it proposes first depends on it, and sets have an order of their own in each run.
  void clause(int... literals) {
    if (literals.length == 0) contradicted = true;
    if (contradicted) return;
    int[] ascending = literals.clone();
    Arrays.sort(ascending);
    try {
      solver.addClause(new VecInt(ascending));
    } catch (ContradictionException _) {
      contradicted = true;
    }
  }

  /// The weights of the literals that hold add up to at least a number.
  ///
  /// @param weights by literal; may be negative
  void atLeast(Map<Integer, BigInteger> weights, BigInteger bound) {
    if (contradicted) return;
    Inequality row = Inequality.of(weights, bound);
    if (row.bound.signum() <= 0) return;
    VecInt literals = new VecInt();
    Vec<BigInteger> numbers = new Vec<>();
    row.weights.forEach((literal, weight) -> {
      literals.push(literal);
      numbers.push(weight.min(row.bound));
    });
    if (literals.isEmpty()) {
      contradicted = true;
      return;
    }
    try {
      solver.addPseudoBoolean(literals, numbers, true, row.bound);
    } catch (ContradictionException _) {
      contradicted = true;
    }
  }

  /// The same, to be kept only where a literal holds.
  void atLeastIf(int condition, Map<Integer, BigInteger> weights, BigInteger bound) {
    Inequality row = Inequality.of(weights, bound);
    if (row.bound.signum() <= 0) return;
    Map<Integer, BigInteger> all = new LinkedHashMap<>(row.weights);
    all.merge(-condition, row.bound, BigInteger::add);
    atLeast(all, row.bound);
  }

  /// A row with positive weights alone.
  private record Inequality(Map<Integer, BigInteger> weights, BigInteger bound) {
    static Inequality of(Map<Integer, BigInteger> weights, BigInteger bound) {
      Map<Integer, BigInteger> positive = new LinkedHashMap<>();
      BigInteger needed = bound;
      for (Map.Entry<Integer, BigInteger> e : weights.entrySet()) {
        BigInteger weight = e.getValue();
        if (weight.signum() > 0) positive.merge(e.getKey(), weight, BigInteger::add);
        if (weight.signum() < 0) {
          positive.merge(-e.getKey(), weight.negate(), BigInteger::add);
          needed = needed.subtract(weight);
        }
      }
      return new Inequality(positive, needed);
    }
  }

  /// The variables that hold in some solution in which all these literals do; empty where there is
  /// no solution.
  ///
  /// @throws Unanswered where it would take too long
  Optional<BitSet> solve(int... assumed) {
    if (contradicted) return Optional.empty();
    try {
      if (!solver.isSatisfiable(new VecInt(assumed))) return Optional.empty();
      BitSet holding = new BitSet();
      for (int literal : solver.model()) if (literal > 0) holding.set(literal);
      return Optional.of(holding);
    } catch (TimeoutException _) {
      throw new Unanswered();
    }
  }

  /// The question was too hard for the steps allowed.
  static final class Unanswered extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unanswered() {
      super("too many conflicts", null, false, false);
    }
  }
}
