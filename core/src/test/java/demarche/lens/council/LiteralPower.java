package demarche.lens.council;

import demarche.model.Body;
import demarche.model.Body.Seat;
import demarche.model.Model;
import demarche.scenario.BodyEntry.Vote;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;

/// Power indices by their definitions: every coalition, every order and every roll-call is tried;
/// for more than 6 players every set that may come before a player, weighed by its orders. Slow on
/// purpose; shares no code with the lens.
public final class LiteralPower {
  private static final int MOST_IN_ORDERS = 6;

  private final List<String> players;
  private final List<Body> chain = new ArrayList<>();
  private final boolean[] wins;

  public LiteralPower(Model model, Body body) {
    collect(model, body);
    Set<String> present = new LinkedHashSet<>();
    for (Body part : chain) {
      for (Seat seat : part.seats()) if (isPresent(seat)) present.add(seat.id());
    }
    players = List.copyOf(present);
    wins = new boolean[1 << players.size()];
    for (int s = 0; s < wins.length; s++) {
      Map<String, Vote> votes = new HashMap<>();
      for (int i = 0; i < players.size(); i++) {
        votes.put(players.get(i), (s >> i & 1) == 1 ? Vote.YES : Vote.NO);
      }
      wins[s] = carried(votes);
    }
  }

  private void collect(Model model, Body body) {
    if (chain.contains(body)) return;
    chain.add(body);
    for (int after : body.after()) collect(model, (Body) model.parties().get(after));
  }

  private static boolean isPresent(Seat seat) {
    return !(seat.voter() instanceof Body.Absent);
  }

  List<String> players() {
    return players;
  }

  /// Whether votes carry a text in every body, vetoes included.
  private boolean carried(Map<String, Vote> votes) {
    if (!votes.containsValue(Vote.YES)) return false;
    for (Body part : chain) {
      List<Vote> own = new ArrayList<>();
      for (Seat seat : part.seats()) {
        Vote vote = isPresent(seat) ? votes.getOrDefault(seat.id(), Vote.NO) : Vote.ABSTAIN;
        boolean vetoes = isPresent(seat) && seat.veto() == Body.Veto.HELD && vote == Vote.NO;
        if (vetoes) return false;
        own.add(vote);
      }
      if (!LiteralCouncil.meets(part, own)) return false;
    }
    return true;
  }

  /// Whether some coalition wins, and none without these.
  public boolean needs(Set<String> members) {
    boolean any = false;
    for (int s = 0; s < wins.length; s++) {
      if (!wins[s]) continue;
      any = true;
      boolean without = true;
      for (int i = 0; i < players.size(); i++) {
        if ((s >> i & 1) == 1 && members.contains(players.get(i))) without = false;
      }
      if (without) return false;
    }
    return any;
  }

  int winning() {
    int count = 0;
    for (boolean win : wins) if (win) count++;
    return count;
  }

  private boolean isCritical(int i, int s) {
    return (s >> i & 1) == 1 && wins[s] && !wins[s & ~(1 << i)];
  }

  private boolean isMinimal(int s) {
    if (!wins[s]) return false;
    for (int i = 0; i < players.size(); i++) {
      if ((s >> i & 1) == 1 && !isCritical(i, s)) return false;
    }
    return true;
  }

  int minimalWinning() {
    int count = 0;
    for (int s = 0; s < wins.length; s++) if (isMinimal(s)) count++;
    return count;
  }

  int minimalBlocking() {
    int all = wins.length - 1;
    int count = 0;
    for (int s = 0; s < wins.length; s++) {
      boolean minimal = !wins[all & ~s];
      for (int i = 0; i < players.size(); i++) {
        if ((s >> i & 1) == 1) minimal &= wins[(all & ~s) | (1 << i)];
      }
      if (minimal) count++;
    }
    return count;
  }

