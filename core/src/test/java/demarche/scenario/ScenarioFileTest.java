package demarche.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import demarche.model.Models;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;

final class ScenarioFileTest {
  private static final String BASE =
      """
      demarche: 1
      title: Base
      parameters: {stake: {value: 2, range: [1, 5]}, double: 2 * stake}
      actors:
        north:
          options: {build: {}}
          values:
            - {id: plant, want: build, weight: stake}
      """;

  private static Map<String, String> files(String patch) {
    Map<String, String> files = new TreeMap<>();
    files.put("base.yaml", BASE);
    files.put("test.yaml", "extends: base.yaml\n" + patch);
    files.put("flow.csv", "year,from,to,value\n2020,north,south,3\n");
    return files;
  }

  private static ScenarioFile open(String patch) throws IOException {
    return ScenarioFile.open("test.yaml", Fixtures.folder(files(patch)));
  }

  @Test
  void everyValueKnowsTheFileItComesFrom() throws IOException {
    Scenario scenario =
        open("""
        actors:
          north:
            options: {price: {levels: [low, high]}}
            values:
              - id: income
                avoid: "not build
                  or price = low"
                weight: 3
              - {id: plant, weight: 4}
        """)
            .scenario();
    ActorEntry north = scenario.actors().getFirst();
    assertThat(north.options())
        .extracting(o -> o.id().place().toString())
        .containsExactly("base.yaml:6:15", "test.yaml:4:15");
    List<TermEntry> terms = ((PreferenceEntry.Values) north.preference()).terms();
    TermEntry.When plant = (TermEntry.When) terms.get(0);
    TermEntry.When income = (TermEntry.When) terms.get(1);
    assertThat(plant.expression().place()).hasToString("base.yaml:8:27");
    assertThat(plant.weight().value().place()).hasToString("test.yaml:10:29");
    assertThat(income.weight().value().place()).hasToString("test.yaml:9:17");
    Expression.Or either = (Expression.Or) income.expression();
    assertThat(either.parts().get(0).place()).hasToString("test.yaml:7:17");
    assertThat(either.parts().get(1).place()).hasToString("test.yaml:8:14");
  }

  @Test
  void problemsComeInFileOrderTheNamedFileFirst() {
    Map<String, String> files = files("conditions: {a: nope, b: calm}\n");
    files.put("base.yaml", BASE + "conditions: {calm: build and nope}\nconstraints: [{}]\n");
    InvalidScenario refused =
        catchThrowableOfType(
            InvalidScenario.class,
            () -> Models.of(ScenarioFile.open("test.yaml", Fixtures.folder(files))));
    assertThat(refused.problems())
        .extracting(p -> p.place().toString())
        .containsExactly("test.yaml:2:17", "base.yaml:9:30", "base.yaml:10:15");
    assertThat(refused.problems().getFirst().excerpt()).isEqualTo("conditions: {a: nope, b: calm}");
  }

  @Test
  void theDigestOfOneFileIsTheFilesOwn() throws IOException {
    Folder folder = Fixtures.folder(Map.of("base.yaml", BASE));
    assertThat(ScenarioFile.read("base.yaml", folder).sha256())
        .isEqualTo(InputFile.digest(BASE.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void theDigestCoversTheChainTheVariantsFilesAndTheData() throws IOException {
    String patch =
        """
        actors: {south: {options: {}}}
        flows: {f: {file: flow.csv}}
        tables: {t: {file: list.txt}}
        variants: {v: {scenario: other.yaml}}
        """;
    Map<String, String> files = files(patch);
    files.put("list.txt", "anything\n");
    files.put("other.yaml", BASE);
    ScenarioFile file = ScenarioFile.read("test.yaml", Fixtures.folder(files));
    assertThat(file.files())
        .extracting(InputFile::path)
        .containsExactly("test.yaml", "base.yaml", "flow.csv", "list.txt", "other.yaml");
    for (String changed : List.copyOf(files.keySet())) {
      Map<String, String> others = new TreeMap<>(files);
      others.merge(changed, "\n", String::concat);
      assertThat(ScenarioFile.read("test.yaml", Fixtures.folder(others)).sha256())
          .as(changed)
          .isNotEqualTo(file.sha256());
    }
    assertThat(ScenarioFile.read("test.yaml", Fixtures.folder(files)).sha256())
        .isEqualTo(file.sha256());
  }

  @Test
  void aParameterSetFromOutsideCountsInTheFileAndInEveryVariant() throws IOException {
    ScenarioFile set =
        open("variants: {v: {parameters: {stake: 7}}, w: {passive: [north]}}\n")
            .with(Map.of("stake", "9 / 2"));
    Models models = Models.of(set);
    BigFraction expected = BigFraction.of(9, 2);
    assertThat(models.unvaried().parameters()).containsEntry("stake", expected);
    assertThat(models.unvaried().parameters()).containsEntry("double", BigFraction.of(9));
    assertThat(models.variant("v").parameters()).containsEntry("stake", expected);
    assertThat(models.variant("w").parameters()).containsEntry("stake", expected);
    assertThat(set.sha256())
        .isEqualTo(
            open("variants: {v: {parameters: {stake: 7}}, w: {passive: [north]}}\n").sha256());
  }

  @Test
  void anUnknownParameterOrNoNumberIsRefused() throws IOException {
    ScenarioFile file = open("");
    assertThat(refusal(file, "stak", "3"))
        .isEqualTo("--set:1:1: unknown parameter 'stak'; did you mean 'stake'?");
    assertThat(refusal(file, "stake", "3 +")).isEqualTo("--set:1:10: a number is missing here");
    assertThat(refusal(file, "stake", ""))
        .startsWith("--set:1:7: expected a number, found nothing");
  }

  @Test
  void whatIsWrongWithTheFileIsToldWithASettingToo() throws IOException {
    ScenarioFile file = open("title: Again\ntitle: More\n");
    assertThat(file.problems().errors())
        .extracting(Problem::message)
        .singleElement()
        .asString()
        .startsWith("'title' is given twice");
    assertThat(file.with(Map.of("stake", "3")).problems().errors())
        .isEqualTo(file.problems().errors());
  }

  private static String refusal(ScenarioFile file, String name, String value) {
    return catchThrowableOfType(InvalidScenario.class, () -> file.with(Map.of(name, value)))
        .problems()
        .getFirst()
        .toString();
  }

  @Test
  void anUnknownVariantIsRefused() throws IOException {
    ScenarioFile file = open("variants: {rich: {parameters: {stake: 7}}}\n");
    assertThat(file.variants()).containsExactly("rich");
    assertThatThrownBy(() -> file.variant("rihc")).hasMessageContaining("did you mean 'rich'?");
    ScenarioFile none = open("");
    assertThatThrownBy(() -> none.variant("rich")).hasMessageContaining("the file has none");
  }

  @Test
  void aVariantIsReadAgainstTheWholeFile() throws IOException {
    Scenario rich =
        open("variants: {rich: {because: oil, parameters: {stake: 7}}}\n").variant("rich");
    assertThat(rich.head().variant()).isEqualTo("rich");
    assertThat(rich.head().title()).isEqualTo("Base");
    ParameterEntry stake = rich.parameters().getFirst();
    assertThat(stake.id().place()).hasToString("test.yaml:2:46");
  }

  @Test
  void aFileThatIsNotThereIsNoFaultOfTheAuthors() {
    assertThatThrownBy(() -> ScenarioFile.read("none.yaml", Fixtures.folder(Map.of())))
        .isInstanceOf(NoSuchFileException.class);
  }
}
