package demarche.cli;

import demarche.ensemble.Plan;
import demarche.ensemble.Sampling;
import demarche.ensemble.sensitivity.Likelihood;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Options that ask how sure an answer is over draws of the uncertain inputs, apart from how many
/// there are and which.
final class Over {
  @Spec(Spec.Target.MIXEE)
  CommandSpec command = CommandSpec.create();

  @Option(
      names = "--robust",
      description =
          "Also asks every finding anew in draws of the uncertain inputs: shares of draws with"
              + " intervals, and what they hinge on.")
  boolean robust;

  @Option(
      names = "--sampling",
      paramLabel = "HOW",
      description =
          "How draws lie among the inputs: random, latin (a Latin hypercube) or sobol (Sobol's"
              + " sequence, shifted by the seed) (default: random).")
  Sampling sampling = Sampling.RANDOM;

  @Nullable Long draw;

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

  Likelihood likelihood = Likelihood.ICD_203;

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

  ParameterException wrong(String message) {
    return new ParameterException(command.commandLine(), message);
  }

  /// Whether anything is asked of draws.
  boolean isAboutDraws() {
    return robust || draw != null || further.isAsked();
  }
}
