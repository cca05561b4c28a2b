package demarche.lens.council;

import demarche.lens.Run;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/// Works out the indices of a game with yes and no.
final class Counting {
  private final Game game;
  private final List<Integer> vetoes;
  private final Game others;
  private final List<List<Integer>> classes; // of the others
  private final int players;
  private final Run run;

  /// @param game that can be won
  Counting(Game game, Run run) {
    this.game = game;
    this.run = run;
    vetoes = game.vetoes();
    others = game.without(vetoes);
    classes = others.classes();
    players = game.size();
  }

  Power power() {
    if (others.bounds().isEmpty()) {
      return power(List.of(free()), List.of(freely()), freeShapes(), "by hand");
    }
    if (ByClasses.vectors(classes) <= ByClasses.MOST_VECTORS) {
      ByClasses.Counted counted = ByClasses.count(others, classes, run);
      return power(
          List.of(counted.swings()),
          List.of(counted.minimals()),
          shapes(counted.shapes()),
          "by classes of members to whom the rule gives the same");
    }
    if (!BySums.fits(others)) {
      return power(
          List.of(),
          List.of(),
          Power.Shapes.NONE,
          "not counted: too many members with too different weights");
    }
    List<Minimals> minimals =
        OneQuota.fits(others, classes) ? List.of(OneQuota.count(others, classes, run)) : List.of();
    return power(
        List.of(BySums.count(others, classes, run)),
        minimals,
        Power.Shapes.NONE,
        !minimals.isEmpty()
            ? "by generating functions"
            : "by generating functions; minimal and vulnerable coalitions not counted");
  }

  /// With the veto players, who are in every winning coalition and each of whom blocks alone.
  private Power.Shapes shapes(Power.Shapes rest) {
    if (vetoes.isEmpty()) return rest;
    List<List<Integer>> winning = new ArrayList<>();
    rest.winning().forEach(shape -> winning.add(before(vetoes.size(), shape)));
    List<List<Integer>> blocking = new ArrayList<>();
    if (!rest.blocking().isEmpty()) {
      blocking.add(before(1, classes.stream().map(_ -> 0).toList()));
      rest.blocking().forEach(shape -> blocking.add(before(0, shape)));
    }
    return new Power.Shapes(winning, blocking);
  }

  private Power.Shapes freeShapes() {
    List<Integer> nobody = classes.stream().map(_ -> 0).toList();
    return new Power.Shapes(List.of(before(vetoes.size(), nobody)), List.of(before(1, nobody)));
  }

  private static List<Integer> before(int first, List<Integer> shape) {
    List<Integer> all = new ArrayList<>(List.of(first));
    all.addAll(shape);
    return all;
  }

  /// Where the veto players' yes is enough, whatever the others do.
  private Swings free() {
    return new Swings(
        BigInteger.ONE.shiftLeft(others.size()),
        classes.stream().map(_ -> List.of(BigInteger.ZERO)).toList());
  }

  private Minimals freely() {
    List<List<BigInteger>> none = classes.stream().map(_ -> List.of(BigInteger.ZERO)).toList();
    return new Minimals(
        List.of(BigInteger.ONE),
        none,
        List.of(BigInteger.ONE.shiftLeft(others.size())),
        none,
        BigInteger.ZERO);
  }

  private Power power(
      List<Swings> swings, List<Minimals> minimals, Power.Shapes shapes, String method) {
    List<List<Integer>> alike = new ArrayList<>();
    if (!vetoes.isEmpty()) alike.add(vetoes);
    List<Integer> rest = rest();
    classes.forEach(c -> alike.add(c.stream().map(rest::get).toList()));
    List<Map<PowerIndex, BigFraction>> indices =
        alike.stream()
            .<Map<PowerIndex, BigFraction>>map(_ -> new EnumMap<>(PowerIndex.class))
            .toList();
    swings.forEach(found -> bySwings(found, alike, indices));
    minimals.forEach(m -> {
      byMinimal(m, alike, indices);
      byVulnerable(m, indices);
    });
    return new Power(
        game.players(),
        alike,
        swings.stream().map(Swings::winning).toList(),
        minimals.stream().map(m -> sum(m.bySize())).toList(),
        minimals.stream().map(m -> m.blocking().add(BigInteger.valueOf(vetoes.size()))).toList(),
        indices,
        List.of(),
        shapes,
        method);
  }

  /// The others by their places among all players.
  private List<Integer> rest() {
    List<Integer> rest = new ArrayList<>();
    for (int i = 0; i < players; i++) if (!vetoes.contains(i)) rest.add(i);
    return rest;
  }

  private static BigInteger sum(List<BigInteger> numbers) {
    return numbers.stream().reduce(BigInteger.ZERO, BigInteger::add);
  }

  /// 1 where the first of the classes is that of the veto players.
  private int first() {
    return vetoes.isEmpty() ? 0 : 1;
  }

