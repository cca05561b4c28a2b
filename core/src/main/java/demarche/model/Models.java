package demarche.model;

import demarche.scenario.BrokenNames;
import demarche.scenario.Problems;
import demarche.scenario.Scenario;
import demarche.scenario.ScenarioFile;
import demarche.tables.Flows;
import java.util.LinkedHashMap;
import java.util.Map;

/// The model of a scenario's file, and those of its variants.
public final class Models {
  private final ScenarioFile file;
  private final Model unvaried;
  private final Map<String, Model> varied = new LinkedHashMap<>();

  private Models(ScenarioFile file) {
    this.file = file;
    Problems problems = file.problems();
    BrokenNames broken = file.broken();
    Model.Parts base = parts(file.scenario(), broken, problems);
    Map<String, Model.Parts> parts = new LinkedHashMap<>();
    for (String id : file.variants()) {
      parts.put(id, parts(file.variant(id), broken, problems));
    }
    problems.stopIfAny();
    unvaried = new Model(base, null);
    parts.forEach((id, p) -> varied.put(id, new Model(p, unvaried)));
  }

  private static Model.Parts parts(Scenario scenario, BrokenNames broken, Problems problems) {
    Flows flows = Flows.of(scenario, problems);
    return new Resolution(scenario, flows::value, broken, problems).parts();
  }

  /// Resolves a file and all its variants.
  ///
  /// @throws demarche.scenario.InvalidScenario with every problem, those of reading included
  public static Models of(ScenarioFile file) {
    return new Models(file);
  }

  /// The file as written.
  public Model unvaried() {
    return unvaried;
  }

  /// @throws demarche.scenario.InvalidScenario if there is no such variant
  public Model variant(String id) {
    Model model = varied.get(id);
    if (model != null) return model;
    throw new IllegalStateException("variant " + file.variant(id).head().variant());
  }
}
