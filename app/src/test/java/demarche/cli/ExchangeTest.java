package demarche.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import demarche.cli.Demarche.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `import` and `export` as a user meets them.
final class ExchangeTest {
  private static final String FERRY = Demarche.ROOT + "/scenarios/ferry.yaml";
  private static final String CHICKEN = Demarche.ROOT + "/scenarios/library/chicken.yaml";

  @TempDir private Path folder = Path.of("");

  private Outcome run(String... command) {
    return Demarche.plain().in(folder).call(command);
  }

  @Test
  void nothingIsOverwrittenUnlessForced() throws IOException {
    assertThat(run("export", CHICKEN, "--to", "gmcr", "-o", "c.gmcr").exit()).isZero();
    Files.writeString(folder.resolve("c.yaml"), "mine");
    Outcome refused = run("import", "c.gmcr", "-o", "c.yaml");
    assertThat(refused.exit()).isEqualTo(5);
    assertThat(folder.resolve("c.yaml")).content().isEqualTo("mine");
    assertThat(run("import", "c.gmcr", "-o", "c.yaml", "--force").exit()).isZero();
    assertThat(run("check", "c.yaml").exit()).isZero();
  }

  @Test
  void badFilesAreRefusedWithTheirPlaceAndNothingIsWritten() throws IOException {
    Files.writeString(folder.resolve("bad.gmcr"), "\uFEFF{\n \"options\": [}");
    Outcome outcome = run("import", "bad.gmcr", "-o", "new.yaml");
    assertThat(outcome.exit()).isEqualTo(3);
    assertThat(outcome.err()).contains("bad.gmcr:2:", "no sound JSON").doesNotContain("Source");
    assertThat(folder.resolve("new.yaml")).doesNotExist();
    assertThat(run("import", "none.gmcr", "-o", "new.yaml").exit()).isEqualTo(5);
    assertThat(run("import", "none.txt", "-o", "new.yaml").exit()).isEqualTo(2);
    assertThat(run("import", "none.csv", "-o", "new.yaml").exit()).isEqualTo(2);
  }

  @Test
  void formatsThatAreOnlyWrittenAreToldApartFromUnknownOnes() {
    assertThat(run("import", "x.nfg", "-o", "n.yaml").err())
        .contains(".nfg can be written, not read");
    assertThat(run("import", "x.dot", "-o", "n.yaml").err())
        .contains(".dot can be written, not read");
  }

  @Test
  void onlyWhatTheFileHasIsSaidToBeLost() throws IOException {
    String plain =
        """
        demarche: 1
        title: Plain
        actors: {a: {options: {x: {}}, priorities: [x]}, b: {options: {y: {}}, priorities: [y]}}
        status-quo: {}
        """;
    Files.writeString(folder.resolve("plain.yaml"), plain);
    Files.writeString(
        folder.resolve("reasons.yaml"),
        plain.replace("priorities: [x]", "priorities: [{want: x, because: it pays}]"));
    for (String format : List.of("gmcr", "csv", "nfg")) {
      assertThat(run("export", "plain.yaml", "--to", format).err()).doesNotContain("because");
      assertThat(run("export", "reasons.yaml", "--to", format).err()).contains("because");
    }
  }

  @Test
  void whatIsProposedNextCanBeCopiedIntoAShell() {
    assertThat(run("new", "My Crisis").out()).endsWith("demarche analyze 'My Crisis.yaml'\n");
    assertThat(run("new", "it's").out()).endsWith("demarche analyze 'it'\\''s.yaml'\n");
    assertThat(run("new", "harbour").out()).endsWith("demarche analyze harbour.yaml\n");
  }

  @Test
  void whatAFormatCannotHoldIsNamedWithItsPlace() {
    Outcome outcome = run("export", FERRY, "--to", "gmcr");
    assertThat(outcome.exit()).isEqualTo(3);
    assertThat(outcome.err())
        .contains("ferry.yaml:", "cannot hold the body 'board'", "'union.demand' with its 3");
    assertThat(outcome.out()).isEmpty();
    assertThat(run("export", FERRY, "--to", "xlsx").exit()).isEqualTo(2);
  }

