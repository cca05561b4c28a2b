package demarche.lens.settlement.zone;

import demarche.finding.Slot;
import demarche.model.Actor;
import demarche.model.Model;
import demarche.model.Preference;
import demarche.states.StateSpace;
import demarche.states.Utility;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/// What a state gives each required actor beyond the disagreement point, as exact numbers.
///
/// **Definition.** In u the gain of *i* at *s* is u(*s*) - u(*d*), where u is -1 for a state that
/// crosses a red line of *i*. Raw it is the value of *s* less that of *d*, red lines aside. Of an
/// actor with a mere order both use its evenly spaced ranks, which is an assumption.
///
/// **Cost.** Each gain is worked out once for a class of states that are equally good to the actor.
/// Only for states that cross no red line of the actor. Not for two threads.
public final class Stakes {
  private static final int DECIMALS = 3;

  private final StateSpace space;
  private final List<Actor> actors;
  private final Unit unit;
  private final List<Utility> utilities = new ArrayList<>();
  private final List<BigFraction> without = new ArrayList<>();
  private final List<Map<Integer, BigFraction>> known = new ArrayList<>();

  public Stakes(StateSpace space, List<Actor> actors, Unit unit) {
    this.space = space;
    this.actors = List.copyOf(actors);
    this.unit = unit;
    Model model = space.model();
    for (int i = 0; i < actors.size(); i++) {
      utilities.add(Utility.of(model, actors.get(i)));
      without.add(worth(i, model.disagreement()));
      known.add(new HashMap<>());
    }
  }

  public Unit unit() {
    return unit;
  }

  public List<Actor> actors() {
    return actors;
  }

  /// The actors that have a mere order, so that their numbers are an assumption.
  public List<Actor> assumed() {
    List<Actor> assumed = new ArrayList<>();
    for (int i = 0; i < actors.size(); i++) {
      if (utilities.get(i).isAssumed()) assumed.add(actors.get(i));
    }
    return assumed;
  }

  /// @param i place of the actor
  /// @param state that crosses no red line of it
  public BigFraction gain(int i, int state) {
    return known
        .get(i)
        .computeIfAbsent(
            space.rank(actors.get(i), state),
            _ -> worth(i, space.levels(state)).subtract(without.get(i)));
  }

  /// The gains of all actors, in their order.
  public List<BigFraction> gains(int state) {
    List<BigFraction> gains = new ArrayList<>();
    for (int i = 0; i < actors.size(); i++) gains.add(gain(i, state));
    return gains;
  }

  private BigFraction worth(int i, int[] levels) {
    Utility utility = utilities.get(i);
    return switch (unit) {
      case U -> utility.of(levels);
      case RAW ->
          actors.get(i).preference().order() instanceof Preference.Values values
              ? values.of(levels)
              : utility.byOrder(levels);
    };
  }

  /// A number rounded to three decimals, or to two digits where it is smaller than that shows.
  public static Slot.Amount rounded(BigFraction number, String unit) {
    BigDecimal exact =
        new BigDecimal(number.getNumerator())
            .divide(new BigDecimal(number.getDenominator()), MathContext.DECIMAL128);
    BigDecimal round = exact.setScale(DECIMALS, RoundingMode.HALF_UP);
    if (round.signum() == 0 && number.signum() != 0) {
      round = exact.round(new MathContext(2, RoundingMode.HALF_UP));
    }
    String digits = round.signum() == 0 ? "0" : round.stripTrailingZeros().toPlainString();
    return new Slot.Amount(digits, unit);
  }
}
