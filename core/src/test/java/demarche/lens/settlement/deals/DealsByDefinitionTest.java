package demarche.lens.settlement.deals;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.lens.Run;
import demarche.scenario.Exact;
import demarche.testing.Seeds;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/// Frontier and points against a literal reading that lists every package.
final class DealsByDefinitionTest {
  /// All acceptable packages by what they gain, and what the rules say of them.
  private record Literal(Map<List<BigFraction>, List<List<Integer>>> frontier) {
    static Literal of(Bargain bargain) {
      Map<List<BigFraction>, List<List<Integer>>> acceptable = new HashMap<>();
      for (List<Integer> levels : packages(bargain)) {
        List<BigFraction> gains =
            bargain.sides().stream().map(s -> s.value(levels).subtract(s.reservation())).toList();
        if (gains.stream().allMatch(g -> g.signum() >= 0)) {
          acceptable.computeIfAbsent(gains, _ -> new ArrayList<>()).add(levels);
        }
      }
      Map<List<BigFraction>, List<List<Integer>>> frontier = new HashMap<>(acceptable);
      frontier.keySet().removeIf(a -> acceptable.keySet().stream().anyMatch(b -> beats(b, a)));
      return new Literal(frontier);
    }

    private static List<List<Integer>> packages(Bargain bargain) {
      List<List<Integer>> packages = List.of(List.of());
      for (Bargain.Issue issue : bargain.issues()) {
        List<List<Integer>> longer = new ArrayList<>();
        for (List<Integer> before : packages) {
          for (int l = 0; l < issue.levels().size(); l++) {
            List<Integer> next = new ArrayList<>(before);
            next.add(l);
            longer.add(next);
          }
        }
        packages = longer;
      }
      return packages;
    }

    private static boolean beats(List<BigFraction> one, List<BigFraction> other) {
      return !one.equals(other)
          && IntStream.range(0, one.size())
              .allMatch(s -> one.get(s).subtract(other.get(s)).signum() >= 0);
    }

    private BigFraction greatest(int side) {
      return frontier.keySet().stream().map(g -> g.get(side)).max(Exact.ORDER).orElseThrow();
    }

    boolean isEmpty() {
      return frontier.keySet().stream().noneMatch(g -> g.stream().anyMatch(n -> n.signum() > 0));
    }

    /// The gains that the rule picks out.
    List<List<BigFraction>> best(Rule rule) {
      List<List<BigFraction>> left = new ArrayList<>(frontier.keySet());
      if (rule == Rule.NASH) {
        left =
            most(left, g -> BigFraction.of((int) g.stream().filter(n -> n.signum() > 0).count()));
      }
      return most(left, g -> measure(rule, g));
    }

    private static List<List<BigFraction>> most(
        List<List<BigFraction>> all, Function<List<BigFraction>, BigFraction> number) {
      BigFraction top = all.stream().map(number).max(Exact.ORDER).orElseThrow();
      return all.stream().filter(g -> number.apply(g).equals(top)).toList();
    }

    BigFraction measure(Rule rule, List<BigFraction> gains) {
      BigFraction product = BigFraction.ONE;
      BigFraction sum = BigFraction.ZERO;
      List<BigFraction> shares = new ArrayList<>();
      List<BigFraction> own = new ArrayList<>();
      for (int s = 0; s < gains.size(); s++) {
        sum = sum.add(gains.get(s));
        if (gains.get(s).signum() > 0) product = product.multiply(gains.get(s));
        if (greatest(s).signum() > 0) {
          shares.add(gains.get(s).divide(greatest(s)));
          own.add(gains.get(s));
        }
      }
      return switch (rule) {
        case NASH -> product;
        case MAXIMUM_SUM -> sum;
        case EGALITARIAN -> own.stream().min(Exact.ORDER).orElseThrow();
        case KALAI_SMORODINSKY -> shares.stream().min(Exact.ORDER).orElseThrow();
      };
    }
  }

  @Test
  void frontierAndPointsAgreeWithTheirDefinitions() {
    Seeds.each(
        2_000,
        seed -> {
          Bargain bargain = RandomBargains.draw(seed);
          Literal literal = Literal.of(bargain);
          Deals deals = Deals.of(bargain, Run.quiet());
          String what = "-Dseed=%d replays%n%s".formatted(seed, bargain);
          assertThat(deals.unfinished()).as(what).isEmpty();
          assertThat(counts(deals.frontier())).as(what).isEqualTo(counts(literal));
          assertThat(deals.frontier())
              .as(what)
              .allSatisfy(p ->
                  assertThat(literal.frontier().getOrDefault(p.gains(), List.of()))
                      .containsAll(p.first()));
          for (Rule rule : Rule.values()) {
            Answer answer = deals.point(rule);
            if (literal.isEmpty()) assertThat(answer).as(what).isEqualTo(new Answer.None());
            else assertExact(rule, literal, (Answer.Exactly) answer, what);
          }
        });
  }

