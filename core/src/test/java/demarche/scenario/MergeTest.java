package demarche.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import demarche.scenario.Destination.Settings;
import demarche.scenario.ParameterEntry.Stated;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// What one file laid over another gives.
final class MergeTest {
  private static final String BASE =
      """
      demarche: 1
      title: Base
      parameters:
        fixed: 1
        between: {value: 3, range: [2, 5], mode: 4, because: a guess}
        around: {value: 3, range: 30 %}
      actors:
        north:
          name: North
          options: {build: {}, price: {levels: [low, mid, high]}}
          values:
            - {id: plant, want: build, weight: 2, range: [1, 3], stated: 0}
            - {id: income, of: price, weights: {mid: 1, high: 3}}
        south:
          options: {enter: {}, sign: {}}
          priorities: [enter, sign]
      status-quo: {build: yes, south.sign: yes}
      constraints:
        - {id: law, impossible: enter and build}
        - {id: habit, require: enter -> sign}
      issues: {plants: [build, enter], prices: [price]}
      conditions: {calm: not build, busy: build and enter}
      """;

  /// The scenario of a file that begins with `extends: base.yaml`.
  private static Scenario over(String patch) throws IOException {
    return read(Map.of("test.yaml", "extends: base.yaml\n" + patch, "base.yaml", BASE));
  }

  private static Scenario read(Map<String, String> files) throws IOException {
    return ScenarioFile.read("test.yaml", Fixtures.folder(files)).scenario();
  }

  private static Quantity parameter(Scenario scenario, String id) {
    return scenario.parameters().stream()
        .filter(p -> p.id().text().equals(id))
        .map(p -> ((Stated) p.origin()).quantity())
        .findFirst()
        .orElseThrow();
  }

  private static List<TermEntry> terms(Scenario scenario) {
    return ((PreferenceEntry.Values) scenario.actors().getFirst().preference()).terms();
  }

  @Test
  void anEmptyPatchChangesNothing() throws IOException {
    Scenario base = read(Map.of("test.yaml", BASE));
    Scenario laid = over("");
    assertThat(laid.actors()).extracting(ActorEntry::name).containsExactly("North", "south");
    assertThat(laid.head().title()).isEqualTo("Base");
    assertThat(laid.constraints()).hasSameSizeAs(base.constraints());
    assertThat(laid.parameters()).hasSameSizeAs(base.parameters());
  }

  @Test
  void mapsMergeByKeyInTheOrderOfTheBaseWithNewKeysAfterIt() throws IOException {
    Scenario laid =
        over(
            """
            actors:
              west: {options: {wait: {}}}
              south: {name: South, options: {leave: {}, enter: {name: Entry}}}
            """);
    assertThat(laid.actors())
        .extracting(a -> a.id().text())
        .containsExactly("north", "south", "west");
    ActorEntry south = laid.actors().get(1);
    assertThat(south.name()).isEqualTo("South");
    assertThat(south.options())
        .extracting(o -> o.id().text())
        .containsExactly("enter", "sign", "leave");
    assertThat(south.options().getFirst().name()).isEqualTo("Entry");
    assertThat(south.preference()).isInstanceOf(PreferenceEntry.Priorities.class);
  }

  @Test
  void listsWhoseItemsAllHaveIdsMergeByThem() throws IOException {
    Scenario laid =
        over(
            """
            actors:
              north:
                values:
                  - {id: peace, avoid: enter, weight: 5}
                  - {id: income, weights: {high: 9}}
            """);
    assertThat(terms(laid))
        .extracting(t -> t.id().text())
        .containsExactly("plant", "income", "peace");
    TermEntry.Of income = (TermEntry.Of) terms(laid).get(1);
    assertThat(income.option().text()).isEqualTo("price");
    assertThat(income.weights()).extracting(w -> w.level().text()).containsExactly("mid", "high");
    assertThat(income.weights().get(1).weight()).hasToString(literal(9, income.weights().get(1)));
  }

  private static String literal(int number, TermEntry.LevelWeight weight) {
    return "Literal[value=%d, place=%s]".formatted(number, placeOf(weight));
  }

  private static Place placeOf(TermEntry.LevelWeight weight) {
    return weight.weight().place();
  }

  @Test
  void otherListsAndTextsAreReplaced() throws IOException {
    Scenario laid =
        over(
            """
            title: Laid over
            actors: {south: {priorities: [sign]}}
            constraints: [{impossible: enter and not sign}]
            issues: {plants: [build]}
            """);
    assertThat(laid.head().title()).isEqualTo("Laid over");
    assertThat(((PreferenceEntry.Priorities) laid.actors().get(1).preference()).priorities())
        .hasSize(1);
    assertThat(laid.constraints()).hasSize(1);
    assertThat(laid.issues().getFirst().options()).hasSize(1);
    assertThat(laid.issues()).hasSize(2);
  }

  @Test
  void anEmptyListReplacesAList() throws IOException {
    assertThat(over("constraints: []\n").constraints()).isEmpty();
  }

