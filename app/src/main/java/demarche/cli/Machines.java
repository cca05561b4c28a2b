package demarche.cli;

import demarche.ensemble.Engine;
import demarche.ensemble.Engine.Delivery;
import demarche.ensemble.Engine.Job;
import demarche.ensemble.Ensemble;
import demarche.ensemble.Span;
import demarche.lens.Run;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import picocli.CommandLine.Option;

/// Options that say which machines make draws.
final class Machines {
  private static final String USUAL_PARTS = "demarche-parts";

  /// What the launcher looks for, too.
  enum Kind {
    /// The threads of this process.
    LOCAL,
    /// A cluster.
    SPARK
  }

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      description =
          "With --robust, who makes the draws: local, this process, or spark, a cluster (default:"
              + " local).")
  Kind kind = Kind.LOCAL;

  @Option(
      names = "--master",
      paramLabel = "URL",
      description =
          "With --engine spark, the cluster: spark://HOST:PORT, or local[N] for N threads of this"
              + " machine (default: as many as --threads).")
  String master = "";

  @Option(
      names = "--parts",
      paramLabel = "DIR",
      description =
          "With --engine spark, the folder where finished draws are kept as Parquet, which all"
              + " machines of the cluster share (default: demarche-parts).")
  String parts = "";

  /// Who makes draws.
  interface Maker {
    void make(Ensemble ensemble, List<Span> spans, Run run, Ensemble.Sink sink);
  }

  /// What is wrong with the options, empty if nothing is.
  String mistake(Over over) {
    return switch (kind) {
      case LOCAL ->
          master.isEmpty() && parts.isEmpty()
              ? ""
              : "--master and --parts are about --engine spark; add it";
      case SPARK -> over.robust ? "" : "--engine says who makes the draws of --robust; add it";
    };
  }

  /// Whether draws are files that last, so that not all of them need be counted here.
  boolean makesFiles() {
    return kind == Kind.SPARK;
  }

  /// Who makes draws.
  Maker maker(Session session) {
    return switch (kind) {
      case LOCAL -> Ensemble::draw;
      case SPARK ->
          (ensemble, spans, run, sink) ->
              spark().draw(ensemble, job(spans, Delivery.ROWS, session, run), run, sink);
    };
  }

  /// Makes all draws, and counts none.
  Path files(Ensemble ensemble, Session session, Run run) {
    List<Span> all = List.of(Span.first(ensemble.design().runs()));
    return spark().draw(ensemble, job(all, Delivery.FILES, session, run), run, _ -> {});
  }

  /// How a stopped run is gone on with.
  String remedy() {
    return switch (kind) {
      case LOCAL -> "";
      case SPARK ->
          "; finished parts are kept in %s, and the same command goes on".formatted(folder());
    };
  }

  private String folder() {
    return parts.isEmpty() ? USUAL_PARTS : parts;
  }

  private Job job(List<Span> spans, Delivery delivery, Session session, Run run) {
    String url = master.isEmpty() ? "local[%d]".formatted(run.threads()) : master;
    return new Job(url, session.path(folder()), spans, delivery);
  }

  private static Engine spark() {
    return ServiceLoader.load(Engine.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(engine -> engine.key().equals("spark"))
        .findFirst()
        .orElseThrow(() ->
            new Failed(
                Exit.SURROUNDINGS,
                "--engine spark needs Spark's jars, some 160 MB; in the folder of the clone"
                    + " './mvnw -q -Dquick -Pspark -pl spark -am package' gets them"));
  }
}
