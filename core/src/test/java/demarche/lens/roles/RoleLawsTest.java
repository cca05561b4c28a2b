package demarche.lens.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import demarche.lens.Run;
import demarche.lens.forecast.Forecast;
import demarche.lens.forecast.LiteralForecast;
import demarche.lens.forecast.RandomForecasts;
import demarche.model.Actor;
import demarche.model.Imagined;
import demarche.model.Model;
import demarche.model.Target;
import demarche.scenario.InvalidScenario;
import demarche.scenario.Twist;
import demarche.states.StateSpace;
import demarche.states.Utility;
import demarche.testing.Scenarios;
import demarche.testing.Seeds;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/// Laws of figures, shares and wishes; and figures by forecast against the matrix of rates.
final class RoleLawsTest {
  private static final int MOST_STATES = 12;

  private static Scene scene(String yaml) {
    return Scene.of(Scenarios.space(yaml), Run.quiet());
  }

  /// What is worked out of a world, by the matrix of rates; empty where it has no meaning.
  private static Optional<Double> literally(
      Model model, List<Twist> twists, ToDoubleFunction<Model> figure) {
    try {
      return Optional.of(
          figure.applyAsDouble(twists.isEmpty() ? model : Imagined.twisted(model, twists)));
    } catch (InvalidScenario e) {
      return Optional.empty();
    }
  }

  private static double probability(Model model, int target) {
    Target asked = model.targets().get(target);
    LiteralForecast literal = new LiteralForecast(model);
    double years = model.forecast().getFirst().years().doubleValue();
    return literal.sum(literal.stopped(years, asked.when()::holds), asked.when()::holds);
  }

  private static List<Twist> inactive(Actor actor) {
    return List.of(
        new Twist.Passive(Imagined.word(actor.id())),
        new Twist.Indifferent(Imagined.word(actor.id())));
  }

  @Test
  void figuresByForecastAgreeWithTheMatrixOfRates() {
    AtomicInteger moved = new AtomicInteger();
    Seeds.each(
        300,
        seed -> {
          String yaml = RandomForecasts.draw(seed);
          Model model = Scenarios.model(yaml);
          if (LiteralForecast.states(model) > MOST_STATES) return;
          Scene scene = scene(yaml);
          String what = "seed %d in%n%s".formatted(seed, yaml);
          for (Actor actor : model.actors()) {
            for (int t = 0; t < model.targets().size(); t++) {
              int target = t;
              double base = probability(model, t);
              Optional<Double> without =
                  literally(model, inactive(actor), m -> probability(m, target));
              List<Double> move = scene.move(actor, t, Kind.INACTIVE);
              assertThat(move.isEmpty()).as(what).isEqualTo(without.isEmpty());
              if (move.isEmpty()) continue;
              double expected = base - without.orElseThrow();
              assertThat(move.getFirst()).as(what).isCloseTo(expected, within(1e-9));
              if (Math.abs(expected) > 0.01) moved.incrementAndGet();
            }
          }
        });
    if (Seeds.first(300).length > 100) assertThat(moved.get()).isGreaterThan(20);
  }

  @Test
  void whatAPartIsWorthIsExpectedAtTheHorizon() {
    Seeds.each(
        200,
        seed -> {
          String yaml = RandomForecasts.draw(seed);
          Model model = Scenarios.model(yaml);
          if (LiteralForecast.states(model) > MOST_STATES) return;
          Scene scene = scene(yaml);
          LiteralForecast literal = new LiteralForecast(model);
          double[] end = literal.distribution(model.forecast().getFirst().years().doubleValue());
          for (Actor actor : model.actors()) {
            Utility utility = Utility.of(model, actor);
            double expected = 0;
            for (int s = 0; s < end.length; s++) {
              expected += end[s] * utility.of(literal.levels(s)).doubleValue();
            }
            String what = "seed %d, %s in%n%s".formatted(seed, actor.id(), yaml);
            double exact = scene.base().worth(actor.index()).getFirst();
            assertThat(exact).as(what).isCloseTo(expected, within(1e-9));
            if (seed % 10 > 0) continue;
            Forecast sampled = Forecast.of(scene.space(), new Forecast.Asked(2_000), Run.quiet());
            var estimate = sampled.worth(actor);
            double room = 2 * (estimate.high() - estimate.low()) + 1e-9;
            assertThat(estimate.value()).as(what).isCloseTo(exact, within(room));
          }
        });
  }

