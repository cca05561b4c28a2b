package demarche.lens.foresight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import demarche.finding.Answer;
import demarche.lens.Run;
import demarche.model.Party;
import demarche.states.Reach.Step;
import demarche.states.StateSpace;
import demarche.states.TooLarge;
import demarche.testing.Golden;
import demarche.testing.Scenarios;
import demarche.testing.Spoken;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the lens says of scenarios whose answers are known.
final class ForesightLensTest {
  private static StateSpace space(String name) {
    return StateSpace.of(Scenarios.file("scenarios/" + name + ".yaml").unvaried());
  }

  private static List<Notion> notions(String... names) {
    return Arrays.stream(names).map(n -> Notion.named(n).orElseThrow()).toList();
  }

  private static void check(String name, String... notions) {
    Answer answer = new ForesightLens(notions(notions)).examine(space(name), Run.quiet());
    StringBuilder told = new StringBuilder();
    Spoken.lines(answer).forEach(line -> told.append(line).append('\n'));
    answer.method().forEach(m -> told.append("+ ").append(Spoken.words(m)).append('\n'));
    told.append(Spoken.data(answer.data())).append('\n');
    Golden.check(name.substring(name.indexOf('/') + 1) + ".foresight.txt", told.toString());
  }

  @Test
  void chickenReadsAsReviewed() {
    check("library/chicken", "L2", "L3", "NM", "ST");
  }

  @Test
  void elmiraReadsAsReviewed() {
    check("library/elmira9", "L2", "L3", "L5", "NM", "ST");
  }

  @Test
  void ferryReadsAsReviewed() {
    check("ferry", "L3", "NM", "ST");
  }

  /// Figures worked out apart from this program, for horizons 1 to 6; `-` is none.
  @ParameterizedTest
  @CsvSource({
    "pd,       11 / 00 11 / 00 11 / 00 11 / 00 11 / 00 11",
    "chicken,  01 10 / - / 00 / 00 / 00 / 00",
    "staghunt, 00 11 / 11 / 11 / 11 / 11 / 11"
  })
  void textbookGamesHoldWhatIsKnown(String name, String expected) {
    List<Notion> horizons =
        IntStream.rangeClosed(1, 6).<Notion>mapToObj(Notion.Limited::new).toList();
    StateSpace space = space("library/" + name);
    String found =
        Foresight.of(space, horizons, Run.quiet()).held().stream()
            .map(
                h -> h.equilibria().stream().mapToObj(space::code).collect(Collectors.joining(" ")))
            .map(codes -> codes.isEmpty() ? "-" : codes)
            .collect(Collectors.joining(" / "));
    assertThat(found).isEqualTo(expected);
  }

  /// From nobody staying on course the one sees itself at (stay, swerve), and the other would then
  /// have nothing better to do.
  @Test
  void whatIsExpectedIsToldMoveByMove() {
    StateSpace space = space("library/chicken");
    Foresight foresight = Foresight.of(space, notions("L2"), Run.quiet());
    Party a = foresight.movers().getFirst();
    assertThat(foresight.expected(a, space.state("00"), 2))
        .containsExactly(new Step(a, space.state("10")));
    assertThat(foresight.expected(a, space.state("10"), 2)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"L0", "L100", "L07", "l2", "nm", "R", ""})
  void namesThatAreNoneAreRefused(String name) {
    assertThat(Notion.named(name)).isEmpty();
  }

  @Test
  void namesAreReadAsTheyAreTold() {
    for (String name : List.of("L1", "L10", "L99", "NM", "ST")) {
      assertThat(Notion.named(name).map(Notion::name)).contains(name);
    }
  }

  @Test
  void limitsSpeakBeforeMemoryIsTaken() {
    String options =
        IntStream.range(0, 19).mapToObj(o -> "o" + o + ": {}").collect(Collectors.joining(", "));
    StateSpace large =
        Scenarios.space(
            """
            demarche: 1
            title: Large
            actors:
              a: {name: A, options: {%s}}
              b: {name: B, options: {p: {}}}
            """
                .formatted(options));
    assertThatThrownBy(() -> Foresight.of(large, notions("L99"), Run.quiet()))
        .isInstanceOf(TooLarge.class)
        .hasMessageContaining("looking 99 moves ahead");
  }
}
