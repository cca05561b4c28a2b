package demarche.lens.stability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import demarche.lens.Run;
import demarche.lens.stability.PlannedRun.Kind;
import demarche.model.Model;
import demarche.states.Footprint;
import demarche.states.StateSpace;
import demarche.states.Watch;
import demarche.testing.LargerModels;
import demarche.testing.Scenarios;
import demarche.testing.Seeds;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Plans against what is taken, which way is taken, and how often a run is asked.
final class PlanTest {
  private static final Set<Concept> FIVE = PlannedRun.FIVE;
  private static final Pattern DONE = Pattern.compile("0 (\\d+)");

  @ParameterizedTest
  @EnumSource
  void peakIsWhatWasPlanned(Kind kind) throws IOException, InterruptedException {
    Plan plan = kind.plan(19);
    String said = PlannedRun.fork(2 * plan.footprint().heap(), kind, 19);
    assertThat(said).matches(DONE);
    double share = Long.parseLong(said.substring(2)) / (double) plan.bytes();
    assertThat(share).as("%s of %s", said, plan.parts()).isBetween(0.85, 1.15);
  }

  @Test
  void whatFitsTheHeapIsDoneAndWhatDoesNotIsRefused() throws IOException, InterruptedException {
    long heap = 64 << 20;
    Plan fits = Kind.PRIORITIES.plan(20);
    assertThat(fits.footprint().heap()).isBetween(heap * 3 / 4, heap);
    assertThat(PlannedRun.fork(heap, Kind.PRIORITIES, 20)).matches(DONE);
    long large = Kind.PRIORITIES.plan(22).bytes();
    assertThat(large).isGreaterThan(heap);
    assertThat(PlannedRun.fork(heap, Kind.PRIORITIES, 22))
        .contains(
            "stability in 'Planned': 4,194,304 feasible states, " + Footprint.inWords(large),
            "of heap, the limit is ",
            "drop options or levels, add constraints",
            "JAVA_TOOL_OPTIONS=-Xmx1g");
    assertThat(PlannedRun.fork(heap, Kind.PRIORITIES, 24))
        .contains("the states of 'Planned': 16,777,216 feasible states");
  }

  @Test
  void planTellsTheWayThatIsTaken() {
    Seeds.each(
        40,
        seed -> {
          String yaml = LargerModels.draw(seed, 7);
          StateSpace space = Scenarios.space(yaml);
          Stability found = Stability.of(space, FIVE, Run.quiet());
          for (Plan.Method method : Plan.of(space.outline(), FIVE, 1).methods()) {
            for (Concept concept : method.concepts()) {
              assertThat(method.parties())
                  .as("%s; -Dseed=%d\n%s", concept, seed, yaml)
                  .allMatch(p -> found.way(concept, p).equals(method.way()));
            }
          }
        });
  }

  @Test
  void ranksAreWithinTheirBounds() {
    Seeds.each(
        200,
        seed -> {
          String yaml = LargerModels.draw(seed, 8);
          StateSpace space = Scenarios.space(yaml);
          space
              .model()
              .actors()
              .forEach(a ->
                  assertThat((long) space.ranks(a).distinct())
                      .as("%s; -Dseed=%d\n%s", a.id(), seed, yaml)
                      .isLessThanOrEqualTo(space.outline().mostRanks(a)));
        });
  }

  @Test
  void numberingAndRankingAskOftenAndEnd() {
    Model model = Kind.PRIORITIES.model(20);
    AtomicLong asked = new AtomicLong();
    StateSpace.of(model, (_, _, _) -> asked.incrementAndGet());
    assertThat(asked.get()).isGreaterThan((5L << 20 >> 14)); // counted, and ranked for each actor
    for (long end = 1; end < asked.get(); end = 2 * end + 1) {
      AtomicLong left = new AtomicLong(end);
      Watch watch =
          (_, _, _) -> {
            if (left.decrementAndGet() == 0) throw new CancellationException("stopped");
          };
      assertThatThrownBy(() -> StateSpace.of(model, watch))
          .isInstanceOf(CancellationException.class);
      assertThat(left.get()).as("asked again after it was ended").isZero();
    }
  }
}
