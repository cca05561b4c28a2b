package demarche.lens.claims;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.lens.Run;
import demarche.lens.Worlds;
import demarche.lens.preferences.Threshold;
import demarche.model.Actor;
import demarche.model.Model;
import demarche.model.Preference;
import demarche.model.Proposal;
import demarche.scenario.Exact;
import demarche.scenario.InvalidScenario;
import demarche.states.StateSpace;
import demarche.testing.RandomWishes;
import demarche.testing.Scenarios;
import demarche.testing.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/// At a threshold the answer changes, and no value nearer to the present one changes it, as found
/// by reading the whole file anew with the parameter at value after value.
final class ThresholdByDefinitionTest {
  private static final BigFraction PRESENT = BigFraction.of(3, 10);
  private static final BigFraction LOW = BigFraction.of(1, 10);
  private static final BigFraction HIGH = BigFraction.of(1, 2);
  private static final BigFraction NEAR = BigFraction.of(1, 10_000_000);
  private static final int GRID = 8;

  /// A question of a model, and what a check calls it.
  private record Question(String check, Predicate<Model> literal) {}

  private static Optional<Boolean> at(String yaml, BigFraction x, Question question) {
    try {
      String written = "(%d) / %d".formatted(x.getNumerator(), x.getDenominator());
      return Optional.of(question.literal.test(Scenarios.model(RandomWishes.with(yaml, written))));
    } catch (InvalidScenario _) {
      return Optional.empty(); // a division by zero
    }
  }

  private static Question question(Random random, Model model) {
    List<Actor> valuing =
        model.actors().stream()
            .filter(x -> x.preference().order() instanceof Preference.Values)
            .toList();
    List<Actor> asked = valuing.isEmpty() ? model.actors() : valuing;
    Actor a = asked.get(random.nextInt(asked.size()));
    int index = a.index();
    if (random.nextBoolean() && !model.proposals().isEmpty()) {
      Proposal p = model.proposals().get(random.nextInt(model.proposals().size()));
      return new Question(
          "%s in acceptable(%s)".formatted(a.id(), p.id()),
          m -> accepts(m.actors().get(index), p.end(), m.disagreement()));
    }
    StateSpace space = StateSpace.of(model);
    int s = random.nextInt(space.size());
    int t = random.nextInt(space.size());
    return new Question(
        "prefers(%s, \"%s\", \"%s\")".formatted(a.id(), space.code(s), space.code(t)),
        m -> m.actors().get(index).preference().compare(space.levels(s), space.levels(t)) > 0);
  }

  private static boolean accepts(Actor actor, int[] end, int[] without) {
    return actor.preference().compare(end, without) >= 0
        && actor.preference().redLines().stream().noneMatch(l -> l.never().holds(end));
  }

  @Test
  void claimsFindTheNearestChange() {
    AtomicInteger found = new AtomicInteger();
    Seeds.each(
        3_000,
        seed -> {
          Random random = new Random(seed);
          boolean ranged = random.nextBoolean();
          String yaml = RandomWishes.draw(seed);
          Question question = question(random, Scenarios.model(yaml));
          String file = ranged ? RandomWishes.with(yaml, "{value: 0.3, range: [0.1, 0.5]}") : yaml;
          String claim =
              "claims: [{id: c, says: so, mark: H, check: 'threshold(alpha, %s) > -9'}]\n"
                  .formatted(question.check);
          Verdict verdict;
          try {
            StateSpace space = StateSpace.of(Scenarios.model(file + claim));
            verdict = Claims.of(Worlds.of(space), Run.quiet()).getFirst();
          } catch (InvalidScenario e) {
            throw new AssertionError("seed " + seed + " in\n" + file + claim, e);
          }
          List<BigFraction> threshold = List.of();
          if (verdict instanceof Verdict.Judged judged) {
            threshold =
                List.of(((Value.Amount) Shown.of(judged.whole()).computed().value()).amount());
            found.incrementAndGet();
          } else {
            assertThat(((Verdict.NotCheckable) verdict).reason())
                .as("seed %d: %s in%n%s", seed, question.check, file)
                .contains("does not change");
          }
          hold(seed, yaml, question, ranged, threshold);
        });
    if (Seeds.first(3_000).length == 3_000) assertThat(found.get()).isGreaterThan(200);
  }

  @Test
  void theLensFindsTheNearestChangeOfEachAcceptance() {
    Seeds.each(
        1_000,
        seed -> {
          Random random = new Random(seed);
          String yaml = RandomWishes.draw(seed);
          String file = RandomWishes.with(yaml, "{value: 0.3, range: [0.1, 0.5]}");
          Model model = Scenarios.model(file);
          if (model.proposals().isEmpty()) return;
          Actor a = model.actors().get(random.nextInt(model.actors().size()));
          Proposal p = model.proposals().get(random.nextInt(model.proposals().size()));
          List<BigFraction> threshold =
              Threshold.of(model, Run.quiet()).found().stream()
                  .filter(t -> t.domain().parameter().equals("alpha"))
                  .filter(t -> t.proposal().equals(p) && t.actors().equals(List.of(a)))
                  .map(t -> t.flip().at().value())
                  .toList();
          Question question =
              new Question(
                  a.id() + " accepts " + p.id(),
                  m -> accepts(m.actors().get(a.index()), p.end(), m.disagreement()));
          hold(seed, yaml, question, true, threshold);
        });
  }

  private static void hold(
      long seed, String yaml, Question question, boolean ranged, List<BigFraction> threshold) {
    boolean now = at(yaml, PRESENT, question).orElseThrow();
    String about = "seed %d: %s in%n%s".formatted(seed, question.check, yaml);
    List<BigFraction> changed = new ArrayList<>();
    for (int k = 0; k <= GRID; k++) {
      BigFraction x = BigFraction.of(k, GRID);
      if (at(yaml, x, question).map(then -> then != now).orElse(false)) changed.add(x);
    }
    if (threshold.isEmpty()) {
      assertThat(changed).as(about).isEmpty();
      return;
    }
    BigFraction v = threshold.getFirst();
    int side = Exact.compare(v, PRESENT);
    BigFraction off = v.subtract(PRESENT).abs();
    boolean within = Exact.isAtLeast(v, LOW) && Exact.isAtLeast(HIGH, v);
    boolean there =
        List.of(v, v.add(NEAR), v.subtract(NEAR)).stream()
            .filter(x -> side == 0 || Exact.compare(x, v) * side >= 0)
            .anyMatch(x -> at(yaml, x, question).map(then -> then != now).orElse(false));
    assertThat(there).as("%s changes at %s", about, v).isTrue();
    for (BigFraction x : changed) {
      boolean inRange = Exact.isAtLeast(x, LOW) && Exact.isAtLeast(HIGH, x);
      if (ranged && within && !inRange) continue; // the range is searched first
      assertThat(Exact.isAtLeast(x.subtract(PRESENT).abs(), off) && (within || !ranged || !inRange))
          .as("%s: %s is nearer than %s", about, x, v)
          .isTrue();
    }
  }
}
