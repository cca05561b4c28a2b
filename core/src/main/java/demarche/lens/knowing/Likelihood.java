package demarche.lens.knowing;

import demarche.model.Actor;
import demarche.model.Party;
import demarche.states.StateSpace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/// Preferences that are known by their probabilities, read as fuzzy or as probable. Bodies vote by
/// the base preferences of their members, and where nothing is uncertain the preference is known.
final class Likelihood {
  private final StateSpace space;
  private final Settings settings;
  private final Map<Integer, Chances> chances = new HashMap<>();

  private Likelihood(StateSpace space, Settings settings) {
    this.space = space;
    this.settings = settings;
  }

  /// @throws demarche.states.TooLarge before memory is taken
  static Likelihood of(StateSpace space, Settings settings) {
    long orders =
        space.model().actors().stream()
            .filter(Chances::areOpen)
            .mapToLong(a -> 1L + a.alternatives().size())
            .sum();
    Doubts.refuse(space, orders, "the likely orders of actors");
    Likelihood likelihood = new Likelihood(space, settings);
    space.model().actors().stream()
        .filter(Chances::areOpen)
        .forEach(a -> likelihood.chances.put(a.index(), Chances.of(space, a)));
    return likelihood;
  }

  /// How likely an actor prefers what; nothing where its preference is simply known.
  List<Chances> chances(Actor actor) {
    Chances own = chances.get(actor.index());
    return own == null ? List.of() : List.of(own);
  }

  /// **Definition.** r(q, s) is the probability that *q* is preferred to *s*, plus half of that of
  /// a tie; so r(q, s) + r(s, q) = 1, and the relative strength is r(q, s) - r(s, q). A fuzzy
  /// improvement is a move whose relative strength is at least the mover's satisficing threshold.
  /// An actor leaves for these, answers by these, and fears a state that is not so much better.
  ///
  /// **Source.** Bashar, Kilgour & Hipel (2012).
  Stance fuzzy(Party party) {
    Chances own = chances.get(party.index());
    if (!(party instanceof Actor) || own == null) return Stance.crisp(space, party);
    BigFraction threshold = settings.satisficing(party.id());
    Relation improves = (s, q) -> own.isAhead(s, q, threshold);
    return new Stance(improves, (s, t) -> !improves.holds(s, t), improves);
  }

  /// **Definition.** Leaves *s* for *q* if *q* is preferred with a probability above 1 - alpha;
  /// fears *t* if *t* is preferred to *s* with a probability of at most 1 - beta; answers by what
  /// is preferred with a probability above 1 - gamma.
  ///
  /// **Source.** Rêgo & dos Santos (2015) for alpha and beta; that gamma bounds answers as alpha
  /// bounds leaving is our reading.
  Stance probable(Party party) {
    Chances own = chances.get(party.index());
    if (!(party instanceof Actor) || own == null) return Stance.crisp(space, party);
    BigFraction leaving = BigFraction.ONE.subtract(settings.alpha());
    BigFraction fearing = BigFraction.ONE.subtract(settings.beta());
    BigFraction answering = BigFraction.ONE.subtract(settings.gamma());
    return new Stance(
        (s, q) -> own.isLikelier(s, q, leaving),
        (s, t) -> !own.isLikelier(s, t, fearing),
        (q, t) -> own.isLikelier(q, t, answering));
  }
}
