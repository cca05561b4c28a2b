package demarche.cli;

import demarche.report.Version;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/// A mistake of ours: told in one line, with all that helps to mend it in a file.
final class Defect {
  private Defect() {}

  /// Writes the report file and returns what to tell the user.
  static String report(Throwable cause, List<String> arguments, Path folder) {
    String what = "demarche: a defect of the program, not of your file: " + line(cause) + "\n";
    for (Path place : List.of(Path.of(System.getProperty("java.io.tmpdir", ".")), folder)) {
      Path file = place.resolve("demarche-defect-" + name() + ".txt");
      try {
        Files.writeString(file, text(cause, arguments));
        return what + "Please send us " + file + "; it holds the command and what went wrong.\n";
      } catch (IOException _) {
        // the next place may do
      }
    }
    return what + "No report could be written.\n";
  }

  private static String name() {
    return Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
  }

  private static String line(Throwable cause) {
    String message = cause.getMessage() == null ? "" : ": " + cause.getMessage();
    String line = (cause.getClass().getSimpleName() + message).replaceAll("\\p{Cntrl}+", " ");
    return line.length() <= 200 ? line : line.substring(0, 200) + "...";
  }

  private static String text(Throwable cause, List<String> arguments) {
    StringWriter trace = new StringWriter();
    cause.printStackTrace(new PrintWriter(trace));
    return """
    demarche %s
    java %s, %s %s
    command %s

    %s\
    """
        .formatted(
            Version.NUMBER,
            System.getProperty("java.runtime.version"),
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            arguments,
            trace);
  }
}