  private static void assertExact(Rule rule, Literal literal, Answer.Exactly answer, String what) {
    assertThat(answer.profiles().stream().map(Profile::gains))
        .as("%s, %s", rule, what)
        .containsExactlyInAnyOrderElementsOf(literal.best(rule));
    assertThat(answer.measure()).isEqualTo(literal.measure(rule, literal.best(rule).getFirst()));
  }

  private static Map<List<BigFraction>, BigInteger> counts(List<Profile> profiles) {
    Map<List<BigFraction>, BigInteger> counts = new HashMap<>();
    for (Profile profile : profiles) {
      assertThat(counts.put(profile.gains(), profile.packages())).isNull();
    }
    return counts;
  }

  private static Map<List<BigFraction>, BigInteger> counts(Literal literal) {
    Map<List<BigFraction>, BigInteger> counts = new HashMap<>();
    literal.frontier().forEach((gains, all) -> counts.put(gains, BigInteger.valueOf(all.size())));
    return counts;
  }

  /// With room for few points the rules are searched one by one; proofs must hold, and so must
  /// gaps.
  @Test
  void boundsHoldWhereTheFrontierIsTooLong() {
    List<String> kinds =
        LongStream.of(Seeds.first(2_000))
            .parallel()
            .boxed()
            .flatMap(seed -> bounded(seed).stream())
            .distinct()
            .toList();
    if (Long.getLong("seed") == null) {
      assertThat(kinds).contains("Exactly", "NotSearched", "Within");
    }
  }

  private static List<String> bounded(long seed) {
    Bargain bargain = RandomBargains.draw(seed);
    Literal literal = Literal.of(bargain);
    Deals deals = Deals.of(bargain, 1 + (int) (seed % 7), Run.quiet());
    if (deals.unfinished().isEmpty()) return List.of();
    String what = "-Dseed=%d replays%n%s".formatted(seed, bargain);
    for (int s = 0; s < deals.greatest().size(); s++) {
      assertThat(deals.greatest().get(s)).as(what).isEqualTo(literal.greatest(s));
    }
    List<String> kinds = new ArrayList<>();
    for (Rule rule : Rule.values()) {
      Answer answer = deals.point(rule);
      kinds.add(answer.getClass().getSimpleName());
      switch (answer) {
        case Answer.Exactly exactly -> assertExact(rule, literal, exactly, what);
        case Answer.None _ -> assertThat(literal.isEmpty()).as(what).isTrue();
        case Answer.NotSearched _ -> {}
        case Answer.Within(Profile found, BigFraction measure, double atMost) -> {
          List<BigFraction> best = literal.best(rule).getFirst();
          assertThat(found.gains()).as(what).allMatch(g -> g.signum() >= 0);
          assertThat(measure).as(what).isEqualTo(literal.measure(rule, found.gains()));
          double optimum = literal.measure(rule, best).doubleValue();
          boolean allGain = best.stream().allMatch(g -> g.signum() > 0);
          if (rule != Rule.NASH || allGain) {
            assertThat(optimum).as("%s %s", rule, what).isLessThanOrEqualTo(atMost);
          }
        }
      }
    }
    return kinds;
  }

  /// Thirty issues of which one side wants one level and the other side the other one.
  @Test
  void aBillionPackagesAreNotListed() {
    BigFraction no = BigFraction.ZERO;
    BigFraction yes = BigFraction.ONE;
    List<Bargain.Issue> issues =
        IntStream.range(0, 30)
            .mapToObj(i -> new Bargain.Issue("i" + i, List.of("no", "yes")))
            .toList();
    Bargain bargain =
        new Bargain(
            issues,
            List.of(
                new Bargain.Side("a", no, Collections.nCopies(30, List.of(no, yes)), no),
                new Bargain.Side("b", no, Collections.nCopies(30, List.of(yes, no)), no)));
    Deals deals = Deals.of(bargain, Run.quiet());
    assertThat(bargain.packages()).isEqualTo(BigInteger.ONE.shiftLeft(30));
    assertThat(deals.frontier()).hasSize(31);
    assertThat(deals.packages()).isEqualTo(BigInteger.ONE.shiftLeft(30));
    assertThat(deals.point(Rule.NASH))
        .isInstanceOfSatisfying(
            Answer.Exactly.class,
            nash -> {
              assertThat(nash.measure()).isEqualTo(BigFraction.of(225));
              assertThat(nash.profiles()).hasSize(1);
              assertThat(nash.profiles().getFirst().packages()).isEqualTo(155_117_520);
            });
  }
}
