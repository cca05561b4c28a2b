package demarche.analysis;

import demarche.finding.Answer;
import demarche.lens.Lens;
import demarche.lens.Luck;
import demarche.lens.Run;
import demarche.lens.Worlds;
import java.util.List;

/// Runs lenses over a scenario.
public final class Analysis {
  private Analysis() {}

  /// Asks each lens that the scenario feeds.
  ///
  /// @param chosen in the order in which their answers are told
  /// @throws demarche.states.TooLarge before memory is taken
  /// @throws java.util.concurrent.CancellationException once the run is stopped
  public static Brief of(Case about, List<Lens> chosen, Run run) {
    return of(about, Worlds.of(about.space()), chosen, run);
  }

  /// The same, with draws of the inputs at hand for those that ask in how many something holds.
  public static Brief of(Case about, Luck luck, List<Lens> chosen, Run run) {
    return of(about, Worlds.of(about.space(), luck), chosen, run);
  }

  private static Brief of(Case about, Worlds worlds, List<Lens> chosen, Run run) {
    List<Lens> fed = chosen.stream().filter(lens -> lens.appliesTo(about.model())).toList();
    List<Answer> answers = fed.stream().map(lens -> lens.examine(worlds, run)).toList();
    List<String> keys = chosen.stream().map(Lens::key).toList();
    return new Brief(
        about,
        answers,
        Sections.unread(about.scenario(), fed.stream().map(Lens::sections).toList()),
        Lenses.all().stream()
            .filter(lens -> !keys.contains(lens.key()) && lens.appliesTo(about.model()))
            .map(Lens::key)
            .toList(),
        Judgements.of(about.scenario()));
  }
}
