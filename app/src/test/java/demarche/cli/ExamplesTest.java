package demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.cli.Demarche.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Shipped scenarios and the starter.
final class ExamplesTest {
  @TempDir private Path folder = Path.of("");

  private Outcome here(String... command) {
    return Demarche.plain().in(folder).call(command);
  }

  @Test
  void everyShippedScenarioIsListed() throws IOException {
    String list = here("examples").out();
    try (Stream<Path> files = Files.walk(Demarche.ROOT.resolve("scenarios"))) {
      List<String> names =
          files
              .map(f -> String.valueOf(f.getFileName()))
              .filter(f -> f.endsWith(".yaml"))
              .map(f -> f.replace(".yaml", ""))
              .toList();
      assertThat(names).isNotEmpty();
      assertThat(names).allSatisfy(n -> assertThat(list).containsPattern("(?m)^  " + n + " "));
    }
  }

  @Test
  void everyShippedScenarioCanBeCopiedAndChecked() throws IOException {
    try (Shipped shipped = Shipped.open()) {
      for (String name : shipped.names()) {
        Path here = Files.createDirectories(folder.resolve(name));
        Demarche demarche = Demarche.plain().in(here);
        assertThat(demarche.call("examples", name).exit()).as(name).isZero();
        assertThat(demarche.call("check", name + ".yaml").exit()).as(name).isZero();
      }
    }
  }

  @Test
  void copyBringsItsData() {
    Outcome outcome = here("examples", "ferry");
    assertThat(outcome.out()).startsWith("Copied ferry.yaml, data/freight.csv.");
    assertThat(folder.resolve("data/freight.csv"))
        .hasSameTextualContentAs(Demarche.ROOT.resolve("scenarios/data/freight.csv"));
  }

  @Test
  void copyNeverOverwritesUnlessForced() throws IOException {
    Files.writeString(folder.resolve("ferry.yaml"), "mine");
    Outcome refused = here("examples", "ferry");
    assertThat(refused.exit()).isEqualTo(5);
    assertThat(refused.err()).contains("ferry.yaml is here already", "--force");
    assertThat(folder.resolve("ferry.yaml")).hasContent("mine");
    assertThat(folder.resolve("data")).doesNotExist();
    assertThat(here("examples", "ferry", "--force").exit()).isZero();
    assertThat(here("check", "ferry.yaml").exit()).isZero();
  }

  @Test
  void unknownExampleSuggestsTheNearest() {
    Outcome outcome = here("examples", "fery");
    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err()).contains("there is no example 'fery'; did you mean 'ferry'?");
  }

  @Test
  void starterAnalysesWithoutWarnings() {
    assertThat(here("new", "mine").exit()).isZero();
    Outcome outcome = here("analyze", "mine.yaml");
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).doesNotContain("WARNINGS", "Without a source");
    assertThat(here("new", "mine.yaml").exit()).isEqualTo(5);
    assertThat(here("new", "mine", "--force").exit()).isZero();
  }

  @Test
  void starterExplainsEveryLineThatOneWouldChange() throws IOException {
    here("new", "mine");
    assertThat(Files.readAllLines(folder.resolve("mine.yaml")))
        .filteredOn(line -> line.matches("[a-z-]+:( \\{.*)?( *#.*)?"))
        .allMatch(line -> line.contains(" # "));
  }
}
