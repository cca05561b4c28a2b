package demarche.lens.settlement.zone;

import demarche.scenario.Exact;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/// The best mixture of rows against the least of the columns, exactly.
///
/// **Definition.** Given numbers *w*(row, column), none negative and in each column one positive:
/// the shares *p* of the rows, 0 or more with the sum 1, for which the least over the columns of
/// the sum of *p* · *w* is greatest. That is the value of the two-person zero-sum game with these
/// payoffs.
///
/// **Cost.** The simplex method in fractions, over the columns' weights, by Bland's rule, so that
/// it ends: O(rows · columns) for each pivot. At most as many shares as there are columns are
/// positive.
///
/// **Source.** Dantzig (1951); Bland (1977).
///
/// @param shares by row
/// @param weights by column, a proof: with the sum 1, no row yields more than `value` under them
record MatrixGame(BigFraction value, List<BigFraction> shares, List<BigFraction> weights) {
  MatrixGame {
    shares = List.copyOf(shares);
    weights = List.copyOf(weights);
  }

  /// @param rows numbers by column; at least one row
  static MatrixGame of(List<List<BigFraction>> rows) {
    return new Tableau(rows).solved();
  }

  /// Maximises the sum of x over the columns, where the sum of x · w is at most 1 in each row.
  private static final class Tableau {
    private final int rows;
    private final int columns;
    private final BigFraction[][] cells;
    private final BigFraction[] bounds;
    private final BigFraction[] costs;
    private final int[] basic;
    private final int[] free;
    private BigFraction total = BigFraction.ZERO;

    Tableau(List<List<BigFraction>> given) {
      rows = given.size();
      columns = given.getFirst().size();
      cells = new BigFraction[rows][];
      bounds = new BigFraction[rows];
      costs = new BigFraction[columns];
      basic = new int[rows];
      free = new int[columns];
      for (int c = 0; c < columns; c++) {
        costs[c] = BigFraction.ONE;
        free[c] = c;
      }
      for (int r = 0; r < rows; r++) {
        cells[r] = given.get(r).toArray(BigFraction[]::new);
        bounds[r] = BigFraction.ONE;
        basic[r] = columns + r;
      }
    }

    MatrixGame solved() {
      for (int c = entering(); c >= 0; c = entering()) pivot(leaving(c), c);
      BigFraction value = BigFraction.ONE.divide(total);
      List<BigFraction> weights = zeros(columns);
      for (int r = 0; r < rows; r++) {
        if (basic[r] < columns) weights.set(basic[r], bounds[r].multiply(value));
      }
      List<BigFraction> shares = zeros(rows);
      for (int c = 0; c < columns; c++) {
        if (free[c] >= columns) shares.set(free[c] - columns, costs[c].negate().multiply(value));
      }
      return new MatrixGame(value, shares, weights);
    }

    private static List<BigFraction> zeros(int count) {
      List<BigFraction> zeros = new ArrayList<>();
      for (int k = 0; k < count; k++) zeros.add(BigFraction.ZERO);
      return zeros;
    }

    /// The variable of the lowest number that would add to the sum; -1 where none does.
    private int entering() {
      int best = -1;
      for (int c = 0; c < columns; c++) {
        if (costs[c].signum() > 0 && (best < 0 || free[c] < free[best])) best = c;
      }
      return best;
    }

    /// The row that bounds it first; of several the one of the lowest variable.
    private int leaving(int c) {
      int best = -1;
      BigFraction least = BigFraction.ZERO;
      for (int r = 0; r < rows; r++) {
        if (cells[r][c].signum() <= 0) continue;
        BigFraction ratio = bounds[r].divide(cells[r][c]);
        int sign = best < 0 ? -1 : Exact.compare(ratio, least);
        if (sign < 0 || (sign == 0 && basic[r] < basic[best])) {
          best = r;
          least = ratio;
        }
      }
      if (best < 0)
        throw new IllegalStateException("unbounded: a column without a positive number");
      return best;
    }

    private void pivot(int r, int c) {
      BigFraction by = cells[r][c];
      int enters = free[c];
      free[c] = basic[r];
      basic[r] = enters;
      for (int k = 0; k < columns; k++) {
        cells[r][k] = k == c ? BigFraction.ONE.divide(by) : cells[r][k].divide(by);
      }
      bounds[r] = bounds[r].divide(by);
      for (int row = 0; row < rows; row++) {
        BigFraction factor = cells[row][c];
        if (row == r || factor.signum() == 0) continue;
        subtract(cells[row], factor, r, c);
        bounds[row] = bounds[row].subtract(factor.multiply(bounds[r]));
      }
      BigFraction factor = costs[c];
      subtract(costs, factor, r, c);
      total = total.add(factor.multiply(bounds[r]));
    }

    private void subtract(BigFraction[] from, BigFraction factor, int r, int c) {
      for (int k = 0; k < columns; k++) {
        BigFraction before = k == c ? BigFraction.ZERO : from[k];
        from[k] = before.subtract(factor.multiply(cells[r][k]));
      }
    }
  }
}
