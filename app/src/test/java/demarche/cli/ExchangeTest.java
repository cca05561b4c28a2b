package demarche.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import demarche.cli.Demarche.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
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
  void overlongJsonIsTooLargeAndShowsNoDefect() throws IOException {
    for (String text :
        List.of(
            "[".repeat(21),
            "{\"a\": " + "1".repeat(101) + "}",
            "{\"a\": \"" + "x".repeat(100_001) + "\"}",
            "{\"" + "k".repeat(50_001) + "\": 1}",
            "[" + "1,".repeat(1_000_001) + "1]")) {
      Files.writeString(folder.resolve("z.gmcr"), text);
      Outcome outcome = run("import", "z.gmcr", "-o", "z.yaml");
      assertThat(outcome.exit()).as(outcome.err()).isEqualTo(4);
      assertThat(outcome.err()).startsWith("demarche: too large: z.gmcr:1:").contains("limit is ");
    }
    Files.write(folder.resolve("z.gmcr"), new byte[10_000_001]);
    Outcome outcome = run("import", "z.gmcr", "-o", "z.yaml");
    assertThat(outcome.exit()).isEqualTo(4);
    assertThat(outcome.err()).contains("z.gmcr: more bytes, the limit is 10,000,000; ");
  }

  @Test
  void whatIsMissingFromJsonIsToldInWholeWords() throws IOException {
    Files.writeString(folder.resolve("z.gmcr"), "{\"options\": [1, 2");
    Outcome outcome = run("import", "z.gmcr", "-o", "z.yaml");
    assertThat(outcome.exit()).isEqualTo(3);
    assertThat(outcome.err()).contains("expected close marker for Array\n").doesNotContain("(");
  }

  @Test
  void workbookThatWouldTakeMuchMemoryIsRefused() throws IOException {
    assertThat(run("export", FERRY, "--to", "xlsx", "-o", "f.xlsx").exit()).isZero();
    assertThat(run("import", "f.xlsx", "-o", "f.yaml").exit()).isZero();
    String row = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>2147483646</v></c></row>";
    Outcome far = withRow(row);
    assertThat(far.exit()).isEqualTo(3);
    assertThat(far.err()).contains("a cell names the shared text 2,147,483,646, expected one of");
    Outcome wide = withRow("<row r=\"1\"><c r=\"FXSHRXW1\"><v>1</v></c></row>");
    assertThat(wide.exit()).isEqualTo(3);
    assertThat(wide.err()).contains("a cell stands beyond column XFD");
    String text = "x".repeat(32_768);
    Outcome longText =
        withRow("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" + text + "</t></is></c></row>");
    assertThat(longText.exit()).isEqualTo(4);
    assertThat(longText.err()).contains("more characters in a cell, the limit is 32,767");
    String texts = ("<si><t>" + text.substring(1) + "</t></si>").repeat(700);
    Outcome shared = changed(part -> part.replace("</sst>", texts + "</sst>"));
    assertThat(shared.exit()).isEqualTo(4);
    assertThat(shared.err()).contains("more characters of shared text, the limit is 20,000,000");
  }

  /// Imports the workbook with another first row.
  private Outcome withRow(String row) throws IOException {
    return changed(text -> text.replaceAll("<sheetData>", "<sheetData>" + row));
  }

  private Outcome changed(UnaryOperator<String> change) throws IOException {
    try (ZipFile from = new ZipFile(folder.resolve("f.xlsx").toFile());
        ZipOutputStream to =
            new ZipOutputStream(Files.newOutputStream(folder.resolve("changed.xlsx")))) {
      for (ZipEntry entry : Collections.list(from.entries())) {
        to.putNextEntry(new ZipEntry(entry.getName()));
        byte[] part = from.getInputStream(entry).readAllBytes();
        to.write(change.apply(new String(part, UTF_8)).getBytes(UTF_8));
      }
    }
    return run("import", "changed.xlsx", "-o", "changed.yaml", "--force");
  }

  @Test
  void filesAreAllWrittenOrNone() throws IOException {
    Files.writeString(folder.resolve("data"), "mine"); // where a folder should be
    assertThat(run("examples", "korea-2019").exit()).isEqualTo(5);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("data"));
    }
  }

  @Test
  void whatIsProposedNextCanBeCopiedIntoAShell() {
    assertThat(run("new", "My Crisis").out()).endsWith("demarche analyze 'My Crisis.yaml'\n");
    assertThat(run("new", "it's").out()).endsWith("demarche analyze 'it'\\''s.yaml'\n");
    assertThat(run("new", "harbour").out()).endsWith("demarche analyze harbour.yaml\n");
  }

  @Test
  void whatIsReplacedIsReplacedAsAWhole() throws IOException {
    assertThat(run("export", CHICKEN, "--to", "gmcr", "-o", "c.gmcr").exit()).isZero();
    Path twin = folder.resolve("twin.gmcr");
    Files.writeString(folder.resolve("c.gmcr"), "mine");
    Files.createLink(twin, folder.resolve("c.gmcr"));
    assertThat(run("export", CHICKEN, "--to", "gmcr", "-o", "c.gmcr", "--force").exit()).isZero();
    assertThat(twin).content().isEqualTo("mine"); // the old bytes were never written over
    assertThat(folder.resolve("c.gmcr")).content().contains("decisionMakers");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void messagesOfTablesNameEachFileAndPlace() throws IOException {
    Files.createDirectories(folder.resolve("mu"));
    String options = run("export", CHICKEN, "--to", "csv", "--table", "options").out();
    String rankings = run("export", CHICKEN, "--to", "csv").out();
    Files.writeString(folder.resolve("mu/o.csv"), options);
    Files.writeString(folder.resolve("r.csv"), rankings.replace("state", "stat"));
    String[] call = {"import", "mu/o.csv", "--rankings", "r.csv", "-o", "n.yaml"};
    assertThat(run(call).err()).startsWith("r.csv:1:1: ");
    Files.writeString(folder.resolve("r.csv"), rankings.replaceFirst("\n", "\n\"") + "1\n");
    assertThat(run(call).err()).startsWith("r.csv:2:1: a quote is opened here and never closed");
    Files.writeString(folder.resolve("r.csv"), rankings);
    Files.writeString(folder.resolve("mu/o.csv"), options.replace("no|yes", "not|yes"));
    Outcome outcome = run(call);
    assertThat(outcome.exit()).isEqualTo(3);
    assertThat(outcome.err())
        .startsWith("mu/o.csv:2:")
        .contains("'not|yes'", "a meaning of their own")
        .doesNotContain("n.yaml");
  }

  @Test
  void longRankingIsTooLarge() throws IOException {
    int options = 18;
    String names =
        IntStream.range(0, options)
            .mapToObj(o -> "{\"name\": \"o" + o + "\", \"permittedDirection\": \"both\"}")
            .collect(Collectors.joining(","));
    String order =
        IntStream.rangeClosed(1, 1 << options)
            .mapToObj(String::valueOf)
            .collect(Collectors.joining(","));
    String own =
        IntStream.range(0, options).mapToObj(String::valueOf).collect(Collectors.joining(","));
    Files.writeString(
        folder.resolve("long.gmcr"),
        """
        {"useManualPreferenceRanking": true, "options": [%s], "infeasibles": [],
         "decisionMakers": [{"name": "a", "options": [%s], "preferenceRanking": [%s]}]}
        """
            .formatted(names, own, order));
    Outcome outcome = run("import", "long.gmcr", "-o", "long.yaml");
    assertThat(outcome.exit()).as(outcome.err()).isEqualTo(4);
    assertThat(outcome.err()).contains("the rankings: 262,144 entries, the limit is 190,000");
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
