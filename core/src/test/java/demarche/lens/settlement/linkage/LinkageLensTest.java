package demarche.lens.settlement.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.lens.Run;
import demarche.lens.settlement.zone.Stakes;
import demarche.lens.settlement.zone.Unit;
import demarche.model.Model;
import demarche.states.StateSpace;
import demarche.testing.Scenarios;
import demarche.testing.Spoken;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/// The case of the page, and the limit.
final class LinkageLensTest {
  @Test
  void theFerryIsAsThePageHasIt() {
    Model model = Scenarios.file("scenarios/ferry.yaml").unvaried();
    StateSpace space = StateSpace.of(model);
    Linkage linkage = Linkage.of(space, Run.quiet());
    assertThat(linkage.agendas().stream().map(linkage::count)).containsExactly(0, 0, 1, 4);
    assertThat(linkage.opening().stream().map(linkage::names)).containsExactly(List.of("conflict"));
    assertThat(linkage.needingSeveral()).isEqualTo(3);
    assertThat(linkage.needingAll()).isEqualTo(3);
    Worth worth = new Worth(linkage, new Stakes(space, linkage.required(), Unit.U));
    assertThat(IntStream.range(0, 3).mapToObj(i -> worth.of(i, 0)))
        .containsExactly(BigFraction.of(7, 10), BigFraction.ZERO, BigFraction.of(1, 7));
  }

  private static String areas(int count) {
    String options =
        IntStream.range(0, count).mapToObj(o -> "o" + o + ": {}").collect(Collectors.joining(", "));
    String areas =
        IntStream.range(0, count)
            .mapToObj(o -> "a%d: [o%d]".formatted(o, o))
            .collect(Collectors.joining(", "));
    return """
    demarche: 1
    title: Many areas
    actors:
      ann: {name: Ann, options: {%s}, values: [{id: v, want: o0 and o1, weight: 1}]}
      bob: {name: Bob, options: {}}
    status-quo: {}
    issues: {%s}
    """
        .formatted(options, areas);
  }

  @Test
  void sixteenAreasAreCounted() {
    Linkage linkage = Linkage.of(Scenarios.space(areas(16)), Run.quiet());
    assertThat(linkage.count(linkage.full())).isEqualTo(1 << 14);
    assertThat(linkage.opening()).containsExactly(0b11);
  }

  @Test
  void moreAreasAreRefusedWithTheLimit() {
    var answer = LinkageLens.USUAL.examine(Scenarios.space(areas(17)), Run.quiet());
    assertThat(Spoken.lines(answer))
        .containsExactly(
            "= linkage",
            "Agendas were not compared: 17 issue areas have 131,072 agendas, the limit is 16 areas;"
                + " put areas together under 'issues'");
  }
}
