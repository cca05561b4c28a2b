package demarche.spark;

import demarche.analysis.Case;
import demarche.analysis.Question;
import demarche.scenario.Folder;
import demarche.scenario.InputFile;
import demarche.scenario.ScenarioFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;

/// A scenario with all files that it is read from, as it travels to other machines.
///
/// @param path of the scenario among the files
/// @param files their contents by path
/// @param settings parameters set from outside
record Source(
    String path,
    LinkedHashMap<String, byte[]> files,
    String variant,
    LinkedHashMap<String, String> settings)
    implements Folder, Serializable {
  /// @throws IOException if a file is no longer what the case was read from
  static Source of(Case about) throws IOException {
    ScenarioFile file = about.file();
    LinkedHashMap<String, byte[]> files = new LinkedHashMap<>();
    for (InputFile input : file.files()) files.put(input.path(), file.again(input));
    return new Source(
        file.files().getFirst().path(),
        files,
        about.question().variant(),
        new LinkedHashMap<>(about.question().settings()));
  }

  @Override
  public InputStream open(String name) throws IOException {
    byte[] content = files.get(name);
    if (content == null) throw new NoSuchFileException(name);
    return new ByteArrayInputStream(content);
  }

  /// Reads and resolves it.
  ///
  /// @throws demarche.scenario.InvalidScenario if it is not sound
  /// @throws demarche.states.TooLarge before memory is taken
  Case read() throws IOException {
    return Case.of(ScenarioFile.read(path, this), new Question(variant, settings));
  }
}
