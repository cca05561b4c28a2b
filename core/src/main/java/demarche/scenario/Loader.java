package demarche.scenario;

import demarche.scenario.Node.Fields;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Fetches the files of a scenario: itself, those that it extends, and its data.
final class Loader {
  /// The largest data file that is read, in bytes.
  static final int MOST_DATA_BYTES = 100_000_000;

  /// How many files may extend one another.
  static final int LONGEST_CHAIN = 20;

  private final Folder folder;
  private final String root;
  private final Map<String, List<String>> lines = new LinkedHashMap<>();
  private final Map<String, InputFile> inputs = new LinkedHashMap<>();
  private final Map<String, Fields> trees = new HashMap<>();
  private final Map<String, String> data = new HashMap<>();
  private final Problems problems = new Problems(lines);

  /// @param path of the scenario; nothing outside its folder is read
  Loader(String path, Folder folder) {
    this.folder = folder;
    this.root = path.substring(0, path.lastIndexOf('/') + 1);
  }

  Problems problems() {
    return problems;
  }

  /// The lines of each file, for excerpts; grows as files are read.
  Map<String, List<String>> lines() {
    return lines;
  }

  /// All files in the order in which they were read.
  List<InputFile> inputs() {
    return List.copyOf(inputs.values());
  }

  /// The tree of a file, with those that it extends merged in.
  ///
  /// @throws InvalidScenario if it, or one of those, is no YAML map
  /// @throws UncheckedIOException wrapping NoSuchFileException if there is no such file
  Fields scenario(String path) {
    return scenario(path, new ArrayDeque<>());
  }

  private Fields scenario(String path, Deque<String> chain) {
    chain.addLast(path);
    Fields own = trees.computeIfAbsent(path, this::tree);
    Optional<Node> base = own.value("extends");
    Fields whole = own;
    if (base.isPresent() && !base.get().isNothing()) {
      String basePath = resolved(base.get()).orElseThrow(() -> problems.told());
      if (chain.contains(basePath)) {
        throw problems.fatal(
            base.get().place(),
            "files extend one another in a circle: %s -> %s; one of them must stand alone",
            String.join(" -> ", chain),
            basePath);
      }
      if (chain.size() > LONGEST_CHAIN) {
        throw problems.fatal(
            base.get().place(), "more than %d files extend one another", LONGEST_CHAIN);
      }
      Fields below = named(base.get(), basePath, () -> scenario(basePath, chain));
      Merge.idle(below, own).forEach(idle -> idle.tell(problems));
      whole = Merge.files(below, own);
    }
    chain.removeLast();
    return Merge.without(whole, List.of("extends"));
  }

  /// A scenario that stands in for another, if its file can be had.
  Optional<Fields> standIn(Node path) {
    return resolved(path)
        .flatMap(found -> {
          try {
            return Optional.of(named(path, found, () -> scenario(found)));
          } catch (InvalidScenario e) {
            tellAll(e);
            return Optional.empty();
          }
        });
  }

  /// Reading goes on without a file that cannot be read.
  private void tellAll(InvalidScenario e) {
    e.problems().forEach(p -> problems.error(p.place(), "%s", p.message()));
  }

  private <T> T named(Node name, String path, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (UncheckedIOException e) {
      throw problems.fatal(name.place(), "%s", complaint(e, path));
    }
  }

  /// What is wrong with a file that the scenario names; not its author's fault is what only the
  /// surroundings can mend.
  private static String complaint(UncheckedIOException e, String path) {
    return switch (e.getCause()) {
      case NoSuchFileException _ ->
          "there is no file '%s' in the scenario's folder".formatted(path);
      case AccessDeniedException _ -> throw e;
      case FileSystemException failed when failed.getReason() != null ->
          "'%s' cannot be read: %s; name a file in the scenario's folder"
              .formatted(path, failed.getReason());
      case null, default -> throw e;
    };
  }

  private Fields tree(String path) {
    FileText file = FileText.of(path, bytes(path, FileText.MOST_BYTES));
    lines.put(path, file.lines());
    Node tree = Composer.compose(file, problems);
    if (tree instanceof Fields fields) return fields;
    throw problems.fatal(
        tree.place(), "expected a map that begins with 'demarche: 1', found %s", tree.inWords());
  }

  /// A data file found.
  ///
  /// @param path relative to the scenario's folder
  record Data(String path, String text) {}

  /// A table of flows; empty, with a problem told, if it cannot be had.
  Data flows(Word name) {
    String path = present(name);
    if (path.isEmpty()) return new Data("", "");
    try {
      if (!data.containsKey(path)) {
        FileText read = FileText.of(path, bytes(path, FileText.MOST_BYTES));
        lines.put(path, read.lines());
        data.put(path, read.text());
      }
    } catch (InvalidScenario e) {
      tellAll(e);
      return new Data("", "");
    }
    return new Data(path, data.getOrDefault(path, ""));
  }

  /// The path of a data file that exists; it is read for its digest alone. Empty, with a problem
  /// told, if it cannot be had.
  String present(Word name) {
    Node path = new Node.Scalar(name.text(), Node.Style.QUOTED, name.place(), name.text());
    return resolved(path)
        .flatMap(found -> {
          try {
            if (!inputs.containsKey(found)) bytes(found, MOST_DATA_BYTES);
            return Optional.of(found);
          } catch (UncheckedIOException e) {
            problems.error(name.place(), "%s", complaint(e, found));
            return Optional.empty();
          }
        })
        .orElse("");
  }

  private byte[] bytes(String path, int most) {
    try (InputStream input = folder.open(path)) {
      byte[] bytes = input.readNBytes(most + 1); // one more tells that there are too many
      inputs.putIfAbsent(path, InputFile.of(path, bytes));
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The bytes of a file that was read before, fetched anew.
  ///
  /// @throws FileSystemException if they are others by now
  byte[] again(InputFile file) throws IOException {
    try (InputStream input = folder.open(file.path())) {
      byte[] bytes = input.readNBytes(Math.toIntExact(file.bytes()));
      if (InputFile.digest(bytes).equals(file.sha256())) return bytes;
      throw new FileSystemException(file.path(), null, "it has changed since it was read");
    }
  }

  /// A path as written in one file, relative to the scenario's folder.
  private Optional<String> resolved(Node name) {
    String written = name instanceof Node.Scalar scalar ? scalar.text().strip() : "";
    if (written.isEmpty()) {
      problems.error(name.place(), "expected the path of a file, found %s", name.inWords());
      return Optional.empty();
    }
    String from = name.place().file();
    Deque<String> parts = new ArrayDeque<>(folders(from.substring(0, from.lastIndexOf('/') + 1)));
    boolean below = !written.startsWith("/") && !written.contains("\\") && !written.contains(":");
    for (String part : folders(written)) {
      if (!part.equals("..")) parts.addLast(part);
      else if (parts.pollLast() == null) below = false;
    }
    String path = String.join("/", parts);
    if (below && path.startsWith(root) && !path.equals(from)) return Optional.of(path);
    problems.error(
        name.place(),
        path.equals(from)
            ? "the file names itself: %s; name another"
            : "%s lies outside the scenario's folder; name a file below it, with '/' and without"
                + " '..' out of it",
        Spelling.quoted(written));
    return Optional.empty();
  }

  private static List<String> folders(String path) {
    List<String> parts = new ArrayList<>(List.of(path.split("/")));
    parts.removeIf(p -> p.isEmpty() || p.equals("."));
    return parts;
  }
}
