package demarche.cli;

import demarche.report.Style;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;

/// Writes results into a folder, each file whole or not at all.
record Outputs(Session session, Effort effort) {
  /// Of text in files.
  static final Style STYLE = Style.plain(Style.USUAL_WIDTH, Style.Marks.UNICODE);

  record Output(String name, String text) {}

  void write(String folder, List<Output> files) {
    Path into = session.path(folder);
    try {
      Files.createDirectories(into);
      for (Output file : files) write(into.resolve(file.name), file.text);
    } catch (IOException e) {
      throw new Failed(Exit.SURROUNDINGS, "cannot write to " + folder + ": " + reason(e));
    }
    if (effort.quiet) return;
    String names = files.stream().map(Output::name).collect(Collectors.joining(", "));
    session.terminal().say("demarche: wrote " + names + " to " + folder + "\n");
  }

  private static void write(Path file, String text) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.write(part, text.getBytes(StandardCharsets.UTF_8));
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /// What the system says, or at least what kind of failure it was.
  static String reason(IOException e) {
    if (e instanceof FileSystemException file && file.getReason() != null) return file.getReason();
    return switch (e) {
      case java.nio.file.FileAlreadyExistsException _ -> "a file of that name is in the way";
      case java.nio.file.AccessDeniedException _ -> "you may not write there";
      case java.nio.file.NoSuchFileException _ -> "there is no such folder";
      default -> String.valueOf(e.getMessage());
    };
  }
}
