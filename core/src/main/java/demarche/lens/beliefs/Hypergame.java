package demarche.lens.beliefs;

import static java.util.stream.Collectors.toSet;

import demarche.lens.Run;
import demarche.lens.stability.Concept;
import demarche.lens.stability.Explanation;
import demarche.lens.stability.Explanation.Improvement;
import demarche.lens.stability.Stability;
import demarche.model.Actor;
import demarche.model.Belief;
import demarche.model.Imagined;
import demarche.model.Model;
import demarche.model.Option;
import demarche.model.Party;
import demarche.states.Arcs;
import demarche.states.StateSet;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A game in which each decision maker plays the game that it sees: a hypergame of the first level.
///
/// **Definition.** The *perceived game* of an actor has its pictures of the others in their places,
/// and options that it does not know of stay at the status quo. The *image* of a state in it is the
/// same state with those options at the status quo. A state is stable for an actor iff its image is
/// stable for it in its perceived game; where the image is no state of that game, the actor cannot
/// judge it and stays. Bodies, and actors of whose beliefs the file says nothing, judge the game as
/// it is. A state in which an option that an actor does not know of stands otherwise than in the
/// status quo is *hidden* from it. A *hypergame equilibrium* is stable for all; *steady* if it is
/// an equilibrium of the real game too, else *vulnerable*.
///
/// **Source.** Bennett (1977); graph form Wang, Hipel & Fraser (1988), and Aljefri, Bashar, Fang &
/// Hipel (2018). Names of classes differ from paper to paper; these are ours.
///
/// @param real the states of the game as it is
/// @param pictures by the index of the actor; none for those who see the game as it is
/// @param concept under which stability is judged
public record Hypergame(StateSpace real, Map<Integer, Picture> pictures, Concept concept) {
  public Hypergame {
    pictures = Map.copyOf(pictures);
  }

  /// What one actor sees.
  ///
  /// @param space the states of its perceived game
  /// @param unseen options that it does not know of
  public record Picture(StateSpace space, List<Option> unseen) {
    public Picture {
      unseen = List.copyOf(unseen);
    }

    /// The picture of an actor, by the beliefs of a model.
    ///
    /// @param real the states of a model that may differ in beliefs alone
    static Picture of(StateSpace real, Model model, Actor actor) {
      List<Option> unseen =
          model.beliefs().stream()
              .filter(belief -> belief.holder().equals(actor.id()))
              .flatMap(belief -> belief.blindTo().stream())
              .toList();
      return new Picture(real.with(Imagined.seenBy(model, actor.id())), unseen);
    }
  }

  /// The hypergame of a scenario, by the beliefs of its file.
  public static Hypergame of(StateSpace real, Concept concept, Run run) {
    Map<Integer, Picture> pictures = new HashMap<>();
    for (Actor actor : holders(real.model())) {
      run.check();
      pictures.put(actor.index(), Picture.of(real, real.model(), actor));
    }
    return new Hypergame(real, pictures, concept);
  }

  /// The actors of whose beliefs the file says something, in file order.
  static List<Actor> holders(Model model) {
    Set<String> ids = model.beliefs().stream().map(Belief::holder).collect(toSet());
    return model.actors().stream().filter(a -> ids.contains(a.id())).toList();
  }

  public Model model() {
    return real.model();
  }

  /// The same game, seen by everybody as it is.
  public Hypergame clear() {
    return new Hypergame(real, Map.of(), concept);
  }

  /// The game that a party plays.
  public StateSpace seenBy(Party party) {
    Picture own = pictures.get(party.index());
    return own == null ? real : own.space;
  }

  private List<Option> unseen(Party party) {
    Picture own = pictures.get(party.index());
    return own == null ? List.of() : own.unseen;
  }

  /// What a state looks like to a party, in the game that it plays; -1 where it is none there.
  public int image(Party party, int state) {
    int[] levels = real.levels(state);
    int[] quo = model().statusQuo();
    for (Option unseen : unseen(party)) levels[unseen.index()] = quo[unseen.index()];
    return seenBy(party).state(levels);
  }

