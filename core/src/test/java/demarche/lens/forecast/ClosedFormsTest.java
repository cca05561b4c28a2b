package demarche.lens.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import demarche.lens.Run;
import demarche.lens.forecast.Forecast.Asked;
import demarche.testing.Scenarios;
import org.junit.jupiter.api.Test;

/// Processes whose answers are known in closed form.
final class ClosedFormsTest {
  private static final String ACTOR =
      """
      demarche: 1
      title: Closed form
      actors:
        ann:
          name: Ann
          options: {x: {levels: [n0, n1, n2, n3, n4]}}
          values: [{id: v, of: x, weights: {n0: 0, n1: 1, n2: 2, n3: 3, n4: 4}}]
      """;

  private static ExactForecast of(String yaml) {
    return (ExactForecast) Forecast.of(Scenarios.space(yaml), Asked.USUAL, Run.quiet());
  }

  private static void close(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(1e-9));
  }

  /// Two states: to `yes` with probability p on an occasion, to `no` with 1 - p.
  @Test
  void twoStates() {
    ExactForecast forecast =
        of(
            """
            demarche: 1
            title: Two states
            actors:
              ann: {name: Ann, options: {x: {}}, values: [{id: v, want: x, weight: 5}]}
            targets: {up: x}
            measures: {level: {want: x, weight: 10}}
            forecast: {horizon: 18 months, tempo: 2 per year, sharpness: 1.3}
            """);
    double p = Math.exp(1.3) / (1 + Math.exp(1.3));
    close(forecast.probability(0).value(), 1 - Math.exp(-2 * p * 1.5));
    close(forecast.atHorizon(0).value(), p * (1 - Math.exp(-2 * 1.5)));
    close(forecast.expected(0).value(), 10 * p * (1 - Math.exp(-3)));
    close(forecast.share(0).value(), p * (1 - (1 - Math.exp(-3)) / 3));
    close(forecast.average(0).value(), 10 * p * (1 - (1 - Math.exp(-3)) / 3));
    close(forecast.median(0).getFirst(), Math.log(2) / (2 * p));
    close(forecast.blind().probability(0).value(), 1 - Math.exp(-1.5));
  }

  /// A party without a preference moves by chance; with a mere order ranks count as evenly spaced.
  @Test
  void withoutValues() {
    String yaml =
        """
        demarche: 1
        title: Without values
        actors:
          ann: {name: Ann, options: {x: {levels: [a, b, c]}}, priorities: [x = c, x = b]}
          ben: {name: Ben, options: {y: {levels: [a, b, c]}}}
        targets: {best: x = c, any: y = c}
        forecast: {horizon: 1 year, tempo: 3 per year, sharpness: 2}
        """;
    ExactForecast forecast = of(yaml);
    double all = 1 + Math.exp(1) + Math.exp(2);
    close(forecast.probability(0).value(), 1 - Math.exp(-3 * Math.exp(2) / all));
    close(forecast.probability(1).value(), 1 - Math.exp(-1));
  }

  /// Hazards alone, one level up at a time: an Erlang time to the top.
  @Test
  void pureBirth() {
    ExactForecast forecast =
        of(
            ACTOR
                + """
                targets: {top: x = n4}
                forecast:
                  horizon: 2 years
                  tempo: 0 per year
                  sharpness: 1
                  hazards:
                    - {id: a, rate: 1.5 per year, when: x = n0, does: {x: n1}}
                    - {id: b, rate: 1.5 per year, when: x = n1, does: {x: n2}}
                    - {id: c, rate: 1.5 per year, when: x = n2, does: {x: n3}}
                    - {id: d, rate: 1.5 per year, when: x = n3, does: {x: n4}}
                """);
    close(forecast.probability(0).value(), 1 - Math.exp(-3) * (1 + 3 + 9.0 / 2 + 27.0 / 6));
    assertThat(forecast.lastSteps(0).get(3).value())
        .isCloseTo(forecast.probability(0).value(), within(1e-12));
  }

  /// Up and down at the same rate between three levels: the eigenvalues of a path are 0, 1, 3.
  @Test
  void birthAndDeath() {
    ExactForecast forecast =
        of(
            ACTOR
                + """
                status-quo: {x: n0}
                targets: {home: x = n0, middle: x = n1, far: x = n2}
                forecast:
                  horizon: 1 year
                  tempo: 0 per year
                  sharpness: 1
                  hazards:
                    - {id: a, rate: 0.8 per year, when: x = n0, does: {x: n1}}
                    - {id: b, rate: 0.8 per year, when: x = n1, does: {x: n2}}
                    - {id: c, rate: 0.8 per year, when: x = n1, does: {x: n0}}
                    - {id: d, rate: 0.8 per year, when: x = n2, does: {x: n1}}
                """);
    double slow = Math.exp(-0.8);
    double fast = Math.exp(-2.4);
    close(forecast.atHorizon(0).value(), 1 / 3.0 + slow / 2 + fast / 6);
    close(forecast.atHorizon(1).value(), 1 / 3.0 - fast / 3);
    close(forecast.atHorizon(2).value(), 1 / 3.0 - slow / 2 + fast / 6);
    assertThat(forecast.ends()).hasSize(1);
    assertThat(forecast.terrain().size()).isEqualTo(3);
  }

  /// A walk that stops at either end reaches the top from level i of 4 with probability i/4, and
  /// after long it has stopped.
  @Test
  void absorbingWalk() {
    ExactForecast forecast =
        of(
            ACTOR
                + """
                status-quo: {x: n1}
                targets: {top: x = n4, bottom: x = n0}
                forecast:
                  horizon: 100 years
                  tempo: 0 per year
                  sharpness: 1
                  hazards:
                    - {id: a, rate: 5 per year, when: x = n1, does: {x: n2}}
                    - {id: b, rate: 5 per year, when: x = n2, does: {x: n3}}
                    - {id: c, rate: 5 per year, when: x = n3, does: {x: n4}}
                    - {id: d, rate: 5 per year, when: x = n1, does: {x: n0}}
                    - {id: e, rate: 5 per year, when: x = n2, does: {x: n1}}
                    - {id: f, rate: 5 per year, when: x = n3, does: {x: n2}}
                """);
    close(forecast.probability(0).value(), 0.25);
    close(forecast.atHorizon(1).value(), 0.75);
    assertThat(forecast.ends()).hasSize(2);
    close(forecast.routes(0, 1).getFirst().probability(), 0.125);
  }

  /// Where nothing can move, all stays as it is.
  @Test
  void nothingMoves() {
    ExactForecast forecast =
        of(
            ACTOR
                + "targets: {now: x = n0, never: x = n1}\n"
                + "measures: {m: {of: x, weights: {n0: 4}}}\n"
                + "forecast: {horizon: 5 years, tempo: 0 per year, sharpness: 9}\n");
    close(forecast.probability(0).value(), 1);
    close(forecast.probability(1).value(), 0);
    close(forecast.share(0).value(), 1);
    close(forecast.expected(0).value(), 4);
    close(forecast.average(0).value(), 4);
    assertThat(forecast.median(0)).containsExactly(0.0);
  }

  /// Actors who mind nothing but their own three options: what all do is the product of what each
  /// does, over a quarter of a million states.
  @Test
  void manyStates() {
    StringBuilder yaml = new StringBuilder("demarche: 1\ntitle: Many\nactors:\n");
    for (int a = 0; a < 6; a++) {
      yaml.append(
          "  a%d: {name: A, options: {x%d: {}, y%d: {}, z%d: {}}, values: [{id: v, want: x%d, weight: 1}]}%n"
              .formatted(a, a, a, a, a));
    }
    yaml.append("targets: {all: x0 and x1 and x2 and x3 and x4 and x5, one: x3 and not y3}\n");
    yaml.append(
        "forecast: {horizon: 1 year, tempo: {default: 2 per year, a3: 3 per year}, sharpness: 1}\n");
    ExactForecast forecast = of(yaml.toString());
    assertThat(forecast.terrain().size()).isEqualTo(1 << 18);
    double p = Math.E / (1 + Math.E);
    double each = p * (1 - Math.exp(-2));
    close(forecast.atHorizon(0).value(), Math.pow(each, 5) * p * (1 - Math.exp(-3)));
    close(forecast.probability(1).value(), 1 - Math.exp(-3 * p / 2));
    assertThat(forecast.terrain().arcs()).isEqualTo((1L << 18) * 6 * 7);
  }

  /// A great many ticks, and values that would overflow an exponential.
  @Test
  void manyTicksAndGreatSharpness() {
    ExactForecast forecast =
        of(
            ACTOR
                + "targets: {top: x = n4, low: x = n0}\n"
                + "forecast: {horizon: 30 years, tempo: 10 per day, sharpness: 1e6}\n");
    close(forecast.probability(0).value(), 1);
    close(forecast.atHorizon(0).value(), 1);
    close(forecast.atHorizon(1).value(), 0);
  }
}
