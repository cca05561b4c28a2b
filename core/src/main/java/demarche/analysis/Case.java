package demarche.analysis;

import demarche.lens.Lens;
import demarche.model.Actor;
import demarche.model.Model;
import demarche.model.Models;
import demarche.scenario.PreferenceEntry;
import demarche.scenario.Problem;
import demarche.scenario.Problems;
import demarche.scenario.ScenarioFile;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import demarche.states.Watch;
import java.util.List;

/// A scenario ready to be analysed: read, resolved, its states numbered, nothing wrong with it.
///
/// @param question what of the file is meant
/// @param warnings what is odd about the file, in file order
public record Case(ScenarioFile file, Question question, StateSpace space, List<Problem> warnings)
    implements About {
  public Case {
    warnings = List.copyOf(warnings);
  }

  /// Resolves the file with all its variants, and numbers the states of the one asked for.
  ///
  /// @throws demarche.scenario.InvalidScenario with every problem of the file and its variants
  /// @throws demarche.states.TooLarge before memory is taken
  public static Case of(ScenarioFile file, Question question) {
    return of(file, question, Watch.NONE);
  }

  /// The same, watched.
  public static Case of(ScenarioFile file, Question question, Watch watch) {
    ScenarioFile read = question.settings().isEmpty() ? file : file.with(question.settings());
    StateSpace space = StateSpace.of(model(read, question.variant()), watch);
    refuseMisranked(space, read.problems(), watch);
    if (question.variant().isEmpty()) Oddities.warn(space, read.problems(), watch);
    return new Case(read, question, space, read.problems().warnings());
  }

  /// The file's model, or that of a variant, once every variant has been found sound.
  static Model model(ScenarioFile file, String variant) {
    Models models = Models.attempt(file);
    for (Lens lens : Lenses.all()) lens.check(models.unvaried(), file.broken(), file.problems());
    file.problems().stopIfAny();
    return variant.isEmpty() ? models.unvaried() : models.variant(variant);
  }

  private static void refuseMisranked(StateSpace space, Problems problems, Watch watch) {
    for (Actor actor : space.model().actors()) {
      StateSet odd = space.misranked(actor, watch);
      if (odd.isEmpty()) continue;
      space.model().scenario().actors().stream()
          .filter(entry -> entry.id().text().equals(actor.id()))
          .map(entry -> entry.preference())
          .filter(PreferenceEntry.Ranking.class::isInstance)
          .map(PreferenceEntry.Ranking.class::cast)
          .forEach(ranking -> refuse(space, actor, odd, ranking, problems));
    }
    problems.stopIfAny();
  }

  private static void refuse(
      StateSpace space,
      Actor actor,
      StateSet odd,
      PreferenceEntry.Ranking ranking,
      Problems problems) {
    int first = odd.stream().findFirst().orElseThrow();
    problems.error(
        ranking.place(),
        "the ranking of '%s' has %s of %,d feasible states in no group or in several, the first is"
            + " '%s'; expected each in exactly one",
        actor.id(),
        "%,d".formatted(odd.count()),
        space.size(),
        space.code(first));
  }

  @Override
  public Model model() {
    return space.model();
  }
}
