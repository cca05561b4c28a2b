package demarche.cli;

import demarche.ensemble.Design;
import demarche.ensemble.Ensemble;
import demarche.ensemble.Row;
import demarche.ensemble.Sample;
import demarche.ensemble.Span;
import demarche.lens.Run;
import demarche.store.RunStore;
import demarche.store.StoredRun;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes the draws of an ensemble, and keeps them in a store as they come.
final class Drawing {
  /// Rows go to the store when there are so many, or after so long: a killed run loses no more.
  private static final int BATCH = 1_000;

  private static final long SECOND = 1_000_000_000L;

  private final Ensemble ensemble;
  private final Sample sample;
  private final Session session;
  private final Machines.Maker maker;

  Drawing(Ensemble ensemble, Session session, Machines.Maker maker) {
    this.ensemble = ensemble;
    this.session = session;
    this.maker = maker;
    this.sample = new Sample(ensemble.design());
  }

  /// What is drawn, without a store.
  ///
  /// @param remedy what to do where it is stopped, said after the rest
  Sample drawn(Run run, String remedy) {
    make(run, sample::put, remedy);
    return sample;
  }

  /// The same, kept as a new run of the store, or as the rest of one.
  ///
  /// @param resumed the id of a run; empty for a new one
  Sample kept(Path file, String resumed, Run run) {
    try (RunStore store = RunStore.open(file)) {
      String id =
          resumed.isEmpty() ? store.begin(ensemble.design(), Instant.now()) : known(store, resumed);
      try (Stream<Row> before = store.rows(id)) {
        before.forEach(sample::put);
      }
      Batches batches = new Batches(store, id);
      try {
        make(run, batches::take, "; --resume %s goes on".formatted(id));
      } finally {
        batches.flush();
      }
      return sample;
    }
  }

  /// A run that has the same design.
  private String known(RunStore store, String resumed) {
    StoredRun stored = store.run(resumed);
    String differs = difference(stored.design(), ensemble.design());
    if (differs.isEmpty()) return stored.id();
    throw new Failed(
        Exit.INPUT,
        "run %s cannot be gone on with: %s; begin a new one, or ask as it was asked"
            .formatted(stored.id(), differs));
  }

  private static String difference(Design stored, Design now) {
    return Stream.of(
            differs("the scenario", stored.sha256(), now.sha256()),
            differs("the file or a parameter", stored.file(), now.file()),
            differs("the variant", stored.variant(), now.variant()),
            differs("the program's version", stored.version(), now.version()),
            differs("the seed", stored.seed(), now.seed()),
            differs("the sampling", stored.sampling().key(), now.sampling().key()),
            differs("--runs", stored.runs(), now.runs()),
            differs("the uncertain inputs", stored.inputs(), now.inputs()),
            differs("what is asked", stored.findings(), now.findings()))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String differs(String what, Object before, Object now) {
    if (before.equals(now)) return "";
    boolean isShort = String.valueOf(before).length() <= 20 && String.valueOf(now).length() <= 20;
    return isShort ? "%s was %s and is %s".formatted(what, before, now) : what + " has changed";
  }

  /// Where somebody stops it, what there is counts.
  private void make(Run run, Ensemble.Sink sink, String remedy) {
    List<Span> missing = sample.missing();
    if (missing.isEmpty()) return;
    try {
      maker.make(ensemble, missing, run, sink);
    } catch (CancellationException e) {
      session
          .terminal()
          .say(
              "demarche: interrupted; %,d of %,d draws are counted%s\n"
                  .formatted(sample.size(), ensemble.design().runs(), remedy));
      if (sample.size() == 0) throw e;
    }
  }

  /// Rows on their way to the store.
  private final class Batches {
    private final RunStore store;
    private final String id;
    private final List<Row> waiting = new ArrayList<>();
    private long last = System.nanoTime();
    private @Nullable RuntimeException failed;

    Batches(RunStore store, String id) {
      this.store = store;
      this.id = id;
    }

    void take(Row row) {
      sample.put(row);
      waiting.add(row);
      if (waiting.size() >= BATCH || System.nanoTime() - last > SECOND) flush();
    }

    void flush() {
      if (waiting.isEmpty() || failed != null) return;
      try {
        store.append(id, waiting);
      } catch (RuntimeException e) {
        failed = e; // what waits is not lost twice: the run can be gone on with
        throw e;
      }
      waiting.clear();
      last = System.nanoTime();
    }
  }
}
