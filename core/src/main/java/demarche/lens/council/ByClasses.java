package demarche.lens.council;

import demarche.lens.Run;
import demarche.lens.council.Game.Bound;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Counts coalitions class by class: those with as many players of each class are all alike.
///
/// **Cost.** O(vectors x classes x bounds), where there is a vector for each way of taking 0, 1,
/// ... players of each class.
final class ByClasses {
  /// How many vectors are counted.
  static final long MOST_VECTORS = 1 << 20;

  private static final int MOST_SHAPES = 12;

  private final Game game;
  private final int[] sizes;
  private final long[][] weights; // by bound and class
  private final long[] quotas;
  private final BigInteger[][] choose;
  private final Run run;
  private final int[] taken;
  private final Totals totals;

  private ByClasses(Game game, List<List<Integer>> classes, Run run) {
    this.game = game;
    this.run = run;
    sizes = classes.stream().mapToInt(List::size).toArray();
    weights =
        game.bounds().stream()
            .map(b -> classes.stream().mapToLong(c -> b.weights().get(c.getFirst())).toArray())
            .toArray(long[][]::new);
    quotas = game.bounds().stream().mapToLong(Bound::quota).toArray();
    choose = Arrays.stream(sizes).mapToObj(ByClasses::row).toArray(BigInteger[][]::new);
    taken = new int[sizes.length];
    totals = new Totals(game.size(), sizes.length);
  }

  /// How many vectors there are, `MOST_VECTORS` and one where there are more.
  static long vectors(List<List<Integer>> classes) {
    long vectors = 1;
    for (List<Integer> alike : classes) {
      vectors = Math.min(MOST_VECTORS + 1, vectors * (alike.size() + 1));
    }
    return vectors;
  }

  /// n choose 0, 1, ..., n.
  static BigInteger[] row(int n) {
    BigInteger[] row = new BigInteger[n + 1];
    row[0] = BigInteger.ONE;
    for (int k = 1; k <= n; k++) {
      row[k] = row[k - 1].multiply(BigInteger.valueOf(n - k + 1L)).divide(BigInteger.valueOf(k));
    }
    return row;
  }

  /// What is added up.
  private static final class Totals {
    private final BigInteger[][] swings;
    private final BigInteger[] minimal;
    private final BigInteger[][] minimalWith;
    private final BigInteger[] critical;
    private final BigInteger[][] criticalWith;
    private final List<List<Integer>> minimalShapes = new ArrayList<>();
    private final List<List<Integer>> blockingShapes = new ArrayList<>();
    private BigInteger winning = BigInteger.ZERO;
    private BigInteger blocking = BigInteger.ZERO;

    Totals(int players, int classes) {
      swings = zeros(classes, players + 1);
      minimal = zeros(1, players + 1)[0];
      minimalWith = zeros(classes, players + 1);
      critical = zeros(1, players + 1)[0];
      criticalWith = zeros(classes, players + 1);
    }

    private static BigInteger[][] zeros(int rows, int columns) {
      BigInteger[][] zeros = new BigInteger[rows][columns];
      for (BigInteger[] row : zeros) Arrays.fill(row, BigInteger.ZERO);
      return zeros;
    }
  }

  /// Both answers.
  record Counted(Swings swings, Minimals minimals, Power.Shapes shapes) {}

  static Counted count(Game game, List<List<Integer>> classes, Run run) {
    ByClasses count = new ByClasses(game, classes, run);
    count.take(0, new long[count.quotas.length], BigInteger.ONE, 0);
    Totals t = count.totals;
    return new Counted(
        new Swings(t.winning, lists(t.swings)),
        new Minimals(
            List.of(t.minimal),
            lists(t.minimalWith),
            List.of(t.critical),
            lists(t.criticalWith),
            t.blocking),
        new Power.Shapes(few(t.minimalShapes), few(t.blockingShapes)));
  }

  private static List<List<Integer>> few(List<List<Integer>> shapes) {
    return shapes.size() > MOST_SHAPES ? List.of() : shapes;
  }

  private enum Taken {
    YES,
    NOT
  }

  /// Notes how many of each class are taken, or are not.
  private void note(List<List<Integer>> shapes, Taken which) {
    if (shapes.size() > MOST_SHAPES) return;
    List<Integer> shape = new ArrayList<>();
    for (int c = 0; c < sizes.length; c++) {
      shape.add(which == Taken.NOT ? sizes[c] - taken[c] : taken[c]);
    }
    shapes.add(shape);
  }

  static List<List<BigInteger>> lists(BigInteger[][] rows) {
    return Stream.of(rows).map(List::of).toList();
  }

  private void take(int c, long[] sums, BigInteger ways, int size) {
    if (c == sizes.length) {
      count(sums, ways, size);
      return;
    }
    if (c < 2) run.check();
    long[] with = sums.clone();
    for (int k = 0; k <= sizes[c]; k++) {
      taken[c] = k;
      take(c + 1, with, ways.multiply(choose[c][k]), size + k);
      for (int b = 0; b < with.length; b++) with[b] += weights[b][c];
    }
    taken[c] = 0;
  }

  private boolean wins(long[] sums, int c, int more) {
    for (int b = 0; b < sums.length; b++) {
      if (sums[b] + more * weights[b][c] < quotas[b]) return false;
    }
    return true;
  }

  private boolean wins(long[] sums) {
    for (int b = 0; b < sums.length; b++) if (sums[b] < quotas[b]) return false;
    return true;
  }

  private void count(long[] sums, BigInteger ways, int size) {
    if (!wins(sums)) {
      boolean blocks = true; // whether the others lose that by the loss of any
      for (int c = 0; c < sizes.length; c++) {
        if (taken[c] < sizes[c]) blocks &= wins(sums, c, 1);
      }
      if (blocks) {
        totals.blocking = totals.blocking.add(ways);
        note(totals.blockingShapes, Taken.NOT);
      }
      return;
    }
    totals.winning = totals.winning.add(ways);
    List<Integer> critical = new ArrayList<>();
    int members = 0;
    for (int c = 0; c < sizes.length; c++) {
      if (taken[c] == 0 || wins(sums, c, -1)) continue;
      critical.add(c);
      members += taken[c];
    }
    totals.critical[members] = totals.critical[members].add(ways);
    boolean minimal = members == size;
    if (minimal) {
      totals.minimal[size] = totals.minimal[size].add(ways);
      note(totals.minimalShapes, Taken.YES);
    }
    for (int c : critical) {
      BigInteger with =
          ways.multiply(BigInteger.valueOf(taken[c])).divide(BigInteger.valueOf(sizes[c]));
      totals.swings[c][size - 1] = totals.swings[c][size - 1].add(with);
      totals.criticalWith[c][members] = totals.criticalWith[c][members].add(with);
      if (minimal) totals.minimalWith[c][size] = totals.minimalWith[c][size].add(with);
    }
  }

  @Override
  public String toString() {
    return game.toString();
  }
}
