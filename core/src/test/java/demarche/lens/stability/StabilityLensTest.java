package demarche.lens.stability;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.finding.Answer;
import demarche.finding.Data;
import demarche.lens.Run;
import demarche.model.Model;
import demarche.states.StateSpace;
import demarche.testing.Golden;
import demarche.testing.Scenarios;
import demarche.testing.Spoken;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the lens says of whole scenarios, word by word.
final class StabilityLensTest {
  /// One matches what the other avoids: no state holds, whatever one is after but R and SEQ.
  private static final String PENNIES =
      """
      demarche: 1
      title: Matching pennies
      actors:
        hunter: {name: Hunter, options: {left: {}}, priorities: [hunter.left <-> hare.left]}
        hare: {name: Hare, options: {left: {}}, priorities: ["not (hunter.left <-> hare.left)"]}
      targets: {met: hunter.left <-> hare.left}
      """;

  /// What is signed cannot be taken back, and one state can never come about.
  private static final String ONE_WAY =
      """
      demarche: 1
      title: A treaty
      actors:
        north: {name: North, options: {sign: {moves: up}}, priorities: [not north.sign]}
        south: {name: South, options: {sign: {moves: down}}, priorities: [not south.sign]}
      events: {flood: {}}
      status-quo: {south.sign: yes}
      targets:
        treaty: north.sign and south.sign
        wet: flood
        alone: {when: north.sign and not south.sign}
      """;

  @ParameterizedTest
  @ValueSource(strings = {"ferry", "library/chicken", "library/cuba-rev", "library/elmira9"})
  void readsAsReviewed(String name) {
    Model model = Scenarios.file("scenarios/" + name + ".yaml").unvaried();
    check(name.substring(name.indexOf('/') + 1), model, EnumSet.allOf(Concept.class));
  }

  @ParameterizedTest
  @CsvSource({"R", "SEQ", "SIM", "GMR"})
  void readsAsReviewedWithOneConcept(Concept concept) {
    Set<Concept> asked = EnumSet.of(concept);
    check("pennies-" + concept, Scenarios.model(PENNIES), asked);
    check("one-way-" + concept, Scenarios.model(ONE_WAY), asked);
  }

  private static void check(String name, Model model, Set<Concept> asked) {
    Answer answer = new StabilityLens(asked).examine(StateSpace.of(model), Run.quiet());
    List<String> lines = new ArrayList<>(Spoken.lines(answer));
    answer.method().forEach(sentence -> lines.add("method: " + Spoken.words(sentence)));
    Golden.check("stability/" + name + ".txt", String.join("\n", lines) + "\n");
  }

  @Test
  void dataHoldsEveryListInAscendingOrder() {
    Model model = Scenarios.file("scenarios/ferry.yaml").unvaried();
    StateSpace space = StateSpace.of(model);
    Answer answer = StabilityLens.ALL.examine(space, Run.quiet());
    Stability stability = Stability.of(space, EnumSet.allOf(Concept.class), Run.quiet());
    Data.Fields concepts = (Data.Fields) answer.data();
    assertThat(concepts.fields()).hasSize(Concept.values().length);
    for (Concept concept : Concept.values()) {
      Data.Fields fields = (Data.Fields) concepts.fields().get(concept.name());
      assertThat(fields).isNotNull();
      assertThat(fields.fields().get("count"))
          .isEqualTo(new Data.Whole(stability.equilibria(concept).count()));
      assertThat(codes(fields.fields().get("equilibria")))
          .isEqualTo(stability.equilibria(concept).stream().mapToObj(space::code).toList());
      Data.Fields stable = (Data.Fields) fields.fields().get("stable");
      assertThat(stable).isNotNull();
      model
          .parties()
          .forEach(party ->
              assertThat(codes(stable.fields().get(party.id())))
                  .isEqualTo(
                      stability.stable(concept, party).stream().mapToObj(space::code).toList()));
    }
  }

  /// By each way of reading a list.
  private static List<String> codes(@Nullable Data data) {
    assertThat(data).isInstanceOf(Data.States.class);
    List<String> codes = data instanceof Data.States(var listed) ? listed : List.of();
    List<String> byIndex = new ArrayList<>();
    for (int k = 0; k < codes.size(); k++) byIndex.add(codes.get(k));
    assertThat(codes.stream().toList()).isEqualTo(byIndex);
    List<String> byIterator = new ArrayList<>();
    for (String code : codes) byIterator.add(code);
    assertThat(byIterator).isEqualTo(byIndex);
    return byIndex;
  }

  @Test
  void whatWasNotSearchedIsNoEmptyAnswer() {
    Model graph = Scenarios.file("scenarios/library/elmira9.yaml").unvaried();
    Answer answer = StabilityLens.ALL.examine(StateSpace.of(graph), Run.quiet());
    Data.Fields concepts = (Data.Fields) answer.data();
    Data.Fields sim = (Data.Fields) concepts.fields().get("SIM");
    assertThat(sim).isNotNull();
    assertThat(sim.fields())
        .containsExactly(
            Map.entry("notSearched", new Data.Text("a graph does not say how moves combine")));
  }
}
