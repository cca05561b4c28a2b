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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// All that is found about the beliefs of a scenario under one concept.
///
/// @param real the equilibria of the game as it is
/// @param eyes what each actor that errs sees, in file order
/// @param hypergame the states that nobody leaves, as each sees them
/// @param played what happens; none where the play comes to too many states to be followed
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
  /// @param surprises from the status quo, then from other states in which it expects all to end
  /// @param exposed the perceived equilibria from which another has a move that it does not see
  ///   coming
  /// @param foreseen where it expects the play to end, by what it thinks that the others believe;
  ///   none where that cannot be followed
  record Eyes(
      Actor holder,
      StateSet perceived,
      StateSet missing,
      List<Surprise> surprises,
      StateSet exposed,
      List<Play> foreseen) {
    Eyes {
      surprises = List.copyOf(surprises);
      foreseen = List.copyOf(foreseen);
    }
  }

  /// What happens when all act on their pictures, beside what would if all saw the game as it is. A
  /// play beside it that comes to too much to be followed is not there.
  ///
  /// @param alone each misreading put right
  /// @param channels each pair that misread one another, both put right
  /// @param repairs the smallest sets that leave no end that nobody wants; nothing where there is
  ///   none to begin with
  record Played(
      Play oneByOne,
      List<Play> atOnce,
      List<Play> clear,
      List<Correction> alone,
      List<Correction> channels,
      List<Correction> repairs) {
    Played {
      atOnce = List.copyOf(atOnce);
      clear = List.copyOf(clear);
      alone = List.copyOf(alone);
      channels = List.copyOf(channels);
      repairs = List.copyOf(repairs);
    }

    /// Whether it is known to end otherwise than if all saw the game as it is.
    boolean isAstray() {
      return clear.stream().anyMatch(play -> !oneByOne.endsLike(play));
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
    List<Play> foreseen = foreseen(game, holder, run);
    return new Eyes(
        holder,
        perceived,
        missing,
        surprises(game, holder, foreseen, run),
        Surprise.exposed(game, holder, perceived, run),
        foreseen);
  }

  private static List<Surprise> surprises(
      Hypergame game, Actor holder, List<Play> foreseen, Run run) {
    Set<Integer> from = new LinkedHashSet<>(List.of(game.real().statusQuo()));
    for (Play play : foreseen) play.ends().forEach(end -> from.addAll(end.states()));
    List<Surprise> surprises = new ArrayList<>();
    for (int state : from) surprises.addAll(Surprise.from(game, holder, state, run));
    return surprises;
  }

  private static List<Play> foreseen(Hypergame game, Actor holder, Run run) {
    try {
      return List.of(game.foreseenBy(holder, run));
    } catch (Play.Endless endless) {
      return List.of();
    }
  }

  private static List<Played> played(Hypergame game, Run run) {
    Trials trials = new Trials(game, run);
    return Play.followed(game, Pace.ONE_BY_ONE, run).stream()
        .map(oneByOne ->
            new Played(
                oneByOne,
                Play.followed(game, Pace.AT_ONCE, run),
                Play.followed(game.clear(), Pace.ONE_BY_ONE, run),
                trials.alone(),
                trials.channels(),
                Unwanted.share(game.real(), oneByOne) > 0 ? trials.repairs() : List.of()))
        .toList();
  }

  /// Whether an equilibrium of the hypergame is one of the real game too.
  boolean isSteady(int state) {
    return real.contains(state);
  }

  /// Whether the misreadings change anything that is told here.
  boolean isOfConsequence() {
    return eyes.stream().anyMatch(e -> !e.perceived.equals(real))
        || played.stream().anyMatch(Played::isAstray);
  }
}
