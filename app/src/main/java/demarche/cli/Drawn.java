package demarche.cli;

import demarche.analysis.Brief;
import demarche.analysis.Case;
import demarche.ensemble.Cell;
import demarche.ensemble.Ensemble;
import demarche.ensemble.Plan;
import demarche.ensemble.RobustWords;
import demarche.ensemble.Robustness;
import demarche.ensemble.Sample;
import demarche.ensemble.Sampling;
import demarche.ensemble.sensitivity.Likelihood;
import demarche.lens.Lens;
import demarche.lens.Run;
import demarche.report.Version;
import demarche.scenario.InvalidScenario;
import demarche.states.TooLarge;
import demarche.store.RunStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Options that ask how sure an answer is over draws of the uncertain inputs.
final class Drawn {
  @Spec(Spec.Target.MIXEE)
  CommandSpec command = CommandSpec.create();

  @Option(
      names = "--robust",
      description =
          "Also asks every finding anew in draws of the uncertain inputs: shares of draws with"
              + " intervals, and what they hinge on.")
  boolean robust;

  private long runs = Plan.USUAL_RUNS;

  @Option(
      names = "--runs",
      paramLabel = "N",
      description = "How many draws (default: 1000); with --robust.")
  void runs(long number) {
    if (number < 1 || number > Plan.MOST_RUNS) {
      throw wrong(
          "--runs is %d, expected a number from 1 to %,d".formatted(number, Plan.MOST_RUNS));
    }
    runs = number;
  }

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Which draws: the same seed gives the same ones (default: 1).")
  long seed = Plan.USUAL_SEED;

  @Option(
      names = "--sampling",
      paramLabel = "HOW",
      description =
          "How draws lie among the inputs: random, latin (a Latin hypercube) or sobol (Sobol's"
              + " sequence, shifted by the seed) (default: random).")
  Sampling sampling = Sampling.RANDOM;

  private @Nullable Long draw;

  @Option(
      names = "--draw",
      paramLabel = "K",
      description =
          "Takes the inputs of draw K, from 0, in place of the file's values; with the same --seed,"
              + " --runs and --sampling as the ensemble it is from.")
  void draw(long number) {
    if (number < 0 || number >= Plan.MOST_RUNS) {
      throw wrong("--draw is %d, expected a number from 0".formatted(number));
    }
    draw = number;
  }

  private Likelihood likelihood = Likelihood.ICD_203;

  @Option(
      names = "--words",
      paramLabel = "SCALE",
      description =
          "Words for shares of draws, such as 0.1:rare,0.9:mixed,1:usual (default: those of ICD"
              + " 203).")
  void words(String scale) {
    try {
      likelihood = Likelihood.read(scale);
    } catch (IllegalArgumentException e) {
      throw wrong("--words: " + e.getMessage());
    }
  }

  @Option(
      names = "--store",
      paramLabel = "FILE",
      description =
          "With --robust, keeps the draws in this store of runs as they are made, see 'runs'.")
  String store = "";

  @Option(
      names = "--resume",
      paramLabel = "RUN",
      description =
          "With --robust, goes on with a run of the store, by its id or 'latest' (in --store, or"
              + " demarche-runs.duckdb).")
  String resume = "";

  @Mixin Machines machines = new Machines();
  @Mixin Further further = new Further();

  private ParameterException wrong(String message) {
    return new ParameterException(command.commandLine(), message);
  }

  /// The scenario of the draw that is asked for; the same where none is.
  Case replayed(Case about, Session session, Effort effort) {
    further.refuse(about.scenario());
    Long number = draw;
    if (number == null) return about;
    if (robust) throw wrong("--draw looks at one draw and --robust at all; give one of them");
    if (further.isAsked()) {
      throw wrong(
          "--draw looks at one draw, where nothing is uncertain; --flips, --analysts and --indices ask"
              + " about what is");
    }
    Plan plan = new Plan(Math.max(runs, number + 1), seed, sampling);
    if (number >= runs) {
      throw wrong("--draw is %d, expected a number below --runs, %d".formatted(number, runs));
    }
    try {
      return session.run(
          effort, run -> Ensemble.of(about, List.of(), plan, Version.NUMBER, run).replay(number));
    } catch (InvalidScenario e) {
      throw new Failed(
          Exit.INPUT, "in draw %d %s".formatted(number, e.problems().getFirst().message()));
    }
  }

  /// The brief with how sure it is, where that is asked for.
  Brief with(Brief brief, List<Lens> lenses, Session session, Effort effort) {
    refuseWithoutRobust();
    if (!robust && !further.isAsked()) return brief;
    Plan plan = new Plan(runs, seed, sampling);
    return session.run(
        effort,
        run -> {
          Ensemble ensemble = Ensemble.of(brief.about(), lenses, plan, Version.NUMBER, run);
          Brief shared = robust ? shared(brief, ensemble, session, run) : brief;
          return further.isAsked() ? further.with(shared, ensemble, session, run) : shared;
        });
  }

  private Brief shared(Brief brief, Ensemble ensemble, Session session, Run run) {
    if (machines.makesFiles() && !fits(ensemble)) return uncounted(brief, ensemble, session, run);
    refuseUnlessFits(ensemble);
    List<Cell> base = ensemble.base(run);
    Drawing drawing = new Drawing(ensemble, session, machines.maker(session));
    Sample sample = sample(drawing, session, run);
    Robustness robustness = Robustness.of(ensemble, sample, base);
    return brief.with(new RobustWords(robustness, likelihood).answer());
  }

  private void refuseWithoutRobust() {
    if (!robust && !(store.isEmpty() && resume.isEmpty())) {
      throw wrong("--store and --resume are about the draws of --robust; add it");
    }
    String mistake = machines.mistake(this);
    if (!mistake.isEmpty()) throw wrong(mistake);
  }

  /// More draws than this process can hold are files for other programs.
  private Brief uncounted(Brief brief, Ensemble ensemble, Session session, Run run) {
    if (!store.isEmpty() || !resume.isEmpty()) refuseUnlessFits(ensemble);
    Path folder = files(ensemble, session, run);
    session
        .terminal()
        .say(
            "demarche: %,d draws are in %s; they are too many to be counted here (%s), so no shares are told%n"
                .formatted(runs, folder, megabytes(Sample.bytes(ensemble.design()))));
    return brief;
  }

  private Path files(Ensemble ensemble, Session session, Run run) {
    try {
      return machines.files(ensemble, session, run);
    } catch (CancellationException _) {
      throw new Failed(Exit.INTERRUPTED, "interrupted" + machines.remedy());
    }
  }

  private Sample sample(Drawing drawing, Session session, Run run) {
    if (store.isEmpty() && resume.isEmpty()) return drawing.drawn(run, machines.remedy());
    String file = store.isEmpty() ? RunStore.USUAL : store;
    return drawing.kept(session.path(file), resume, run);
  }

  private static boolean fits(Ensemble ensemble) {
    return Sample.bytes(ensemble.design()) <= allowed();
  }

  private static long allowed() {
    return Runtime.getRuntime().maxMemory() / 2;
  }

  private static void refuseUnlessFits(Ensemble ensemble) {
    if (fits(ensemble)) return;
    long needed = Sample.bytes(ensemble.design());
    throw new TooLarge(
        "%,d draws".formatted(ensemble.design().runs()),
        megabytes(needed) + " for what they find",
        megabytes(allowed()),
        "fewer --runs, fewer lenses, or JAVA_TOOL_OPTIONS=-Xmx16g");
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%,d MB", bytes >> 20);
  }
}
