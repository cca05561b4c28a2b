package demarche.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Options that say how a result is worked out; none of them changes it.
final class Effort {
  private static final int MOST_THREADS = 1024;

  @Spec(Spec.Target.MIXEE)
  CommandSpec command = CommandSpec.create();

  @Option(
      names = "--quiet",
      description = "No progress and no remarks on standard error; errors are told.")
  boolean quiet;

  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "How many threads compute (default: one for each processor).")
  void threads(int number) {
    if (number < 1 || number > MOST_THREADS) {
      throw new ParameterException(
          command.commandLine(),
          "--threads is " + number + ", expected a number from 1 to " + MOST_THREADS);
    }
    threads = number;
  }

  int threads() {
    return threads;
  }
}
