package demarche.cli;

import demarche.analysis.About;
import demarche.analysis.Case;
import demarche.analysis.Outsized;
import demarche.lens.Run;
import demarche.report.Complaints;
import demarche.scenario.InvalidScenario;
import demarche.scenario.ScenarioFile;
import demarche.scenario.Spelling;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One call of the program: its terminal, the files that it reads, the run that it makes.
///
/// @param stopped whether somebody pressed Ctrl-C
/// @param seed of what lenses draw
record Session(Terminal terminal, BooleanSupplier stopped, long seed) {
  /// The seed where nobody gives one.
  static final long USUAL_SEED = 1;

  /// The same with another seed.
  Session seeded(long other) {
    return new Session(terminal, stopped, other);
  }

  /// Reads and resolves the scenario that is asked for.
  ///
  /// @throws Refused if it cannot be used as it stands
  Case open(Sought sought, Effort effort) {
    try {
      ScenarioFile file = read(sought.file);
      return run(effort, run -> Case.of(file, sought.question(), run.watch()));
    } catch (InvalidScenario e) {
      throw new Refused(e.problems(), folder(sought.file));
    }
  }

  /// Reads and resolves the scenario that is asked for, without its states.
  ///
  /// @throws Refused if it cannot be used as it stands
  Outsized unnumbered(Sought sought) {
    try {
      return Outsized.of(read(sought.file), sought.question());
    } catch (InvalidScenario e) {
      throw new Refused(e.problems(), folder(sought.file));
    }
  }

  /// Reads a file of the command line.
  ///
  /// @throws Failed if there is none, or it cannot be read
  ScenarioFile read(String name) {
    DiskFolder folder = new DiskFolder(path(name));
    try {
      return ScenarioFile.open(folder.scenario(), folder);
    } catch (IOException e) {
      throw new Failed(Exit.SURROUNDINGS, "cannot read " + name + ": " + reason(name, e));
    }
  }

  Path path(String name) {
    try {
      return terminal.folder().resolve(name);
    } catch (InvalidPathException e) {
      throw new Failed(Exit.USAGE, "'" + name + "' is no path: " + e.getReason());
    }
  }

  private String reason(String name, IOException e) {
    boolean itself = e instanceof FileSystemException file && isItself(name, file.getFile());
    return switch (e) {
      case FileSystemException other when !itself -> other.getFile() + ": " + plainly(other);
      case NoSuchFileException missing -> plainly(missing) + nearest(name);
      case FileSystemException other -> plainly(other) + folderHint(name);
      default -> String.valueOf(e.getMessage());
    };
  }

  private static String plainly(FileSystemException e) {
    return switch (e) {
      case NoSuchFileException _ -> "there is no such file";
      case AccessDeniedException _ -> "you may not read it";
      default -> e.getReason() == null ? "it cannot be read" : e.getReason();
    };
  }

  private boolean isItself(String name, @Nullable String failing) {
    return failing == null || Objects.equals(path(name).getFileName(), path(failing).getFileName());
  }

  /// A file in the same folder that was probably meant.
  private String nearest(String name) {
    Path path = path(name).toAbsolutePath().normalize();
    Path folder = path.getParent();
    return folder == null
        ? ""
        : Spelling.hint(String.valueOf(path.getFileName()), scenarios(folder));
  }

  /// Where a folder was named: a file in it.
  private String folderHint(String name) {
    List<String> files = scenarios(path(name));
    return files.isEmpty() ? "" : "; name a file in it, such as " + files.getFirst();
  }

  private static List<String> scenarios(Path folder) {
    if (!Files.isDirectory(folder)) return List.of();
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(f -> String.valueOf(f.getFileName()))
          .filter(f -> f.endsWith(".yaml") || f.endsWith(".yml"))
          .sorted()
          .toList();
    } catch (IOException _) {
      return List.of(); // a hint less
    }
  }

  /// Works something out with progress on the terminal.
  <T> T run(Effort effort, Function<Run, T> work) {
    boolean watched = terminal.screens().contains(Terminal.Stream.ERR) && !effort.quiet;
    if (!watched) return work.apply(new Run(effort.threads(), seed, (_, _, _) -> {}, stopped));
    ProgressLine line = new ProgressLine(terminal);
    try {
      return work.apply(new Run(effort.threads(), seed, line, stopped));
    } finally {
      line.clear();
    }
  }

  /// Tells what is odd about a case, for formats that are not read by people.
  void warn(About about, Sought sought, Effort effort) {
    if (effort.quiet || about.warnings().isEmpty()) return;
    terminal.say(
        Complaints.of(about.warnings(), folder(sought.file), terminal.style(Terminal.Color.NEVER)));
  }

  /// What stands before the file's name in a path, such as `scenarios/`.
  static String folder(String name) {
    return name.substring(0, name.lastIndexOf('/') + 1);
  }
}
