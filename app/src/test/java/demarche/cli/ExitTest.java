package demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.cli.Demarche.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ExitTest {
  @TempDir private Path folder = Path.of("");

  private Outcome withFile(String content, String... command) throws IOException {
    Files.writeString(folder.resolve("file.yaml"), content);
    return Demarche.plain().in(folder).call(command);
  }

  @Test
  void soundFileIsDone() {
    assertThat(Demarche.run("check", "scenarios/ferry.yaml").exit()).isZero();
  }

  @Test
  void unknownCommandSuggestsTheNearest() {
    Outcome outcome = Demarche.run("anlyze", "scenarios/ferry.yaml");
    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err()).contains("unknown command 'anlyze'; did you mean 'analyze'?");
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void unknownOptionSuggestsTheNearest() {
    Outcome outcome = Demarche.run("analyze", "scenarios/ferry.yaml", "--fromat", "json");
    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err()).contains("unknown option '--fromat'; did you mean '--format'?");
  }

  @Test
  void unknownVariantIsWrongUsage() {
    Outcome outcome = Demarche.run("analyze", "scenarios/ferry.yaml", "--variant", "no-bord");
    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err()).contains("did you mean 'no-board'?");
  }

  @Test
  void unknownParameterIsWrongUsage() {
    Outcome outcome = Demarche.run("analyze", "scenarios/ferry.yaml", "--set", "p-lockot=0.5");
    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err()).contains("did you mean 'p-lockout'?");
  }

  @Test
  void numberThatIsNoneIsWrongUsage() {
    for (String value : List.of("p-lockout=much", "p-lockout", "p-lockout=")) {
      Outcome outcome = Demarche.run("analyze", "scenarios/ferry.yaml", "--set", value);
      assertThat(outcome.exit()).as(value).isEqualTo(2);
      assertThat(outcome.err()).as(value).isNotEmpty();
    }
  }

  @Test
  void badWhereIsWrongUsage() {
    for (String where : List.of("strik", "strike and", "demand = huge", "")) {
      Outcome outcome = Demarche.run("states", "scenarios/ferry.yaml", "--where", where);
      assertThat(outcome.exit()).as(where).isEqualTo(where.isEmpty() ? 0 : 2);
    }
  }

  @Test
  void unknownConceptIsWrongUsage() {
    Outcome outcome = Demarche.run("stability", "scenarios/ferry.yaml", "--concept", "SEQ,ssek");
    assertThat(outcome.exit()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("unknown concept 'ssek', expected one of R, GMR", "did you mean 'SSEQ'?");
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void unknownLensFormatOrClaimIsToldWithThoseThatThereAre() {
    assertThat(Demarche.run("analyze", "scenarios/ferry.yaml", "--lens", "stabilty").err())
        .contains(
            "unknown lens 'stabilty'; there are stability, paths, ",
            "claims; did you mean 'stability'?\n");
    assertThat(Demarche.run("export", "scenarios/ferry.yaml", "--to", "json").err())
        .contains("expected one of gmcr, nfg, dot, csv, xlsx, found 'json'");
    Outcome claim = Demarche.run("claims", "scenarios/korea-2019.yaml", "--explain", "zz");
    assertThat(claim.exit()).isEqualTo(2);
    assertThat(claim.err())
        .contains("there is no claim 'zz', expected one of c01, c02, ", "more\n");
  }

  @Test
  void packagesAndBodiesThatAreNoneAreToldWithTheNearest() {
    for (String[] wrong :
        new String[][] {
          {"--why", "del", "there is no state 'del'", "did you mean 'deal'?"},
          {"--why", "demnd=full", "there is no option 'demnd'; did you mean 'demand'?"},
          {"--why", "demand=ful", "'ful' is no level of 'demand', expected one of none, modest"},
          {"--why", "strike=no,demand", "'demand' in a package has no level, expected an option"},
          {"--body", "bord", "there is no body 'bord', expected one of board; did you mean"},
          {"--unit", "yen", "expected one of u, raw, found 'yen'"},
        }) {
      Outcome outcome = Demarche.run("settle", "scenarios/ferry.yaml", wrong[0], wrong[1]);
      assertThat(outcome.exit()).as(wrong[1]).isEqualTo(2);
      assertThat(outcome.err()).contains(List.of(wrong).subList(2, wrong.length));
    }
  }

  @Test
  void stepsThatContradictEachOtherAreBadInput(@TempDir Path folder) throws IOException {
    Path scenarios = Demarche.ROOT.resolve("scenarios");
    Files.createDirectory(folder.resolve("data"));
    Files.copy(scenarios.resolve("data/freight.csv"), folder.resolve("data/freight.csv"));
    String ferry = Files.readString(scenarios.resolve("ferry.yaml"));
    Files.writeString(
        folder.resolve("ferry.yaml"),
        ferry.replace(
            "steps: [{strike: no}, {demand: modest}]", "steps: [{strike: no}, {strike: yes}]"));
    Outcome outcome = Demarche.plain().in(folder).call("settle", "ferry.yaml");
    assertThat(outcome.exit()).isEqualTo(3);
    assertThat(outcome.err())
        .contains(
            "step 2 of proposal 'road' sets 'strike' back to 'yes', which step 1 had changed");
  }

  @Test
  void aPackageThatCannotBeIsExplainedAllTheSame() {
    Outcome outcome = Demarche.run("settle", "scenarios/ferry.yaml", "--why", "award=yes");
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    assertThat(outcome.out())
        .contains("cannot be: it is not feasible", "It breaks the constraint 'require: award");
  }

  @Test
  void definitionsOfOtherKindsAreAskedOfStabilityAndExplain() {
    for (String concept : List.of("CNASH", "CSEQ", "L1", "L12", "NM", "ST", "SEQ-a", "R-d")) {
      for (String[] command : new String[][] {{"stability"}, {"explain", "deal"}}) {
        List<String> call = new ArrayList<>(List.of(command[0], "scenarios/ferry.yaml"));
        call.addAll(List.of(command).subList(1, command.length));
        call.addAll(List.of("--concept", concept));
        Outcome told = Demarche.run(call.toArray(String[]::new));
        assertThat(told.exit()).as(told.err()).isZero();
        assertThat(told.out()).as(concept).contains(concept);
      }
      Outcome refused = Demarche.run("paths", "scenarios/ferry.yaml", "--concept", concept);
      assertThat(refused.exit()).as(concept).isEqualTo(2);
      assertThat(refused.err())
          .contains(
              "'%s' is asked of the commands stability and explain; this one has R, GMR"
                  .formatted(concept));
    }
  }

  @Test
  void unknownConceptsOfOtherKindsSuggestTheNearest() {
    for (String[] pair :
        new String[][] {{"csek", "CSEQ"}, {"SEQ-e", "SEQ-a"}, {"SMR-stron", "SMR-strong"}}) {
      Outcome outcome =
          Demarche.run("explain", "scenarios/ferry.yaml", "deal", "--concept", pair[0]);
      assertThat(outcome.exit()).isEqualTo(2);
      assertThat(outcome.err())
          .contains("unknown concept '%s'".formatted(pair[0]), "did you mean '" + pair[1] + "'?");
    }
  }

  @Test
  void unknownActorOrStateSuggestsTheNearest() {
    Outcome actor = Demarche.run("explain", "scenarios/ferry.yaml", "deal", "--actor", "onwers");
    assertThat(actor.exit()).isEqualTo(2);
    assertThat(actor.err())
        .contains("there is no actor or body 'onwers', expected one of union, owners, ministry")
        .contains("did you mean 'owners'?");
    Outcome state = Demarche.run("explain", "scenarios/ferry.yaml", "del");
    assertThat(state.exit()).isEqualTo(2);
    assertThat(state.err()).contains("there is no state 'del'", "did you mean 'deal'?");
    Outcome infeasible = Demarche.run("explain", "scenarios/ferry.yaml", "0011");
    assertThat(infeasible.exit()).isEqualTo(2);
    assertThat(infeasible.err())
        .contains("'0011' is not feasible: it breaks `impossible: award and lockout`");
  }

  @Test
  void stateIsNamedByCodeProposalOrStatusQuo() {
    for (String name : List.of("1000", "status-quo", "deal", "0101")) {
      assertThat(Demarche.run("explain", "scenarios/ferry.yaml", name).exit()).as(name).isZero();
    }
    assertThat(Demarche.run("explain", "scenarios/ferry.yaml", "deal").out())
        .isEqualTo(Demarche.run("explain", "scenarios/ferry.yaml", "0101").out());
  }

  @Test
  void conceptsAreReadInAnyCase() {
    Outcome lower = Demarche.run("stability", "scenarios/ferry.yaml", "--concept", "seq");
    assertThat(lower.exit()).isZero();
    assertThat(lower.out())
        .isEqualTo(Demarche.run("stability", "scenarios/ferry.yaml", "--concept", "SEQ").out());
  }

  @Test
  void badInputListsEveryProblemWithItsLine() throws IOException {
    Outcome outcome =
        withFile(
            """
            demarche: 1
            title: Two mistakes
            actors:
              a: {options: {x: {}}, priorities: [y]}
              b: {options: {z: {}}, priorities: [not zz]}
            status-quo: {}
            """,
            "check",
            "file.yaml");
    assertThat(outcome.exit()).isEqualTo(3);
    assertThat(outcome.err())
        .contains("file.yaml:4:38: ", "file.yaml:5:42: ", "\n    ", "^", "2 problems");
  }

  @Test
  void placesBeginWithTheFolderAsTheUserTypedIt() throws IOException {
    Files.createDirectories(folder.resolve("cases"));
    Files.writeString(folder.resolve("cases/file.yaml"), "title: 1\n");
    Outcome outcome = Demarche.plain().in(folder).call("analyze", "cases/file.yaml");
    assertThat(outcome.exit()).isEqualTo(3);
    assertThat(outcome.err()).startsWith("cases/file.yaml:1:1: ");
  }

  @Test
  void tooLargeNamesSizeLimitAndRemedy() throws IOException {
    String options =
        IntStream.range(0, 34).mapToObj(i -> "x" + i + ": {}").collect(Collectors.joining(", "));
    Outcome outcome =
        withFile(
            "demarche: 1\ntitle: Large\nactors:\n  a: {options: {%s}}\nstatus-quo: {}\n"
                .formatted(options),
            "analyze",
            "file.yaml");
    assertThat(outcome.exit()).isEqualTo(4);
    assertThat(outcome.err()).contains("17,179,869,184", "limit is 8,589,934,592", "drop options");
  }

  @Test
  void missingFileNamesTheNearest() {
    Outcome outcome = Demarche.run("check", "scenarios/fery.yaml");
    assertThat(outcome.exit()).isEqualTo(5);
    assertThat(outcome.err()).contains("there is no such file; did you mean 'ferry.yaml'?");
  }

  @Test
  void folderInPlaceOfAFileIsNamed() {
    Outcome outcome = Demarche.run("check", "scenarios");
    assertThat(outcome.exit()).isEqualTo(5);
    assertThat(outcome.err()).contains("it is a folder; name a file in it, such as ");
  }

  @Test
  void linkOutOfTheFolderIsNotFollowed() throws IOException {
    Path inside = Files.createDirectories(folder.resolve("inside"));
    Files.writeString(folder.resolve("secret.yaml"), "demarche: 1\ntitle: Secret\n");
    Files.createSymbolicLink(inside.resolve("base.yaml"), folder.resolve("secret.yaml"));
    Files.writeString(inside.resolve("file.yaml"), "demarche: 1\nextends: base.yaml\n");
    Outcome outcome = Demarche.plain().in(inside).call("check", "file.yaml");
    assertThat(outcome.exit()).isIn(3, 5);
    assertThat(outcome.err()).contains("base.yaml").doesNotContain("Secret");
  }

  @Test
  void reportReplacesAnEarlierOneAndNoForeignFile() throws IOException {
    String[] call = {"analyze", "file.yaml", "--out", "out", "--lens", "stability"};
    String file = "demarche: 1\ntitle: T\nactors:\n  a: {options: {x: {}}}\nstatus-quo: {}\n";
    assertThat(withFile(file, call).exit()).isZero();
    assertThat(withFile(file, call).exit()).isZero();
    Path out = folder.resolve("out");
    Files.writeString(out.resolve("index.html"), "mine");
    Outcome refused = withFile(file, call);
    assertThat(refused.exit()).isEqualTo(5);
    assertThat(refused.err()).contains("out/index.html is here already", "--force");
    assertThat(refused.out()).isEmpty();
    assertThat(out.resolve("index.html")).content().isEqualTo("mine");
    String[] forced = Stream.concat(Stream.of(call), Stream.of("--force")).toArray(String[]::new);
    assertThat(withFile(file, forced).exit()).isZero();
    assertThat(out.resolve("index.html")).content().contains("Demarche");
    Files.delete(out.resolve("index.html"));
    Files.delete(out.resolve("brief.json"));
    assertThat(withFile(file, call).err()).contains("out/brief.txt is here already");
    assertThat(withFile(file, "analyze", "file.yaml", "--out", "").exit()).isEqualTo(2);
  }

  @Test
  void folderInTheWayOfAReportIsNamedAndNothingIsWritten() throws IOException {
    Path states = Files.createDirectories(folder.resolve("out/states.csv"));
    Outcome outcome =
        withFile(
            "demarche: 1\ntitle: T\nactors:\n  a: {options: {x: {}}}\nstatus-quo: {}\n",
            "analyze",
            "file.yaml",
            "--out",
            "out",
            "--force");
    assertThat(outcome.exit()).isEqualTo(5);
    assertThat(outcome.err()).contains("cannot write out/states.csv: it is a folder");
    try (Stream<Path> files = Files.list(folder.resolve("out"))) {
      assertThat(files).containsExactly(states);
    }
  }

  @Test
  void severalFilesEndWithTheWorst() throws IOException {
    Outcome outcome =
        withFile("title: 1\n", "check", Demarche.ROOT + "/scenarios/ferry.yaml", "file.yaml");
    assertThat(outcome.exit()).isEqualTo(3);
    assertThat(outcome.out()).contains("The ferry strike");
  }

  @Test
  void whateverElseGoesWrongIsADefect() throws IOException {
    String told = endOf(new IllegalStateException("a wheel came off"));
    Path report = Path.of(told.replaceAll("(?s).* send us (.*);.*", "$1"));
    assertThat(report).content().contains("a wheel came off", "command [check, ", "\tat ");
    Files.delete(report);
    assertThat(told)
        .startsWith("70 demarche: a defect of the program")
        .contains("a wheel came off", "demarche-defect-")
        .doesNotContain("\tat ");
  }

  @Test
  void memoryThatDoesNotSufficeIsTooLarge() {
    assertThat(endOf(new OutOfMemoryError("heap"))).startsWith("4 demarche: out of memory: ");
  }

  @Test
  void closedPipeEndsQuietlyAndFullDiskDoesNot() {
    assertThat(endOf(new IOException("Broken pipe"))).isEqualTo("0 ");
    assertThat(endOf(new IOException("No space left on device")))
        .isEqualTo("5 demarche: cannot write the result: No space left on device\n");
  }

  /// How a run ends whose output fails.
  private String endOf(Throwable failure) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            switch (failure) {
              case IOException io -> throw io;
              case RuntimeException defect -> throw defect;
              case Error error -> throw error;
              default -> throw new AssertionError(failure);
            }
          }
        };
    Terminal terminal =
        new Terminal(broken, err, Demarche.ROOT, Map.of(), StandardCharsets.UTF_8, Set.of());
    int exit = new Program(terminal, () -> false).run(List.of("check", "scenarios/ferry.yaml"));
    return exit + " " + err.toString(StandardCharsets.UTF_8);
  }
}
