package demarche.lens.settlement.zone;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.lens.Run;
import demarche.lens.settlement.LiteralZone;
import demarche.lens.settlement.zone.Frontier.Profile;
import demarche.model.Actor;
import demarche.model.Model;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import demarche.testing.RandomAgreements;
import demarche.testing.Scenarios;
import demarche.testing.Seeds;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/// Zone, frontier and points against a literal reading, on random models.
final class ZoneByDefinitionTest {
  private static final int SEEDS = 2_000;

  private final Map<String, Integer> met = new HashMap<>();

  @Test
  void everyAnswerAgreesWithTheDefinitions() {
    long[] seeds = Seeds.first(SEEDS);
    for (long seed : seeds) {
      String yaml = RandomAgreements.draw(seed);
      Model model = Scenarios.model(yaml);
      StateSpace space = StateSpace.of(model);
      LiteralZone literal = new LiteralZone(model);
      String what = "-Dseed=%d replays%n%s".formatted(seed, yaml);
      Zone zone = Zone.of(space, Run.quiet());
      assertThat(states(zone.settlements())).as(what).isEqualTo(literal.settlements());
      for (Actor actor : literal.required()) acceptances(zone, literal, actor, what);
      Frontier frontier = Frontier.of(zone, Run.quiet());
      assertThat(states(frontier.states(space.size()))).as(what).isEqualTo(literal.frontier());
      boolean raw = seed % 2 == 0;
      points(zone, frontier, literal, raw, what);
      Blessing blessing = Blessing.of(space, List.of());
      Set<Integer> passing = literal.settlements();
      passing.removeIf(s -> !literal.passes(s));
      assertThat(states(blessing.passing(zone.settlements(), Run.quiet())))
          .as(what)
          .isEqualTo(passing);
      if (passing.size() < literal.settlements().size()) meet("not passed");
    }
    if (seeds.length < SEEDS) return;
    assertThat(met)
        .as("how often each was drawn")
        .containsOnlyKeys(
            "zone", "dominated", "tie", "not all gain", "loss in the unit", "lottery", "not passed")
        .allSatisfy((_, count) -> assertThat(count).isGreaterThan(10));
  }

  private void meet(String what) {
    met.merge(what, 1, Integer::sum);
  }

  private static Set<Integer> states(StateSet states) {
    return states.stream().boxed().collect(Collectors.toCollection(TreeSet::new));
  }

  private static void acceptances(Zone zone, LiteralZone literal, Actor actor, String what) {
    int i = zone.required().indexOf(actor);
    Set<Integer> accepted = new TreeSet<>();
    for (int s = 0; s < zone.space().size(); s++) if (literal.accepts(actor, s)) accepted.add(s);
    assertThat(states(zone.accepting().get(i))).as(what).isEqualTo(accepted);
    assertThat(states(zone.alone().get(i)))
        .as("%s, %s", actor.id(), what)
        .isEqualTo(literal.alone(actor));
  }

  private void points(Zone zone, Frontier frontier, LiteralZone literal, boolean raw, String what) {
    Stakes stakes = new Stakes(zone.space(), zone.required(), raw ? Unit.RAW : Unit.U);
    Points points = Points.of(zone, frontier, stakes, Run.quiet());
    Map<Solution, Set<Integer>> meant =
        Map.of(
            Solution.FALLBACK, literal.fallback(),
            Solution.NASH, literal.nash(raw),
            Solution.KALAI_SMORODINSKY, literal.kalaiSmorodinsky(raw),
            Solution.EGALITARIAN, literal.egalitarian(raw),
            Solution.MAXIMUM_SUM, literal.sum(raw));
    for (Solution rule : Solution.values()) {
      Points.Point point = points.bySolution().get(rule);
      Set<Integer> found = new TreeSet<>();
      if (point != null) point.profiles().forEach(p -> found.addAll(p.states()));
      assertThat(found).as("%s, %s", rule, what).isEqualTo(meant.get(rule));
    }
    if (zone.isEmpty()) return;
    meet("zone");
    if (frontier.states(zone.space().size()).count() < zone.settlements().count()) {
      meet("dominated");
    }
    if (frontier.profiles().stream().anyMatch(p -> p.states().size() > 1)) meet("tie");
    Points.Point nash = points.bySolution().get(Solution.NASH);
    if (nash == null || points.greatest().isEmpty()) meet("loss in the unit");
    else if (nash.gaining() < zone.required().size()) meet("not all gain");
    mixing(frontier, points, stakes, what);
  }

