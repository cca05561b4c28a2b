package demarche.analysis;

import demarche.model.Model;
import demarche.scenario.Problem;
import demarche.scenario.Scenario;
import demarche.scenario.ScenarioFile;
import java.util.List;

/// A scenario that answers can be about.
public sealed interface About permits Case, Outsized {
  ScenarioFile file();

  /// What of the file is meant.
  Question question();

  Model model();

  /// What is odd about the file, in file order.
  List<Problem> warnings();

  default Scenario scenario() {
    return model().scenario();
  }
}