  @Test
  void limitsSpeakWithWhatHelps() {
    String korea = Demarche.ROOT + "/scenarios/korea-2019.yaml";
    Outcome graph = run("export", korea, "--to", "dot");
    assertThat(graph.exit()).isEqualTo(4);
    assertThat(graph.err()).contains("the limit is 500", "--reachable");
  }

  @Test
  void variantIsWhatIsWritten() {
    Outcome outcome =
        run("export", FERRY, "--to", "csv", "--table", "rankings", "--variant", "no-board");
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out()).isNotEqualTo(run("export", FERRY, "--to", "csv").out());
  }

  @Test
  void graphNamesAreEscaped() throws IOException {
    Files.writeString(
        folder.resolve("odd.yaml"),
        """
        demarche: 1
        title: 'A "quoted" \\ title'
        actors:
          a: {name: '=SUM(A1)', options: {x: {name: "-1, 'so'"}}, priorities: [x]}
        status-quo: {}
        """);
    assertThat(run("export", "odd.yaml", "--to", "dot").out())
        .contains("label=\"A \\\"quoted\\\" \\\\ title\"", "\"0\" -> \"1\" [label=\"a\"]");
    assertThat(run("export", "odd.yaml", "--to", "nfg").out())
        .contains("\"A \\\"quoted\\\" / title\"");
    Outcome table = run("export", "odd.yaml", "--to", "csv", "--table", "options");
    assertThat(table.out()).contains("a,'=SUM(A1),x,\"'-1, 'so'\",no|yes,both,no");
  }

  @Test
  void lostLeadingZerosAreToldAsSuch() throws IOException {
    String options = run("export", CHICKEN, "--to", "csv", "--table", "options").out();
    String rankings = run("export", CHICKEN, "--to", "csv").out();
    Files.writeString(folder.resolve("o.csv"), options);
    Files.writeString(folder.resolve("r.csv"), rankings);
    assertThat(run("import", "o.csv", "--rankings", "r.csv", "-o", "n.yaml").exit()).isZero();
    Files.writeString(folder.resolve("r.csv"), rankings.replace("\n01,", "\n1,"));
    Outcome outcome = run("import", "o.csv", "--rankings", "r.csv", "-o", "m.yaml");
    assertThat(outcome.exit()).isEqualTo(3);
    assertThat(outcome.err()).contains("r.csv:3:1: ", "leading zeros");
  }

  @Test
  void mutatedTablesNeverShowADefect() throws IOException {
    byte[] options =
        run("export", FERRY, "--to", "csv", "--table", "options").out().getBytes(UTF_8);
    byte[] rankings = run("export", FERRY, "--to", "csv").out().getBytes(UTF_8);
    assertThat(run("export", FERRY, "--to", "xlsx", "-o", "f.xlsx").exit()).isZero();
    byte[] workbook = Files.readAllBytes(folder.resolve("f.xlsx"));
    Random random = new Random(3);
    for (int k = 0; k < 800; k++) {
      Files.write(folder.resolve("o.csv"), mutated(options, random));
      Files.write(folder.resolve("r.csv"), mutated(rankings, random));
      Files.write(folder.resolve("m.xlsx"), mutated(workbook, random));
      Outcome csv = run("import", "o.csv", "--rankings", "r.csv", "-o", "n.yaml", "--force");
      assertThat(csv.exit()).as("%d %s", k, csv.err()).isIn(0, 3, 4);
      Outcome xlsx = run("import", "m.xlsx", "-o", "n.yaml", "--force");
      assertThat(xlsx.exit()).as("%d %s", k, xlsx.err()).isIn(0, 3, 4);
    }
  }

  private static byte[] mutated(byte[] bytes, Random random) {
    byte[] changed = bytes.clone();
    byte[] pieces = "0123,\"|;'=-\nx".getBytes(UTF_8);
    for (int i = random.nextInt(3); i >= 0; i--) {
      boolean any = random.nextInt(5) == 0;
      changed[random.nextInt(changed.length)] =
          any ? (byte) random.nextInt(256) : pieces[random.nextInt(pieces.length)];
    }
    return changed;
  }
}
