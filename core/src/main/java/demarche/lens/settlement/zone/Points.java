package demarche.lens.settlement.zone;

import demarche.lens.Run;
import demarche.lens.settlement.zone.Frontier.Profile;
import demarche.scenario.Exact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.numbers.fraction.BigFraction;

/// The settlements that rules of the literature pick out, with all ties.
///
/// **Conventions.** Every rule chooses among the states of the Pareto frontier. Those that use
/// numbers leave out states at which somebody's gain is negative: that happens only where the
/// disagreement point crosses a red line, or a variant leaves the scale. A party *can gain* iff it
/// gains at one of the states that are left.
///
/// - *Fallback bargaining*: the depth of a state for an actor is 1 for what it likes best of all
///   feasible states, and one more for each class of equally good states below; the least greatest
///   depth wins. Nobody falls back below the disagreement point, so without a settlement the
///   outcome is impasse.
/// - *Nash*: first the number of parties that gain is greatest, then the product of their gains.
/// - *Kalai-Smorodinsky*: the least share of a party's greatest gain, over the parties that can
///   gain, is greatest. No lottery is drawn.
/// - *Egalitarian*: the least gain, over the same parties, is greatest.
/// - *Maximum sum*: the sum of all gains is greatest.
///
/// **Cost.** O(f · k) exact numbers.
///
/// **Source.** Brams & Kilgour (2001), Fallback bargaining; Nash (1950), The bargaining problem;
/// Kalai & Smorodinsky (1975), Other solutions to Nash's bargaining problem; Kalai (1977),
/// Proportional solutions to bargaining situations.
///
/// @param greatest by place the greatest gain of each actor; empty where there is no settlement
record Points(Map<Solution, Point> bySolution, List<BigFraction> greatest) {
  Points {
    Map<Solution, Point> copy = new EnumMap<>(Solution.class);
    copy.putAll(bySolution);
    bySolution = copy;
    greatest = List.copyOf(greatest);
  }

  /// What a rule picks out.
  ///
  /// @param profiles all that do equally well, by their first state; never empty
  /// @param measure how well: a depth, a product, a share, a gain or a sum
  /// @param gaining how many parties gain, at the least
  record Point(List<Profile> profiles, BigFraction measure, long gaining) {
    Point {
      profiles = List.copyOf(profiles);
    }

    /// The first state of the first profile.
    int first() {
      return profiles.getFirst().first();
    }

    /// How many states do equally well.
    int ties() {
      return profiles.stream().mapToInt(p -> p.states().size()).sum();
    }
  }

  /// @param frontier that was searched
  static Points of(Zone zone, Frontier frontier, Stakes stakes, Run run) {
    Map<Solution, Point> points = new EnumMap<>(Solution.class);
    if (frontier.profiles().isEmpty()) return new Points(points, List.of());
    List<Rated> all = new ArrayList<>();
    for (Profile profile : frontier.profiles()) {
      if (all.size() % 1_024 == 0) run.check();
      all.add(new Rated(profile, stakes.gains(profile.first())));
    }
    points.put(
        Solution.FALLBACK, best(all, List.of(r -> depth(zone, r).negate()), BigFraction::negate));
    List<Rated> left =
        all.stream().filter(r -> r.gains.stream().allMatch(g -> g.signum() >= 0)).toList();
    if (left.isEmpty()) return new Points(points, List.of());
    List<BigFraction> greatest = greatest(left);
    points.put(Solution.NASH, best(left, List.of(Rated::gaining, Rated::product), same()));
    points.put(
        Solution.KALAI_SMORODINSKY, best(left, List.of(r -> r.leastShare(greatest)), same()));
    points.put(Solution.EGALITARIAN, best(left, List.of(r -> r.least(greatest)), same()));
    points.put(Solution.MAXIMUM_SUM, best(left, List.of(Rated::sum), same()));
    return new Points(points, greatest);
  }

  private static Function<BigFraction, BigFraction> same() {
    return Function.identity();
  }

  /// A profile with what it gives each actor.
  private record Rated(Profile profile, List<BigFraction> gains) {
    BigFraction gaining() {
      return BigFraction.of((int) gains.stream().filter(g -> g.signum() > 0).count());
    }

    BigFraction product() {
      return gains.stream()
          .filter(g -> g.signum() > 0)
          .reduce(BigFraction.ONE, BigFraction::multiply);
    }

    BigFraction sum() {
      return gains.stream().reduce(BigFraction.ZERO, BigFraction::add);
    }

    BigFraction least(List<BigFraction> greatest) {
      return least(greatest, (gain, _) -> gain);
    }

    BigFraction leastShare(List<BigFraction> greatest) {
      return least(greatest, BigFraction::divide);
    }

    private BigFraction least(
        List<BigFraction> greatest, java.util.function.BinaryOperator<BigFraction> of) {
      List<BigFraction> counted = new ArrayList<>();
      for (int i = 0; i < gains.size(); i++) {
        if (greatest.get(i).signum() > 0) counted.add(of.apply(gains.get(i), greatest.get(i)));
      }
      return counted.stream().min(Exact.ORDER).orElse(BigFraction.ZERO);
    }
  }

  private static List<BigFraction> greatest(List<Rated> left) {
    List<BigFraction> greatest = new ArrayList<>(left.getFirst().gains);
    for (Rated rated : left) {
      for (int i = 0; i < greatest.size(); i++) {
        if (Exact.isMore(rated.gains.get(i), greatest.get(i))) greatest.set(i, rated.gains.get(i));
      }
    }
    return greatest;
  }

  /// How far somebody must fall back to come to the state.
  private static BigFraction depth(Zone zone, Rated rated) {
    int state = rated.profile.first();
    return BigFraction.of(
        zone.required().stream()
            .mapToInt(a -> zone.space().ranks(a).distinct() - zone.space().rank(a, state))
            .max()
            .orElse(0));
  }

  /// All with the greatest numbers, the first number first.
  private static Point best(
      List<Rated> rated,
      List<Function<Rated, BigFraction>> numbers,
      Function<BigFraction, BigFraction> shown) {
    List<Rated> left = rated;
    BigFraction most = BigFraction.ZERO;
    for (Function<Rated, BigFraction> number : numbers) {
      List<BigFraction> each = left.stream().map(number).toList();
      BigFraction top = each.stream().max(Exact.ORDER).orElseThrow();
      List<Rated> kept = new ArrayList<>();
      for (int r = 0; r < each.size(); r++) {
        if (Exact.compare(each.get(r), top) == 0) kept.add(left.get(r));
      }
      left = kept;
      most = top;
    }
    long gaining = left.stream().mapToLong(r -> r.gaining().longValue()).min().orElse(0);
    return new Point(
        left.stream().map(Rated::profile).sorted(Comparator.comparingInt(Profile::first)).toList(),
        shown.apply(most),
        gaining);
  }
}
