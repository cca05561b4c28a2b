package demarche.cli;

import demarche.ensemble.EngineFailed;
import demarche.report.Complaints;
import demarche.scenario.InvalidScenario;
import demarche.scenario.Problem;
import demarche.scenario.Spelling;
import demarche.states.TooLarge;
import demarche.store.StoreFailed;
import demarche.store.UnknownRun;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// The program: finds the command, runs it, and turns whatever goes wrong into a message and an
/// exit code.
final class Program {
  private static final String NAME = "demarche: ";

  private final Session session;
  private final Terminal terminal;

  /// @param stopped whether somebody pressed Ctrl-C
  Program(Terminal terminal, BooleanSupplier stopped) {
    this.terminal = terminal;
    this.session = new Session(terminal, stopped, Session.USUAL_SEED);
  }

  /// All commands, below the program's own.
  CommandLine commands() {
    CommandLine root = new CommandLine(new RootCommand());
    List.of(
            new AnalyzeCommand(session),
            new CheckCommand(session),
            new StatesCommand(session),
            new StabilityCommand(session),
            new ExplainCommand(session),
            new PathsCommand(session),
            new CouncilCommand(session),
            new SettleCommand(session),
            new BeliefsCommand(session),
            new ForecastCommand(session),
            new RolesCommand(session),
            new ChangeCommand(session),
            new ClaimsCommand(session),
            new ImportCommand(session),
            new ExportCommand(session),
            runs(),
            new ExamplesCommand(session),
            new NewCommand(session),
            new CompletionCommand(session))
        .forEach(root::addSubcommand);
    Choice.register(root);
    root.setOverwrittenOptionsAllowed(false);
    root.setUsageHelpWidth(Math.min(terminal.style(Terminal.Color.NEVER).width(), 100));
    root.setUsageHelpAutoWidth(false);
    root.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    for (CommandLine command : everyOne(root)) addHelp(command.getCommandSpec());
    return root;
  }

  private CommandLine runs() {
    return new CommandLine(new RunsCommand())
        .addSubcommand(new RunsListCommand(session))
        .addSubcommand(new RunsShowCommand(session))
        .addSubcommand(new RunsCompareCommand(session))
        .addSubcommand(new RunsExportCommand(session))
        .addSubcommand(new RunsDeleteCommand(session));
  }

  private static List<CommandLine> everyOne(CommandLine root) {
    return Stream.concat(
            Stream.of(root),
            root.getSubcommands().values().stream().flatMap(c -> everyOne(c).stream()))
        .toList();
  }

  private static void addHelp(CommandSpec command) {
    command.addOption(
        OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .description("Prints this help.")
            .build());
  }

  /// Runs a command line; returns the exit code.
  int run(List<String> arguments) {
    try {
      return execute(arguments);
    } catch (RuntimeException | Error e) {
      return failure(e, arguments);
    }
  }

  private int execute(List<String> arguments) {
    StringWriter help = new StringWriter();
    CommandLine commands = commands();
    commands.setOut(new PrintWriter(help));
    commands.setParameterExceptionHandler((e, _) -> usage(e));
    commands.setExecutionExceptionHandler((e, _, _) -> failure(e, arguments));
    int exit = commands.execute(arguments.toArray(String[]::new));
    if (!help.toString().isEmpty()) terminal.print(help.toString());
    return exit;
  }

  private int failure(Throwable e, List<String> arguments) {
    return switch (e) {
      case Refused refused -> complain(refused.problems(), refused.folder());
      case InvalidScenario invalid -> complain(invalid.problems(), "");
      case TooLarge large -> say(Exit.TOO_LARGE, "too large: " + large.getMessage());
      case OutOfMemoryError _ -> say(Exit.TOO_LARGE, outOfMemory());
      case Failed failed -> end(failed);
      case UnknownRun unknown -> say(Exit.USAGE, String.valueOf(unknown.getMessage()));
      case StoreFailed store -> say(exit(store.reason()), String.valueOf(store.getMessage()));
      case EngineFailed engine -> say(exit(engine.reason()), String.valueOf(engine.getMessage()));
      case ParameterException wrong -> usage(wrong);
      case CancellationException _ -> say(Exit.INTERRUPTED, "interrupted; nothing was kept");
      case UncheckedIOException io -> say(Exit.SURROUNDINGS, String.valueOf(io.getMessage()));
      default -> {
        terminal.say(Defect.report(e, arguments, terminal.folder()));
        yield Exit.DEFECT.code();
      }
    };
  }

  private static Exit exit(StoreFailed.Reason reason) {
    return switch (reason) {
      case FOREIGN -> Exit.INPUT;
      case IN_USE, FULL, REFUSED -> Exit.SURROUNDINGS;
    };
  }

  private static Exit exit(EngineFailed.Reason reason) {
    return switch (reason) {
      case USAGE -> Exit.USAGE;
      case SURROUNDINGS -> Exit.SURROUNDINGS;
    };
  }

  private static String outOfMemory() {
    return "out of memory: %,d MB are allowed; JAVA_TOOL_OPTIONS=-Xmx8g would allow 8 GB, and fewer"
            .formatted(Runtime.getRuntime().maxMemory() >> 20)
        + " options or more constraints need less";
  }

  /// A mistake on the command line is wrong usage, one in a file bad input.
  private int complain(List<Problem> problems, String folder) {
    terminal.say(Complaints.of(problems, folder, terminal.style(Terminal.Color.NEVER)));
    boolean usage = problems.stream().allMatch(Complaints::isUsage);
    return (usage ? Exit.USAGE : Exit.INPUT).code();
  }

  private int say(Exit exit, String message) {
    terminal.say(NAME + message + "\n");
    return exit.code();
  }

  private int end(Failed e) {
    String message = String.valueOf(e.getMessage());
    return message.isEmpty() ? e.exit().code() : say(e.exit(), message);
  }

  private int usage(ParameterException e) {
    CommandSpec command = e.getCommandLine().getCommandSpec();
    String message =
        e instanceof UnmatchedArgumentException unmatched
            ? unmatched(unmatched, command)
            : lowerFirst(String.valueOf(e.getMessage()));
    say(Exit.USAGE, message);
    terminal.say("Try '" + command.qualifiedName() + " --help'.\n");
    return Exit.USAGE.code();
  }

  private static String unmatched(UnmatchedArgumentException e, CommandSpec command) {
    String typed = e.getUnmatched().getFirst();
    if (typed.startsWith("-")) {
      List<String> options =
          command.options().stream().flatMap(o -> List.of(o.names()).stream()).toList();
      String name = typed.contains("=") ? typed.substring(0, typed.indexOf('=')) : typed;
      return "unknown option '" + name + "'" + Spelling.hint(name, options);
    }
    if (command.subcommands().isEmpty()) return "unexpected argument '" + typed + "'";
    return "unknown command '" + typed + "'" + Spelling.hint(typed, command.subcommands().keySet());
  }

  private static String lowerFirst(String message) {
    return message.isEmpty()
        ? message
        : message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
  }
}
