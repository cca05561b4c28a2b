package demarche.lens.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import demarche.lens.Run;
import demarche.model.Body;
import demarche.model.Model;
import demarche.testing.Scenarios;
import demarche.testing.Seeds;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Power indices against published tables, as exact fractions, and against their definitions on
/// random bodies.
final class PowerTest {
  private static final List<PowerIndex> BINARY =
      Arrays.stream(PowerIndex.values()).filter(i -> !i.isTernary()).toList();

  /// A body of members m0, m1, ... with a rule.
  private static Power power(int members, String rule) {
    String ids = names(0, members);
    String others =
        IntStream.range(0, members)
            .mapToObj(m -> "m" + m + ": {votes: yes}")
            .collect(Collectors.joining(",\n    "));
    Model model =
        Scenarios.model(
            """
            demarche: 1
            title: A house
            actors: {somebody: {options: {move: {}}}}
            bodies: {house: {members: [%s], others: {%s}, rule: %s}}
            """
                .formatted(ids, others, rule));
    return Power.of(model, model.bodies().getFirst(), Run.quiet());
  }

  private static String names(int from, int to) {
    return IntStream.range(from, to).mapToObj(m -> "m" + m).collect(Collectors.joining(",\n    "));
  }

  private static Power vetoes(int vetoes, int members, int quota) {
    return power(members, "{yes: %d, veto: [%s]}".formatted(quota, names(0, vetoes)));
  }

  private static Power weighted(String quotaAndWeights) {
    List<String> numbers = List.of(quotaAndWeights.strip().split("[ ;]+", -1));
    String weights =
        IntStream.range(1, numbers.size())
            .mapToObj(k -> "m%d: %s".formatted(k - 1, numbers.get(k)))
            .collect(Collectors.joining(", "));
    return power(
        numbers.size() - 1, "{quota: %s, weights: {%s}}".formatted(numbers.getFirst(), weights));
  }

  private static BigFraction fraction(String text) {
    String[] parts = text.strip().split("/", -1);
    return parts.length == 1
        ? BigFraction.from(Double.parseDouble(parts[0]))
        : BigFraction.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
  }

  private static BigFraction of(Power power, int member, String index) {
    return power.of("m" + member, PowerIndex.valueOf(index.strip())).getFirst();
  }

  /// The Security Council since 1966 and before: all recomputed by an independent program from the
  /// definitions; the Shapley values also in Shapley & Shubik (1954) and at gonitsora.com.
  @ParameterizedTest
  @CsvSource({
    "SHAPLEY_SHUBIK,   421/2145, 4/2145,   76/385,  1/462",
    "BANZHAF,          106/635,  21/1270,  19/105,  1/63",
    "BANZHAF_ABSOLUTE, 53/1024,  21/4096,  57/1024, 5/1024",
    "COLEMAN_PREVENT,  1,        21/212,   1,       5/57",
    "COLEMAN_INITIATE, 53/1995,  1/380,    57/1991, 5/1991",
    "COLEMAN_SHAPLEY,  7105/878592, 9949/8785920, 3827/394240, 281/236544",
    "JOHNSTON,         283/1590, 7/636,    123/665, 5/399",
    "DEEGAN_PACKEL,    1/9,      2/45,     1/7,     1/21"
  })
  void theSecurityCouncilNowAndBefore1966(
      String index, String permanent, String elected, String then, String electedThen) {
    Power now = vetoes(5, 15, 9);
    Power before = vetoes(5, 11, 7);
    assertThat(of(now, 0, index)).isEqualTo(fraction(permanent));
    assertThat(of(now, 14, index)).isEqualTo(fraction(elected));
    assertThat(of(before, 4, index)).isEqualTo(fraction(then));
    assertThat(of(before, 5, index)).isEqualTo(fraction(electedThen));
  }

