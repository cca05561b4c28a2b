package demarche.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Runs the program within the test, as the launcher would in a folder.
///
/// @param folder of the call; the root of the repository unless said otherwise
/// @param environment variables
/// @param charset of the terminal
/// @param screens the streams that are terminals
record Demarche(
    Path folder, Map<String, String> environment, Charset charset, Set<Terminal.Stream> screens) {
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  /// What a run wrote, and how it ended.
  record Outcome(String out, String err, int exit) {
    /// Both streams, for golden files.
    String all() {
      return out + (err.isEmpty() ? "" : "--- standard error\n" + err) + "--- exit " + exit + "\n";
    }
  }

  static Outcome run(String... arguments) {
    return plain().call(arguments);
  }

  static Demarche plain() {
    return new Demarche(ROOT, Map.of(), UTF_8, Set.of());
  }

  Demarche in(Path other) {
    return new Demarche(other, environment, charset, screens);
  }

  Demarche with(String variable, String value) {
    Map<String, String> more = new TreeMap<>(environment);
    more.put(variable, value);
    return new Demarche(folder, more, charset, screens);
  }

  Demarche writing(Charset other) {
    return new Demarche(folder, environment, other, screens);
  }

  Demarche onTerminal() {
    return new Demarche(folder, environment, charset, EnumSet.allOf(Terminal.Stream.class));
  }

  Outcome call(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal = new Terminal(out, err, folder, environment, charset, screens);
    int exit = new Program(terminal, () -> false).run(List.of(arguments));
    return new Outcome(out.toString(charset), err.toString(charset), exit);
  }
}
