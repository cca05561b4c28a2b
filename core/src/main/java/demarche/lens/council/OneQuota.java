package demarche.lens.council;

import demarche.lens.Run;
import demarche.lens.council.Game.Bound;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Minimal and vulnerable coalitions of a game with one bound and no veto players, by sums of
/// weights.
///
/// **Method.** With the heaviest players first, a coalition is minimal iff it wins and loses by the
/// loss of its last member: coalitions of those before are counted by size and sum. In a coalition
/// that exceeds the quota by d the members heavier than d are critical: those are counted by number
/// and sum apart from the others.
///
/// **Cost.** O(classes x players² x quota) for the minimal ones; O(classes x heaviest weight x
/// players x total) for the vulnerable ones.
final class OneQuota {
  static final double MOST_STEPS = 4e9;

  private final List<List<Integer>> classes;
  private final long[] weights;
  private final int players;
  private final int quota;
  private final int total;
  private final Run run;
  private final int[] order; // players by weight, the heaviest first

  private OneQuota(Game game, List<List<Integer>> classes, Run run) {
    Bound bound = game.bounds().getFirst();
    this.classes = classes;
    this.run = run;
    players = game.size();
    weights = bound.weights().stream().mapToLong(Long::longValue).toArray();
    quota = (int) bound.quota();
    total = (int) bound.total();
    order =
        IntStream.range(0, players)
            .boxed()
            .sorted((a, b) -> Long.compare(weights[b], weights[a]))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  static boolean fits(Game game, List<List<Integer>> classes) {
    if (game.bounds().size() != 1 || game.size() > BySums.MOST_PLAYERS) return false;
    Bound bound = game.bounds().getFirst();
    double total = bound.total();
    double heaviest = bound.weights().stream().mapToLong(Long::longValue).max().orElse(0);
    double n = game.size();
    return (n + 1) * (total + 1) <= BySums.MOST_CELLS
        && classes.size() * n * n * total <= MOST_STEPS
        && classes.size() * heaviest * n * total <= MOST_STEPS;
  }

  static Minimals count(Game game, List<List<Integer>> classes, Run run) {
    OneQuota counts = new OneQuota(game, classes, run);
    long[] critical = new long[game.size() + 1];
    long[][] criticalWith = new long[classes.size()][game.size() + 1];
    counts.vulnerable(critical, criticalWith);
    return new Minimals(
        list(counts.minimal(counts.quota)),
        classes.stream().map(c -> list(counts.minimalWith(c.getFirst()))).toList(),
        list(critical),
        Arrays.stream(criticalWith).map(OneQuota::list).toList(),
        BigInteger.valueOf(Arrays.stream(counts.minimal(counts.total - counts.quota + 1)).sum()));
  }

  private static List<BigInteger> list(long[] counts) {
    return Arrays.stream(counts).mapToObj(BigInteger::valueOf).toList();
  }

  /// How many minimal coalitions reach a sum, by size.
  private long[] minimal(int needed) {
    long[] bySize = new long[players + 1];
    long[][] before = new long[players + 1][needed];
    before[0][0] = 1;
    for (int j : order) {
      run.check();
      for (int s = 0; s < players; s++) bySize[s + 1] += window(before[s], needed, weights[j], 0);
      add(before, weights[j]);
    }
    return bySize;
  }

  /// Of those that reach the quota, how many have this player.
  private long[] minimalWith(int player) {
    long[] bySize = new long[players + 1];
    long[][] before = new long[players + 1][quota];
    before[0][0] = 1;
    boolean met = false;
    for (int j : order) {
      run.check();
      if (j == player) {
        for (int s = 0; s < players; s++) bySize[s + 1] += window(before[s], quota, weights[j], 0);
        met = true;
        continue;
      }
      for (int s = 0; met && s + 1 < players; s++) {
        bySize[s + 2] += window(before[s], quota, weights[j], weights[player]);
      }
      add(before, weights[j]);
    }
    return bySize;
  }

  /// Coalitions that, with a player of weight `with`, lose, and win once one of weight `last`
  /// joins.
  private static long window(long[] bySum, int needed, long last, long with) {
    long sum = 0;
    int low = (int) Math.max(0, needed - last - with);
    for (int x = low; x < needed - with; x++) sum += bySum[x];
    return sum;
  }

  /// One more player among those who may be in a coalition; sums beyond the table are let go.
  private static void add(long[][] bySize, long weight) {
    for (int s = bySize.length - 2; s >= 0; s--) {
      long[] from = bySize[s];
      long[] to = bySize[s + 1];
      for (int x = (int) weight; x < to.length; x++) to[x] += from[x - (int) weight];
    }
  }

  /// Winning coalitions by how many of their members are critical.
  private void vulnerable(long[] critical, long[][] criticalWith) {
    long[] distinct = Arrays.stream(weights).filter(w -> w > 0).distinct().sorted().toArray();
    for (int k = distinct.length - 1; k >= -1; k--) {
      run.check();
      long heavy = k < 0 ? Long.MAX_VALUE : distinct[k]; // who is critical: this heavy or more
      long low = k < 0 ? distinct[distinct.length - 1] : k == 0 ? 0 : distinct[k - 1];
      long high = k < 0 ? total - quota + 1L : Math.min(heavy, total - quota + 1L);
      if (low >= high) continue;
      long[][] heavies = table(w -> w >= heavy);
      long[] light = light(heavy);
      tally(heavies, light, (int) low, (int) high, 0, critical);
      for (int c = 0; c < classes.size(); c++) {
        int player = classes.get(c).getFirst();
        if (weights[player] < heavy) continue;
        tally(
            without(heavies, weights[player]),
            light,
            (int) low,
            (int) high,
            weights[player],
            criticalWith[c]);
      }
    }
  }

  private interface Who {
    boolean is(long weight);
  }

  /// Coalitions of some players by size and sum.
  private long[][] table(Who who) {
    long[][] table = new long[players + 1][total + 1];
    table[0][0] = 1;
    for (long weight : weights) if (who.is(weight)) add(table, weight);
    return table;
  }

  /// The same without one of the players.
  private static long[][] without(long[][] table, long weight) {
    long[][] others = new long[table.length][];
    others[0] = table[0].clone();
    for (int s = 1; s < table.length; s++) {
      others[s] = table[s].clone();
      for (int x = (int) weight; x < others[s].length; x++) {
        others[s][x] -= others[s - 1][x - (int) weight];
      }
    }
    return others;
  }

  /// By sum x: the coalitions of light players with a sum of less than x.
  private long[] light(long heavy) {
    long[] below = new long[total + 2];
    for (long[] row : table(w -> w < heavy)) {
      for (int x = 0; x <= total; x++) below[x + 1] += row[x];
    }
    for (int x = 1; x < below.length; x++) below[x] += below[x - 1];
    return below;
  }

  /// Adds the coalitions that exceed the quota by `low` or more and less than `high`.
  ///
  /// @param with what a player weighs who is in each of them and in no table; 0 for none
  private void tally(long[][] heavies, long[] light, int low, int high, long with, long[] into) {
    int more = with > 0 ? 1 : 0;
    for (int s = 0; s + more <= players; s++) {
      long sum = 0;
      for (int y = 0; y < heavies[s].length; y++) {
        if (heavies[s][y] == 0) continue;
        long first = quota + low - y - with;
        long ways = below(light, first + high - low) - below(light, first);
        sum += heavies[s][y] * ways;
      }
      into[s + more] += sum;
    }
  }

  private static long below(long[] below, long sum) {
    return below[(int) Math.clamp(sum, 0, below.length - 1L)];
  }
}
