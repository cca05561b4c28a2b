package demarche.lens.stability;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import demarche.lens.Run;
import demarche.model.Model;
import demarche.model.Party;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import demarche.testing.ByDefinition;
import demarche.testing.Published;
import demarche.testing.Published.Kind;
import demarche.testing.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The conflicts of the literature: what others found, and what their programs found otherwise.
final class PublishedTest {
  private static final Path SCENARIOS = Path.of("..", "scenarios");
  private static final String GARRISON = "scenarios/library/garrison.yaml";

  private static Stability stability(Model model, Concept... concepts) {
    return Stability.of(StateSpace.of(model), Set.of(concepts), Run.quiet());
  }

  private static List<String> codes(Stability stability, StateSet states) {
    return states.stream().mapToObj(stability.space()::code).toList();
  }

  @ParameterizedTest
  @MethodSource("demarche.testing.Published#rows")
  void equilibriaAndStableStatesAreReproduced(Published row) {
    Concept concept = Concept.valueOf(row.concept());
    Stability stability = stability(row.models().unvaried(), concept);
    assertThat(codes(stability, stability.equilibria(concept))).isEqualTo(row.equilibria());
    List<Party> parties = stability.space().model().parties();
    assertThat(row.stable().keySet())
        .containsExactlyElementsOf(parties.stream().map(Party::id).toList());
    for (Party party : parties) {
      assertThat(codes(stability, stability.stable(concept, party)))
          .as(party.id())
          .isEqualTo(row.stable().get(party.id()));
    }
  }

  @ParameterizedTest
  @MethodSource("demarche.testing.Published#rows")
  void aPrintedFigureThatIsNotOursKeepsItsReason(Published row) {
    assertThat(row.source()).isNotBlank();
    assertThat(row.printed() != null).isEqualTo(row.kind() == Kind.PUBLISHED);
    if (row.printed() != null && !row.printed().equals(row.equilibria())) {
      assertThat(row.note()).isNotBlank();
    }
  }

  @Test
  void onlyGarrisonsMetarationalFiguresDiffer() {
    assertThat(
            Published.rows()
                .filter(r -> r.printed() != null)
                .filter(r -> !r.equilibria().equals(r.printed())))
        .extracting(Published::toString)
        .containsExactly("garrison.yaml GMR", "garrison.yaml SMR");
  }

  @Test
  void theLibraryAndTheRowsCoverEachOther() throws IOException {
    Map<String, Set<Concept>> covered =
        Published.rows()
            .collect(
                groupingBy(
                    Published::scenario,
                    TreeMap::new,
                    mapping(r -> Concept.valueOf(r.concept()), toCollection(TreeSet::new))));
    assertThat(Published.rows().map(Published::toString)).doesNotHaveDuplicates();
    Set<String> inLibrary;
    try (Stream<Path> files = Files.list(SCENARIOS.resolve("library"))) {
      inLibrary = files.map(f -> "scenarios/library/" + f.getFileName()).collect(toSet());
    }
    assertThat(Published.rows().filter(r -> r.kind() != Kind.REMEMBERED).map(Published::scenario))
        .containsAll(inLibrary)
        .allMatch(inLibrary::contains);
    covered.forEach((file, concepts) -> {
      Set<Concept> all = EnumSet.allOf(Concept.class);
      if (Scenarios.file(file).unvaried().isGraph()) all.remove(Concept.SIM);
      assertThat(concepts).as(file).isEqualTo(all);
    });
  }

  @Test
  void whatIsOnlyRememberedIsNotShipped() {
    assertThat(Published.rows().filter(r -> r.kind() == Kind.REMEMBERED))
        .isNotEmpty()
        .allMatch(r -> r.scenario().startsWith("core/src/test/resources/scenarios/remembered/"));
  }

  /// The older program let one opponent answer by one move only.
  @Test
  void garrisonsPrintedFiguresFollowFromSingleReplies() {
    Model model = Scenarios.file(GARRISON).unvaried();
    ByDefinition literal = new ByDefinition(model);
    StateSpace space = StateSpace.of(model);
    for (String concept : List.of("GMR", "SMR")) {
      List<String> found =
          space
              .states()
              .filter(s ->
                  model.parties().stream()
                      .allMatch(i -> heldBySingleReplies(literal, model, i, s, concept)))
              .mapToObj(space::code)
              .toList();
      assertThat(Published.rows().filter(r -> r.toString().equals("garrison.yaml " + concept)))
          .extracting(Published::printed)
          .containsExactly(found);
    }
  }

  private static boolean heldBySingleReplies(
      ByDefinition literal, Model model, Party i, int s, String concept) {
    return literal.improvements(i, s).stream()
        .allMatch(q ->
            model.parties().stream()
                .filter(j -> !j.equals(i))
                .flatMap(j -> literal.moves(j, q).stream())
                .anyMatch(t ->
                    !literal.prefers(i, s, t)
                        && (concept.equals("GMR")
                            || literal.moves(i, t).stream()
                                .noneMatch(u -> literal.prefers(i, s, u)))));
  }

  /// The question of a handout turned round: it prints 240 for R and, not reproduced, 420 for SEQ.
  @Test
  void syriaKeepsItsSecondStateInSoManyOfItsOrders() throws IOException {
    String yaml = Files.readString(SCENARIOS.resolve("library/syriairaq.yaml"));
    String written = "ranking: [\"000\", \"010\", \"011\", \"100\", \"001\", \"101\"]";
    Map<Concept, Integer> counts = new EnumMap<>(Concept.class);
    Concept[] concepts = {Concept.R, Concept.GMR, Concept.SMR, Concept.SEQ, Concept.SSEQ};
    assertThat(yaml).contains(written);
    for (List<String> order : orders(List.of("000", "100", "010", "001", "101", "011"))) {
      String ranking = order.stream().map(s -> '"' + s + '"').collect(Collectors.joining(", "));
      Model model = Scenarios.model(yaml.replace(written, "ranking: [" + ranking + "]"));
      Stability stability = stability(model, concepts);
      int state = stability.space().state("100");
      for (Concept concept : concepts) {
        if (stability.equilibria(concept).contains(state)) counts.merge(concept, 1, Integer::sum);
      }
    }
    assertThat(counts)
        .isEqualTo(
            Map.of(
                Concept.R, 240,
                Concept.GMR, 384,
                Concept.SMR, 300,
                Concept.SEQ, 384,
                Concept.SSEQ, 300));
  }

  private static List<List<String>> orders(List<String> items) {
    if (items.isEmpty()) return List.of(List.of());
    List<List<String>> orders = new ArrayList<>();
    for (String first : items) {
      List<String> rest = items.stream().filter(i -> !i.equals(first)).toList();
      for (List<String> tail : orders(rest)) {
        orders.add(Stream.concat(Stream.of(first), tail.stream()).toList());
      }
    }
    return orders;
  }
}
