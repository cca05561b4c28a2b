package demarche.cli;

import demarche.analysis.Case;
import demarche.exchange.DotWriter;
import demarche.exchange.Exported;
import demarche.exchange.GmcrWriter;
import demarche.exchange.NfgWriter;
import demarche.exchange.Tables;
import demarche.scenario.InvalidScenario;
import demarche.states.Arcs;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Writes a scenario for another program.
@Command(
    name = "export",
    description =
        "Writes a scenario for another program, and says what of it that format does not hold.",
    footer = {
      "",
      "Examples:",
      "  demarche export scenarios/library/chicken.yaml --to gmcr",
      "  demarche export scenarios/library/chicken.yaml --to nfg > chicken.nfg",
      "  demarche export scenarios/ferry.yaml --to dot --reachable",
      "  demarche export scenarios/ferry.yaml --to csv --table rankings"
    })
final class ExportCommand implements Callable<Integer> {
  private final Session session;

  @Spec CommandSpec spec = CommandSpec.create();

  @Mixin Sought sought = new Sought();

  /// What can be written.
  enum Target {
    GMCR,
    NFG,
    DOT,
    CSV,
    XLSX;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--to",
      paramLabel = "FORMAT",
      required = true,
      description = "gmcr, nfg (Gambit), dot (Graphviz), csv or xlsx.")
  Target to = Target.GMCR;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Writes that file; default standard output. xlsx needs it.")
  String output = "";

  @Option(names = "--force", description = "Overwrites a file of that name.")
  boolean force;

  @Option(
      names = "--table",
      paramLabel = "T",
      defaultValue = "rankings",
      description = "For csv: options, states or rankings (default).")
  Tables.Kind table = Tables.Kind.RANKINGS;

  @Option(
      names = "--arcs",
      paramLabel = "KIND",
      defaultValue = "improvements",
      description = "For dot: improvements (default) or moves.")
  Arcs.Kind arcs = Arcs.Kind.IMPROVEMENTS;

  @Option(
      names = "--reachable",
      description = "For dot: only the states that such arcs reach from the status quo.")
  boolean reachable;

  @Option(
      names = "--quiet",
      description = "No progress, and not a word on what the format does not hold.")
  boolean quiet;

  ExportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (to == Target.XLSX && output.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "xlsx is no text: name a file with -o");
    }
    Effort effort = new Effort();
    effort.quiet = quiet;
    Case about = session.open(sought, effort);
    Exported exported;
    try {
      exported = exported(about);
    } catch (InvalidScenario e) {
      throw new Refused(e.problems(), Session.folder(sought.file));
    }
    if (!quiet) exported.notes().forEach(n -> session.terminal().say("demarche: " + n + "\n"));
    if (output.isEmpty()) {
      session.terminal().printData(exported.text());
    } else {
      Copies copies = new Copies(session, force);
      copies.add(output, exported.content());
      copies.write();
      session.terminal().print("Wrote " + output + ".\n");
    }
    return Exit.DONE.code();
  }

  private Exported exported(Case about) {
    return switch (to) {
      case GMCR -> GmcrWriter.of(about);
      case NFG -> NfgWriter.of(about);
      case DOT ->
          DotWriter.of(about, arcs, reachable ? DotWriter.Scope.REACHABLE : DotWriter.Scope.ALL);
      case CSV -> Tables.csv(about, table);
      case XLSX -> Tables.workbook(about);
    };
  }
}
