package demarche.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import demarche.analysis.Case;
import demarche.analysis.Question;
import demarche.model.Model;
import demarche.model.Models;
import demarche.scenario.ScenarioFile;
import demarche.states.StateSpace;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Scenarios written in a test, or kept among its files.
public final class Scenarios {
  private Scenarios() {}

  /// The models of a file with this text.
  ///
  /// @throws demarche.scenario.InvalidScenario with every problem
  public static Models models(String yaml) {
    return KeptModels.of(yaml, Scenarios::read);
  }

  private static Models read(String yaml) {
    return Models.of(written(yaml));
  }

  /// A file with this text as it is written, with all that an analysis of it knows.
  ///
  /// @throws demarche.scenario.InvalidScenario with every problem
  public static Case studied(String yaml) {
    return Case.of(written(yaml), Question.AS_WRITTEN);
  }

  private static ScenarioFile written(String yaml) {
    try {
      return ScenarioFile.open(
          "test.yaml",
          path -> {
            if (!path.equals("test.yaml")) throw new NoSuchFileException(path);
            return new ByteArrayInputStream(yaml.getBytes(UTF_8));
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The model of a file with this text.
  public static Model model(String yaml) {
    return models(yaml).unvaried();
  }

  /// The states of a file with this text.
  public static StateSpace space(String yaml) {
    return StateSpace.of(model(yaml));
  }

  /// The models of a scenario of this project, by its path from the project's folder.
  public static Models file(String path) {
    Path file = Path.of("..").resolve(path);
    try {
      return Models.of(
          ScenarioFile.open(
              String.valueOf(file.getFileName()),
              name -> Files.newInputStream(file.resolveSibling(name))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
