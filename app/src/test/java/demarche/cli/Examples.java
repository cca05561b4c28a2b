package demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import demarche.cli.Demarche.Outcome;
import demarche.store.Ensembles;
import demarche.store.RunStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Runs command lines of help and pages, in a folder that holds the shipped scenarios as a clone
/// does, and a store where runs are asked for. Of the shell it knows `&&`, quotes, `>`, `<( )`, `*`
/// and `#`.
final class Examples {
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

  private static final Pattern AND = Pattern.compile(" && ");

  /// Commands that only read shipped files; each need not run twice, on whatever pages it stands.
  private static final Pattern READS =
      Pattern.compile("(\\./)?demarche (?!new|import|export|.*--out).* scenarios/.*");

  private static final Set<String> DONE = new HashSet<>();

  private Examples() {}

  /// Runs the lines one after the other; each must end with 0.
  static void run(List<String> lines) throws IOException {
    Path folder = Files.createTempDirectory("examples");
    try {
      boolean stored = lines.stream().anyMatch(line -> line.contains("demarche runs "));
      if (stored) Ensembles.store(folder.resolve(RunStore.USUAL));
      copy(Demarche.ROOT.resolve("scenarios"), folder.resolve("scenarios"));
      for (String line : lines) {
        for (String command : AND.split(line.replaceAll(" +#.*", ""), -1)) run(command, folder);
      }
    } finally {
      delete(folder);
    }
  }

  private static void run(String command, Path folder) throws IOException {
    String bare = command.replaceAll("^source <\\((.*)\\)$", "$1").replaceAll(" > \\S+$", "");
    if (READS.matcher(bare).matches() && !DONE.add(bare)) return;
    List<String> words = words(bare, folder);
    assertThat(words.getFirst()).as(command).isIn("demarche", "./demarche");
    Outcome outcome =
        Demarche.plain().in(folder).call(words.subList(1, words.size()).toArray(String[]::new));
    assertThat(outcome.exit()).as("%s: %s", command, outcome.err()).isZero();
    assertThat(outcome.out()).as(command).isNotEmpty();
  }

  private static List<String> words(String command, Path folder) throws IOException {
    List<String> words = new ArrayList<>();
    var matcher = WORD.matcher(command);
    while (matcher.find()) {
      String quoted = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
      if (quoted != null) words.add(quoted);
      else if (matcher.group(3).contains("*")) words.addAll(expanded(matcher.group(3), folder));
      else words.add(matcher.group(3));
    }
    return words;
  }

  private static List<String> expanded(String pattern, Path folder) throws IOException {
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(folder::relativize)
          .filter(matcher::matches)
          .map(Path::toString)
          .sorted()
          .toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) Files.createDirectories(target);
        else Files.copy(file, target);
      }
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
