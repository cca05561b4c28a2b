package demarche.spark;

import demarche.ensemble.EngineFailed;
import demarche.ensemble.EngineFailed.Reason;
import demarche.lens.Run;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.spark.SimpleFutureAction;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.AbstractFunction0;
import scala.runtime.AbstractFunction2;
import scala.runtime.BoxedUnit;

/// Executors at work: a driver of Spark for as long as one run lasts.
final class Grid implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long PAUSE_MILLIS = 100;

  /// What a task died of, in the first line that Spark has to say.
  private static final Pattern CAUSE = Pattern.compile("\\(TID \\d+\\) \\([^)]*\\): ([^\\r\\n]*)");

  private final JavaSparkContext context;

  private Grid(JavaSparkContext context) {
    this.context = context;
  }

  /// @param scratch for what is sent to executors
  /// @throws EngineFailed if there is nobody to work
  static Grid start(Master master, Path scratch, Run run) throws IOException {
    master.refuseUnlessReachable();
    Grid grid = new Grid(context(master, scratch));
    try {
      if (!master.isLocal()) grid.awaitExecutors(master, run);
      return grid;
    } catch (RuntimeException e) {
      grid.close();
      throw e;
    }
  }

  @SuppressWarnings("MustBeClosed") // the grid closes it
  private static JavaSparkContext context(Master master, Path scratch) throws IOException {
    SparkConf conf = conf(master, scratch);
    try {
      return new JavaSparkContext(conf);
    } catch (RuntimeException e) {
      throw new EngineFailed(
          Reason.SURROUNDINGS,
          "Spark does not start with the master %s: %s"
              .formatted(
                  master.url(), String.valueOf(e.getMessage()).lines().findFirst().orElse("")));
    }
  }

  /// Properties `spark.*` of the JVM win over what is set here.
  private static SparkConf conf(Master master, Path scratch) throws IOException {
    SparkConf conf = new SparkConf();
    conf.setMaster(master.url());
    conf.setIfMissing("spark.app.name", "demarche");
    conf.setIfMissing("spark.ui.enabled", "false");
    conf.setIfMissing("spark.ui.showConsoleProgress", "false");
    if (master.isLoopback()) {
      conf.setIfMissing("spark.driver.host", "127.0.0.1");
      conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
    }
    if (master.isLocal()) return conf;
    conf.setIfMissing("spark.jars", String.join(",", Shipped.jars(scratch)));
    conf.setIfMissing("spark.task.maxFailures", "8");
    conf.setIfMissing("spark.speculation", "true");
    // the two go together: a silent executor is given up after the first, asked for by the second
    conf.setIfMissing("spark.network.timeout", "60s");
    conf.setIfMissing("spark.network.timeoutInterval", "15s");
    conf.setIfMissing("spark.executor.heartbeatInterval", "5s");
    return conf;
  }

  private void awaitExecutors(Master master, Run run) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!hasExecutor(master)) {
      run.check();
      if (System.nanoTime() > end) {
        throw new EngineFailed(
            Reason.SURROUNDINGS,
            "no worker of %s gave an executor in %d s; its page shows whether there are workers with a free core and the memory asked for, -Dspark.executor.memory=1g"
                .formatted(master.url(), PATIENCE.toSeconds()));
      }
      pause();
    }
  }

  private boolean hasExecutor(Master master) {
    if (!context.sc().isStopped()) {
      return context.statusTracker().getExecutorInfos().length > 1; // the driver is one of them
    }
    throw new EngineFailed(
        Reason.SURROUNDINGS,
        "what answers at %s is no Spark master, or one of another release".formatted(master.url()));
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }

  /// Makes parts, and tells each one that is there.
  ///
  /// @throws EngineFailed if executors cannot
  /// @throws CancellationException once the run is stopped; running tasks are killed
  void make(Order order, List<Integer> parts, Run run, IntConsumer made) {
    BlockingQueue<Task.Made> done = new LinkedBlockingQueue<>();
    SimpleFutureAction<String> job = submitted(order, parts, done);
    try {
      for (int left = parts.size(); left > 0; ) {
        run.check();
        Task.Made next = done.poll(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        if (next == null) {
          if (job.isCompleted() && done.isEmpty()) throw failure(job, run);
          continue;
        }
        if (!next.refusal().isEmpty()) {
          throw new EngineFailed(Reason.SURROUNDINGS, next.refusal());
        }
        made.accept(next.part());
        left--;
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } finally {
      if (!job.isCompleted()) hush();
      job.cancel();
    }
  }

  private SimpleFutureAction<String> submitted(
      Order order, List<Integer> parts, BlockingQueue<Task.Made> done) {
    context.setJobGroup("draws", "draws", true);
    List<Object> places = List.copyOf(IntStream.range(0, parts.size()).boxed().toList());
    Seq<Object> all = CollectionConverters.asScala(places).toSeq();
    return context
        .sc()
        .submitJob(
            context.parallelize(parts, parts.size()).rdd(),
            new Task(order.name(), context.broadcast(order)),
            all,
            new AbstractFunction2<Object, Task.Made, BoxedUnit>() {
              @Override
              public BoxedUnit apply(Object place, Task.Made made) {
                done.add(made);
                return BoxedUnit.UNIT;
              }
            },
            new AbstractFunction0<String>() {
              @Override
              public String apply() {
                return "";
              }
            });
  }

  /// What ended a job before all parts were there.
  private RuntimeException failure(SimpleFutureAction<String> job, Run run) {
    if (context.sc().isStopped()) pause(); // Ctrl-C reaches Spark too, maybe first
    run.check();
    Throwable cause = job.value().get().failed().get();
    String message = String.valueOf(cause.getMessage());
    Matcher task = CAUSE.matcher(message);
    return new EngineFailed(
        Reason.SURROUNDINGS,
        "Spark gave up: " + (task.find() ? task.group(1) : firstLine(message)));
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }

  /// Nobody wants to hear of tasks that are killed on purpose.
  private static void hush() {
    Configurator.setRootLevel(Level.OFF);
  }

  @Override
  public void close() {
    context.close();
  }
}
