package demarche.lens.settlement.deals;

import demarche.lens.settlement.deals.Additive.Found;
import demarche.model.Actor;
import demarche.model.Model;
import demarche.scenario.Exact;
import demarche.scenario.Twist;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/// By how much gains are multiplied, side by side.
///
/// **Definition.** In u: one over the room between the lowest and the highest value of the actor
/// among the feasible states of the unvaried scenario that cross none of its red lines. It is found
/// issue by issue, which asks that the unvaried scenario be additive for each actor, that nobody
/// copies another and that there are no events; else gains are raw.
///
/// @param factors empty for raw values
/// @param reason why gains are raw although u was asked for; else empty
record Scales(List<BigFraction> factors, String reason) {
  static final Scales RAW = new Scales(List.of(), "");

  Scales {
    factors = List.copyOf(factors);
  }

  static Scales of(Model model, Found found) {
    if (!model.events().isEmpty()) return raw("the scale would range over events");
    if (model.scenario().twists().stream().anyMatch(Twist.Copies.class::isInstance)) {
      return raw("an actor copies another in this variant");
    }
    Model unvaried = model.unvaried();
    List<BigFraction> factors = new ArrayList<>();
    for (Actor actor : found.actors()) {
      Optional<Actor> own =
          unvaried.actors().stream().filter(a -> a.id().equals(actor.id())).findFirst();
      if (own.isEmpty()) return raw("'" + actor.id() + "' is not in the unvaried scenario");
      switch (Additive.of(unvaried, List.of(own.orElseThrow()))) {
        case Found(var bargain, var _, var _, var _) ->
            factors.add(factor(unvaried, own.orElseThrow(), bargain.sides().getFirst()));
        case Additive.NotAdditive(String reason) -> {
          return raw("in the unvaried scenario " + reason);
        }
      }
    }
    return new Scales(factors, "");
  }

  private static Scales raw(String reason) {
    return new Scales(List.of(), reason);
  }

  private static BigFraction factor(Model unvaried, Actor actor, Bargain.Side side) {
    BigFraction low = side.constant();
    BigFraction high = side.constant();
    for (List<BigFraction> worths : side.worths()) {
      low = low.add(worths.stream().min(Exact.ORDER).orElseThrow());
      high = high.add(worths.stream().max(Exact.ORDER).orElseThrow());
    }
    int[] without = unvaried.disagreement();
    if (unvaried.isFeasible(without) && !actor.preference().crossesAny(without)) {
      if (Exact.isMore(low, side.reservation())) low = side.reservation();
      if (Exact.isMore(side.reservation(), high)) high = side.reservation();
    }
    BigFraction room = high.subtract(low);
    return room.signum() == 0 ? BigFraction.ONE : room.reciprocal();
  }

  Bargain apply(Bargain bargain) {
    if (factors.isEmpty()) return bargain;
    List<Bargain.Side> sides = new ArrayList<>();
    for (int s = 0; s < factors.size(); s++) {
      sides.add(bargain.sides().get(s).times(factors.get(s)));
    }
    return new Bargain(bargain.issues(), sides);
  }

  boolean isRaw() {
    return factors.isEmpty();
  }

  /// As it is printed beside a number.
  String word() {
    return isRaw() ? "raw value" : "u";
  }

  String meaning() {
    return isRaw()
        ? "raw value, each party's own unit, as the file has it"
        : "u, each party's value scaled from 0 to 1 over the feasible states that cross none of its"
            + " red lines";
  }
}