  /// An index of every player with yes and no.
  List<BigFraction> index(PowerIndex index) {
    return switch (index) {
      case SHAPLEY_SHUBIK -> players.size() > MOST_IN_ORDERS ? weighed() : shares(orders());
      case BANZHAF -> shares(swings());
      case BANZHAF_ABSOLUTE -> swings().stream().map(n -> n.divide(wins.length / 2)).toList();
      case COLEMAN_PREVENT -> swings().stream().map(n -> n.divide(winning())).toList();
      case COLEMAN_INITIATE ->
          swings().stream().map(n -> n.divide(wins.length - winning())).toList();
      case COLEMAN_SHAPLEY -> amongThoseBefore();
      case JOHNSTON -> shares(summed(Kind.CRITICAL));
      case DEEGAN_PACKEL -> shares(summed(Kind.MINIMAL));
      case PUBLIC_GOOD -> shares(summed(Kind.MEMBER));
      case SHAPLEY_SHUBIK_TERNARY -> shares(rollCalls());
      case BANZHAF_TERNARY -> shares(ternarySwings());
      case BANZHAF_ABSOLUTE_TERNARY -> {
        BigInteger all = BigInteger.valueOf(3).pow(players.size() - 1);
        yield ternarySwings().stream().map(n -> n.divide(all)).toList();
      }
    };
  }

  private static List<BigFraction> shares(List<BigFraction> numbers) {
    BigFraction all = numbers.stream().reduce(BigFraction.ZERO, BigFraction::add);
    return numbers.stream().map(n -> n.divide(all)).toList();
  }

  private List<BigFraction> zeros() {
    return new ArrayList<>(Collections.nCopies(players.size(), BigFraction.ZERO));
  }

  private static void add(List<BigFraction> sums, int i, BigFraction more) {
    sums.set(i, sums.get(i).add(more));
  }

  private List<BigFraction> swings() {
    int[] swings = new int[players.size()];
    for (int s = 0; s < wins.length; s++) {
      for (int i = 0; i < swings.length; i++) if (isCritical(i, s)) swings[i]++;
    }
    return IntStream.of(swings).mapToObj(BigFraction::of).toList();
  }

  private enum Kind {
    CRITICAL,
    MINIMAL,
    MEMBER
  }

  private List<BigFraction> summed(Kind kind) {
    int n = players.size();
    int[][] bySharing = new int[n][n + 1];
    for (int s = 0; s < wins.length; s++) {
      if (!wins[s] || (kind != Kind.CRITICAL && !isMinimal(s))) continue;
      int sharing = 0;
      for (int i = 0; i < n; i++) if (isCritical(i, s)) sharing++;
      int part = kind == Kind.MEMBER ? 1 : sharing;
      for (int i = 0; i < n; i++) if (isCritical(i, s)) bySharing[i][part]++;
    }
    List<BigFraction> sums = zeros();
    for (int i = 0; i < n; i++) {
      for (int part = 1; part <= n; part++) add(sums, i, BigFraction.of(bySharing[i][part], part));
    }
    return sums;
  }

  private static BigInteger factorial(int n) {
    return n == 0 ? BigInteger.ONE : BigInteger.valueOf(n).multiply(factorial(n - 1));
  }

  /// The share of the orders of n players in which a set of s comes first, then a given player.
  private BigFraction weight(int s) {
    int n = players.size();
    return BigFraction.of(factorial(s).multiply(factorial(n - s - 1)), factorial(n));
  }

  /// Shapley's value as a sum over the sets of others.
  private List<BigFraction> weighed() {
    int n = players.size();
    int[][] bySize = new int[n][n];
    for (int s = 0; s < wins.length; s++) {
      for (int i = 0; i < n; i++) if (isCritical(i, s)) bySize[i][Integer.bitCount(s) - 1]++;
    }
    List<BigFraction> values = zeros();
    for (int i = 0; i < n; i++) {
      for (int size = 0; size < n; size++) {
        add(values, i, weight(size).multiply(bySize[i][size]));
      }
    }
    return values;
  }

