package demarche.lens;

import demarche.finding.Answer;
import demarche.model.Model;
import demarche.scenario.BrokenNames;
import demarche.scenario.Problems;
import demarche.states.StateSpace;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One analysis of a scenario.
public interface Lens {
  /// The name in commands and JSON, such as `stability`.
  String key();

  /// The question that it answers, for help and reports.
  String question();

  /// The sections of a scenario file that it reads, by their keys in the file.
  Set<String> sections();

  /// Whether the scenario has what the lens needs.
  boolean appliesTo(Model model);

  /// Tells what is wrong with those sections of a file that only this lens understands.
  ///
  /// @param model of the file as written; where `problems` has errors already, good for names alone
  /// @param broken names of entries that could not be read, of which nothing more is said
  default void check(Model model, BrokenNames broken, Problems problems) {}

  /// The same, with tables of states that show so many, where its answer has any.
  default Lens showing(int states) {
    return this;
  }

  /// What it finds that may be otherwise where uncertain inputs are: an ensemble asks each of these
  /// of every draw.
  ///
  /// @param space of the world that is studied, at the values of the base analysis
  default List<Inquiry> inquiries(StateSpace space, Run run) {
    return List.of();
  }

  /// A faster way to answer its inquiries, all of them, in many draws; where it has one for such a
  /// scenario.
  ///
  /// @param space of the world that is studied, at the values of the base analysis
  default Optional<SideBySide> sideBySide(StateSpace space, Run run) {
    return Optional.empty();
  }

  /// Whether its inquiries are put to draws beside those of all other lenses. Where that takes long
  /// in each draw, they wait until somebody names the lens.
  default boolean isQuicklyAsked() {
    return true;
  }

  /// @throws demarche.states.TooLarge before memory is taken
  /// @throws java.util.concurrent.CancellationException once the run is stopped
  Answer examine(StateSpace space, Run run);

  /// The same, with the file's variants at hand for a lens that compares them.
  default Answer examine(Worlds worlds, Run run) {
    return examine(worlds.studied(), run);
  }
}
