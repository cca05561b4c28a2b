package demarche.lens.council;

import demarche.lens.Run;
import demarche.model.Body;
import demarche.model.Body.Seat;
import demarche.model.Model;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/// Power where members may also abstain.
///
/// **Definition.** Every member votes yes, abstains or votes no; a no of a member with a veto is a
/// veto, an abstention is none; somebody must vote yes. *Banzhaf*: of the 3^(n-1) ways in which the
/// others can vote, those at which the outcome is another with the member's yes than with its no.
/// *Shapley-Shubik*: of the n! 3^n roll-calls, orders of all members with their votes, those in
/// which the member's vote is the first after which the outcome stands whatever the later votes
/// are.
///
/// **Source.** Felsenthal & Machover (1997), Ternary voting games, International Journal of Game
/// Theory 26, 335-351.
///
/// **Cost.** O(vectors x classes): a vector says how many of each class of members alike have voted
/// what, or not yet; at most 2^17 of them.
final class Ternary {
  private static final int YES = 0;
  private static final int NO = 1;
  private static final int ABSTAIN = 2;
  private static final int LATER = 3;
  private static final int[] VOTES = {YES, NO, ABSTAIN};

  private static final long MOST_VECTORS = 1 << 17;

  private final List<Scaled> majorities;
  private final long[][] weighing; // by majority and class
  private final boolean[] vetoing; // by class
  private final List<List<Integer>> classes;
  private final int players;
  private final Run run;
  private final int[][] taken; // by class and vote
  private final BigInteger[] swings;
  private final BigFraction[] pivots;
  private final BigFraction[] weights; // of a roll-call with so many votes before the pivot

  private Ternary(int players, List<Part> parts, List<List<Integer>> classes, Run run) {
    this.players = players;
    this.classes = classes;
    this.run = run;
    majorities = parts.stream().flatMap(part -> part.majorities.stream()).toList();
    weighing =
        parts.stream()
            .flatMap(part -> part.weights.stream())
            .map(w -> classes.stream().mapToLong(c -> w.get(c.getFirst())).toArray())
            .toArray(long[][]::new);
    vetoing = new boolean[classes.size()];
    for (int c = 0; c < vetoing.length; c++) {
      for (Part part : parts) vetoing[c] |= part.vetoes.get(classes.get(c).getFirst());
    }
    taken = new int[classes.size()][LATER + 1];
    swings = new BigInteger[classes.size()];
    Arrays.fill(swings, BigInteger.ZERO);
    pivots = new BigFraction[classes.size()];
    Arrays.fill(pivots, BigFraction.ZERO);
    BigInteger[] choose = ByClasses.row(players - 1);
    weights = new BigFraction[players];
    for (int s = 0; s < players; s++) {
      BigInteger ways =
          choose[s]
              .multiply(BigInteger.valueOf(players))
              .multiply(BigInteger.valueOf(3).pow(s + 1));
      weights[s] = BigFraction.of(BigInteger.ONE, ways);
    }
  }

  /// One body of those that must pass the text: its majorities and vetoes by player.
  private record Part(List<Scaled> majorities, List<List<Long>> weights, List<Boolean> vetoes) {
    Part {
      majorities = List.copyOf(majorities);
      weights = weights.stream().map(List::copyOf).toList();
      vetoes = List.copyOf(vetoes);
    }

    static Part of(Body body, List<String> players) {
      List<Scaled> majorities = Scaled.of(body);
      Long[][] weights = new Long[majorities.size()][players.size()];
      for (Long[] row : weights) Arrays.fill(row, 0L);
      Boolean[] vetoes = new Boolean[players.size()];
      Arrays.fill(vetoes, false);
      for (int k = 0; k < body.seats().size(); k++) {
        Seat seat = body.seats().get(k);
        if (!Scaled.isPresent(seat)) continue;
        int player = players.indexOf(seat.id());
        vetoes[player] |= seat.veto() == Body.Veto.HELD;
        for (int m = 0; m < weights.length; m++) weights[m][player] += majorities.get(m).weight(k);
      }
      return new Part(majorities, Arrays.stream(weights).map(List::of).toList(), List.of(vetoes));
    }
  }

  private static List<Part> parts(Model model, Body body) {
    List<String> players = Game.of(model, body).players();
    return Game.chain(model, body).stream().map(part -> Part.of(part, players)).toList();
  }

  private static List<List<Integer>> classes(List<Part> parts, int players) {
    Map<List<Object>, List<Integer>> alike = new LinkedHashMap<>();
    for (int i = 0; i < players; i++) {
      List<Object> key = new ArrayList<>();
      for (Part part : parts) {
        key.add(part.vetoes.get(i));
        for (List<Long> weights : part.weights) key.add(weights.get(i));
      }
      alike.computeIfAbsent(key, _ -> new ArrayList<>()).add(i);
    }
    return List.copyOf(alike.values());
  }