  /// What the program of Casajus & Huettner, powerindices, prints for it.
  @Test
  void itsColemanShapleyIndicesAreTheAuthorsOwn() {
    Power now = vetoes(5, 15, 9);
    assertThat(of(now, 0, "COLEMAN_SHAPLEY").doubleValue()).isCloseTo(0.008086803, within(5e-10));
    assertThat(of(now, 5, "COLEMAN_SHAPLEY").doubleValue()).isCloseTo(0.001132380, within(5e-10));
  }

  @Test
  void theSecurityCouncilHas848WinningCoalitions() {
    Power now = vetoes(5, 15, 9);
    assertThat(now.winning()).containsExactly(BigInteger.valueOf(848));
    assertThat(now.coalitions()).isEqualTo(BigInteger.valueOf(32_768));
    assertThat(now.toAct()).containsExactly(BigFraction.of(53, 2048));
    assertThat(now.minimalWinning()).containsExactly(BigInteger.valueOf(210));
    assertThat(now.minimalBlocking()).containsExactly(BigInteger.valueOf(5 + 120));
    assertThat(vetoes(5, 11, 7).toAct()).containsExactly(BigFraction.of(57, 2048));
  }

  /// A reform to 25 members, procedural questions, and the Council without one veto or one seat:
  /// recomputed by an independent program.
  @ParameterizedTest
  @CsvSource({
    "5, 25, 15, 0,  SHAPLEY_SHUBIK,   332/1725",
    "5, 25, 15, 24, SHAPLEY_SHUBIK,   13/6900",
    "5, 25, 14, 0,  SHAPLEY_SHUBIK,   1571/8050",
    "5, 25, 14, 24, SHAPLEY_SHUBIK,   39/32200",
    "0, 15, 9,  0,  SHAPLEY_SHUBIK,   1/15",
    "0, 15, 9,  7,  BANZHAF_ABSOLUTE, 3003/16384",
    "4, 15, 9,  0,  SHAPLEY_SHUBIK,   37/156",
    "4, 14, 9,  0,  SHAPLEY_SHUBIK,   133/572"
  })
  void otherCouncils(int vetoes, int members, int quota, int member, String index, String value) {
    assertThat(of(vetoes(vetoes, members, quota), member, index)).isEqualTo(fraction(value));
  }

  @Test
  void whatOtherCouncilsCanDo() {
    assertThat(vetoes(0, 15, 9).toAct()).containsExactly(BigFraction.of(9949, 32_768));
    assertThat(vetoes(5, 25, 15).toAct()).containsExactly(BigFraction.of(308_333, 1 << 24));
    assertThat(vetoes(5, 25, 14).toAct()).containsExactly(BigFraction.of(392_313, 1 << 24));
  }

