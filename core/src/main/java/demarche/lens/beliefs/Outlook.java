package demarche.lens.beliefs;

import demarche.lens.Run;
import demarche.lens.beliefs.Correction.Trials;
import demarche.lens.beliefs.Play.Pace;
import demarche.lens.stability.Concept;
import demarche.lens.stability.Stability;
import demarche.model.Actor;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// All that is found about the beliefs of a scenario under one concept.
///
/// @param real the equilibria of the game as it is
/// @param eyes what each actor that errs sees, in file order
/// @param hypergame the states that nobody leaves, as each sees them
/// @param played what happens; none where a play comes to too many states to be followed
record Outlook(
    Hypergame game, StateSet real, List<Eyes> eyes, StateSet hypergame, List<Played> played) {
  Outlook {
    eyes = List.copyOf(eyes);
    played = List.copyOf(played);
  }

  /// One actor's view.
  ///
  /// @param perceived the equilibria of the game that it sees, as real states
  /// @param missing equilibria of the real game that are none to it
  /// @param surprises from the status quo
  /// @param foreseen where it expects the play to end, by what it thinks that the others believe;
  ///   none where that cannot be followed
  record Eyes(
      Actor holder,
      StateSet perceived,
      StateSet missing,
      List<Surprise> surprises,
      List<Play> foreseen) {
    Eyes {
      surprises = List.copyOf(surprises);
      foreseen = List.copyOf(foreseen);
    }
  }

  /// What happens when all act on their pictures, beside what would if all saw the game as it is.
  ///
  /// @param alone each misreading put right
  /// @param channels each pair that misread one another, both put right
  /// @param repairs the smallest sets that leave no end that nobody wants; nothing where there is
  ///   none to begin with
  record Played(
      Play oneByOne,
      Play atOnce,
      Play clear,
      List<Correction> alone,
      List<Correction> channels,
      List<Correction> repairs) {
    Played {
      alone = List.copyOf(alone);
      channels = List.copyOf(channels);
      repairs = List.copyOf(repairs);
    }
  }

  static Outlook of(StateSpace space, Concept concept, Run run) {
    Hypergame game = Hypergame.of(space, concept, run);
    StateSet real = Stability.known(space, Set.of(concept), run).equilibria(concept);
    List<Eyes> eyes = new ArrayList<>();
    List<Actor> holders = Hypergame.holders(space.model());
    for (int k = 0; k < holders.size(); k++) {
      run.progress().at("beliefs", k, holders.size());
      eyes.add(eyes(game, holders.get(k), real, run));
    }
    return new Outlook(game, real, eyes, game.equilibria(run), played(game, run));
  }

  private static Eyes eyes(Hypergame game, Actor holder, StateSet real, Run run) {
    StateSet perceived = game.perceived(holder, run);
    StateSet missing = new StateSet(game.real().size());
    real.forEach(s -> {
      int image = game.image(holder, s);
      boolean seen =
          image >= 0 && perceived.contains(game.real().state(game.seenBy(holder).levels(image)));
      if (!seen) missing.add(s);
    });
    return new Eyes(
        holder,
        perceived,
        missing,
        Surprise.from(game, holder, game.real().statusQuo(), run),
        foreseen(game, holder, run));
  }

  private static List<Play> foreseen(Hypergame game, Actor holder, Run run) {
    try {
      return List.of(game.foreseenBy(holder, run));
    } catch (Play.Endless endless) {
      return List.of();
    }
  }

  private static List<Played> played(Hypergame game, Run run) {
    try {
      Trials trials = new Trials(game, run);
      Play oneByOne = Play.of(game, Pace.ONE_BY_ONE, run);
      boolean unwanted = Unwanted.share(game.real(), oneByOne) > 0;
      return List.of(
          new Played(
              oneByOne,
              Play.of(game, Pace.AT_ONCE, run),
              Play.of(game.clear(), Pace.ONE_BY_ONE, run),
              trials.alone(),
              trials.channels(),
              unwanted ? trials.repairs() : List.of()));
    } catch (Play.Endless endless) {
      return List.of();
    }
  }

  /// Whether an equilibrium of the hypergame is one of the real game too.
  boolean isSteady(int state) {
    return real.contains(state);
  }

  /// Whether the misreadings change anything that is told here.
  boolean isOfConsequence() {
    return eyes.stream().anyMatch(e -> !e.perceived.equals(real))
        || played.stream().anyMatch(p -> !p.oneByOne.ends().equals(p.clear.ends()));
  }
}
