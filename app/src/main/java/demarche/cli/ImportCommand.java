package demarche.cli;

import demarche.analysis.Case;
import demarche.analysis.Question;
import demarche.exchange.GeniusReader;
import demarche.exchange.GeniusWebReader;
import demarche.exchange.GmcrReader;
import demarche.exchange.Imported;
import demarche.exchange.Incoming;
import demarche.exchange.TableReader;
import demarche.scenario.InvalidScenario;
import demarche.scenario.Problem;
import demarche.scenario.ScenarioFile;
import demarche.states.TooLarge;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Makes a scenario of another program's file.
@Command(
    name = "import",
    description =
        "Makes a scenario of another program's file (.gmcr), of a deal domain with its profiles"
            + " (GENIUS .xml, GeniusWeb .json), or of tables of options and rankings (CSV, XLSX)."
            + " What could not be kept is said, and noted in the new file.",
    footer = {
      "",
      "Examples:",
      "  demarche export scenarios/library/pd.yaml --to gmcr -o pd.gmcr"
          + " && demarche import pd.gmcr -o pd.yaml"
    })
final class ImportCommand implements Callable<Integer> {
  private final Session session;

  @Spec CommandSpec spec = CommandSpec.create();

  /// What can be read.
  enum Source {
    GMCR,
    CSV,
    XLSX,
    GENIUS,
    GENIUSWEB;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Parameters(index = "0", paramLabel = "FILE", description = "The other program's file.")
  String file = "";

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "PROFILE",
      description = "For genius and geniusweb: the profiles, one for each side.")
  List<String> profiles = List.of();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "NEW",
      required = true,
      description = "The scenario file to write.")
  String output = "";

  @Option(
      names = "--from",
      paramLabel = "FORMAT",
      description = "gmcr, csv, xlsx, genius or geniusweb; default by the file's ending.")
  @Nullable Source from;

  @Option(
      names = "--rankings",
      paramLabel = "FILE",
      description = "For csv: the table of rankings that goes with the table of options.")
  String rankings = "";

  @Option(names = "--force", description = "Overwrites a file of that name.")
  boolean force;

  @Option(names = "--quiet", description = "Does not say what could not be kept.")
  boolean quiet;

  ImportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Source source = source();
    Imported draft;
    try {
      draft = draft(source);
    } catch (InvalidScenario e) {
      throw new Refused(e.problems(), "");
    }
    String yaml = draft.yaml();
    validate(yaml);
    Copies copies = new Copies(session, force);
    copies.add(output, yaml);
    copies.write();
    if (!quiet) draft.notes().forEach(n -> session.terminal().say("demarche: " + n + "\n"));
    session
        .terminal()
        .print("Wrote %s. Next: demarche analyze %s\n".formatted(output, Shell.quoted(output)));
    return Exit.DONE.code();
  }

  private Source source() {
    if (from != null) return from;
    String ending = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return switch (ending) {
      case "gmcr" -> Source.GMCR;
      case "csv" -> Source.CSV;
      case "xlsx" -> Source.XLSX;
      case "xml" -> Source.GENIUS;
      case "json" -> Source.GENIUSWEB;
      case "nfg", "dot" ->
          throw new ParameterException(
              spec.commandLine(), "." + ending + " can be written, not read (" + file + ")");
      default ->
          throw new ParameterException(
              spec.commandLine(),
              "the ending of '"
                  + file
                  + "' says nothing: give --from gmcr, csv, xlsx, genius or geniusweb");
    };
  }

  private Imported draft(Source source) {
    boolean isDeal = source == Source.GENIUS || source == Source.GENIUSWEB;
    if (!isDeal && !profiles.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "only a deal domain is read with other files: " + profiles);
    }
    return switch (source) {
      case GENIUS -> GeniusReader.read(deal(), title());
      case GENIUSWEB -> GeniusWebReader.read(deal(), title());
      case GMCR -> GmcrReader.read(file, incoming(file).text(), title());
      case XLSX -> TableReader.workbook(incoming(file), title());
      case CSV -> {
        if (rankings.isEmpty()) {
          throw new ParameterException(
              spec.commandLine(), "a table of options needs one of rankings: --rankings FILE");
        }
        yield TableReader.csv(incoming(file), incoming(rankings), title());
      }
    };
  }

  private List<Incoming> deal() {
    return Stream.concat(Stream.of(file), profiles.stream()).map(this::incoming).toList();
  }

  private String title() {
    String name = shortName(file);
    int dot = name.lastIndexOf('.');
    String title = dot > 0 ? name.substring(0, dot) : name;
    return title.isBlank() ? "Imported" : title;
  }

  private static String shortName(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private Incoming incoming(String name) {
    DiskFolder folder = new DiskFolder(session.path(name));
    try (InputStream input = folder.open(folder.scenario())) {
      return new Incoming(name, input.readNBytes(Incoming.MOST_BYTES + 1));
    } catch (NoSuchFileException _) {
      throw new Failed(Exit.SURROUNDINGS, "cannot read " + name + ": there is no such file");
    } catch (IOException e) {
      throw new Failed(Exit.SURROUNDINGS, "cannot read " + name + ": " + Outputs.reason(e));
    }
  }

  /// What is written must be a scenario that this program reads.
  private void validate(String yaml) {
    byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
    String name = shortName(output);
    try {
      Case.of(ScenarioFile.open(name, _ -> new ByteArrayInputStream(bytes)), Question.AS_WRITTEN);
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory cannot fail", e);
    } catch (TooLarge e) {
      // the file is sound and its states are too many to be numbered
      session.terminal().say("demarche: " + output + ": " + e.getMessage() + "\n");
    } catch (InvalidScenario e) {
      Problem first = e.problems().getFirst(); // its place is in a file that does not exist
      String where = first.excerpt().isBlank() ? "" : ", in `" + first.excerpt().strip() + "`";
      throw new Failed(
          Exit.INPUT,
          "nothing was written, for the scenario would not be sound: " + first.message() + where);
    }
  }
}
