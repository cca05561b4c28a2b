package demarche.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import demarche.ensemble.Design;
import demarche.ensemble.Row;
import demarche.ensemble.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A program of its own that goes on with a run, to be killed.
///
/// It writes a line to its output for each batch that is stored, and at last how it ended.
final class Child {
  /// The store is closed and opened again after so many batches, so that DuckDB tidies its files.
  private static final int SITTING = 40;

  private Child() {}

  /// Starts one with the class path of the tests.
  static Process start(Path folder, List<String> arguments) {
    Path scratch = folder.resolve("scratch"); // where DuckDB's library is unpacked
    List<String> java = new ArrayList<>();
    java.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    java.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    java.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Djava.io.tmpdir=" + scratch));
    java.addAll(List.of("-cp", System.getProperty("java.class.path"), Child.class.getName()));
    java.addAll(arguments);
    try {
      clear(scratch);
      Files.createDirectories(scratch);
      return new ProcessBuilder(java)
          .redirectErrorStream(true)
          .redirectOutput(said(folder).toFile())
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A killed process leaves the library there.
  private static void clear(Path scratch) throws IOException {
    if (!Files.exists(scratch)) return;
    try (Stream<Path> files = Files.list(scratch)) {
      for (Path file : files.toList()) Files.delete(file);
    }
  }

  static Path said(Path folder) {
    return folder.resolve("said.txt");
  }

  static String outcome(Path folder) {
    try {
      return Files.readString(said(folder), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Waits until it says something.
  static void await(Path folder, String word) throws InterruptedException {
    for (int wait = 0; wait < 1200; wait++) {
      if (outcome(folder).contains(word)) return;
      Thread.sleep(50);
    }
    throw new AssertionError("expected '" + word + "' in " + outcome(folder));
  }

  /// @param arguments the store; then the draws wanted and how many go into a batch, or `hold`, or
  ///   nothing to list the runs
  public static void main(String[] arguments) throws InterruptedException {
    Path file = Path.of(arguments[0]);
    try {
      if (arguments.length == 1) {
        try (RunStore store = RunStore.open(file, Access.READ)) {
          System.out.println(store.runs().size() + " runs");
        }
      } else if (arguments[1].equals("hold")) {
        try (RunStore store = RunStore.open(file)) {
          System.out.println("holding " + store.runs().size());
          Thread.sleep(60_000);
        }
      } else {
        Design design = Ensembles.design(1, Long.parseLong(arguments[1]));
        int batch = Integer.parseInt(arguments[2]);
        while (goesOn(file, design, batch)) System.out.println("closed");
        System.out.println("complete");
      }
    } catch (StoreFailed e) {
      System.out.println(e.reason() + ": " + e.getMessage());
    }
  }

  /// Some batches of draws; whether there are more.
  private static boolean goesOn(Path file, Design design, int batch) {
    try (RunStore store = RunStore.open(file)) {
      if (store.runs().isEmpty()) {
        String begun = store.begin(design, Ensembles.STARTED);
        System.out.println("begun " + begun);
      }
      String run = store.run(RunStore.LATEST).id();
      int batches = 0;
      for (Span gap : store.missing(run)) {
        for (long first = gap.first(); first <= gap.last(); first += batch) {
          if (batches++ == SITTING) return true;
          Span draws = new Span(first, Math.min(first + batch - 1, gap.last()));
          List<Row> rows = Ensembles.rows(design, draws);
          store.append(run, rows);
          System.out.println("stored " + (draws.last() + 1));
        }
      }
      return false;
    }
  }
}
