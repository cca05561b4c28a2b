package demarche.lens.knowing;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.finding.Answer;
import demarche.finding.Finding;
import demarche.lens.Run;
import demarche.states.StateSpace;
import demarche.testing.Golden;
import demarche.testing.Scenarios;
import demarche.testing.Spoken;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/// What the lens tells of the case that its page works by hand.
final class KnowingLensTest {
  private static final StateSpace SPACE = Scenarios.space(Dam.YAML);

  private static List<String> under(String name) {
    Definition definition = Definition.named(name).orElseThrow();
    Knowing knowing = Knowing.of(SPACE, List.of(definition), Settings.USUAL, Run.quiet());
    return knowing.equilibria(definition).stream().mapToObj(SPACE::code).toList();
  }

  @Test
  void theExampleOfThePage() {
    assertThat(under("SEQ-a")).isEmpty();
    assertThat(under("SEQ-b")).containsExactly("10", "11");
    assertThat(under("SEQ-c")).containsExactly("00");
    assertThat(under("SEQ-d")).containsExactly("00", "10", "11");
    assertThat(under("fseq")).containsExactly("10", "11");
    assertThat(under("PSEQ")).containsExactly("00", "11");
    Chances upper = Chances.of(SPACE, SPACE.model().actors().getFirst());
    assertThat(upper.betterExactly(SPACE.state("00"), SPACE.state("11")))
        .isEqualTo(BigFraction.of(3, 10));
  }

  @Test
  void appliesOfItselfOnlyWhereOrdersDiffer() {
    assertThat(KnowingLens.ALL.appliesTo(SPACE.model())).isTrue();
    assertThat(KnowingLens.ALL.appliesTo(Scenarios.file("scenarios/ferry.yaml").unvaried()))
        .isFalse();
  }

  @Test
  void namesAreUnique() {
    List<String> names =
        Definition.all().stream().map(d -> d.name().toLowerCase(Locale.ROOT)).toList();
    assertThat(names).doesNotHaveDuplicates();
    assertThat(Definition.named("SIM-a")).isEmpty();
  }

  @Test
  void theDamReadsAsReviewed() {
    StringBuilder told = new StringBuilder();
    tell(told, KnowingLens.ALL.examine(SPACE, Run.quiet()));
    List<Definition> others =
        Stream.of("SEQ-strong", "SEQ-weak", "FSEQ", "PSEQ", "RNash")
            .map(name -> Definition.named(name).orElseThrow())
            .toList();
    tell(told, new KnowingLens(others).examine(SPACE, Run.quiet()));
    Golden.check("dam.knowing.txt", told.toString());
  }

  private static void tell(StringBuilder told, Answer answer) {
    for (Finding finding : answer.findings()) {
      Spoken.lines(finding).forEach(line -> told.append(line).append('\n'));
    }
    answer.method().forEach(line -> told.append("= ").append(Spoken.words(line)).append('\n'));
    told.append(Spoken.data(answer.data())).append('\n');
  }
}
