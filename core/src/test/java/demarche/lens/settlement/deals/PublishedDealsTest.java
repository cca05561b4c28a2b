package demarche.lens.settlement.deals;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.lens.Run;
import demarche.model.Model;
import demarche.model.Models;
import demarche.scenario.Exact;
import demarche.testing.Scenarios;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Domains of negotiation competitions against what was published of them.
///
/// The figures are those of a run of NegMAS over its copies of the domains, read as facts, to the
/// digits given. Raw ones are taken over the least that each side can have (variant `least`), the
/// normalised ones over 0. Parties are in the order of our files. A figure in which we differ says
/// so in its row.
final class PublishedDealsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          # file        | profiles, packages | Nash | egalitarian | Kalai-Smorodinsky | sum
          laptop        | 4 4   | 25.549428 16.213247 | 21.768603 17.980815 | 25.549428 16.213247 | 30.001554 12.432422
          grocery       | 7 7   | 8.4 8.95 | 8.4 8.95 | 8.4 8.95 | 9.6 7.75, 8.4 8.95
          nice-or-die   | 3 3   | 299 299 | 299 299 | 299 299 | 1000 160, 160 1000
          # published Kalai-Smorodinsky: 8.75 9.18, the least difference of shares instead of the greatest least share
          acquisition   | 17 17 | 8.6 9.58 | 8.6 9.58 | 8.9 9.14 | 9.2 8.98, 8.6 9.58
          tobacco       | 23 23 | 8.207494 8.544397 | 8.207494 8.544397 | 7.600801 8.947082 | 8.207494 8.544397
          # published: 12 points, no number of packages; two packages give 6.25 4.75
          airport       | 12 13 | 6.75 4.5 | 5.75 5 | 6.25 4.75 | 8 3.75
          planes        | 4 4   | 3 2.45 | 2.65 2.65 | 2.65 2.65 | 3 2.45
          smart-grid    | 15 15 | 2.176996 2.422191 2.836820 | 2.176996 2.422191 2.836820 | 2.176996 2.422191 2.836820 | 2.176996 2.422191 2.836820
          japan-trip    | 16 16 | 4.3 3.6 3.7 | 4 3.8 3.6 | 4 3.8 3.6 | 4.3 3.6 3.7, 4.1 3 4.5
          # published of the egalitarian point: two tied
          sports-hall   | 10 10 | 5.513956 5.483103 4.672884 | 5.011753 4.554421 4.954021, 4.870724 5.079888 4.954021 | 5.513956 5.483103 4.672884 | 5.513956 5.483103 4.672884
          """)
  void rawFiguresAreReproduced(
      String file, String frontier, String nash, String kalai, String ks, String sum) {
    Bargain bargain = bargain(models(file).variant("least"));
    Deals deals = Deals.of(bargain, Run.quiet());
    assertThat(deals.frontier().size() + " " + deals.packages()).isEqualTo(frontier);
    assertThat(told(deals, Rule.NASH)).isEqualTo(told(nash));
    assertThat(told(deals, Rule.EGALITARIAN)).isEqualTo(told(kalai));
    assertThat(told(deals, Rule.KALAI_SMORODINSKY)).isEqualTo(told(ks));
    assertThat(told(deals, Rule.MAXIMUM_SUM)).isEqualTo(told(sum));
    for (int s = 0; s < bargain.sides().size(); s++) {
      Bargain.Side side = bargain.sides().get(s);
      BigFraction least = side.constant();
      for (List<BigFraction> worths : side.worths()) {
        least = least.add(worths.stream().min(Exact.ORDER).orElseThrow());
      }
      assertThat(side.reservation()).as(side.name()).isEqualTo(least);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      textBlock =
          """
          # file        | profiles | Nash | egalitarian
          # published Nash 1.0: the weights of a side add up to a little more
          laptop        | 4  | 1.000052 .815105 | .874024 .874024
          grocery       | 7  | .84 .895 | .84 .895
          acquisition   | 17 | .94 .897333 | .91 .913333
          tobacco       | 25 | .910916 .733218 | .822286 .786570
          airport       | 19 | 1 .670635 | .8 .781746
          planes        | 4  | 1 .816667 | .883333 .883333
          smart-grid    | 14 | .777595 .807397 .862819 | .777595 .807397 .862819
          japan-trip    | 16 | .915 .78 .84 | .84 .79 .82
          sports-hall   | 10 | .871625 .913851 .902951 | .871625 .913851 .902951
          """)
  void normalisedFiguresAreReproduced(String file, int profiles, String nash, String kalai) {
    Bargain read = bargain(models(file).variant("normalised"));
    Bargain overNothing =
        new Bargain(
            read.issues(),
            read.sides().stream()
                .map(s -> new Bargain.Side(s.name(), s.constant(), s.worths(), BigFraction.ZERO))
                .toList());
    Deals deals = Deals.of(overNothing, Run.quiet());
    assertThat(deals.frontier()).hasSize(profiles);
    assertThat(told(deals, Rule.NASH)).isEqualTo(told(nash));
    assertThat(told(deals, Rule.EGALITARIAN)).isEqualTo(told(kalai));
  }

  /// What no package changes: where nobody names a reservation value, no deal is worth nothing.
  @Test
  void niceOrDieTurnsOnWhatNoDealIsWorth() {
    Deals deals = Deals.of(bargain(models("nice-or-die").unvaried()), Run.quiet());
    assertThat(told(deals, Rule.NASH)).isEqualTo(told("1000 160, 160 1000"));
    assertThat(told(deals, Rule.EGALITARIAN)).isEqualTo(told("299 299"));
  }

  private static Models models(String file) {
    return Scenarios.file("scenarios/deals/" + file + ".yaml");
  }

  private static Bargain bargain(Model model) {
    return switch (Additive.of(model)) {
      case Additive.Found found -> found.bargain();
      case Additive.NotAdditive(String reason) -> throw new AssertionError(reason);
    };
  }

  /// What the sides have, to six digits.
  private static Set<String> told(Deals deals, Rule rule) {
    Set<String> told = new TreeSet<>();
    if (!(deals.point(rule) instanceof Answer.Exactly exactly)) return told;
    for (Profile profile : exactly.profiles()) {
      StringBuilder values = new StringBuilder();
      for (int s = 0; s < profile.gains().size(); s++) {
        BigFraction value =
            profile.gains().get(s).add(deals.bargain().sides().get(s).reservation());
        values.append(' ').append(digits(value.bigDecimalValue(12, RoundingMode.HALF_EVEN)));
      }
      told.add(values.substring(1));
    }
    return told;
  }

  private static Set<String> told(String published) {
    Set<String> told = new TreeSet<>();
    for (String profile : published.split(", ", -1)) {
      told.add(
          Stream.of(profile.split(" ", -1))
              .map(v -> digits(new BigDecimal(v)))
              .reduce((a, b) -> a + " " + b)
              .orElseThrow());
    }
    return told;
  }

  private static String digits(BigDecimal value) {
    return value.setScale(6, RoundingMode.HALF_EVEN).toPlainString();
  }
}
