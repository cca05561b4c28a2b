package demarche.model;

import demarche.scenario.Edit;
import demarche.scenario.Problems;
import demarche.scenario.Scenario;
import demarche.scenario.ScenarioFile;
import demarche.tables.Flows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.commons.numbers.fraction.BigFraction;

/// The model of a scenario's file, and those of its variants.
public final class Models {
  /// What becomes of a scenario before it is resolved.
  private interface Before extends UnaryOperator<Scenario> {
    /// It stays as the file has it.
    Before NOTHING = scenario -> scenario;
  }

  private final ScenarioFile file;
  private final Before before;
  private final Problems problems;
  private final Model unvaried;
  private final Map<String, Model> varied = new LinkedHashMap<>();

  /// @param variants those that are resolved at once; the others when they are asked for
  private Models(ScenarioFile file, List<String> variants, Before before, Problems problems) {
    this.file = file;
    this.before = before;
    this.problems = problems;
    Resolved base = resolved(file.scenario());
    Map<String, Resolved> parts = new LinkedHashMap<>();
    for (String id : variants) parts.put(id, resolved(file.variant(id)));
    List<Resolved> all = new ArrayList<>(List.of(base));
    all.addAll(parts.values());
    // a mistake so far may be why a state is infeasible
    if (!problems.anyErrors()) all.forEach(Resolved::checkFeasible);
    all.forEach(r -> r.resolution.checkReferences());
    unvaried = new Model(base.parts, this);
    parts.forEach((id, p) -> varied.put(id, new Model(p.parts, this)));
  }

  private Resolved resolved(Scenario written) {
    Scenario scenario = before.apply(written);
    Flows flows = Flows.of(scenario, problems);
    Resolution resolution = new Resolution(scenario, flows::value, file.broken(), problems);
    return new Resolved(resolution, resolution.parts());
  }

  private record Resolved(Resolution resolution, Model.Parts parts) {
    void checkFeasible() {
      resolution.checkFeasible(parts);
    }
  }

  /// Resolves a file and all its variants.
  ///
  /// @throws demarche.scenario.InvalidScenario with every problem, those of reading included
  public static Models of(ScenarioFile file) {
    Models models = attempt(file);
    file.problems().stopIfAny();
    return models;
  }

  /// Resolves a file and all its variants as far as they can be, for those who have more to check
  /// before they tell what is wrong. Where the file's problems name an error, something harmless
  /// stands in its place, and the models are good for looking up names alone.
  public static Models attempt(ScenarioFile file) {
    return new Models(file, file.variants(), Before.NOTHING, file.problems());
  }

  /// The same file and its variants with every uncertain input settled by lot; the same lot counts
  /// for an input in all of them. Variants are resolved when they are asked for.
  Models settled(Lots lots) {
    Before lot = scenario -> Settled.of(scenario, lots).scenario();
    Models models = new Models(file, List.of(), lot, new Problems(Map.of()));
    models.problems.stopIfAny();
    return models;
  }

  /// The same file with a parameter at another value. Its variants are resolved, and their mistakes
  /// told, when they are asked for.
  Models with(String parameter, BigFraction value) {
    String written =
        "%s%d / %d"
            .formatted(
                value.signum() < 0 ? "-" : "",
                value.getNumerator().abs(),
                value.getDenominator().abs());
    return changed(file.with(Map.of(parameter, written)), before);
  }

  /// The same file with one thing changed; of its variants as above.
  ///
  /// @param variant whose world must have what the edit is about; empty for the file itself
  Models with(Edit edit, String variant) {
    return changed(file.with(edit, variant), before);
  }

  private static Models changed(ScenarioFile file, Before before) {
    Models models = new Models(file, List.of(), before, file.problems());
    file.problems().stopIfAny();
    return models;
  }

  /// One more scenario over this file, that no variant of it tells. The unvaried scenario, on which
  /// scales rest, and the variants stay as they are.
  ///
  /// @param changed one of this file's scenarios, changed; its uncertain inputs, where they are
  ///   settled, are settled in it
  /// @throws demarche.scenario.InvalidScenario if it has no meaning, such as a status quo that is
  ///   not feasible
  Model imagined(Scenario changed) {
    Problems own = new Problems(Map.of());
    Flows flows = Flows.of(changed, own);
    Resolution resolution = new Resolution(changed, flows::value, file.broken(), own);
    Model.Parts parts = resolution.parts();
    if (!own.anyErrors()) resolution.checkFeasible(parts);
    own.stopIfAny();
    return new Model(parts, this);
  }

  /// The file as written.
  public Model unvaried() {
    return unvaried;
  }

  /// @throws demarche.scenario.InvalidScenario if there is no such variant
  public synchronized Model variant(String id) {
    Model known = varied.get(id);
    if (known != null) return known;
    Resolved resolved = resolved(file.variant(id));
    if (!problems.anyErrors()) resolved.checkFeasible();
    resolved.resolution.checkReferences();
    problems.stopIfAny();
    Model model = new Model(resolved.parts, this);
    varied.put(id, model);
    return model;
  }
}
