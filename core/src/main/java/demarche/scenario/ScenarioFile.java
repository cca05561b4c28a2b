package demarche.scenario;

import demarche.scenario.Node.Fields;
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

  private static final String SET = "--set";
  private static final String WHAT_IF = "what-if";

  private final Loader loader;
  private final Trees trees;
  private final Map<String, List<String>> given;
  private final Problems problems;

  /// What reading found wrong; whoever resolves names adds to `problems`.
  private final Problems told;

  private final BrokenNames broken;
  private final ScenarioReader reader;
  private final ScenarioReader.Sections sections;
  private final Scenario scenario;
  private final Map<String, Scenario> variants = new LinkedHashMap<>();

  /// @param given the lines in which the file was changed from outside, by where they come from
  /// @param before what of an unchanged file, without fault, need not be read again; then variants
  ///   are read when they are asked for
  private ScenarioFile(
      Loader loader,
      Trees trees,
      Map<String, List<String>> given,
      Intake intake,
      ScenarioReader.Sections before) {
    this.loader = loader;
    this.trees = trees;
    this.given = given;
    this.problems = intake.problems();
    this.broken = intake.broken();
    this.reader = new ScenarioReader(intake, loader, before);
    this.scenario = reader.read(trees.file().tree(), "", List.of());
    if (before.isNone()) trees.eachVariant(loader, intake, this::readVariant);
    told = new Problems(Map.of(), problems);
    sections = told.none() ? reader.sections() : ScenarioReader.Sections.NONE;
  }

  private Scenario readVariant(String id) {
    Variants.Varied varied = trees.variant(id);
    Scenario read = reader.read(varied.tree(), id, varied.twists());
    variants.put(id, read);
    return read;
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
      Intake intake = new Intake(loader.problems());
      return new ScenarioFile(
          loader, new Trees(tree), Map.of(), intake, ScenarioReader.Sections.NONE);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /// The scenario with parameters set to numbers or arithmetic over other parameters. They win over
  /// the file and over its variants, and have no range. Those set before stay set.
  ///
  /// @throws InvalidScenario if a name is unknown or a text is no number
  public ScenarioFile with(Map<String, String> parameters) {
    List<String> known = scenario.parameters().stream().map(p -> p.id().text()).toList();
    Map<String, List<String>> lines = lines();
    Problems refused = new Problems(lines);
    Trees changed = trees;
    List<Edit.Parameter> edits = new ArrayList<>();
    parameters.forEach((name, value) -> edits.add(new Edit.Parameter(name, value)));
    List<EditLine> written = edits.stream().map(edit -> added(lines, edit, SET)).toList();
    written.forEach(line -> line.refuseAsSetting(known, refused));
    refused.stopIfAny();
    for (int k = 0; k < edits.size(); k++) {
      changed = changed.with(edits.get(k), written.get(k), "", refused);
    }
    return changed(changed, lines);
  }

  /// The scenario with one thing changed. What was changed before stays so.
  ///
  /// @param variant which must have what the edit is about, empty for the file itself; where
  ///   another lacks it, that one stays as it is
  /// @throws InvalidScenario if it names what there is not, or has no number or expression where it
  ///   needs one
  public ScenarioFile with(Edit edit, String variant) {
    Map<String, List<String>> lines = lines();
    EditLine line = added(lines, edit, WHAT_IF);
    return changed(trees.with(edit, line, variant, new Problems(lines)), lines);
  }

  /// The lines of all files, and those in which they were changed.
  private Map<String, List<String>> lines() {
    Map<String, List<String>> lines = new LinkedHashMap<>(loader.lines());
    lines.putAll(given);
    return lines;
  }

  private static EditLine added(Map<String, List<String>> lines, Edit edit, String from) {
    List<String> before = new ArrayList<>(lines.getOrDefault(from, List.of()));
    EditLine line = EditLine.of(edit, from, before.size() + 1);
    before.add(line.text());
    lines.put(from, before);
    return line;
  }

  private ScenarioFile changed(Trees changed, Map<String, List<String>> lines) {
    Map<String, List<String>> outside = new LinkedHashMap<>(lines);
    outside.keySet().retainAll(List.of(SET, WHAT_IF));
    Intake intake = new Intake(new Problems(lines, told));
    return new ScenarioFile(loader, changed, outside, intake, sections);
  }

  /// The file without any variant; without the entries told in `problems`.
  public Scenario scenario() {
    return scenario;
  }

  /// The scenario that a variant stands for.
  ///
  /// @throws InvalidScenario if there is no such variant, or it could not be read
  public synchronized Scenario variant(String id) {
    Scenario varied = variants.get(id);
    if (varied != null) return varied;
    if (trees.variants().contains(id)) return readVariant(id);
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
    return List.copyOf(trees.variants());
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

  /// The bytes of one of the files, fetched anew, for whoever reads the scenario elsewhere.
  ///
  /// @throws java.nio.file.FileSystemException if they are others by now
  public byte[] again(InputFile file) throws IOException {
    return loader.again(file);
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
