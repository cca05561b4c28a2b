package demarche.lens.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.finding.Answer;
import demarche.lens.Run;
import demarche.model.Model;
import demarche.states.StateSpace;
import demarche.testing.Scenarios;
import demarche.testing.Spoken;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What the lens tells of cases that are easily told wrong, or not at all.
final class WishWordsTest {
  private static final String TWO =
      """
      demarche: 1
      title: Two turns
      parameters: {p: {value: 0.3, range: [0, 1]}}
      actors:
        a: {options: {x: {}}, values: [{want: x, weight: p - 0.5}, {avoid: x, weight: 0}]}
        b: {options: {y: {}}, values: [{want: x, weight: 0.5 - p}, {avoid: not y, weight: 2}]}
      status-quo: {}
      proposals: {deal: {does: {x: yes}}}
      """;

  private static Answer answer(String yaml) {
    Model model = Scenarios.model(yaml);
    return new PreferencesLens().examine(StateSpace.of(model), Run.quiet());
  }

  private static String told(String yaml) {
    return answer(yaml).findings().stream()
        .flatMap(finding -> Spoken.lines(finding).stream())
        .collect(Collectors.joining("\n"));
  }

  @Test
  void turnsAtAndBeyondAValueAreToldApart() {
    assertThat(told(TWO).lines().filter(line -> line.contains("accepts")))
        .anyMatch(line -> line.contains("at 0.5") && line.contains("a accepts"))
        .anyMatch(line -> line.contains("above 0.5") && line.contains("b no longer accepts"))
        .noneMatch(line -> line.contains("a accepts") && line.contains("b no longer"));
    assertThat(answer(TWO).data().toString()).contains("side", "inclusive");
  }

  @Test
  void termsWithoutAnIdAreToldByWhatTheyAreAbout() {
    assertThat(told(TWO).lines()).anyMatch(line -> line.contains("not y") && line.contains("-2"));
  }

  @Test
  @Timeout(60)
  void highDegreesAreLeftOutAndTold() {
    String powers =
        IntStream.rangeClosed(2, 18)
            .mapToObj(k -> "q%d: q%d * q%d".formatted(k, k - 1, k - 1))
            .collect(Collectors.joining(", "));
    String terms =
        IntStream.rangeClosed(1, 40)
            .mapToObj(k -> "{want: x, weight: 1 / (%d + r)}".formatted(k))
            .collect(Collectors.joining(", "));
    String yaml =
        """
        demarche: 1
        title: Steep
        parameters: {p: {value: 1, range: [0.5, 1.5]}, r: {value: 1, range: [0, 2]}, q1: p * p, %s}
        actors:
          a: {options: {x: {}}, values: [{want: x, weight: q18 - p}]}
          b: {options: {y: {}}, values: [%s]}
        status-quo: {}
        proposals: {deal: {does: {x: yes}}}
        """
            .formatted(powers, terms);
    assertThat(told(yaml))
        .contains("Of p, r not every threshold was looked for: a value is of a degree above 16");
    assertThat(Threshold.of(Scenarios.model(yaml), Run.quiet()).steep())
        .isEqualTo(List.of("p", "r"));
  }

  @Test
  @Timeout(40)
  void hundredsOfActorsTakeSeconds() {
    String actors =
        IntStream.range(0, 300)
            .mapToObj(k ->
                "a%d: {options: {%s}, values: [{want: x, weight: %d}, {want: y, weight: 1}]}"
                    .formatted(k, k == 0 ? "x: {}, y: {}" : "", k % 7 - 3))
            .collect(Collectors.joining(", ", "{", "}"));
    String yaml = "demarche: 1\ntitle: Many\nactors: %s\nstatus-quo: {}\n".formatted(actors);
    assertThat(told(yaml)).contains("nearest to a0 is a1");
  }
}
