package demarche.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import demarche.cli.Demarche.Outcome;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Width, colour and signs follow the terminal; data follow nothing.
final class AppearanceTest {
  private static final String ESCAPE = "\u001b";

  /// Commands that print for people.
  static Stream<List<String>> commands() {
    return Stream.of(
        List.of("analyze", "scenarios/ferry.yaml"),
        List.of("analyze", "scenarios/library/elmira9.yaml"),
        List.of("stability", "scenarios/library/garrison.yaml"),
        List.of("explain", "scenarios/library/garrison.yaml", "status-quo"),
        List.of("check", "scenarios/ferry.yaml"),
        List.of("states", "scenarios/korea-2019.yaml", "--list", "20"),
        List.of("examples"));
  }

  /// The same with thousands of states.
  static Stream<List<String>> large() {
    return Stream.of(
        List.of("analyze", "scenarios/korea-2019.yaml"),
        List.of("stability", "scenarios/korea-2019.yaml", "--format", "json"));
  }

  private static Outcome call(Demarche demarche, List<String> command, String... more) {
    Outcome outcome =
        demarche.call(Stream.concat(command.stream(), Stream.of(more)).toArray(String[]::new));
    assertThat(outcome.exit()).as("%s: %s", command, outcome.err()).isZero();
    return outcome;
  }

  @ParameterizedTest
  @MethodSource("commands")
  void textFitsTheTerminal(List<String> command) {
    for (int columns : List.of(60, 80, 100, 132, 200)) {
      String text = call(Demarche.plain().with("COLUMNS", String.valueOf(columns)), command).out();
      assertThat(text.lines()).as("%d columns", columns).allMatch(l -> l.length() <= columns);
    }
    String usual = call(Demarche.plain(), command).out();
    assertThat(usual).isEqualTo(call(Demarche.plain().with("COLUMNS", "100"), command).out());
    assertThat(usual).isNotEqualTo(call(Demarche.plain().with("COLUMNS", "70"), command).out());
  }

  @ParameterizedTest
  @MethodSource("commands")
  void colourIsForTerminalsThatWantIt(List<String> command) {
    String plain = call(Demarche.plain(), command).out();
    assertThat(plain).doesNotContain(ESCAPE);
    Demarche terminal = Demarche.plain().onTerminal();
    assertThat(call(terminal.with("NO_COLOR", "1"), command).out()).isEqualTo(plain);
    assertThat(call(terminal.with("TERM", "dumb"), command).out()).isEqualTo(plain);
    assertThat(call(terminal, command, "--color", "never").out()).isEqualTo(plain);
    String coloured = call(terminal, command).out();
    assertThat(coloured).contains(ESCAPE);
    assertThat(call(Demarche.plain(), command, "--color", "always").out()).isEqualTo(coloured);
    assertThat(coloured.replaceAll("\u001b\\[[0-9]*m", "")).isEqualTo(plain);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void otherCharacterSetsGetPlainSigns(List<String> command) {
    for (Charset charset : List.of(US_ASCII, Charset.forName("windows-1252"))) {
      String text = call(Demarche.plain().writing(charset), command).out();
      assertThat(text.chars()).allMatch(c -> c < 0x80);
    }
  }

  /// Commands that print data, with their format.
  static Stream<List<String>> data() {
    return Stream.of(
        List.of("analyze", "scenarios/ferry.yaml", "--format", "json"),
        List.of("analyze", "scenarios/library/garrison.yaml", "--format", "csv"),
        List.of("explain", "scenarios/ferry.yaml", "deal", "--format", "json"),
        List.of("explain", "scenarios/ferry.yaml", "deal", "--format", "csv"),
        List.of("states", "scenarios/ferry.yaml", "--format", "json"),
        List.of("states", "scenarios/ferry.yaml", "--format", "csv"));
  }

  @ParameterizedTest
  @MethodSource("data")
  void dataAreTheSameWhateverTheTerminal(List<String> command) {
    String plain = call(Demarche.plain(), command).out();
    assertThat(plain).doesNotContain(ESCAPE);
    Demarche odd = Demarche.plain().onTerminal().with("COLUMNS", "60");
    assertThat(call(odd, command, "--color", "always").out()).isEqualTo(plain);
  }

  @ParameterizedTest
  @MethodSource({"commands", "data"})
  void sameBytesTwiceAndForAnyNumberOfThreads(List<String> command) {
    boolean computes = !List.of("check", "examples").contains(command.getFirst());
    byte[] first = call(Demarche.plain(), command).out().getBytes(UTF_8);
    assertThat(call(Demarche.plain(), command).out().getBytes(UTF_8)).isEqualTo(first);
    if (!computes) return;
    for (String threads : List.of("1", "2")) {
      Outcome outcome = call(Demarche.plain(), command, "--threads", threads);
      assertThat(outcome.out().getBytes(UTF_8)).as(threads).isEqualTo(first);
    }
  }

  @Tag("long") // the Korean scenario, all analyses, twice
  @ParameterizedTest
  @MethodSource("large")
  void sameBytesForOneThreadAndForAll(List<String> command) {
    String one = call(Demarche.plain(), command, "--threads", "1").out();
    assertThat(call(Demarche.plain(), command).out()).isEqualTo(one);
  }
}
