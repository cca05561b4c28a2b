package demarche.spark;

import demarche.ensemble.Ensemble;
import demarche.ensemble.Span;
import demarche.lens.Run;
import demarche.scenario.InvalidScenario;
import demarche.states.TooLarge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Where an executor makes draws: the scenario opened once, for all its tasks.
final class Workshop {
  /// The page about the design in its folder.
  static final String PAGE = "design.txt";

  /// The one that this JVM works in; tasks of an executor share it.
  private static final Map<String, Workshop> OPEN = new HashMap<>();

  private final Ensemble ensemble;
  private final Table table;
  private final Parts parts;

  private Workshop(Ensemble ensemble, Table table, Parts parts) {
    this.ensemble = ensemble;
    this.table = table;
    this.parts = parts;
  }

  /// @param name of the order
  /// @throws Refusal if this executor would not make the draws that are meant
  static Workshop of(String name, Supplier<Order> order) throws IOException, Refusal {
    synchronized (OPEN) {
      Workshop open = OPEN.get(name);
      if (open == null) {
        OPEN.clear();
        open = opened(order.get());
        OPEN.put(name, open);
      }
      return open;
    }
  }

  private static Workshop opened(Order order) throws IOException, Refusal {
    String build = Build.digest();
    if (!build.equals(order.build())) {
      throw new Refusal(
          "an executor runs another build of Demarche (%.12s) than this program (%.12s); remove older jars of Demarche from the cluster"
              .formatted(build, order.build()));
    }
    try {
      Ensemble ensemble = order.open();
      String page = order.page(ensemble.design());
      Path folder = Path.of(order.folder());
      refuseForeign(folder, page);
      if (!Order.words(ensemble.base(Run.quiet())).equals(order.base())) {
        throw new Refusal(
            "an executor finds other answers than this program at the values of the file; with less memory some remain unanswered: give executors as much as this program has, -Dspark.executor.memory=%dm"
                .formatted(Runtime.getRuntime().maxMemory() >> 20));
      }
      return new Workshop(
          ensemble,
          new Table(ensemble.design(), Order.id(page)),
          new Parts(folder, order.draws().runs()));
    } catch (InvalidScenario e) {
      throw new Refusal(
          "an executor cannot read the scenario: " + e.problems().getFirst().message());
    } catch (TooLarge e) {
      throw new Refusal("too large for an executor: " + e.getMessage());
    }
  }

  private static void refuseForeign(Path folder, String page) throws IOException, Refusal {
    Path own = folder.resolve(PAGE);
    if (Files.isRegularFile(own) && Files.readString(own).equals(page)) return;
    throw new Refusal(
        "an executor does not see the folder %s as this machine does; --parts names a folder that all machines share"
            .formatted(folder));
  }

  /// Makes a part, unless it is there.
  ///
  /// @param attempt different for all that try
  void make(int part, long attempt, BooleanSupplier stopped) throws IOException {
    Span span = parts.span(part);
    Path file = parts.file(part);
    if (table.isWhole(file, span.count())) return;
    Path unfinished = parts.unfinished(part, attempt);
    Run run = new Run(1, ensemble.design().seed(), (_, _, _) -> {}, stopped);
    try {
      table.write(
          unfinished,
          rows -> {
            for (long draw = span.first(); draw <= span.last(); draw++) {
              run.check();
              rows.put(ensemble.row(draw, run));
            }
          });
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }
}