  /// The EEC of 1958, and small games. Packages assert or print these values: powerindex, CoopGame,
  /// go-banzhaf and powerindices; "recomputed" is by an independent program from the definitions.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          12; 4 4 4 2 2 1 | SHAPLEY_SHUBIK   | 7/30 7/30 7/30 3/20 3/20 0       | recomputed
          12; 4 4 4 2 2 1 | BANZHAF          | 5/21 5/21 5/21 1/7 1/7 0         | powerindex
          12; 4 4 4 2 2 1 | BANZHAF_ABSOLUTE | 5/16 5/16 5/16 3/16 3/16 0       | recomputed
          12; 4 4 4 2 2 1 | COLEMAN_PREVENT  | 5/7 5/7 5/7 3/7 3/7 0            | recomputed
          12; 4 4 4 2 2 1 | COLEMAN_INITIATE | 1/5 1/5 1/5 3/25 3/25 0          | recomputed
          6; 4 3 2 1      | BANZHAF          | 5/12 1/4 1/4 1/12                | powerindex
          4; 3 2 1 1      | SHAPLEY_SHUBIK   | 1/2 1/6 1/6 1/6                  | powerindex
          51; 50 49 1     | BANZHAF          | 3/5 1/5 1/5                      | powerindex
          51; 50 49 1     | BANZHAF_ABSOLUTE | 3/4 1/4 1/4                      | go-banzhaf
          52; 50 49 1     | BANZHAF          | 1/2 1/2 0                        | powerindex
          12; 8 6 4 2     | BANZHAF          | 5/12 1/4 1/4 1/12                | CoopGame
          12; 8 6 4 2     | BANZHAF_ABSOLUTE | 5/8 3/8 3/8 1/8                  | CoopGame
          8; 4 4 3 2 1 1  | BANZHAF_ABSOLUTE | 1/2 1/2 3/8 1/8 1/8 1/8          | powerindices
          5; 3 2 2 1      | BANZHAF_ABSOLUTE | 5/8 3/8 3/8 1/8                  | go-banzhaf
          50; 10 10 20 30 | SHAPLEY_SHUBIK   | 1/12 1/12 1/4 7/12               | Stach 2011, CoopGame
          51; 35 20 15 15 15 | DEEGAN_PACKEL | 3/10 3/20 11/60 11/60 11/60      | Holler & Illing, CoopGame
          51; 35 20 15 15 15 | PUBLIC_GOOD   | 4/15 2/15 1/5 1/5 1/5            | Holler 2011, CoopGame
          4; 3 2 1        | JOHNSTON         | 2/3 1/6 1/6                      | CoopGame
          3; 1 1 2 1      | BANZHAF          | 1/6 1/6 1/2 1/6                  | apex game, CoopGame
          3; 1 1 2 1      | BANZHAF_ABSOLUTE | 1/4 1/4 3/4 1/4                  | apex game, CoopGame
          3; 2 1 1        | SHAPLEY_SHUBIK   | 2/3 1/6 1/6                      | glove game, CoopGame
          46; 10 10 10 10 10 10 10 10 10 | BANZHAF_ABSOLUTE | 35/128 35/128     | go-banzhaf
          """)
  void smallWeightedGames(String game, String index, String values, String source) {
    Power power = weighted(game);
    List<String> expected = List.of(values.strip().split(" ", -1));
    for (int member = 0; member < expected.size(); member++) {
      assertThat(of(power, member, index)).as(source).isEqualTo(fraction(expected.get(member)));
    }
  }

  /// The glove game once more: a left glove is needed, and one of two right ones.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{weights: {m0: 1, m1: 0, m2: 0}, quota: 1}, {weights: {m0: 0, m1: 1, m2: 1}, quota: 1}]",
        "{yes: 2, veto: [m0]}",
        "[{yes: 2}, {weights: {m0: 1, m1: 0, m2: 0}, quota: 1}]"
      })
  void aPairOfGlovesIsARuleInSeveralWays(String rule) {
    Power gloves = power(3, rule);
    assertThat(of(gloves, 0, "SHAPLEY_SHUBIK")).isEqualTo(BigFraction.of(2, 3));
    assertThat(of(gloves, 1, "SHAPLEY_SHUBIK")).isEqualTo(BigFraction.of(1, 6));
    assertThat(of(gloves, 2, "SHAPLEY_SHUBIK")).isEqualTo(BigFraction.of(1, 6));
  }

  /// Beyond what go-banzhaf asserts of 10,000 equal voters: here as exact fractions.
  @ParameterizedTest
  @ValueSource(ints = {100, 1_000, 10_000})
  void equalVotersShareEvenly(int voters) {
    Power power = power(voters, "{yes: %d}".formatted(voters / 2 + 1));
    assertThat(of(power, voters - 1, "BANZHAF")).isEqualTo(BigFraction.of(1, voters));
    assertThat(of(power, 0, "SHAPLEY_SHUBIK")).isEqualTo(BigFraction.of(1, voters));
  }

  @Test
  void whoCannotMatterIsKnown() {
    Power eec = weighted("12; 4 4 4 2 2 1");
    assertThat(eec.toAct()).containsExactly(BigFraction.of(7, 32));
    assertThat(eec.isIdle(eec.alike().size() - 1)).isTrue();
    assertThat(eec.isIdle(0)).isFalse();
  }

  /// On every eighth seed bodies have up to 12 members, on the others up to 6; with abstention up
  /// to 3 are tried.
  @Test
  void everyIndexIsThatOfItsDefinition() {
    Seeds.each(
        2_000,
        seed -> {
          String yaml = RandomBodies.draw(seed);
          Model model = RandomBodies.model(yaml);
          for (Body body : model.bodies()) {
            if (Game.of(model, body).size() > (seed % 8 == 0 ? 12 : 6)) continue;
            String what = "%s; -Dseed=%d replays%n%s".formatted(body.id(), seed, yaml);
            compare(new LiteralPower(model, body), Power.of(model, body, Run.quiet()), what);
          }
        });
  }

  private static void compare(LiteralPower literal, Power power, String what) {
    assertThat(power.players()).as(what).isEqualTo(literal.players());
    assertThat(power.winning()).as(what).containsExactly(big(literal.winning()));
    if (literal.winning() == 0) return;
    assertThat(power.minimalWinning()).as(what).containsExactly(big(literal.minimalWinning()));
    assertThat(power.minimalBlocking()).as(what).containsExactly(big(literal.minimalBlocking()));
    List<PowerIndex> tried = literal.players().size() > 3 ? BINARY : List.of(PowerIndex.values());
    for (PowerIndex index : tried) {
      assertThat(literal.players().stream().map(p -> power.of(p, index).getFirst()))
          .as("%s, %s", index, what)
          .isEqualTo(literal.index(index));
    }
  }

  private static BigInteger big(int number) {
    return BigInteger.valueOf(number);
  }

  /// Classes and sums of weights are two ways of counting the same.
  @Test
  void bothWaysOfCountingAgree() {
    Seeds.each(
        300,
        seed -> {
          String yaml = RandomBodies.draw(seed);
          Model model = RandomBodies.model(yaml);
          for (Body body : model.bodies()) {
            Game game = Game.of(model, body);
            if (!game.canWin()) continue;
            Game others = game.without(game.vetoes());
            List<List<Integer>> classes = others.classes();
            if (others.bounds().isEmpty() || !BySums.fits(others)) continue;
            ByClasses.Counted counted = ByClasses.count(others, classes, Run.quiet());
            String what = "%s; -Dseed=%d replays%n%s".formatted(body.id(), seed, yaml);
            assertThat(BySums.count(others, classes, Run.quiet()))
                .as(what)
                .isEqualTo(counted.swings());
            if (!OneQuota.fits(others, classes)) continue;
            assertThat(OneQuota.count(others, classes, Run.quiet()))
                .as(what)
                .isEqualTo(counted.minimals());
          }
        });
  }

  @Test
  void fiftyWeightedMembersAreCounted() {
    List<String> game = new ArrayList<>(List.of("660"));
    for (int m = 1; m <= 50; m++) game.add(String.valueOf(m));
    Power power = weighted(String.join(" ", game));
    assertThat(power.method()).startsWith("by generating functions");
    for (PowerIndex index : BINARY) {
      if (index.name().startsWith("COLEMAN") || index == PowerIndex.BANZHAF_ABSOLUTE) continue;
      BigFraction sum =
          IntStream.range(0, 50)
              .mapToObj(m -> of(power, m, index.name()))
              .reduce(BigFraction.ZERO, BigFraction::add);
      assertThat(sum).as(index.name()).isEqualTo(BigFraction.ONE);
    }
    // more votes than half of them, so that the winning and the losing coalitions mirror each other
    assertThat(weighted("638 " + String.join(" ", game.subList(1, 51))).toAct())
        .containsExactly(BigFraction.of(1, 2));
  }
}