  /// A lottery is best: it yields what it says, and the weights of the parties prove that no other
  /// yields more.
  private void mixing(Frontier frontier, Points points, Stakes stakes, String what) {
    Mixing mixing = Mixing.of(frontier, points, stakes, Run.quiet());
    if (!mixing.notSearched().isEmpty()) return;
    List<Integer> counted =
        IntStream.range(0, points.greatest().size())
            .filter(i -> points.greatest().get(i).signum() > 0)
            .boxed()
            .toList();
    for (Solution rule : List.of(Solution.EGALITARIAN, Solution.KALAI_SMORODINSKY)) {
      Mixing.Lottery lottery = Objects.requireNonNull(mixing.lotteries().get(rule));
      BigFraction all = BigFraction.ZERO;
      for (BigFraction chance : lottery.chances().values()) {
        assertThat(chance.signum()).as(what).isPositive();
        all = all.add(chance);
      }
      assertThat(all).as(what).isEqualTo(BigFraction.ONE);
      BigFraction least =
          counted.stream()
              .map(i -> scaled(rule, lottery.gains().get(i), points.greatest().get(i)))
              .reduce((a, b) -> a.subtract(b).signum() <= 0 ? a : b)
              .orElseThrow();
      assertThat(least.subtract(lottery.measure()).signum()).as(what).isZero();
      proof(rule, counted, frontier, points, stakes, lottery, what);
      Points.Point pure = Objects.requireNonNull(points.bySolution().get(rule));
      int sign = lottery.measure().subtract(pure.measure()).signum();
      assertThat(sign).as(what).isNotNegative();
      if (sign > 0) meet("lottery");
    }
    Mixing.Lottery nash = mixing.lotteries().get(Solution.NASH);
    if (nash != null) product(mixing, points, stakes, nash, what);
  }

  private static BigFraction scaled(Solution rule, BigFraction gain, BigFraction greatest) {
    return rule == Solution.EGALITARIAN ? gain : gain.divide(greatest);
  }

  private static void proof(
      Solution rule,
      List<Integer> counted,
      Frontier frontier,
      Points points,
      Stakes stakes,
      Mixing.Lottery lottery,
      String what) {
    List<List<BigFraction>> rows =
        frontier.profiles().stream()
            .map(p -> stakes.gains(p.first()))
            .filter(gains -> gains.stream().allMatch(g -> g.signum() >= 0))
            .map(gains ->
                counted.stream()
                    .map(i -> scaled(rule, gains.get(i), points.greatest().get(i)))
                    .toList())
            .toList();
    MatrixGame game = MatrixGame.of(rows);
    assertThat(game.value().subtract(lottery.measure()).signum()).as(what).isZero();
    BigFraction sum = BigFraction.ZERO;
    for (BigFraction weight : game.weights()) {
      assertThat(weight.signum()).as(what).isNotNegative();
      sum = sum.add(weight);
    }
    assertThat(sum).as(what).isEqualTo(BigFraction.ONE);
    for (List<BigFraction> row : rows) {
      BigFraction yield = BigFraction.ZERO;
      for (int c = 0; c < row.size(); c++)
        yield = yield.add(row.get(c).multiply(game.weights().get(c)));
      assertThat(yield.subtract(game.value()).signum()).as(what).isNotPositive();
    }
  }

  /// No mixture of two settlements in hundredths, nor any settlement, has a greater product.
  private static void product(
      Mixing mixing, Points points, Stakes stakes, Mixing.Lottery nash, String what) {
    BigFraction own = nash.gains().getFirst().multiply(nash.gains().getLast());
    assertThat(own.subtract(nash.measure()).signum()).as(what).isZero();
    Points.Point pure = Objects.requireNonNull(points.bySolution().get(Solution.NASH));
    if (pure.gaining() == 2) {
      assertThat(own.subtract(pure.measure()).signum()).as(what).isNotNegative();
    }
    for (Profile one : mixing.hull()) {
      for (Profile other : mixing.hull()) {
        for (int k = 0; k <= 20; k++) {
          BigFraction share = BigFraction.of(k, 20);
          List<BigFraction> a = stakes.gains(one.first());
          List<BigFraction> b = stakes.gains(other.first());
          BigFraction x = mixed(share, a.getFirst(), b.getFirst());
          BigFraction y = mixed(share, a.getLast(), b.getLast());
          assertThat(x.multiply(y).subtract(own).signum()).as(what).isNotPositive();
        }
      }
    }
  }

  private static BigFraction mixed(BigFraction share, BigFraction one, BigFraction other) {
    return share.multiply(one).add(BigFraction.ONE.subtract(share).multiply(other));
  }
}
