package demarche.lens.stability;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.lens.stability.PlannedRun.Kind;
import demarche.states.Footprint;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Plans against what is taken, by programs of their own.
final class MemoryTest {
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
}
