package demarche.lens.settlement.zone;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.finding.Data;
import demarche.lens.Run;
import demarche.lens.settlement.zone.ZoneLens.Extra;
import demarche.lens.stability.Concept;
import demarche.states.StateSpace;
import demarche.testing.Scenarios;
import demarche.testing.Spoken;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/// Cases worked by hand or published, as exact fractions.
final class ZoneLensTest {
  /// Two share a cake; either may walk away. The domain Nice or Die of the agents' competition of
  /// 2011, with both reservation values at 160.
  private static final String NICE_OR_DIE =
      """
      demarche: 1
      title: Nice or Die
      actors:
        ann:
          name: Ann
          options: {share: {levels: [none, even, hers, his]}}
          values: [{id: money, of: share, weights: {none: 160, even: 299, hers: 1000, his: 160}}]
        bob:
          name: Bob
          options: {}
          values: [{id: money, of: share, weights: {none: 160, even: 299, hers: 160, his: 1000}}]
      status-quo: {}
      """;

  private static Outlook ferry(Unit unit) {
    StateSpace space = StateSpace.of(Scenarios.file("scenarios/ferry.yaml").unvaried());
    return new ZoneLens(EnumSet.of(Concept.R, Concept.SEQ), unit, List.of(), Set.of())
        .outlook(space, Run.quiet());
  }

  private static Points.Point point(Points points, Solution rule) {
    return Objects.requireNonNull(points.bySolution().get(rule));
  }

  private static BigFraction of(int numerator, int denominator) {
    return BigFraction.of(numerator, denominator);
  }

  @Test
  void pointsOfTheFerryAreThoseOfThePage() {
    Outlook ferry = ferry(Unit.U);
    StateSpace space = ferry.space();
    assertThat(ferry.frontier().states(space.size()).stream().mapToObj(space::code))
        .containsExactly("0000", "0100", "0101");
    assertThat(ferry.stakes().gains(space.state("0100")))
        .containsExactly(of(7, 10), of(4, 17), of(4, 7));
    assertThat(point(ferry.points(), Solution.NASH).measure()).isEqualTo(of(8, 85));
    assertThat(point(ferry.points(), Solution.KALAI_SMORODINSKY).measure()).isEqualTo(of(2, 3));
    assertThat(point(ferry.points(), Solution.EGALITARIAN).measure()).isEqualTo(of(4, 17));
    assertThat(point(ferry.points(), Solution.MAXIMUM_SUM).measure()).isEqualTo(of(1893, 1190));
    assertThat(point(ferry.points(), Solution.FALLBACK).measure()).isEqualTo(of(2, 1));
    for (Solution rule : Solution.values()) {
      assertThat(space.code(point(ferry.points(), rule).first()))
          .as(rule.told())
          .isEqualTo(rule == Solution.MAXIMUM_SUM ? "0101" : "0100");
    }
  }

  @Test
  void rawGainsAreInTheUnitOfEach() {
    Outlook ferry = ferry(Unit.RAW);
    assertThat(ferry.stakes().gains(ferry.space().state("0100")))
        .containsExactly(of(7, 1), of(4, 1), of(4, 7));
    assertThat(ferry.stakes().assumed()).extracting(a -> a.id()).containsExactly("ministry");
  }

  /// Nash 299, 299; greatest sum 1000, 160 and 160, 1000, as published.
  @Test
  void fairnessAndTheGreatestSumDisagree() {
    StateSpace space = Scenarios.space(NICE_OR_DIE);
    Outlook outlook =
        new ZoneLens(EnumSet.of(Concept.R), Unit.RAW, List.of(), Set.of())
            .outlook(space, Run.quiet());
    Points points = outlook.points();
    for (Solution rule : List.of(Solution.NASH, Solution.EGALITARIAN, Solution.FALLBACK)) {
      assertThat(space.code(point(points, rule).first())).as(rule.told()).isEqualTo("1");
      assertThat(point(points, rule).ties()).as(rule.told()).isEqualTo(1);
    }
    assertThat(point(points, Solution.NASH).measure()).isEqualTo(of(139 * 139, 1));
    assertThat(point(points, Solution.KALAI_SMORODINSKY).measure()).isEqualTo(of(139, 840));
    assertThat(point(points, Solution.MAXIMUM_SUM).measure()).isEqualTo(of(840, 1));
    assertThat(point(points, Solution.MAXIMUM_SUM).ties()).isEqualTo(2);
    Mixing mixing = Mixing.of(outlook.frontier(), points, outlook.stakes(), Run.quiet());
    assertThat(mixing.hull().stream().map(p -> space.code(p.first()))).containsExactly("2", "3");
    for (Solution rule : mixing.lotteries().keySet()) {
      assertThat(Objects.requireNonNull(mixing.lotteries().get(rule)).gains())
          .as(rule.told())
          .containsExactly(of(420, 1), of(420, 1));
    }
  }

  @Test
  void paymentsShareTheGreatestSum() {
    StateSpace space = Scenarios.space(NICE_OR_DIE);
    Zone zone = Zone.of(space, Run.quiet());
    Payments payments =
        Payments.of(zone, new Stakes(space, zone.required(), Unit.RAW), Run.quiet());
    assertThat(payments.states().stream().map(space::code)).containsExactly("2", "3");
    assertThat(payments.sum()).isEqualTo(of(840, 1));
    assertThat(payments.payments()).containsExactly(of(-420, 1), of(420, 1));
  }

  @Test
  void withoutASettlementThereIsImpasse() {
    String yaml = NICE_OR_DIE.replace("even: 299", "even: 150");
    StateSpace space =
        Scenarios.space(yaml.replace("hers: 160", "hers: 0").replace("his: 160", "his: 0"));
    var answer =
        new ZoneLens(
                EnumSet.of(Concept.R), Unit.U, List.of(), Set.of(Extra.LOTTERIES, Extra.PAYMENTS))
            .examine(space, Run.quiet());
    assertThat(Spoken.lines(answer))
        .contains(
            "Nothing could be agreed: in none of 4 states would Ann, Bob all be at least as well off"
                + " as without a deal and one of them better")
        .contains("- A single consent is missing most often from Ann, Bob, from each for 1 more");
    Data.Fields zone = (Data.Fields) answer.data();
    assertThat(Spoken.data(Objects.requireNonNull(zone.fields().get("points")))).isEqualTo("{}");
  }
}
