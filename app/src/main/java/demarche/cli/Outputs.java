package demarche.cli;

import demarche.report.Style;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The files of a report in a folder: all of them or none, and over a report of an earlier run.
///
/// @param folder as the user named it
/// @param force whether files that are no such report are overwritten
record Outputs(Session session, Effort effort, String folder, boolean force) {
  /// Of text in files.
  static final Style STYLE = Style.plain(Style.USUAL_WIDTH, Style.Marks.UNICODE);

  /// How a page and a JSON file of ours begin; the other files have no mark.
  private static final Pattern OURS =
      Pattern.compile(
          "(?s).*<meta name=\"generator\" content=\"Demarche .*"
              + "|\\s*\\{\\s*\"format\"\\s*:\\s*[0-9]+,\\s*\"version\".*");

  private static final int HEAD = 2_000;

  /// One of the files.
  enum Part {
    INDEX_HTML,
    BRIEF_TXT,
    BRIEF_JSON,
    STATES_CSV;

    String file() {
      return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    boolean isMarked() {
      return this == INDEX_HTML || this == BRIEF_JSON;
    }
  }

  record Output(Part part, String text) {}

  /// A report of ours is told by its page or its JSON, and whatever has the name of its other files
  /// beside one of these counts as part of it.
  ///
  /// @throws Failed if a file is in the way that is no part of a report of ours
  void refuseForeign() {
    if (force) return;
    boolean report = Arrays.stream(Part.values()).anyMatch(this::isOurs);
    for (Part part : Part.values()) {
      boolean free = !Files.exists(path(part), LinkOption.NOFOLLOW_LINKS);
      if (free || (part.isMarked() ? isOurs(part) : report)) continue;
      throw new Failed(
          Exit.SURROUNDINGS,
          name(part)
              + " is here already and is no report of this program, nothing was written;"
              + " --force overwrites it");
    }
  }

  private boolean isOurs(Part part) {
    if (!part.isMarked() || !Files.isRegularFile(path(part))) return false;
    try (InputStream input = Files.newInputStream(path(part))) {
      String head = new String(input.readNBytes(HEAD), StandardCharsets.UTF_8);
      return OURS.matcher(head).matches();
    } catch (IOException _) {
      return false;
    }
  }

  private String name(Part part) {
    return folder.endsWith("/") ? folder + part.file() : folder + "/" + part.file();
  }

  private Path path(Part part) {
    return session.path(name(part));
  }

  /// @throws Failed if they cannot be written
  void write(List<Output> files) {
    Copies copies = new Copies(session, true);
    for (Output file : files) copies.add(name(file.part), file.text);
    copies.write();
    if (effort.quiet) return;
    String names = files.stream().map(f -> f.part.file()).collect(Collectors.joining(", "));
    session.terminal().say("demarche: wrote " + names + " to " + folder + "\n");
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
