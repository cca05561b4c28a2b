package demarche.spark;

import demarche.ensemble.Cell;
import demarche.ensemble.Column;
import demarche.ensemble.Design;
import demarche.ensemble.Ensemble;
import demarche.ensemble.Plan;
import demarche.ensemble.Sampling;
import demarche.lens.Inquiry;
import demarche.lens.Run;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What another machine needs to make draws, and to see that they will be the right ones.
///
/// @param asked of each draw
/// @param folder of the design, named by what rows depend on
/// @param build of the program that gives the order, see [Build]
/// @param base what the program itself finds at the values of the file
record Order(
    Source source,
    ArrayList<Asked> asked,
    Draws draws,
    String folder,
    String build,
    ArrayList<String> base)
    implements Serializable {
  private static final int ID_LENGTH = 16;

  /// An [Inquiry].
  record Asked(String key, String words, String check) implements Serializable {}

  /// A [Plan], and the version that goes into the design.
  record Draws(long runs, long seed, Sampling sampling, String version) implements Serializable {
    Plan plan() {
      return new Plan(runs, seed, sampling);
    }
  }

  /// @throws IOException if the scenario's files are no longer what they were
  static Order of(Ensemble ensemble, Path folder, Run run) throws IOException {
    Order order = within(folder, ensemble, run);
    String own = id(order.page(ensemble.design()));
    return order.in(folder.toAbsolutePath().normalize().resolve(own));
  }

  private static Order within(Path folder, Ensemble ensemble, Run run) throws IOException {
    Design design = ensemble.design();
    return new Order(
        Source.of(ensemble.about()),
        new ArrayList<>(
            ensemble.inquiries().stream()
                .map(i -> new Asked(i.key(), i.words(), i.check()))
                .toList()),
        new Draws(design.runs(), design.seed(), design.sampling(), design.version()),
        folder.toString(),
        Build.digest(),
        words(ensemble.base(new Run(run.threads(), run.seed(), (_, _, _) -> {}, run.stopped()))));
  }

  private Order in(Path own) {
    return new Order(source, asked, draws, own.toString(), build, base);
  }

  /// Tells orders apart.
  String name() {
    return folder + " " + build;
  }

  /// The name of a design's folder.
  static String id(String page) {
    return Build.digest(page).substring(0, ID_LENGTH);
  }

  /// The ensemble that is meant.
  Ensemble open() throws IOException {
    List<Inquiry> inquiries =
        asked.stream().map(a -> new Inquiry(a.key(), a.words(), a.check())).toList();
    return Ensemble.asking(source.read(), inquiries, draws.plan(), draws.version());
  }

  /// Cells to the last bit.
  static ArrayList<String> words(List<Cell> cells) {
    ArrayList<String> words = new ArrayList<>();
    for (Cell cell : cells) {
      words.add(
          switch (cell) {
            case Cell.Amount(double value) -> Double.toHexString(value);
            case Cell.YesNo(boolean yes) -> String.valueOf(yes);
            case Cell.Word(var text) -> "'" + text;
            case Cell.None() -> "none";
          });
    }
    return words;
  }

  /// All that rows depend on, and what their columns mean: a page for people, whose digest names
  /// the folder.
  String page(Design design) {
    StringBuilder page = new StringBuilder("demarche draws 1\n");
    line(page, "title", design.title());
    line(page, "file", source.path());
    line(page, "sha256", design.sha256());
    line(page, "variant", design.variant());
    source.settings().forEach((name, value) -> line(page, "set", name + "=" + value));
    line(page, "version", design.version());
    line(page, "build", build);
    line(page, "seed", String.valueOf(design.seed()));
    line(page, "sampling", design.sampling().key());
    line(page, "runs", String.valueOf(design.runs()));
    line(page, "part", String.valueOf(Parts.size(design.runs())));
    design.inputs().forEach(column -> line(page, "input", words(column)));
    for (int i = 0; i < asked.size(); i++) {
      line(page, "finding", words(design.findings().get(i)));
      line(page, "  check", asked.get(i).check());
    }
    return page.toString();
  }

  private static String words(Column column) {
    return "%s (%s) %s".formatted(column.key(), Table.kind(column.kind()), column.words());
  }

  private static void line(StringBuilder page, String what, String text) {
    page.append(what).append(": ").append(text.replaceAll("\\s+", " ")).append('\n');
  }
}
