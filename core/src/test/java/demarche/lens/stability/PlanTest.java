package demarche.lens.stability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import demarche.lens.Run;
import demarche.lens.stability.PlannedRun.Kind;
import demarche.model.Model;
import demarche.model.Party;
import demarche.states.Footprint;
import demarche.states.Outline;
import demarche.states.StateSpace;
import demarche.states.TooLarge;
import demarche.states.Watch;
import demarche.testing.LargerModels;
import demarche.testing.Scenarios;
import demarche.testing.Seeds;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What is planned, which way is taken, and how often a run is asked.
final class PlanTest {
  /// Three who move and one who has nothing to move.
  private static final String IDLE =
      """
      demarche: 1
      title: Idle
      actors:
        idle: {options: {}, priorities: [a.x]}
        a: {options: {x: {}}, priorities: [a.x]}
        b: {options: {x: {}}, priorities: [a.x and b.x]}
        c: {options: {x: {}}, priorities: [b.x]}
      """;

  private static final Set<Concept> FIVE = PlannedRun.FIVE;
  private static final Set<Concept> ALL = EnumSet.allOf(Concept.class);

  @Test
  void planTellsTheWayThatIsTaken() {
    Seeds.each(
        40,
        seed -> {
          String yaml = LargerModels.draw(seed, 7);
          StateSpace space = Scenarios.space(yaml);
          Stability found = Stability.of(space, FIVE, Run.quiet());
          Set<String> told = new HashSet<>();
          for (Plan.Method method : Plan.of(space.outline(), FIVE, 1).methods()) {
            for (Concept concept : method.concepts()) {
              assertThat(method.parties())
                  .as("%s; -Dseed=%d\n%s", concept, seed, yaml)
                  .allMatch(p -> found.way(concept, p).equals(method.way()))
                  .allMatch(p -> told.add(concept + " " + p.id()));
            }
          }
          assertThat(told).hasSize(FIVE.size() * space.model().parties().size());
        });
  }

  /// 256 states, four actors with two options each, who tell three ranks apart and move freely.
  ///
  /// Answers: a bit for each state, actor and concept. Search: worths of a byte and stamps for each
  /// thread, marks. Paths: sets of a bit; twice what is reached, 6 bytes and a bit; and a search
  /// that has a quarter of the queue, since the replies leave four settings of the mover alone.
  @Test
  void partsAreWhatWasWorkedOut() {
    Outline outline = Outline.of(Kind.PRIORITIES.model(8), Watch.NONE);
    assertThat(parts(outline, FIVE, 1))
        .containsEntry("votes", Footprint.NOTHING)
        .containsEntry("sweeps", Footprint.NOTHING)
        .containsEntry("answers", Footprint.of(5 * 4 * 32))
        .containsEntry("search", Footprint.passing(304 + 32))
        .containsEntry("paths", new Footprint(160 + 2 * 1568, 160 + 2 * 1568 + 1568 + 256));
    assertThat(parts(outline, FIVE, 2)).containsEntry("search", Footprint.passing(2 * 304 + 32));
    assertThat(parts(outline, EnumSet.of(Concept.SIM), 2))
        .doesNotContainKey("sweeps")
        .containsEntry("answers", Footprint.of(4 * 32))
        .containsEntry("search", Footprint.passing(5120 + 32));
  }

  @Test
  void whoHasNoOptionsShortensNoQueue() {
    Outline outline = Outline.of(Scenarios.model(IDLE), Watch.NONE);
    assertThat(parts(outline, FIVE, 1))
        .containsEntry("paths", new Footprint(5 + 2 * 49, 5 + 2 * 49 + 49 + 16));
  }

  @Test
  void searchesAreThoseThatRunAtTheSameTime() {
    Seeds.each(
        100,
        seed -> {
          String yaml = LargerModels.draw(seed, 6);
          Outline outline = Scenarios.space(yaml).outline();
          for (int threads = 1; threads <= 3; threads++) {
            List<Long> alone = new ArrayList<>();
            long most = 0;
            for (Concept concept : ALL) {
              for (Party party : outline.model().parties()) {
                Way way = Way.of(outline, party, concept);
                long bytes = way.bytes(outline, party, concept, threads);
                if (way.ownThreads()) most = Math.max(most, bytes);
                else alone.add(bytes);
              }
            }
            alone.sort(Collections.reverseOrder());
            long together = 0;
            for (int k = 0; k < Math.min(threads, alone.size()); k++) together += alone.get(k);
            assertThat(parts(outline, ALL, threads))
                .as("%d threads; -Dseed=%d\n%s", threads, seed, yaml)
                .containsEntry(
                    "search", Footprint.passing(Math.max(most, together) + outline.size() / 8));
          }
        });
  }

  private static Map<String, Footprint> parts(Outline outline, Set<Concept> concepts, int threads) {
    return Plan.of(outline, concepts, threads).parts().stream()
        .collect(Collectors.toMap(Plan.Part::what, Plan.Part::bytes));
  }

  @Test
  void theSumOfPartsIsAskedForAndRefused() {
    Outline outline = Outline.of(Scenarios.model(IDLE), Watch.NONE);
    Plan small = Plan.of(outline, FIVE, 1);
    assertThat(small.bytes()).isEqualTo(small.footprint().peak()).isPositive();
    small.refuseUnlessFits();
    Plan huge = new Plan(outline, List.of(new Plan.Part("all", Footprint.of(1L << 50))), List.of());
    assertThatThrownBy(huge::refuseUnlessFits)
        .isInstanceOf(TooLarge.class)
        .hasMessageContaining("stability in 'Idle': 8 feasible states, 1,073,741,824 MB");
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
