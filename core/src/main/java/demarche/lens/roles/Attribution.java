package demarche.lens.roles;

import demarche.lens.Run;
import demarche.model.Actor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// The figure of each target, shared out among the actors.
///
/// **Definition.** The Shapley value over sets of active actors: what a set is worth is the figure
/// where all others are inactive, passive and indifferent in every body; an actor's share is what
/// it adds to those active before it, on average over all orders. Shares add up to the figure as it
/// is less the figure where all are inactive. Where some set has no figure there is no attribution.
///
/// **Cost.** 2^n worlds for n players up to [#MOST_EXACT]; beyond, [#ORDERS] orders of n + 1 worlds
/// each, with intervals of 95 %. Order *k* depends on the seed and *k* alone.
///
/// **Source.** Shapley (1953).
///
/// @param players whose activity can make a difference; all others have a share of 0
/// @param targets by their places; one list of shares each
/// @param method in a few words
public record Attribution(
    List<Actor> players, List<Integer> targets, List<Shares> shares, String method) {
  static final int MOST_EXACT = 20;
  static final int ORDERS = 400;
  private static final double Z = 1.959963984540054;

  public Attribution {
    players = List.copyOf(players);
    targets = List.copyOf(targets);
    shares = List.copyOf(shares);
  }

  /// Of one target.
  ///
  /// @param of each player; empty where some set has no figure
  /// @param margins half the width of each interval; 0 where exact
  public record Shares(List<Double> of, List<Double> margins, double all, double none) {
    static final Shares NONE = new Shares(List.of(), List.of(), 0, 0);

    public Shares {
      of = List.copyOf(of);
      margins = List.copyOf(margins);
    }
  }

  /// @param targets by their places
  static Attribution of(Scene scene, List<Integer> targets, Run run) {
    List<Actor> players = Players.of(scene.model());
    return players.size() <= MOST_EXACT
        ? exact(scene, players, targets, run)
        : sampled(scene, players, targets, run);
  }

  private static Attribution exact(
      Scene scene, List<Actor> players, List<Integer> targets, Run run) {
    int n = players.size();
    double[][] worth = new double[1 << n][];
    run.over(
        "attribution",
        worth.length,
        1,
        _ ->
            (from, to) -> {
              for (int s = from; s < to; s++)
                worth[s] = worth(scene, inactive(players, s), targets);
            });
    double[] weights = weights(n);
    List<Shares> shares = new ArrayList<>();
    for (int t = 0; t < targets.size(); t++) shares.add(shares(worth, t, n, weights));
    return new Attribution(
        players, targets, shares, "exact, over all %,d sets of actors".formatted(worth.length));
  }

  /// By the size of a set without the player: (size)! (n - size - 1)! / n!
  private static double[] weights(int n) {
    double[] weights = new double[Math.max(n, 1)];
    for (int size = 0; size < n; size++) {
      double choose = 1;
      for (int k = 1; k <= size; k++) choose = choose * (n - 1 - size + k) / k;
      weights[size] = 1 / (n * choose);
    }
    return weights;
  }

  private static Shares shares(double[][] worth, int target, int n, double[] weights) {
    for (double[] set : worth) if (Double.isNaN(set[target])) return Shares.NONE;
    Double[] of = new Double[n];
    Arrays.fill(of, 0.0);
    for (int set = 0; set < worth.length; set++) {
      for (int i = 0; i < n; i++) {
        if ((set >>> i & 1) == 1) continue;
        double adds = worth[set | 1 << i][target] - worth[set][target];
        of[i] += weights[Integer.bitCount(set)] * adds;
      }
    }
    List<Double> margins = IntStream.range(0, n).mapToObj(_ -> 0.0).toList();
    double all = worth[worth.length - 1][target];
    return new Shares(List.of(of), margins, all, worth[0][target]);
  }

  /// The players that are not in a set of active ones, by id.
  private static List<String> inactive(List<Actor> players, int active) {
    return IntStream.range(0, players.size())
        .filter(i -> (active >>> i & 1) == 0)
        .mapToObj(i -> players.get(i).id())
        .toList();
  }

  /// NaN where there is no figure.
  private static double[] worth(Scene scene, List<String> inactive, List<Integer> targets) {
    Imagining world = scene.inactive(inactive);
    if (world instanceof Imagining.Possible(World possible)) possible.prepare(targets, List.of());
    return targets.stream()
        .map(world::figure)
        .mapToDouble(f -> f.isEmpty() ? Double.NaN : f.getFirst())
        .toArray();
  }

  static Attribution sampled(Scene scene, List<Actor> players, List<Integer> targets, Run run) {
    int n = players.size();
    double[][][] adds = new double[ORDERS][][];
    run.over(
        "attribution",
        ORDERS,
        1,
        _ ->
            (from, to) -> {
              for (int k = from; k < to; k++) {
                adds[k] = order(scene, players, targets, drawn(n, run.seed(), k));
              }
            });
    List<String> all = players.stream().map(Actor::id).toList();
    double[] none = worth(scene, all, targets);
    double[] whole = worth(scene, List.of(), targets);
    List<Shares> shares = new ArrayList<>();
    for (int t = 0; t < targets.size(); t++) shares.add(mean(adds, t, whole[t], none[t]));
    return new Attribution(
        players,
        targets,
        shares,
        "sampled, %,d orders with seed %d, in brackets intervals of 95 %%"
            .formatted(ORDERS, run.seed()));
  }

  /// A random order of the players.
  private static int[] drawn(int n, long seed, int number) {
    SplittableRandom chance = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + number);
    int[] order = IntStream.range(0, n).toArray();
    for (int k = n - 1; k > 0; k--) {
      int other = chance.nextInt(k + 1);
      int kept = order[k];
      order[k] = order[other];
      order[other] = kept;
    }
    return order;
  }

  /// What each player adds, by player and target, when they become active in an order.
  private static double[][] order(
      Scene scene, List<Actor> players, List<Integer> targets, int[] order) {
    List<String> inactive = new ArrayList<>(players.stream().map(Actor::id).toList());
    double[][] adds = new double[players.size()][targets.size()];
    double[] before = worth(scene, inactive, targets);
    for (int player : order) {
      inactive.remove(players.get(player).id());
      double[] after = worth(scene, inactive, targets);
      for (int t = 0; t < after.length; t++) adds[player][t] = after[t] - before[t];
      before = after;
    }
    return adds;
  }

  private static Shares mean(double[][][] adds, int target, double all, double none) {
    List<Double> of = new ArrayList<>();
    List<Double> margins = new ArrayList<>();
    for (int i = 0; i < adds[0].length; i++) {
      double sum = 0;
      for (double[][] order : adds) sum += order[i][target];
      double mean = sum / adds.length;
      double squares = 0;
      for (double[][] order : adds) {
        squares += (order[i][target] - mean) * (order[i][target] - mean);
      }
      if (Double.isNaN(mean)) return Shares.NONE;
      of.add(mean);
      margins.add(Z * Math.sqrt(squares / (adds.length - 1) / adds.length));
    }
    return new Shares(of, margins, all, none);
  }
}
