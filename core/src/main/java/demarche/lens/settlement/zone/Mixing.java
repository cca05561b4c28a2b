package demarche.lens.settlement.zone;

import demarche.lens.Run;
import demarche.lens.settlement.zone.Frontier.Profile;
import demarche.scenario.Exact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;

/// Lotteries over settlements: what rules pick out where chance may decide between them.
///
/// **Definition.** A lottery gives each settlement of the frontier a probability, so that whatever
/// is drawn all accept it; what it gives a party is the expected gain. Gains by lotteries fill the
/// convex hull of the gains of settlements. The egalitarian and the Kalai-Smorodinsky lottery are
/// the mixtures with the greatest least gain, or least share of a greatest gain, over the parties
/// that can gain; the Nash lottery, for two parties only, has the greatest product: with more it
/// need not be a fraction, and is not sought. The maximum sum gains nothing by lotteries.
///
/// **Cost.** One exact linear program for each rule, for at most 4,096 profiles on the frontier;
/// the hull of two parties O(f log f).
///
/// @param lotteries by the rule; a lottery is one of perhaps several that do equally well
/// @param hull for two parties the profiles at its upper right, from the best for the first party
///   to the best for the second; else empty
/// @param notSearched why there is no answer; empty where there is one
record Mixing(Map<Solution, Lottery> lotteries, List<Profile> hull, String notSearched) {
  private static final int MOST_PROFILES = 4_096;

  Mixing {
    Map<Solution, Lottery> copy = new EnumMap<>(Solution.class);
    copy.putAll(lotteries);
    lotteries = copy;
    hull = List.copyOf(hull);
  }

  /// @param chances by state, the first of a profile; positive, with the sum 1
  /// @param gains expected, by actor
  /// @param measure the least gain, the least share, or the product
  record Lottery(Map<Integer, BigFraction> chances, List<BigFraction> gains, BigFraction measure) {
    Lottery {
      chances = new LinkedHashMap<>(chances);
      gains = List.copyOf(gains);
    }
  }

  static Mixing of(Frontier frontier, Points points, Stakes stakes, Run run) {
    if (!frontier.notSearched().isEmpty()) return none(frontier.notSearched());
    List<BigFraction> greatest = points.greatest();
    if (greatest.stream().noneMatch(g -> g.signum() > 0)) {
      return none("nobody gains by any settlement, as far as the unit shows");
    }
    if (frontier.profiles().size() > MOST_PROFILES) {
      return none(
          "%,d different settlements stand on the frontier, the limit is %,d"
              .formatted(frontier.profiles().size(), MOST_PROFILES));
    }
    List<Option> options =
        frontier.profiles().stream()
            .map(p -> new Option(p, stakes.gains(p.first())))
            .filter(o -> o.gains.stream().allMatch(g -> g.signum() >= 0))
            .toList();
    Map<Solution, Lottery> lotteries = new EnumMap<>(Solution.class);
    run.check();
    lotteries.put(Solution.EGALITARIAN, leastOf(options, greatest, Solution.EGALITARIAN));
    run.check();
    lotteries.put(
        Solution.KALAI_SMORODINSKY, leastOf(options, greatest, Solution.KALAI_SMORODINSKY));
    List<Profile> hull = List.of();
    if (stakes.actors().size() == 2) {
      List<Option> corners = hull(options);
      hull = corners.stream().map(Option::profile).toList();
      lotteries.put(Solution.NASH, product(corners));
    }
    return new Mixing(lotteries, hull, "");
  }

  private static Mixing none(String reason) {
    return new Mixing(Map.of(), List.of(), reason);
  }

  private record Option(Profile profile, List<BigFraction> gains) {}

  private static Lottery leastOf(
      List<Option> options, List<BigFraction> greatest, Solution solution) {
    List<Integer> counted =
        IntStream.range(0, greatest.size())
            .filter(i -> greatest.get(i).signum() > 0)
            .boxed()
            .toList();
    MatrixGame game =
        MatrixGame.of(
            options.stream()
                .map(o ->
                    counted.stream()
                        .map(i ->
                            solution == Solution.EGALITARIAN
                                ? o.gains.get(i)
                                : o.gains.get(i).divide(greatest.get(i)))
                        .toList())
                .toList());
    return lottery(options, game.shares(), game.value());
  }

