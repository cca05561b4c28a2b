package demarche.cli;

import demarche.analysis.Brief;
import demarche.analysis.Case;
import demarche.ensemble.Plan;
import demarche.lens.Lens;
import demarche.lens.Luck;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Options that ask how sure an answer is over draws of the uncertain inputs, of commands that draw
/// nothing else.
final class Drawn {
  @Spec(Spec.Target.MIXEE)
  CommandSpec command = CommandSpec.create();

  private long runs = Plan.USUAL_RUNS;

  @Option(
      names = "--runs",
      paramLabel = "N",
      description =
          "How many draws (default: 1000); with --robust, and for robustness(...) in claims.")
  void runs(long number) {
    if (number < 1 || number > Plan.MOST_RUNS) {
      throw new ParameterException(
          command.commandLine(),
          "--runs is %d, expected a number from 1 to %,d".formatted(number, Plan.MOST_RUNS));
    }
    runs = number;
  }

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Which draws: the same seed gives the same ones (default: 1).")
  long seed = Plan.USUAL_SEED;

  @Mixin Over over = new Over();

  /// The scenario of the draw that is asked for; the same where none is.
  Case replayed(Case about, Session session, Effort effort) {
    return draws().replayed(about, session, effort);
  }

  /// The brief with how sure it is, where that is asked for.
  Brief with(Brief brief, List<Lens> lenses, Session session, Effort effort) {
    return draws().with(brief, lenses, session, effort);
  }

  /// The draws for a check that asks in how many something holds.
  Luck luck(Case about) {
    return draws().luck(about);
  }

  private Draws draws() {
    return new Draws(over, runs, seed);
  }
}
