package demarche.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import demarche.cli.Demarche.Outcome;
import demarche.store.Ensembles;
import demarche.store.RunStore;
import demarche.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command `runs`, over a store with a whole run and an unfinished one.
final class RunsCommandTest {
  @TempDir Path folder;

  @BeforeEach
  void store() {
    Ensembles.store(folder.resolve(RunStore.USUAL));
  }

  private Outcome runs(String... arguments) {
    return Demarche.plain()
        .in(folder)
        .call(Stream.concat(Stream.of("runs"), Stream.of(arguments)).toArray(String[]::new));
  }

  @Test
  void textReadsAsReviewed() {
    Golden.check("runs-list.txt", runs("list").all());
    Golden.check("runs-show-r1.txt", runs("show", "r1").all());
    Golden.check("runs-show-r2.txt", runs("show", "r2").all());
    Golden.check("runs-compare.txt", runs("compare", "r1", "r2").all());
  }

  @Test
  void tablesHaveARowForEachRunOrColumn() {
    assertThat(runs("list", "--format", "csv").out().lines()).hasSize(3);
    assertThat(runs("show", "r1", "--format", "csv").out()).contains("\nclaim:owners-sign,");
    assertThat(runs("compare", "r1", "r2", "--format", "csv").out().lines()).hasSize(3);
  }

  @Test
  void whereNobodyStoredARunThereIsNone() throws IOException {
    Files.delete(folder.resolve(RunStore.USUAL));
    Outcome none = runs("list");
    assertThat(none.exit()).isZero();
    assertThat(none.out()).contains("No runs are stored in demarche-runs.duckdb.");
    for (String[] call :
        new String[][] {{"show", "r1"}, {"delete", "r1"}, {"list", "--store", "x.duckdb"}}) {
      Outcome outcome = runs(call);
      assertThat(outcome.exit()).isEqualTo(5);
      assertThat(outcome.err()).matches("demarche: there is no store of runs \\S+\n");
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void unknownRunIsWrongUsageAndNothingIsDeleted() {
    Outcome outcome = runs("delete", "r1", "r11");
    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("there is no run 'r11' in ", "expected latest or one of r1, r2; did you mean ");
    assertThat(outcome.err().lines()).hasSize(1);
    assertThat(runs("list").out()).contains("2 runs");
    assertThat(runs("delete", "latest", "r2").out()).isEqualTo("Deleted r2 with 150 draws.\n");
    assertThat(runs("list").out()).contains("1 run ");
  }

  @Test
  void scenarioInPlaceOfAStoreIsBadInput() throws IOException {
    Files.writeString(folder.resolve("ferry.yaml"), "demarche: 1\n");
    Outcome outcome = runs("show", "r1", "--store", "ferry.yaml");
    assertThat(outcome.exit()).isEqualTo(3);
    assertThat(outcome.err()).contains("ferry.yaml is no store of runs: it is no DuckDB database");
    assertThat(folder.resolve("ferry.yaml")).content().isEqualTo("demarche: 1\n");
  }

  @Test
  void exportIsWrittenWholeAndOverNothingUnlessForced() throws IOException {
    assertThat(runs("export", "latest", "--to", "draws.csv").out())
        .isEqualTo("Wrote 150 draws of 200 that are wanted of r2 to draws.csv.\n");
    String whole = Files.readString(folder.resolve("draws.csv"));
    assertThat(whole).startsWith("draw,parameter_p_lockout,");
    Outcome again = runs("export", "r1", "--to", "draws.csv");
    assertThat(again.exit()).isEqualTo(5);
    assertThat(again.err()).contains("draws.csv is here already", "--force");
    assertThat(folder.resolve("draws.csv")).content().isEqualTo(whole);
    assertThat(runs("export", "r1", "--to", "draws.csv", "--force").exit()).isZero();
    assertThat(folder.resolve("draws.csv")).content().isNotEqualTo(whole);
    assertThat(runs("export", "r1", "--to", "new/draws", "--format", "parquet").exit()).isZero();
    assertThat(folder.resolve("new/draws")).content(ISO_8859_1).startsWith("PAR1");
    Outcome nameless = runs("export", "r1", "--to", "draws.txt");
    assertThat(nameless.exit()).isEqualTo(2);
    assertThat(nameless.err()).contains("ends neither in .parquet nor in .csv");
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(f -> f.toString().endsWith(".part"))).isEmpty();
    }
  }

  @Test
  void diskThatIsFullLeavesWhatWasThere() {
    Outcome outcome = runs("export", "r1", "--to", "/dev/full", "--format", "csv", "--force");
    assertThat(outcome.exit()).isEqualTo(5);
    assertThat(outcome.err()).contains("cannot write /dev/full: ");
  }

  @Test
  void otherCommandsDoNotLoadDuckDb() throws IOException, InterruptedException {
    Path log = folder.resolve("classes.txt");
    for (List<String> call :
        List.of(
            List.of("check", Demarche.ROOT.resolve("scenarios/ferry.yaml").toString()),
            List.of("runs", "--help"),
            List.of("runs", "list"))) {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of("-Xlog:class+load:file=" + log, "-XX:TieredStopAtLevel=1"));
      command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
      command.addAll(call);
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue()).as(call.toString()).isZero();
      assertThat(log).content().contains(Main.class.getName()).doesNotContain("org.duckdb.");
    }
  }
}
