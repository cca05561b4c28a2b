package demarche.states;

import demarche.model.Actor;
import demarche.model.Model;
import demarche.model.Option;
import demarche.model.Preference;
import demarche.scenario.Twist;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.numbers.fraction.BigFraction;

/// What a state is worth to an actor on a scale that lenses and variants share.
///
/// **Definition.** u is the actor's value, scaled once so that the feasible states of the unvaried
/// scenario (events free) that cross none of its red lines run from 0 to 1. In a variant values
/// outside that range can occur. A state that crosses a red line has -1, whatever else holds in it.
/// Where all those values are equal, u is 1. Of a mere order the evenly spaced ranks are taken,
/// which is an assumption. An actor that copies another has that one's scale.
///
/// **Cost.** One walk over the states of the unvaried scenario; 8 bytes a state while it runs.
public final class Utility {
  private final Preference preference;
  private final List<BigFraction> ends;
  private final List<Scale> ranks;

  private Utility(Preference preference, List<BigFraction> ends, List<Scale> ranks) {
    this.preference = preference;
    this.ends = ends;
    this.ranks = ranks;
  }

  /// @param actor of the model, which may be varied
  /// @throws TooLarge before memory is taken
  public static Utility of(Model model, Actor actor) {
    Preference own = actor.preference();
    if (!(own.order() instanceof Preference.Values)) {
      return new Utility(own, List.of(), List.of(Scale.of(own, model)));
    }
    if (isOnU(model, actor)) {
      return new Utility(own, List.of(BigFraction.ZERO, BigFraction.ONE), List.of());
    }
    Model unvaried = model.unvaried();
    String id = original(model, actor);
    Preference reference =
        unvaried.actors().stream()
            .filter(a -> a.id().equals(id))
            .map(Actor::preference)
            .filter(p -> p.order() instanceof Preference.Values)
            .findFirst()
            .orElse(own);
    boolean isOwn = reference.equals(own) && !hasSameOptions(model, unvaried);
    return new Utility(own, ends(reference, isOwn ? model : unvaried), List.of());
  }

  /// The same, and cheaper where the states at hand are those on which the scale rests: of the
  /// unvaried scenario, with events free.
  ///
  /// @param actor of the space's model
  public static Utility of(StateSpace space, Actor actor) {
    Model model = space.model();
    boolean free = model.events().isEmpty() || space.outline().events() == Layout.Events.FREE;
    boolean atHand = free && model.equals(model.unvaried()); // the same object
    return atHand && actor.preference().order() instanceof Preference.Values
        ? new Utility(
            actor.preference(),
            ends(actor.preference(), space.standing(actor), space.feasible()),
            List.of())
        : of(model, actor);
  }

  /// Whether the actor's values are on this scale as they stand.
  private static boolean isOnU(Model model, Actor actor) {
    return model.scenario().twists().stream()
        .anyMatch(t -> t instanceof Twist.OnU(var word) && word.text().equals(actor.id()));
  }

  /// Whose preference the actor has in this variant: that of an actor which it copies, or its own.
  private static String original(Model model, Actor actor) {
    return model.scenario().twists().stream()
        .filter(Twist.Copies.class::isInstance)
        .map(Twist.Copies.class::cast)
        .filter(copies -> copies.actor().text().equals(actor.id()))
        .map(copies -> copies.model().text())
        .reduce((_, last) -> last)
        .orElse(actor.id());
  }

  /// Whether levels by option index mean the same in both.
  static boolean hasSameOptions(Model one, Model other) {
    return options(one).equals(options(other));
  }

  private static List<String> options(Model model) {
    return Stream.concat(model.options().stream(), model.events().stream())
        .map((Option o) -> o.id() + o.levels())
        .toList();
  }

  /// The lowest and the highest value; the same twice where no state is left.
  private static List<BigFraction> ends(Preference preference, Model model) {
    FeasibleStates states = FeasibleStates.of(model, Layout.Events.FREE, Watch.NONE);
    return ends(preference, Standing.of(preference, states, Watch.NONE), states);
  }

  private static List<BigFraction> ends(
      Preference preference, Standing standing, FeasibleStates states) {
    int lowest = -1;
    int highest = -1;
    Ranks rank = standing.order();
    for (int s = 0; s < rank.size(); s++) {
      if (standing.crossesAny(s)) continue;
      if (lowest < 0 || rank.at(s) < rank.at(lowest)) lowest = s;
      if (highest < 0 || rank.at(s) > rank.at(highest)) highest = s;
    }
    if (lowest < 0) return List.of(BigFraction.ZERO, BigFraction.ZERO);
    Preference.Values values = (Preference.Values) preference.order();
    return List.of(values.of(states.levels(lowest)), values.of(states.levels(highest)));
  }

  /// Whether the scale is assumed, as the actor has a mere order.
  public boolean isAssumed() {
    return ends.isEmpty();
  }

  /// The value that stands for 0, in the actor's own unit; 0 where the scale is assumed.
  public BigFraction low() {
    return isAssumed() ? BigFraction.ZERO : ends.getFirst();
  }

  /// The value that stands for 1, in the actor's own unit; 1 where the scale is assumed.
  public BigFraction high() {
    return isAssumed() ? BigFraction.ONE : ends.getLast();
  }

  /// @param levels of options and events, feasible or not
  public BigFraction of(int[] levels) {
    return preference.crossesAny(levels) ? BigFraction.of(-1) : byOrder(levels);
  }

  /// The same with red lines left out: what the order alone makes of an assignment. 1 everywhere
  /// where the scale has no room.
  public BigFraction byOrder(int[] levels) {
    if (isAssumed()) return ranks.getFirst().worth(levels);
    BigFraction room = high().subtract(low());
    if (room.signum() == 0) return BigFraction.ONE;
    return ((Preference.Values) preference.order()).of(levels).subtract(low()).divide(room);
  }
}