  @Test
  void sampledOrdersAgreeWithAllOrdersAndAddUp() {
    AtomicInteger off = new AtomicInteger();
    AtomicInteger all = new AtomicInteger();
    Seeds.each(
        60,
        seed -> {
          String yaml = RandomRoles.draw(seed);
          Scene scene = scene(yaml);
          if (scene.space().size() > MOST_STATES) return;
          List<Actor> players = Players.of(scene.model());
          Attribution exact = Attribution.of(scene, List.of(0, 1), Run.quiet());
          Attribution some = Attribution.sampled(scene, players, List.of(0, 1), Run.quiet());
          for (int t = 0; t < 2; t++) {
            Attribution.Shares shares = some.shares().get(t);
            if (shares.of().isEmpty() || exact.shares().get(t).of().isEmpty()) continue;
            double sum = shares.of().stream().mapToDouble(Double::doubleValue).sum();
            assertThat(sum)
                .as("seed %d in%n%s", seed, yaml)
                .isCloseTo(shares.all() - shares.none(), within(1e-9));
            for (int i = 0; i < players.size(); i++) {
              double gap = Math.abs(shares.of().get(i) - exact.shares().get(t).of().get(i));
              all.incrementAndGet();
              if (gap > shares.margins().get(i) + 1e-12) off.incrementAndGet();
            }
          }
        });
    assertThat(off.get()).as("of %s intervals", all).isLessThanOrEqualTo(all.get() / 8);
  }

  @Test
  void threadsChangeNothing() {
    String yaml = RandomRoles.draw(3);
    Run two = new Run(2, 1, (_, _, _) -> {}, () -> false);
    Attribution one = Attribution.sampled(scene(yaml), players(yaml), List.of(0), Run.quiet());
    Attribution other = Attribution.sampled(scene(yaml), players(yaml), List.of(0), two);

    assertThat(other.shares()).isEqualTo(one.shares());
  }

  private static List<Actor> players(String yaml) {
    return Players.of(Scenarios.model(yaml));
  }

  @Test
  void whoeverIsAlikeHasTheSameShare() {
    Scene scene =
        scene(
            """
            demarche: 1
            title: Two doors
            actors:
              left: {name: Left, options: {a: {}}, priorities: [left.a and right.a]}
              right: {name: Right, options: {a: {}}, priorities: [left.a and right.a]}
              idle: {name: Idle, options: {}, priorities: [left.a]}
            targets: {both: {when: left.a and right.a}}
            """);
    Attribution found = Attribution.of(scene, List.of(0), Run.quiet());
    List<Actor> actors = scene.model().actors();

    assertThat(scene.base().figure(0)).containsExactly(0.5); // by hand, see docs/lenses/roles.md
    assertThat(RolesData.shapley(found, actors.get(0), 0)).containsExactly(0.25);
    assertThat(RolesData.shapley(found, actors.get(1), 0)).containsExactly(0.25);
    assertThat(RolesData.shapley(found, actors.get(2), 0)).containsExactly(0.0);
  }

  @Test
  void namesChangeNoVerdict() {
    Seeds.each(
        200,
        seed -> {
          String yaml = RandomRoles.draw(seed);
          if (yaml.contains("graph:") || Scenarios.space(yaml).size() > MOST_STATES) return;
          Scene before = scene(yaml);
          Scene after = scene(yaml.replace("a0", "zorro").replace("a1", "alba"));
          for (Actor actor : before.model().actors()) {
            for (int t = 0; t < 2; t++) {
              for (Role role : Role.values()) {
                Judgement one = new Question(before, actor, t, Terms.USUAL).judge(role);
                Actor same = after.model().actors().get(actor.index());
                Judgement other = new Question(after, same, t, Terms.USUAL).judge(role);
                assertThat(other.verdict())
                    .as("seed %d, %s %s in%n%s", seed, actor.id(), role, yaml)
                    .isEqualTo(one.verdict());
                assertThat(other.figure()).isEqualTo(one.figure());
              }
            }
          }
        });
  }

  @Test
  void aWishIsAddedToWhatStatesAreWorth() {
    Seeds.each(
        600,
        seed -> {
          String yaml = RandomRoles.draw(seed);
          Model model = Scenarios.model(yaml);
          StateSpace space = StateSpace.of(model);
          if (space.size() > 3 * MOST_STATES) return;
          Target target = model.targets().getFirst();
          String id = model.actors().getFirst().id();
          Model urged =
              new Urging(model, target.when().written()).with(List.of(new Urging.Wish(id, THIRD)));
          Utility was = Utility.of(model, model.actors().getFirst());
          Utility is = Utility.of(urged, urged.actors().getFirst());
          boolean flat = !was.isAssumed() && was.high().equals(was.low());
          for (int s = 0; s < space.size(); s++) {
            int[] levels = space.levels(s);
            double more = target.when().holds(levels) && !flat ? THIRD.doubleValue() : 0;
            assertThat(is.byOrder(levels).subtract(was.byOrder(levels)).doubleValue())
                .as("seed %d, state %s in%n%s", seed, space.code(s), yaml)
                .isCloseTo(more, within(1e-12));
            assertThat(urged.actors().getFirst().preference().crossesAny(levels))
                .isEqualTo(model.actors().getFirst().preference().crossesAny(levels));
          }
        });
  }

  private static final BigFraction THIRD = BigFraction.of(1, 3);
}