  private static Lottery lottery(
      List<Option> options, List<BigFraction> shares, BigFraction measure) {
    Map<Integer, BigFraction> chances = new LinkedHashMap<>();
    List<BigFraction> gains = new ArrayList<>();
    options.getFirst().gains.forEach(_ -> gains.add(BigFraction.ZERO));
    for (int o = 0; o < options.size(); o++) {
      BigFraction share = shares.get(o);
      if (share.signum() == 0) continue;
      Option option = options.get(o);
      chances.put(option.profile.first(), share);
      for (int i = 0; i < gains.size(); i++) {
        gains.set(i, gains.get(i).add(share.multiply(option.gains.get(i))));
      }
    }
    return new Lottery(chances, gains, measure);
  }

  /// The corners of the hull that nothing beats, the best for the first party first.
  private static List<Option> hull(List<Option> options) {
    List<Option> order =
        options.stream()
            .sorted(
                Comparator.<Option, BigFraction>comparing(o -> o.gains.getFirst(), Exact.ORDER)
                    .thenComparing(o -> o.gains.getLast(), Exact.ORDER)
                    .reversed())
            .toList();
    List<Option> hull = new ArrayList<>();
    for (Option next : order) {
      if (!hull.isEmpty() && !Exact.isMore(next.gains.getLast(), hull.getLast().gains.getLast()))
        continue;
      while (hull.size() > 1 && !turns(hull.get(hull.size() - 2), hull.getLast(), next)) {
        hull.removeLast();
      }
      hull.add(next);
    }
    return hull;
  }

  /// Whether the middle one stands outside the line between the others.
  private static boolean turns(Option first, Option middle, Option last) {
    return cross(first, middle, last).signum() > 0;
  }

  private static BigFraction cross(Option o, Option a, Option b) {
    BigFraction ax = a.gains.getFirst().subtract(o.gains.getFirst());
    BigFraction ay = a.gains.getLast().subtract(o.gains.getLast());
    BigFraction bx = b.gains.getFirst().subtract(o.gains.getFirst());
    BigFraction by = b.gains.getLast().subtract(o.gains.getLast());
    return ax.multiply(by).subtract(ay.multiply(bx));
  }

  /// The greatest product along the hull: on each edge a quadratic with one top.
  private static Lottery product(List<Option> corners) {
    Lottery best = certain(corners.getFirst());
    for (int k = 1; k < corners.size(); k++) {
      for (Lottery next :
          List.of(certain(corners.get(k)), between(corners.get(k - 1), corners.get(k)))) {
        if (Exact.isMore(next.measure, best.measure)) best = next;
      }
    }
    return best;
  }

  private static Lottery certain(Option option) {
    return lottery(
        List.of(option),
        List.of(BigFraction.ONE),
        option.gains.getFirst().multiply(option.gains.getLast()));
  }

  /// Where the product is greatest on the line, or its nearer end.
  private static Lottery between(Option from, Option to) {
    BigFraction x = from.gains.getFirst();
    BigFraction y = from.gains.getLast();
    BigFraction dx = to.gains.getFirst().subtract(x); // less than 0
    BigFraction dy = to.gains.getLast().subtract(y); // more than 0
    BigFraction top =
        Exact.quotient(x.multiply(dy).add(y.multiply(dx)).negate(), dx.multiply(dy).multiply(2));
    BigFraction share =
        top.signum() < 0
            ? BigFraction.ZERO
            : Exact.isMore(top, BigFraction.ONE) ? BigFraction.ONE : top;
    Lottery mixed =
        lottery(
            List.of(from, to), List.of(BigFraction.ONE.subtract(share), share), BigFraction.ZERO);
    return new Lottery(
        mixed.chances, mixed.gains, mixed.gains.getFirst().multiply(mixed.gains.getLast()));
  }
}
