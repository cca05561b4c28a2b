package demarche.states;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.sun.management.ThreadMXBean;
import demarche.model.Model;
import demarche.testing.Scenarios;
import java.lang.management.ManagementFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What would not fit is refused with its size, the limit and what would help, before it takes
/// memory.
final class LimitsTest {
  private static final long MEGABYTE = 1 << 20;

  private static String options(String prefix, int count, String declaration) {
    return IntStream.range(0, count)
        .mapToObj(i -> prefix + i + ": " + declaration)
        .collect(joining(", "));
  }

  private static Model model(String actors, String rest) {
    return Scenarios.model("demarche: 1\ntitle: Large\nactors: {%s}\n%s".formatted(actors, rest));
  }

  private static long allocated(Runnable work) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    work.run();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  private static void refused(long mostBytes, Runnable work, String... words) {
    assertThatThrownBy(work::run).isInstanceOf(TooLarge.class); // what classes need when loaded
    long bytes =
        allocated(() ->
            assertThatThrownBy(work::run)
                .isInstanceOf(TooLarge.class)
                .hasMessageContainingAll(words));
    assertThat(bytes).isLessThan(mostBytes);
  }

  @Test
  void tooManyCombinationsAreNotTried() {
    Model model = model("a: {name: A, options: {%s}}".formatted(options("o", 34, "{}")), "");
    refused(
        4 * MEGABYTE,
        () -> StateSpace.of(model),
        "the states of 'Large'",
        "17,179,869,184 combinations of levels",
        "the limit is 8,589,934,592",
        "drop options or levels, add constraints");
  }

  @Test
  void tooManyStatesAreCountedAndNotKept() {
    Model model = model("a: {name: A, options: {%s}}".formatted(options("o", 27, "{}")), "");
    refused(
        8 * MEGABYTE,
        () -> StateSpace.of(model),
        "134,217,728 feasible states",
        "the limit is 67,108,864",
        "hold options with a variant");
  }

  @Test
  void statesThatTakeMoreThanTheMemoryAreNotKept() {
    String lines = IntStream.range(0, 40).mapToObj(_ -> "{never: o1}").collect(joining(", "));
    String wishes = "red-lines: [%s]".formatted(lines);
    String many =
        IntStream.range(0, 30)
            .mapToObj(i -> "a%d: {name: A, options: {}, %s}".formatted(i, wishes))
            .collect(joining(", "));
    Model model =
        model("a: {name: A, options: {%s}}, %s".formatted(options("o", 26, "{}"), many), "");
    Footprint needed = Outline.of(model, Watch.NONE).space();
    long n = 1L << 26; // lines of a bit, an order of a byte, and what 40 lines could tell apart
    assertThat(needed.kept()).isCloseTo(n + 30 * n * (40 / 8 + 1 + 4), withinPercentage(1));
    long heap = Runtime.getRuntime().maxMemory();
    assertThat(needed.heap()).isGreaterThan(heap);
    refused(
        32 * MEGABYTE,
        () -> StateSpace.of(model),
        "67,108,864 feasible states, " + Footprint.inWords(needed.peak()),
        "the limit is %s of heap".formatted(Footprint.inWords(heap)),
        "allow more: JAVA_TOOL_OPTIONS=-Xmx");
  }

  @Test
  void tooManySettingsOfOneWayOptionsAreNotCompared() {
    Model model =
        model("a: {name: A, options: {%s}}".formatted(options("o", 9, "{moves: up}")), "");
    assertThat(StateSpace.of(model).size()).isEqualTo(512);
    Model more =
        model("a: {name: A, options: {%s}}".formatted(options("o", 12, "{moves: up}")), "");
    refused(
        8 * MEGABYTE,
        () -> StateSpace.of(more),
        "the moves of 'a'",
        "4,096 settings",
        "the limit is 4,000 settings",
        "split the party");
  }

  @Test
  void tooManyVotesAreNotHeld() {
    Model model =
        model(
            "a: {name: A, options: {%s}}".formatted(options("o", 8, "{}")),
            "bodies: {b: {name: B, options: {%s}, members: [a], rule: {yes: 1}}}"
                .formatted(options("t", 12, "{}")));
    StateSpace space = StateSpace.of(model);
    refused(
        MEGABYTE,
        () -> Arcs.of(space),
        "the votes of 'b'",
        "1,048,576 states times 4,096 texts",
        "the limit is 2,147,483,648 votes",
        "hold some with a variant");
  }

  @Test
  void weightsBeyondSixtyTwoBitsAreNotRounded() {
    Model model =
        model(
            "a: {name: A, options: {o: {}}}, b: {name: B, options: {}}",
            "bodies: {c: {name: C, options: {t: {}}, members: [a, b],"
                + " rule: {weights: {a: 1e30, b: 1e-3}, quota: 1}}}");
    refused(MEGABYTE, () -> StateSpace.of(model), "the weights of a voting rule", "62 bits");
  }
}
