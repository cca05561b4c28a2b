package demarche.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Holds `docs/cli.md` and the help against the commands that there are.
final class CliPageTest {
  private static final Path PAGE = Demarche.ROOT.resolve("docs/cli.md");
  private static final Pattern SECTION = Pattern.compile("(?ms)^## (.+?)\n(.*?)(?=^## |\\z)");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(--[a-z-]+)[^`]*` \\|(.*)");
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\n(.*?)^```");
  private static final Pattern COMMA = Pattern.compile(", ");
  private static final String SHARED = "Options of several commands";

  private static CommandLine program() {
    OutputStream nowhere = OutputStream.nullOutputStream();
    Terminal terminal = new Terminal(nowhere, nowhere, Demarche.ROOT, Map.of(), UTF_8, Set.of());
    return new Program(terminal, () -> false).commands();
  }

  private static Map<String, CommandSpec> commands() {
    Map<String, CommandSpec> commands = new LinkedHashMap<>();
    program().getSubcommands().forEach((name, c) -> commands.put(name, c.getCommandSpec()));
    return commands;
  }

  private static Map<String, String> sections() throws IOException {
    Map<String, String> sections = new LinkedHashMap<>();
    found(SECTION, Files.readString(PAGE)).forEach(s -> sections.put(s.group(1), s.group(2)));
    return sections;
  }

  private static Stream<MatchResult> found(Pattern pattern, String text) {
    return pattern.matcher(text).results();
  }

  @Test
  void everyCommandHasItsSectionInTheOrderOfTheHelp() throws IOException {
    Set<String> commands = commands().keySet();
    List<String> told = sections().keySet().stream().filter(s -> s.matches("[a-z]+")).toList();
    assertThat(told).containsExactlyElementsOf(commands);
    List<String> linked =
        found(Pattern.compile("(?m)^\\| \\[([a-z]+)]"), Files.readString(PAGE))
            .map(m -> m.group(1))
            .toList();
    assertThat(linked).containsExactlyElementsOf(commands);
  }

  @Test
  void everyOptionIsDocumentedAndNoneInvented() throws IOException {
    Set<String> expected = new TreeSet<>();
    commands()
        .forEach((name, command) ->
            withThoseBelow(command)
                .flatMap(c -> c.options().stream())
                .filter(o -> !o.usageHelp())
                .map(OptionSpec::longestName)
                .forEach(option -> expected.add(name + " " + option)));
    Set<String> told = new TreeSet<>();
    sections()
        .forEach((section, text) ->
            found(ROW, text)
                .forEach(row ->
                    commandsOf(section, row.group(2))
                        .forEach(command -> told.add(command + " " + row.group(1)))));
    assertThat(told).isEqualTo(expected);
  }

  /// A section tells of a command with all below it, such as `runs` with `runs list`.
  private static Stream<CommandSpec> withThoseBelow(CommandSpec command) {
    return Stream.concat(
        Stream.of(command),
        command.subcommands().values().stream().flatMap(c -> withThoseBelow(c.getCommandSpec())));
  }

  @Test
  void everyCommandBelowAnotherIsToldAndHasAnExampleThatRuns() throws IOException {
    for (Map.Entry<String, CommandSpec> command : commands().entrySet()) {
      String page = sections().getOrDefault(command.getKey(), "");
      for (CommandLine below : command.getValue().subcommands().values()) {
        CommandSpec spec = below.getCommandSpec();
        assertThat(page).contains("| `" + spec.name());
        List<String> examples = examples(String.join("\n", spec.usageMessage().footer()));
        assertThat(examples).as(spec.qualifiedName()).isNotEmpty();
        Examples.run(examples);
      }
    }
  }

  private static List<String> commandsOf(String section, String cells) {
    if (!section.equals(SHARED)) return List.of(section);
    return COMMA.splitAsStream(cells.substring(0, cells.indexOf('|')).strip()).toList();
  }

  @Test
  void exitCodesAreThoseOfTheProgram() throws IOException {
    List<String> told =
        found(Pattern.compile("(?m)^\\| ([0-9]+) \\|"), sections().getOrDefault("Exit codes", ""))
            .map(m -> m.group(1))
            .toList();
    assertThat(told)
        .containsExactlyElementsOf(
            Arrays.stream(Exit.values()).map(e -> String.valueOf(e.code())).toList());
  }

  @Test
  void everyCommandHasAnExampleThatRuns() throws IOException {
    for (Map.Entry<String, CommandSpec> command : commands().entrySet()) {
      List<String> help = examples(String.join("\n", command.getValue().usageMessage().footer()));
      List<String> page =
          found(BLOCK, sections().getOrDefault(command.getKey(), ""))
              .flatMap(block -> block.group(1).lines())
              .toList();
      assertThat(help).as(command.getKey()).isNotEmpty();
      assertThat(page).as(command.getKey()).isEqualTo(help);
      Examples.run(help);
    }
    List<String> first = List.of(program().getCommandSpec().usageMessage().footer());
    Examples.run(examples(String.join("\n", first)));
  }

  /// The indented lines of a help's footer.
  private static List<String> examples(String footer) {
    return footer.lines().filter(l -> l.startsWith("  ")).map(String::strip).toList();
  }

  @Tag("long")
  @Test
  void everyCommandOfAnyPageRuns() throws IOException {
    try (Stream<Path> pages = Files.walk(Demarche.ROOT.resolve("docs"))) {
      List<Path> all =
          Stream.concat(
                  pages.filter(p -> p.toString().endsWith(".md")),
                  Stream.of("README.md", "scenarios/README.md").map(Demarche.ROOT::resolve))
              .toList();
      for (Path page : all) {
        Examples.run(
            found(Pattern.compile("(?m)^(?:    )?((?:\\./)?demarche .*)$"), Files.readString(page))
                .map(m -> m.group(1))
                .toList());
      }
    }
  }
}
