package demarche.scenario;

import demarche.scenario.Node.Field;
import demarche.scenario.Node.Fields;
import demarche.scenario.Node.Scalar;
import demarche.scenario.Node.Style;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A scenario's file, read: the scenario itself, its variants, and what is wrong with it.
public final class ScenarioFile {
  /// The most entries that a file may have.
  public static final int MOST_ENTRIES = Composer.MOST_ENTRIES;

  /// Bounds the work of reading every variant against its whole file.
  private static final long MOST_VARIED_ENTRIES = 2_000_000;

  private static final String SET = "--set";

  private final Loader loader;
  private final Fields tree;
  private final Map<String, String> given;
  private final Fields settings;
  private final Problems problems;
  private final BrokenNames broken;
  private final Scenario scenario;
  private final Map<String, Scenario> variants = new LinkedHashMap<>();

  /// @param given parameters set from outside, as they were written
  /// @param settings the same, laid over file and variant
  private ScenarioFile(
      Loader loader, Fields tree, Map<String, String> given, Fields settings, Problems problems) {
    this.loader = loader;
    this.tree = tree;
    this.given = given;
    this.settings = settings;
    this.problems = problems;
    Intake intake = new Intake(problems);
    this.broken = intake.broken();
    ScenarioReader reader = new ScenarioReader(intake, loader);
    this.scenario = reader.read(set(tree), "", List.of());
    Variants varied = new Variants(tree, loader, intake);
    if (!tooMany(varied.declared())) {
      for (Field variant : varied.declared().fields()) {
        varied
            .vary(variant.key().word())
            .map(v -> reader.read(set(v.tree()), variant.name(), v.twists()))
            .ifPresent(s -> variants.put(variant.name(), s));
      }
    }
  }

  /// Reads a file without fault.
  ///
  /// @param path relative to `folder`; what it extends and cites must lie below its own folder
  /// @throws InvalidScenario with every problem of the file, in file order
  /// @throws java.nio.file.NoSuchFileException if there is no such file
  public static ScenarioFile read(String path, Folder folder) throws IOException {
    ScenarioFile file = open(path, folder);
    file.problems.stopIfAny();
    return file;
  }

  /// Reads a file as far as it can be read: entries with a fault are left out, and told in
  /// `problems`, where whoever resolves names adds what else is wrong.
  ///
  /// @throws InvalidScenario if nothing can be read, as the file is no YAML map
  /// @throws java.nio.file.NoSuchFileException if there is no such file
  public static ScenarioFile open(String path, Folder folder) throws IOException {
    try {
      Loader loader = new Loader(path, folder);
      Fields tree = loader.scenario(path);
      return new ScenarioFile(
          loader, tree, Map.of(), new Fields(List.of(), tree.place()), loader.problems());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /// The scenario with parameters set to numbers or arithmetic over other parameters. They win over
  /// the file and over its variants, and have no range. Those set before stay set.
  ///
  /// @throws InvalidScenario if a name is unknown or a text is no number
  public ScenarioFile with(Map<String, String> parameters) {
    List<String> lines = new ArrayList<>();
    List<Field> fields = new ArrayList<>();
    Map<String, List<String>> files = new LinkedHashMap<>(loader.lines());
    files.put(SET, lines);
    Problems found = new Problems(files);
    List<String> known = scenario.parameters().stream().map(p -> p.id().text()).toList();
    Map<String, String> all = new LinkedHashMap<>(given);
    all.putAll(parameters);
    all.forEach((name, value) -> {
      lines.add(name + "=" + value);
      Place place = new Place(SET, lines.size(), 1, name.length());
      if (!known.contains(name)) {
        found.error(
            place, "unknown parameter %s%s", Spelling.quoted(name), Spelling.hint(name, known));
      }
      Place at = new Place(SET, lines.size(), name.length() + 2, value.length());
      Scalar number = new Scalar(value, Style.PLAIN, at, value);
      new NumberReader(new Intake(found)).formula(number);
      fields.add(new Field(new Scalar(name, Style.PLAIN, place, name), number));
    });
    found.stopIfAny();
    return new ScenarioFile(loader, tree, all, new Fields(fields, tree.place()), found);
  }

  private Fields set(Fields tree) {
    if (settings.fields().isEmpty()) return tree;
    Scalar key = new Scalar("parameters", Style.PLAIN, settings.place(), "parameters");
    return Merge.over(tree, new Fields(List.of(new Field(key, settings)), tree.place()));
  }

  private boolean tooMany(Fields declared) {
    long work = (long) declared.fields().size() * size(tree);
    if (work <= MOST_VARIED_ENTRIES) return false;
    problems.error(
        declared.place(),
        "%d variants of a file with %d entries are more than can be checked; split the file",
        declared.fields().size(),
        size(tree));
    return true;
  }

  private static int size(Node node) {
    return switch (node) {
      case Scalar scalar -> 1;
      case Node.Items items -> 1 + items.nodes().stream().mapToInt(ScenarioFile::size).sum();
      case Fields map -> 1 + map.fields().stream().mapToInt(f -> 1 + size(f.value())).sum();
    };
  }

  /// The file without any variant; without the entries told in `problems`.
  public Scenario scenario() {
    return scenario;
  }

  /// The scenario that a variant stands for.
  ///
  /// @throws InvalidScenario if there is no such variant, or it could not be read
  public Scenario variant(String id) {
    Scenario varied = variants.get(id);
    if (varied != null) return varied;
    List<String> names = scenario.variants().stream().map(v -> v.id().text()).toList();
    if (names.contains(id)) throw problems.told();
    throw new InvalidScenario(
        List.of(
            new Problem(
                new Place("--variant", 1, 1, id.length()),
                Problem.Severity.ERROR,
                "unknown variant %s%s"
                    .formatted(
                        Spelling.quoted(id),
                        names.isEmpty() ? "; the file has none" : Spelling.hint(id, names)),
                id)));
  }

  /// The ids of the variants that could be read, in file order.
  public List<String> variants() {
    return List.copyOf(variants.keySet());
  }

  /// What is wrong so far, of the file and all its variants. Others add to it.
  public Problems problems() {
    return problems;
  }

  /// Names of entries that were left out.
  public BrokenNames broken() {
    return broken;
  }

  public List<Problem> warnings() {
    return problems.warnings();
  }

  /// The file, those that it extends, those of its variants, and its data, in the order in which
  /// they are named.
  public List<InputFile> files() {
    return loader.inputs();
  }

  /// The digest of everything read. For a single file it is the file's own, as `sha256sum` prints
  /// it; for several, that of the lines which `sha256sum` prints for them in this order.
  public String sha256() {
    List<InputFile> files = files();
    if (files.size() == 1) return files.getFirst().sha256();
    String listing =
        files.stream().map(f -> f.sha256() + "  " + f.path() + "\n").collect(Collectors.joining());
    return InputFile.digest(listing.getBytes(StandardCharsets.UTF_8));
  }
}
