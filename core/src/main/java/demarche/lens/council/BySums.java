package demarche.lens.council;

import demarche.lens.Run;
import demarche.lens.council.Game.Bound;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Counts swings by generating functions: how many coalitions there are of each size and each sum
/// of weights, found player by player, and again without one player of each class.
///
/// **Source.** Mann & Shapley (1962) for Shapley-Shubik, Brams & Affuso (1976) for Banzhaf.
///
/// **Cost.** O(classes x cells) additions and O(players x cells) to begin with, where a cell stands
/// for a size and a sum in each bound; 16 bytes a cell.
final class BySums {
  /// Counts of coalitions must fit a `long`.
  static final int MOST_PLAYERS = 62;

  static final long MOST_CELLS = 1 << 22;

  private final Game game;
  private final List<Bound> summed; // bounds whose sums are not told by the size alone
  private final int[] strides; // of the size, then of each such bound
  private final int cells;

  private BySums(Game game) {
    this.game = game;
    summed = game.bounds().stream().filter(b -> !isUniform(b)).toList();
    strides = new int[summed.size() + 1];
    long stride = 1;
    for (int b = summed.size(); b > 0; b--) {
      strides[b] = (int) stride;
      stride *= summed.get(b - 1).total() + 1;
    }
    strides[0] = (int) stride;
    cells = (int) stride * (game.size() + 1);
  }

  static boolean fits(Game game) {
    if (game.size() > MOST_PLAYERS) return false;
    double cells = game.size() + 1;
    for (Bound bound : game.bounds()) if (!isUniform(bound)) cells *= bound.total() + 1.0;
    return cells <= MOST_CELLS;
  }

  private static boolean isUniform(Bound bound) {
    return bound.weights().stream().distinct().count() <= 1;
  }

  static Swings count(Game game, List<List<Integer>> classes, Run run) {
    BySums sums = new BySums(game);
    long[] all = new long[sums.cells];
    all[0] = 1;
    for (int i = 0; i < game.size(); i++) {
      run.check();
      sums.add(all, i);
    }
    List<List<BigInteger>> bySize = new ArrayList<>();
    for (List<Integer> alike : classes) {
      run.check();
      bySize.add(sums.swings(all, alike.getFirst()));
    }
    long winning = 0;
    for (int cell = 0; cell < all.length; cell++) {
      if (all[cell] != 0 && sums.wins(cell)) winning += all[cell];
    }
    return new Swings(BigInteger.valueOf(winning), bySize);
  }

  /// By how many cells a player moves a coalition that it joins.
  private int step(int player) {
    int step = strides[0];
    for (int b = 0; b < summed.size(); b++) {
      step += (int) (summed.get(b).weights().get(player) * strides[b + 1]);
    }
    return step;
  }

  private void add(long[] counts, int player) {
    int step = step(player);
    for (int cell = counts.length - 1 - step; cell >= 0; cell--)
      counts[cell + step] += counts[cell];
  }

  private List<BigInteger> swings(long[] all, int player) {
    long[] others = all.clone();
    int step = step(player);
    for (int cell = 0; cell + step < others.length; cell++) others[cell + step] -= others[cell];
    long[] bySize = new long[game.size() + 1];
    for (int cell = 0; cell + step < others.length; cell++) {
      if (others[cell] != 0 && !wins(cell) && wins(cell + step)) {
        bySize[cell / strides[0]] += others[cell];
      }
    }
    return Arrays.stream(bySize).mapToObj(BigInteger::valueOf).toList();
  }

  private boolean wins(int cell) {
    int size = cell / strides[0];
    int rest = cell % strides[0];
    int b = 0;
    for (Bound bound : game.bounds()) {
      long sum;
      if (isSummed(bound)) {
        sum = rest / strides[b + 1];
        rest %= strides[b + 1];
        b++;
      } else {
        sum = size * bound.weights().getFirst();
      }
      if (sum < bound.quota()) return false;
    }
    return true;
  }

  private boolean isSummed(Bound bound) {
    return summed.contains(bound);
  }
}
