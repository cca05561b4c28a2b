package demarche.cli;

import demarche.analysis.Brief;
import demarche.ensemble.AnalystWords;
import demarche.ensemble.Analysts;
import demarche.ensemble.Cell;
import demarche.ensemble.Ensemble;
import demarche.ensemble.FlipWords;
import demarche.ensemble.Flips;
import demarche.ensemble.IndexWords;
import demarche.ensemble.Indices;
import demarche.finding.Answer;
import demarche.lens.Run;
import demarche.scenario.Scenario;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Options that ask more of the uncertain inputs than shares of draws.
final class Further {
  @Spec(Spec.Target.MIXEE)
  CommandSpec command = CommandSpec.create();

  @Option(
      names = "--flips",
      description =
          "Also asks which single input, moved within its range while all others stay, turns each"
              + " yes-or-no finding, and at what value; takes as long as 20 to 40 draws for each"
              + " uncertain number.")
  boolean flips;

  @Option(
      names = "--analysts",
      description =
          "Also asks every finding anew with the orders of each analyst whom the file names: what"
              + " all share, and what splits them.")
  boolean analysts;

  private int rows;

  @Option(
      names = "--indices",
      paramLabel = "ROWS",
      description =
          "Also asks which part each input has in how much numbers vary: first-order and total"
              + " indices; takes ROWS times as many draws as there are uncertain inputs, and two"
              + " more.")
  void indices(int number) {
    if (number < 2 || number > Indices.MOST_ROWS) {
      throw new ParameterException(
          command.commandLine(),
          "--indices is %d, expected a number of rows from 2 to %,d"
              .formatted(number, Indices.MOST_ROWS));
    }
    rows = number;
  }

  boolean isAsked() {
    return flips || analysts || rows > 0;
  }

  /// Refuses what the scenario has nothing for, before anything is worked out.
  void refuse(Scenario scenario) {
    if (!analysts || !Analysts.named(scenario).isEmpty()) return;
    throw new Failed(
        Exit.USAGE,
        "--analysts compares the orders of named analysts, and no actor has 'alternatives' with"
            + " 'by: NAME' here");
  }

  Brief with(Brief brief, Ensemble ensemble, Session session, Run run) {
    Brief all = brief;
    if (rows > 0) all = all.with(indices(ensemble, session, run));
    List<Cell> base = ensemble.base(run);
    if (flips) {
      Flips found = Flips.of(ensemble, base, run);
      all = all.with(new FlipWords(ensemble.design(), base, found).answer());
    }
    if (analysts) {
      Analysts found = Analysts.of(ensemble, base, run);
      all = all.with(new AnalystWords(ensemble.design().findings(), found).answer());
    }
    return all;
  }

  /// What it costs is told first.
  private Answer indices(Ensemble ensemble, Session session, Run run) {
    if (ensemble.inputs().isEmpty()) {
      throw new Failed(
          Exit.USAGE, "--indices asks about uncertain inputs, and there are none here");
    }
    if (Indices.asked(ensemble.design()).isEmpty()) {
      throw new Failed(
          Exit.USAGE,
          "--indices asks about numbers, and all that is found here is a yes or no or a word");
    }
    session
        .terminal()
        .say(
            "demarche: --indices %d takes %,d draws%n"
                .formatted(rows, Indices.draws(ensemble, rows)));
    long memory = Runtime.getRuntime().maxMemory() / 2;
    return new IndexWords(ensemble.design(), Indices.of(ensemble, rows, memory, run)).answer();
  }
}
