package demarche.analysis;

import demarche.model.Model;
import demarche.scenario.Problem;
import demarche.scenario.ScenarioFile;
import java.util.List;

/// A scenario whose states are not numbered, as they may be too many: only what does without a list
/// of states can be asked.
public record Outsized(ScenarioFile file, Question question, Model model, List<Problem> warnings)
    implements About {
  public Outsized {
    warnings = List.copyOf(warnings);
  }

  /// Resolves the file with all its variants.
  ///
  /// @throws demarche.scenario.InvalidScenario with every problem of the file and its variants
  public static Outsized of(ScenarioFile file, Question question) {
    ScenarioFile read = question.settings().isEmpty() ? file : file.with(question.settings());
    Model model = Case.model(read, question.variant());
    return new Outsized(read, question, model, read.problems().warnings());
  }
}