  @Test
  void nullRemovesAKey() throws IOException {
    Scenario laid =
        over(
            """
            constraints: null
            conditions: {busy: ~}
            issues: {prices: }
            actors: {south: {priorities: null, values: [{id: s, want: sign, weight: 1}]}}
            """);
    assertThat(laid.constraints()).isEmpty();
    assertThat(laid.conditions()).extracting(c -> c.id().text()).containsExactly("calm");
    assertThat(laid.issues()).extracting(i -> i.id().text()).containsExactly("plants");
    assertThat(laid.actors().get(1).preference()).isInstanceOf(PreferenceEntry.Values.class);
  }

  @Test
  void nullThatRemovesNothingIsTold() {
    assertThat(
            told("conditions: {bussy: null}\nactors: {north: {values: [{id: plant, statd: ~}]}}\n"))
        .contains(
            "test.yaml:2:14: null removes nothing here, for there is no 'bussy'; did you mean 'busy'?",
            "test.yaml:3:39: null removes nothing here, for there is no 'statd'; did you mean 'stated'?");
    assertThat(told("variants: {v: {status-quo: {strike: null}}}\n"))
        .contains(
            "test.yaml:2:29: null removes nothing here, for there is no 'strike'; write {} to add"
                + " it");
  }

  private static List<String> told(String patch) {
    return catchThrowableOfType(InvalidScenario.class, () -> over(patch)).problems().stream()
        .map(Problem::toString)
        .toList();
  }

  @Test
  void aRangeInNumbersGoesWithItsNumberAndOneInPercentStays() throws IOException {
    Scenario laid =
        over(
            """
            parameters:
              between: {value: 7}
              around: {value: 7}
            actors: {north: {values: [{id: plant, weight: 7}]}}
            """);
    assertThat(parameter(laid, "between").spread()).isInstanceOf(Quantity.Fixed.class);
    assertThat(parameter(laid, "around").spread()).isInstanceOf(Quantity.Percent.class);
    TermEntry.When plant = (TermEntry.When) terms(laid).getFirst();
    assertThat(plant.weight().spread()).isInstanceOf(Quantity.Fixed.class);
    assertThat(plant.weight().text()).isEqualTo("7");
    assertThat(laid.parameters().get(1).evidence().because()).isEqualTo("a guess");
  }

  @Test
  void aNewRangeReplacesTheOldAndLeavesTheNumber() throws IOException {
    Quantity between = parameter(over("parameters: {between: {range: [1, 9]}}\n"), "between");
    assertThat(between.text()).isEqualTo("3");
    assertThat(between.spread()).isInstanceOf(Quantity.Triangular.class);
    Quantity alone = parameter(over("parameters: {between: 8}\n"), "between");
    assertThat(alone.spread()).isInstanceOf(Quantity.Fixed.class);
  }

  @Test
  void theStatusQuoIsMergedHoweverAnOptionIsSpelled() throws IOException {
    Settings laid =
        (Settings) over("status-quo: {north.build: no, sign: no, enter: yes}\n").statusQuo();
    assertThat(laid.settings())
        .extracting(s -> s.option() + "=" + s.level())
        .containsExactly("north.build=no", "sign=no", "enter=yes");
  }

  @Test
  void filesExtendFilesThatExtendFiles() throws IOException {
    Map<String, String> files = new TreeMap<>();
    files.put("base.yaml", BASE);
    files.put(
        "sub/middle.yaml",
        "extends: ../base.yaml\ntitle: Middle\nparameters: {fixed: 2, more: 5}\n");
    files.put("test.yaml", "extends: sub/middle.yaml\nparameters: {more: 6}\n");
    Scenario laid = read(files);
    assertThat(laid.head().title()).isEqualTo("Middle");
    assertThat(laid.parameters())
        .extracting(p -> p.id() + "=" + ((Stated) p.origin()).quantity().text())
        .containsExactly("fixed=2", "between=3", "around=3", "more=6");
  }

  @Test
  void aPictureOfAnotherKindTakesThePlaceOfTheRealPreference() throws IOException {
    Scenario laid =
        over(
            """
            beliefs:
              north: {of: {south: {values: [{id: s, want: sign, weight: 1}]}}}
              south:
                of: {north: {values: [{id: plant, weight: 9}]}}
                thinks: {north: {of: {south: {red-lines: [{never: enter}]}}}}
            """);
    ActorEntry seen = laid.beliefs().getFirst().views().getFirst();
    assertThat(seen.preference()).isInstanceOf(PreferenceEntry.Values.class);
    ActorEntry north = laid.beliefs().get(1).views().getFirst();
    assertThat(((PreferenceEntry.Values) north.preference()).terms())
        .extracting(t -> t.id().text())
        .containsExactly("plant", "income");
    ActorEntry second = laid.beliefs().get(1).thinks().getFirst().views().getFirst();
    assertThat(second.redLines()).hasSize(1);
    assertThat(second.preference()).isInstanceOf(PreferenceEntry.Priorities.class);
  }
}