  private void bySwings(
      Swings swings, List<List<Integer>> alike, List<Map<PowerIndex, BigFraction>> indices) {
    List<BigInteger> own = new ArrayList<>();
    if (!vetoes.isEmpty()) own.add(swings.winning());
    swings.bySize().forEach(bySize -> own.add(sum(bySize)));
    BigInteger all = BigInteger.ZERO;
    for (int c = 0; c < own.size(); c++) all = all.add(times(own.get(c), alike.get(c).size()));
    BigInteger half = BigInteger.ONE.shiftLeft(players - 1);
    BigInteger losing = half.shiftLeft(1).subtract(swings.winning());
    for (int c = 0; c < own.size(); c++) {
      Map<PowerIndex, BigFraction> index = indices.get(c);
      index.put(PowerIndex.BANZHAF, BigFraction.of(own.get(c), all));
      index.put(PowerIndex.BANZHAF_ABSOLUTE, BigFraction.of(own.get(c), half));
      index.put(PowerIndex.COLEMAN_PREVENT, BigFraction.of(own.get(c), swings.winning()));
      index.put(PowerIndex.COLEMAN_INITIATE, BigFraction.of(own.get(c), losing));
    }
    byOrders(swings, indices);
  }

  private static BigInteger times(BigInteger number, long factor) {
    return number.multiply(BigInteger.valueOf(factor));
  }

  /// A coalition of s others comes first in s! (n - 1 - s)! of the n! orders.
  ///
  /// For Coleman-Shapley it may be any part of those who come first. Among p others who do it is
  /// one of 2^p parts; summed over p, the orders count as often as above, times the share of the
  /// coalitions of all n players that have more than s members, times 2.
  private void byOrders(Swings swings, List<Map<PowerIndex, BigFraction>> indices) {
    List<BigInteger> once = Collections.nCopies(players, BigInteger.ONE);
    new Orders(PowerIndex.SHAPLEY_SHUBIK, BigInteger.ONE, once, BigInteger.ONE)
        .share(this, swings, indices);
    BigInteger half = BigInteger.ONE.shiftLeft(players - 1);
    BigInteger larger = half.shiftLeft(1);
    BigInteger[] choose = ByClasses.row(players);
    List<BigInteger> often = new ArrayList<>();
    for (int s = 0; s < players; s++) {
      larger = larger.subtract(choose[s]);
      often.add(larger);
    }
    new Orders(PowerIndex.COLEMAN_SHAPLEY, swings.winning(), often, half)
        .share(this, swings, indices);
  }

  /// How an index counts orders.
  ///
  /// @param all what it adds up to over all players, times `per`
  /// @param often how much an order counts, by the number of others in the coalition, times `per`
  private record Orders(PowerIndex index, BigInteger all, List<BigInteger> often, BigInteger per) {
    /// The veto players share evenly what the others leave.
    void share(Counting game, Swings swings, List<Map<PowerIndex, BigFraction>> indices) {
      BigInteger[] choose = ByClasses.row(game.players - 1);
      BigFraction left = BigFraction.of(all, per);
      for (int c = 0; c < game.classes.size(); c++) {
        BigFraction share = BigFraction.ZERO;
        List<BigInteger> bySize = swings.bySize().get(c);
        for (int s = 0; s < bySize.size(); s++) {
          if (bySize.get(s).signum() == 0) continue;
          int others = s + game.vetoes.size();
          BigInteger orders = times(choose[others], game.players).multiply(per);
          share = share.add(BigFraction.of(bySize.get(s).multiply(often.get(others)), orders));
        }
        indices.get(c + game.first()).put(index, share);
        left = left.subtract(share.multiply(game.classes.get(c).size()));
      }
      int vetoes = game.vetoes.size();
      if (vetoes > 0) indices.getFirst().put(index, left.divide(vetoes));
    }
  }

  private void byMinimal(
      Minimals minimals, List<List<Integer>> alike, List<Map<PowerIndex, BigFraction>> indices) {
    List<List<BigInteger>> own = new ArrayList<>();
    if (!vetoes.isEmpty()) own.add(minimals.bySize());
    own.addAll(minimals.withBySize());
    BigInteger all = sum(minimals.bySize());
    BigInteger members = BigInteger.ZERO;
    for (int c = 0; c < own.size(); c++) {
      members = members.add(times(sum(own.get(c)), alike.get(c).size()));
    }
    for (int c = 0; c < own.size(); c++) {
      indices.get(c).put(PowerIndex.DEEGAN_PACKEL, shared(own.get(c)).divide(all));
      indices.get(c).put(PowerIndex.PUBLIC_GOOD, BigFraction.of(sum(own.get(c)), members));
    }
  }

  /// Coalitions by a number of the others who share each with the veto players, summed up as
  /// shares.
  private BigFraction shared(List<BigInteger> byNumber) {
    BigFraction sum = BigFraction.ZERO;
    for (int k = 0; k < byNumber.size(); k++) {
      int sharing = k + vetoes.size();
      if (sharing > 0) {
        sum = sum.add(BigFraction.of(byNumber.get(k), BigInteger.valueOf(sharing)));
      }
    }
    return sum;
  }

  private void byVulnerable(Minimals minimals, List<Map<PowerIndex, BigFraction>> indices) {
    List<BigInteger> critical = minimals.critical();
    BigInteger vulnerable =
        vetoes.isEmpty() ? sum(critical).subtract(critical.getFirst()) : sum(critical);
    List<List<BigInteger>> own = new ArrayList<>();
    if (!vetoes.isEmpty()) own.add(critical);
    own.addAll(minimals.withCritical());
    for (int c = 0; c < own.size(); c++) {
      indices.get(c).put(PowerIndex.JOHNSTON, shared(own.get(c)).divide(vulnerable));
    }
  }
}
