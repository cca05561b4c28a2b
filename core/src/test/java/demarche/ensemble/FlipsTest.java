package demarche.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import demarche.analysis.Lenses;
import demarche.ensemble.Flips.Flip;
import demarche.lens.Lens;
import demarche.lens.Run;
import demarche.testing.Scenarios;
import demarche.testing.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class FlipsTest {
  private static final Run QUIET = Run.quiet();
  private static final int FINE = 2_000;
  private static final List<Lens> CLAIMS =
      Lenses.all().stream().filter(lens -> lens.key().equals("claims")).toList();

  private static Ensemble ensemble(String text) {
    return Ensemble.of(
        Scenarios.studied(text), CLAIMS, new Plan(1, 1, Sampling.RANDOM), "test", QUIET);
  }

  private static Flips flips(Ensemble ensemble) {
    return Flips.of(ensemble, ensemble.base(QUIET), QUIET);
  }

  private static List<Flip> of(Flips flips, Ensemble ensemble, String key) {
    for (int k = 0; k < flips.asked().size(); k++) {
      int finding = flips.asked().get(k);
      if (ensemble.design().findings().get(finding).key().equals(key)) return flips.flips().get(k);
    }
    throw new IllegalArgumentException(key);
  }

  /// Numbers with ranges, and actors that jump where a sum of them is above a bar.
  ///
  /// @param numbers by number low, base, high, and mode; no mode is NaN
  /// @param factors by actor and number
  private record Toy(double[][] numbers, double[][] factors, double[] bars) {
    static Toy draw(Random chance) {
      double[][] numbers = new double[1 + chance.nextInt(3)][];
      for (int n = 0; n < numbers.length; n++) {
        double[] three = chance.doubles(3, -1, 1).map(Toy::round).sorted().toArray();
        double mode = chance.nextInt(3) == 0 ? three[chance.nextInt(3)] : Double.NaN;
        numbers[n] = new double[] {three[0], three[1], three[2], mode};
      }
      int actors = 1 + chance.nextInt(2);
      double[][] factors = new double[actors][];
      double[] bars = new double[actors];
      for (int a = 0; a < actors; a++) {
        factors[a] = chance.doubles(numbers.length, -2, 2).map(Toy::round).toArray();
        bars[a] = round(chance.nextDouble(-1, 1)) + 0.005;
      }
      return new Toy(numbers, factors, bars);
    }

    private static double round(double number) {
      return Math.round(number * 100) / 100.0;
    }

    /// By hand: whether an actor stays, where one number is moved.
    boolean stays(int actor, int moved, double value) {
      double sum = -bars[actor];
      for (int n = 0; n < numbers.length; n++) {
        sum += factors[actor][n] * (n == moved ? value : numbers[n][1]);
      }
      return sum <= 0;
    }

    String text() {
      StringBuilder text = new StringBuilder("demarche: 1\ntitle: Toy\nparameters:\n");
      for (int n = 0; n < numbers.length; n++) {
        double[] p = numbers[n];
        text.append(
            "  p%d: {value: %.2f, range: [%.2f, %.2f]%s}\n"
                .formatted(
                    n, p[1], p[0], p[2], Double.isNaN(p[3]) ? "" : ", mode: %.2f".formatted(p[3])));
      }
      text.append("actors:\n");
      StringBuilder claims = new StringBuilder("claims:\n");
      StringBuilder ups = new StringBuilder("proposals:\n");
      for (int a = 0; a < bars.length; a++) {
        StringBuilder weight = new StringBuilder("0 - %.3f".formatted(bars[a]));
        for (int n = 0; n < numbers.length; n++) {
          weight.append(" + (0 - %.2f) * p%d".formatted(-factors[a][n], n).replace("--", ""));
        }
        text.append(
            "  a%d: {options: {jump%d: {}}, values: [{want: jump%d, weight: %s}]}\n"
                .formatted(a, a, a, weight));
        claims.append(
            "  - {id: c%d, says: \"stays\", mark: O, check: \"not prefers(a%d, up%d, status-quo)\"}\n"
                .formatted(a, a, a));
        ups.append("  up%d: {does: {jump%d: yes}}\n".formatted(a, a));
      }
      return text.append(ups).append(claims).toString();
    }
  }

  @Test
  void theLeastChangeIsThatOfAFineGrid() {
    for (long seed : Seeds.first(150)) { // each is a scenario that is read, numbered and asked
      Toy toy = Toy.draw(new Random(seed));
      Ensemble ensemble = ensemble(toy.text());
      Flips flips = flips(ensemble);
      for (int a = 0; a < toy.bars.length; a++) {
        List<Flip> found = of(flips, ensemble, "claim/c" + a);
        assertThat(found).isSortedAccordingTo((x, y) -> Double.compare(x.size(), y.size()));
        for (int n = 0; n < toy.numbers.length; n++) check(toy, a, n, found, seed);
      }
    }
  }

  private static void check(Toy toy, int actor, int number, List<Flip> found, long seed) {
    double[] p = toy.numbers[number];
    boolean usual = toy.stays(actor, number, p[1]);
    double nearest = Double.NaN;
    for (int k = 0; k <= FINE; k++) {
      double value = p[0] + (p[2] - p[0]) * k / FINE;
      boolean nearer = !(Math.abs(value - p[1]) >= Math.abs(nearest - p[1]));
      if (toy.stays(actor, number, value) != usual && nearer) nearest = value;
    }
    List<Flip> flip = found.stream().filter(f -> f.input() == number).toList();
    String what = "seed %d, a%d by p%d in %s".formatted(seed, actor, number, toy.text());
    double range = p[2] - p[0];
    if (flip.isEmpty()) {
      // a range whose very end alone is otherwise may be missed
      boolean atTheEnd = Math.min(p[2] - nearest, nearest - p[0]) < range * 2e-3;
      assertThat(Double.isNaN(nearest) || atTheEnd).as(what).isTrue();
      return;
    }
    Flip one = flip.getFirst();
    double to = Lever.number(one.to());
    assertThat(to)
        .as(what)
        .isCloseTo(nearest, within(range / FINE + range / 30)); // tails are steep
    assertThat(toy.stays(actor, number, to)).as(what).isNotEqualTo(usual);
    assertThat(toy.stays(actor, number, Lever.number(one.still()))).as(what).isEqualTo(usual);
    assertThat(one.size()).as(what).isCloseTo(Math.abs(to - p[1]) / range, within(1e-4));
  }

  /// A vote, a priority and an order that are not certain.
  private static final String WORDS =
      """
      demarche: 1
      title: Words
      parameters: {p: {value: 0.5, range: [0.2, 0.8]}}
      actors:
        ann:
          options: {jump: {}}
          priorities: [{id: fun, want: jump, probability: p}, {id: rest, want: not jump}]
          alternatives:
            - {by: kim, priorities: [jump]}
            - {by: lee, probability: 0.2, priorities: [not jump]}
        bob:
          options: {sing: {}}
          values: [{id: song, want: sing, weight: 1, range: 30 %}, {id: shy, avoid: sing, weight: 0.9}]
        cat: {priorities: [not sing, deal]}
      bodies:
        club:
          options: {deal: {}}
          members: [bob, cat, guest]
          others: {guest: {yes-with: 0.7}}
          rule: {yes: 2}
      proposals: {up: {does: {jump: yes}}, choir: {does: {sing: yes}}, go: {does: {deal: yes}}}
      claims:
        - {id: ann, says: "she jumps", mark: O, check: "prefers(ann, up, status-quo)"}
        - {id: bob, says: "he sings", mark: O, check: "prefers(bob, choir, status-quo)"}
        - {id: deal, says: "a deal", mark: O, check: "passes(club, go)"}
        - {id: sure, says: "sure", mark: O, check: "1 = 1"}
      """;

  private static List<String> told(String key) {
    Ensemble words = ensemble(WORDS);
    List<String> told = new ArrayList<>();
    for (Flip flip : of(flips(words), words, key)) {
      told.add(
          "%s: %s to %s, %.2f"
              .formatted(
                  words.design().inputs().get(flip.input()).key(),
                  Digits.of(flip.from()),
                  Digits.of(flip.to()),
                  flip.size()));
    }
    return told;
  }

  @Test
  void everyKindOfInputIsMovedAlone() {
    // with p at 0.5 she wants to jump first; below that the priority does not count
    assertThat(told("claim/ann"))
        .containsExactly(
            "parameter:p: 0.5 to 0.5, 0.00",
            "priority:ann.fun: yes to no, 1.00",
            "order:ann: own to lee, 1.00");
    // a weight of 1 is worth less than 0.9 from a tenth below
    assertThat(told("claim/bob")).containsExactly("value:bob.song: 1 to 0.9, 0.17");
    assertThat(told("claim/deal")).containsExactly("vote:club.guest: yes to no, 1.00");
    assertThat(told("claim/sure")).isEmpty();
  }

  @Test
  void threadsChangeNothing() {
    Ensemble words = ensemble(WORDS);
    Run several = new Run(3, 1, (_, _, _) -> {}, () -> false);
    assertThat(Flips.of(words, words.base(QUIET), several)).isEqualTo(flips(words));
  }
}
