package demarche.lens.council;

import demarche.model.Body;
import demarche.model.Body.Seat;
import demarche.model.Model;
import demarche.scenario.BodyEntry.Base;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;

/// The voting rule of a body as a simple game: which coalitions win when they vote yes and all
/// others no.
///
/// Preferences, sponsors, followers and fixed votes are left aside. Players are the members that
/// are present; a body that is a member is one player. Where bodies under `after` must approve the
/// same change, their members are players too, and one member of several bodies, told by its id, is
/// one player. A coalition wins iff it reaches every bound.
///
/// @param players ids: the body's members first
/// @param bounds all must be reached; none of them is reached by nobody
record Game(List<String> players, List<Bound> bounds) {
  Game {
    players = List.copyOf(players);
    bounds = List.copyOf(bounds);
  }

  /// Weights of a coalition must add up to a quota.
  ///
  /// @param weights by player, 0 or more
  record Bound(List<Long> weights, long quota) {
    Bound {
      weights = List.copyOf(weights);
    }

    long total() {
      return weights.stream().mapToLong(Long::longValue).sum();
    }
  }

  static Game of(Model model, Body body) {
    Map<String, Integer> places = new LinkedHashMap<>();
    List<Body> chain = chain(model, body);
    for (Body part : chain) {
      for (Seat seat : part.seats()) {
        if (Scaled.isPresent(seat)) places.putIfAbsent(seat.id(), places.size());
      }
    }
    Set<Bound> bounds = new LinkedHashSet<>();
    for (Body part : chain) bounds.addAll(bounds(part, places));
    bounds.removeIf(bound -> bound.quota <= 0);
    if (bounds.isEmpty()) bounds.add(new Bound(places.values().stream().map(_ -> 1L).toList(), 1));
    return new Game(List.copyOf(places.keySet()), List.copyOf(bounds));
  }

  /// The body and those that must approve what it passes, each once.
  static List<Body> chain(Model model, Body body) {
    Map<Integer, Body> chain = new LinkedHashMap<>();
    collect(model, body, chain);
    return List.copyOf(chain.values());
  }

  private static void collect(Model model, Body body, Map<Integer, Body> chain) {
    if (chain.putIfAbsent(body.index(), body) != null) return;
    for (int other : body.after()) {
      collect(model, model.bodies().get(other - model.actors().size()), chain);
    }
  }

  private static List<Bound> bounds(Body body, Map<String, Integer> places) {
    List<Bound> bounds = new ArrayList<>();
    for (Scaled majority : Scaled.of(body)) {
      long[] weights = new long[places.size()];
      long present = 0;
      for (int k = 0; k < body.seats().size(); k++) {
        if (!Scaled.isPresent(body.seats().get(k))) continue;
        weights[place(body.seats().get(k), places)] += majority.weight(k);
        present += majority.weight(k);
      }
      bounds.add(bound(weights, quota(majority, present)));
    }
    long[] vetoes = new long[places.size()];
    long holders = 0;
    for (Seat seat : body.seats()) {
      if (seat.veto() == Body.Veto.NONE || !Scaled.isPresent(seat)) continue;
      vetoes[place(seat, places)] = 1;
      holders++;
    }
    bounds.add(bound(vetoes, holders));
    return bounds;
  }

  private static int place(Seat seat, Map<String, Integer> places) {
    return places.getOrDefault(seat.id(), -1);
  }

  /// What the yes votes must weigh where everybody present votes yes or no.
  private static long quota(Scaled majority, long present) {
    if (majority.share().signum() == 0) return majority.quota();
    BigFraction needed =
        majority.share().multiply(majority.base() == Base.VOTING ? present : majority.whole());
    BigInteger[] parts =
        needed.getNumerator().abs().divideAndRemainder(needed.getDenominator().abs());
    return parts[0].longValueExact() + (parts[1].signum() > 0 ? 1 : 0);
  }

  /// The same bound with numbers as small as can be.
  private static Bound bound(long[] weights, long quota) {
    BigInteger common =
        Arrays.stream(weights)
            .mapToObj(BigInteger::valueOf)
            .reduce(BigInteger.ZERO, BigInteger::gcd)
            .max(BigInteger.ONE);
    long divisor = common.longValueExact();
    return new Bound(
        Arrays.stream(weights).map(w -> w / divisor).boxed().toList(),
        Math.ceilDiv(quota, divisor));
  }

  int size() {
    return players.size();
  }

  /// Whether any coalition wins: whether all together do.
  boolean canWin() {
    return bounds.stream().allMatch(bound -> bound.total() >= bound.quota);
  }

  /// The players without whom nobody wins, by their places.
  List<Integer> vetoes() {
    return IntStream.range(0, size())
        .filter(i -> bounds.stream().anyMatch(b -> b.total() - b.weights.get(i) < b.quota))
        .boxed()
        .toList();
  }

  /// The game of the others once these players vote yes. Its bounds may be none: then everybody
  /// wins.
  Game without(List<Integer> members) {
    List<Integer> rest =
        IntStream.range(0, size()).filter(i -> !members.contains(i)).boxed().toList();
    Set<Bound> left = new LinkedHashSet<>();
    for (Bound bound : bounds) {
      long have = members.stream().mapToLong(i -> bound.weights.get(i)).sum();
      if (have >= bound.quota) continue;
      long[] weights = rest.stream().mapToLong(i -> bound.weights.get(i)).toArray();
      left.add(bound(weights, bound.quota - have));
    }
    return new Game(rest.stream().map(players::get).toList(), List.copyOf(left));
  }

  /// Players with the same weight in every bound, by their places.
  List<List<Integer>> classes() {
    Map<List<Long>, List<Integer>> alike = new LinkedHashMap<>();
    for (int i = 0; i < size(); i++) {
      int player = i;
      List<Long> weights = bounds.stream().map(b -> b.weights.get(player)).toList();
      alike.computeIfAbsent(weights, _ -> new ArrayList<>()).add(i);
    }
    return List.copyOf(alike.values());
  }
}
