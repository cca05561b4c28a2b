package demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The excerpts of output in the README are what the program prints.
final class ReadmeTest {
  private static final Path README = Demarche.ROOT.resolve("README.md");

  /// A command in a block of its own, prose without another block, and the block of its output.
  private static final Pattern EXCERPT =
      Pattern.compile("(?ms)^```sh\n\\./demarche ([^\n]*)\n```\n(?:(?!```).)*?^```text\n(.*?)^```");

  private static final Pattern LEFT_OUT = Pattern.compile("(?m)^ *\\.\\.\\.\n");

  private static Stream<MatchResult> found(Pattern pattern, Path page) throws IOException {
    return pattern.matcher(Files.readString(page)).results();
  }

  @Test
  void excerptsAreWhatTheProgramPrints() throws IOException {
    List<MatchResult> excerpts = found(EXCERPT, README).toList();
    assertThat(excerpts).isNotEmpty();
    for (MatchResult excerpt : excerpts) {
      String output = Demarche.run(excerpt.group(1).split(" ", -1)).out();
      assertThat(output).containsSubsequence(LEFT_OUT.splitAsStream(excerpt.group(2)).toList());
    }
  }
}