  /// Whether something that the party does not know of stands otherwise than in the status quo.
  public boolean isHidden(Party party, int state) {
    int[] levels = real.levels(state);
    int[] quo = model().statusQuo();
    return unseen(party).stream().anyMatch(o -> levels[o.index()] != quo[o.index()]);
  }

  /// The equilibria of the game that a party sees, as real states.
  public StateSet perceived(Party party, Run run) {
    StateSpace seen = seenBy(party);
    StateSet equilibria = Stability.known(seen, Set.of(concept), run).equilibria(concept);
    if (seen.sharesStates(real)) return equilibria;
    StateSet states = new StateSet(real.size());
    equilibria.forEach(s -> states.add(real.state(seen.levels(s))));
    return states;
  }

  /// The states that nobody leaves, as each sees them.
  public StateSet equilibria(Run run) {
    StateSet all = StateSet.all(real.size());
    for (Party party : model().parties()) all = all.and(stable(party, run));
    return all;
  }

  private StateSet stable(Party party, Run run) {
    StateSpace seen = seenBy(party);
    StateSet own = Stability.known(seen, Set.of(concept), run).stable(concept, party);
    if (seen.sharesStates(real)) return own;
    StateSet stable = new StateSet(real.size());
    for (int s = 0; s < real.size(); s++) {
      if ((s & 0xFFF) == 0) run.check();
      int image = image(party, s);
      if (image < 0 || own.contains(image)) stable.add(s);
    }
    return stable;
  }

  /// Where a party would go from a state, as it sees things: the best of the improvements that it
  /// believes nothing deters, all of them where several are best; of a body, which ranks nothing,
  /// all. Nowhere if it stays.
  ///
  /// @param to real states, ascending
  /// @param stumbles whether it would also go where there is no state, for the real world does not
  ///   allow what it sees
  public record Going(List<Integer> to, Stumble stumbles) {
    public Going {
      to = List.copyOf(to);
    }
  }

  /// Whether somebody tries what cannot be.
  public enum Stumble {
    NO,
    YES
  }

  public Going going(Party party, int state, Run run) {
    StateSpace seen = seenBy(party);
    int image = image(party, state);
    if (image < 0) return new Going(List.of(), Stumble.NO);
    Party own = seen.model().parties().get(party.index());
    List<Integer> undeterred =
        Explanation.of(Arcs.of(seen, run.watch()), own, image, concept, run).improvements().stream()
            .filter(improvement -> !improvement.isDeterred())
            .map(Improvement::to)
            .toList();
    List<Integer> to = new ArrayList<>();
    Stumble stumbles = Stumble.NO;
    for (int best : best(seen, own, undeterred)) {
      int real = moved(party, state, seen.levels(best));
      if (real >= 0) to.add(real);
      else stumbles = Stumble.YES;
    }
    to.sort(null);
    return new Going(to, stumbles);
  }

  private static List<Integer> best(StateSpace seen, Party party, List<Integer> states) {
    if (!(party instanceof Actor actor)) return states;
    int most = states.stream().mapToInt(s -> seen.rank(actor, s)).max().orElse(0);
    return states.stream().filter(s -> seen.rank(actor, s) == most).toList();
  }

  /// The real state after a party sets its own options as in some levels; -1 where there is none.
  private int moved(Party party, int state, int[] levels) {
    if (model().isGraph()) return real.state(levels);
    int[] after = real.levels(state);
    for (Option option : party.options()) after[option.index()] = levels[option.index()];
    return real.state(after);
  }

  /// The play that an actor expects, with ends as real states: that of the hypergame in its
  /// picture, in which the others believe what it thinks that they believe.
  ///
  /// @throws Play.Endless if it comes to more states than are followed
  public Play foreseenBy(Actor holder, Run run) {
    StateSpace seen = seenBy(holder);
    Play play = Play.of(Hypergame.of(seen, concept, run), Play.Pace.ONE_BY_ONE, run);
    List<Play.End> ends =
        play.ends().stream()
            .map(end ->
                new Play.End(
                    end.states().stream().map(s -> real.state(seen.levels(s))).toList(),
                    end.share()))
            .toList();
    return new Play(ends, play.visited(), play.stumbled());
  }
}