  /// For each set that may come before a player: how many of its parts the player turns.
  private List<BigFraction> amongThoseBefore() {
    int n = players.size();
    List<BigFraction> values = zeros();
    for (int i = 0; i < n; i++) {
      int[] turned = new int[n];
      for (int before = 0; before < wins.length; before++) {
        if ((before >> i & 1) == 1) continue;
        for (int part = before; part >= 0; part = part == 0 ? -1 : (part - 1) & before) {
          if (isCritical(i, part | 1 << i)) turned[Integer.bitCount(before)]++;
        }
      }
      for (int size = 0; size < n; size++) {
        add(values, i, weight(size).multiply(BigFraction.of(turned[size], 1 << size)));
      }
    }
    return values;
  }

  /// In how many orders each player is pivotal.
  private List<BigFraction> orders() {
    List<BigFraction> pivots = zeros();
    for (List<Integer> order : orders(players.size())) {
      int s = 0;
      for (int i : order) {
        s |= 1 << i;
        if (wins[s]) {
          add(pivots, i, BigFraction.ONE);
          break;
        }
      }
    }
    return pivots;
  }

  private static List<List<Integer>> orders(int n) {
    List<List<Integer>> orders = List.of(List.of());
    for (int i = 0; i < n; i++) {
      List<List<Integer>> longer = new ArrayList<>();
      for (List<Integer> order : orders) {
        for (int at = 0; at <= order.size(); at++) {
          List<Integer> with = new ArrayList<>(order);
          with.add(at, i);
          longer.add(with);
        }
      }
      orders = longer;
    }
    return orders;
  }

  private static final List<Vote> VOTES = List.of(Vote.YES, Vote.ABSTAIN, Vote.NO);

  private List<Map<String, Vote>> divisions() {
    List<Map<String, Vote>> divisions = List.of(Map.of());
    for (String player : players) {
      List<Map<String, Vote>> longer = new ArrayList<>();
      for (Map<String, Vote> division : divisions) {
        for (Vote vote : VOTES) {
          Map<String, Vote> with = new HashMap<>(division);
          with.put(player, vote);
          longer.add(with);
        }
      }
      divisions = longer;
    }
    return divisions;
  }

  private Map<String, Vote> with(Map<String, Vote> votes, int player, Vote vote) {
    Map<String, Vote> changed = new HashMap<>(votes);
    changed.put(players.get(player), vote);
    return changed;
  }

  private List<BigFraction> ternarySwings() {
    List<BigFraction> swings = zeros();
    for (Map<String, Vote> votes : divisions()) {
      for (int i = 0; i < players.size(); i++) {
        if (votes.get(players.get(i)) != Vote.NO) continue; // each way of the others once
        boolean turns = carried(with(votes, i, Vote.YES)) && !carried(votes);
        if (turns) add(swings, i, BigFraction.ONE);
      }
    }
    return swings;
  }

  /// In how many roll-calls each player's vote is the first after which every way of voting of the
  /// later players gives the same outcome.
  private List<BigFraction> rollCalls() {
    List<BigFraction> pivots = zeros();
    List<Map<String, Vote>> divisions = divisions();
    for (List<Integer> order : orders(players.size())) {
      for (Map<String, Vote> votes : divisions) {
        boolean outcome = carried(votes);
        int known = 0;
        while (!isSettled(order, known, votes, outcome)) known++;
        add(pivots, order.get(known - 1), BigFraction.ONE);
      }
    }
    return pivots;
  }

  private boolean isSettled(
      List<Integer> order, int known, Map<String, Vote> votes, boolean outcome) {
    if (known == order.size()) return carried(votes) == outcome;
    for (Vote vote : VOTES) {
      if (!isSettled(order, known + 1, with(votes, order.get(known), vote), outcome)) return false;
    }
    return true;
  }
}