  /// How many vectors there are, `MOST_VECTORS` and one where there are more.
  static long vectors(Model model, Body body) {
    List<Part> parts = parts(model, body);
    return vectors(classes(parts, Game.of(model, body).size()));
  }

  private static long vectors(List<List<Integer>> classes) {
    double vectors = 1;
    for (List<Integer> alike : classes) {
      double n = alike.size();
      vectors *= (n + 1) * (n + 2) * (n + 3) / 6;
    }
    return (long) Math.min(MOST_VECTORS + 1.0, vectors);
  }

  /// The indices with abstention by player; empty where there are too many members of too many
  /// kinds, or nobody can win.
  static List<Map<PowerIndex, BigFraction>> of(Model model, Body body, Run run) {
    Game game = Game.of(model, body);
    List<Part> parts = parts(model, body);
    List<List<Integer>> classes = classes(parts, game.size());
    if (!game.canWin() || vectors(classes) > MOST_VECTORS) return List.of();
    return new Ternary(game.size(), parts, classes, run).indices();
  }

  private List<Map<PowerIndex, BigFraction>> indices() {
    take(0, YES, classes.isEmpty() ? 0 : classes.getFirst().size(), BigInteger.ONE);
    BigInteger all = BigInteger.ZERO;
    for (int c = 0; c < swings.length; c++) {
      all = all.add(swings[c].multiply(BigInteger.valueOf(classes.get(c).size())));
    }
    List<Map<PowerIndex, BigFraction>> indices = new ArrayList<>();
    for (int i = 0; i < players; i++) indices.add(Map.of());
    for (int c = 0; c < swings.length; c++) {
      Map<PowerIndex, BigFraction> own = new EnumMap<>(PowerIndex.class);
      own.put(PowerIndex.SHAPLEY_SHUBIK_TERNARY, pivots[c]);
      own.put(PowerIndex.BANZHAF_TERNARY, BigFraction.of(swings[c], all));
      own.put(
          PowerIndex.BANZHAF_ABSOLUTE_TERNARY,
          BigFraction.of(swings[c], BigInteger.valueOf(3).pow(players - 1)));
      for (int i : classes.get(c)) indices.set(i, own);
    }
    return indices;
  }

  /// Gives the players of a class their votes, class by class.
  ///
  /// @param left of the class, who have none yet
  /// @param ways in which the votes so far can be given
  private void take(int c, int vote, int left, BigInteger ways) {
    if (c == classes.size()) {
      count(ways);
      return;
    }
    if (vote == LATER) {
      taken[c][LATER] = left;
      int next = c + 1 < classes.size() ? classes.get(c + 1).size() : 0;
      take(c + 1, YES, next, ways);
      return;
    }
    if (c == 0) run.check();
    BigInteger[] choose = ByClasses.row(left);
    for (int k = 0; k <= left; k++) {
      taken[c][vote] = k;
      take(c, vote + 1, left - k, ways.multiply(choose[k]));
    }
    taken[c][vote] = 0;
  }

  /// Counts one vector: the players of each class who have voted are those before a pivot, one of
  /// those who have not is the pivot.
  private void count(BigInteger ways) {
    int later = 0;
    for (int[] votes : taken) later += votes[LATER];
    if (later == 0 || isSettled()) return;
    for (int c = 0; c < classes.size(); c++) {
      if (taken[c][LATER] == 0) continue;
      BigInteger without = // ways that leave one of the class for later
          ways.multiply(BigInteger.valueOf(taken[c][LATER]))
              .divide(BigInteger.valueOf(classes.get(c).size()));
      taken[c][LATER]--;
      int settled = 0;
      for (int vote : VOTES) {
        taken[c][vote]++;
        if (isSettled()) settled++;
        taken[c][vote]--;
      }
      taken[c][LATER]++;
      if (later == 1) swings[c] = swings[c].add(without);
      pivots[c] = pivots[c].add(weights[players - later].multiply(without).multiply(settled));
    }
  }

  /// Whether the outcome stands, whatever those do who have not voted.
  private boolean isSettled() {
    return passes(NO) || !passes(YES);
  }

  /// @param later how all vote who have not yet
  private boolean passes(int later) {
    int votes = 0;
    for (int c = 0; c < taken.length; c++) {
      votes += number(c, YES, later);
      if (vetoing[c] && number(c, NO, later) > 0) return false;
    }
    if (votes == 0) return false;
    for (int m = 0; m < weighing.length; m++) {
      long yes = 0;
      long no = 0;
      for (int c = 0; c < taken.length; c++) {
        yes += weighing[m][c] * number(c, YES, later);
        no += weighing[m][c] * number(c, NO, later);
      }
      if (!majorities.get(m).isMet(yes, no)) return false;
    }
    return true;
  }

  private int number(int c, int vote, int later) {
    return taken[c][vote] + (vote == later ? taken[c][LATER] : 0);
  }
}
