package demarche.lens.claims;

import static demarche.finding.Sentence.say;

import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Worlds;
import demarche.lens.preferences.Critical;
import demarche.lens.preferences.Domain;
import demarche.lens.preferences.Flip;
import demarche.lens.preferences.Quotient;
import demarche.model.Model;
import demarche.scenario.Exact;
import demarche.scenario.InvalidScenario;
import demarche.scenario.Notation;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/// The value of a parameter at which a check changes from yes to no or back.
///
/// **Definition.** Of the values at which the check changes, the nearest to the present one, within
/// the first stretch of the [Domain] that has any. The check is asked of the whole file read anew
/// with the parameter at another value. Where only values of states decide, the values to ask at
/// are the roots of their differences; else the stretch is tried in [#STEPS] steps, and the change
/// found halved down.
final class Turning {
  private static final int STEPS = 32;
  private static final int HALVINGS = 20;

  private final Findings world;
  private final Typed check;
  private final Domain domain;
  private final Map<BigFraction, Optional<Boolean>> known = new HashMap<>();

  private Turning(Findings world, Typed check, Domain domain) {
    this.world = world;
    this.check = check;
    this.domain = domain;
  }

  static Found threshold(Findings findings, Arguments arguments) {
    Model model = findings.model();
    String parameter = arguments.id("parameter");
    if (!model.parameters().containsKey(parameter)) {
      throw new NoAnswer("there is no parameter '" + parameter + "' in this variant");
    }
    Domain domain = Domain.of(model, parameter);
    return new Turning(findings, arguments.term("check"), domain).found();
  }

  private Found found() {
    Asking.variants(check).forEach(this::refuseOther);
    Evaluation present = new Evaluation(Worlds.of(world.space()), world.run());
    boolean now = truth(present);
    known.put(domain.present(), Optional.of(now));
    try {
      return exact(new Deciding(present, domain.parameter()).of(check), now);
    } catch (Deciding.Unknown _) {
      return scanned(now);
    }
  }

  /// A variant that gives the parameter another value has another present.
  private void refuseOther(String variant) {
    String parameter = domain.parameter();
    BigFraction there =
        world.model().variant(variant).parameters().getOrDefault(parameter, BigFraction.ZERO);
    if (there.equals(domain.present())) return;
    throw new NoAnswer(
        ("in the variant '%s', of which the check asks, %s is %s and not the present %s; write"
                + " threshold(%s, ..., variant = %s)")
            .formatted(
                variant, parameter, number(there), number(domain.present()), parameter, variant));
  }

  private boolean truth(Evaluation evaluation) {
    return ((Value.Truth) evaluation.of(check).value()).holds();
  }

  /// What the check comes to at another value; empty where the file has no meaning there, or the
  /// check no answer.
  private Optional<Boolean> at(BigFraction x) {
    Optional<Boolean> before = known.get(x);
    if (before != null) return before;
    Optional<Boolean> answer;
    try {
      Model other = world.model().with(domain.parameter(), x);
      Worlds worlds = Worlds.of(StateSpace.of(other));
      answer = Optional.of(truth(new Evaluation(worlds, world.run())));
    } catch (InvalidScenario | NoAnswer _) {
      answer = Optional.empty();
    }
    known.put(x, answer);
    return answer;
  }

  private Found exact(List<Quotient> deciding, boolean now) {
    Domain.Stretch wide = domain.widest();
    List<Critical> criticals =
        Critical.merged(
            deciding.stream()
                .filter(q -> !q.isConstant())
                .map(q -> q.criticals(wide.low(), wide.high()))
                .toList());
    Optional<Flip> flip = Flip.nearest(domain, criticals, this::at);
    if (flip.isEmpty()) throw none("");
    Critical at = flip.get().at();
    Sentence how =
        at.isExact()
            ? say("Only values of states decide; the value is exact")
            : say("Only values of states decide; the value is exact to 30 decimals");
    return told(at.value(), flip.get().side(), flip.get().inclusive(), now, how);
  }

  private NoAnswer none(String how) {
    Domain.Stretch wide = domain.widest();
    return new NoAnswer(
        "the check does not change for any value of %s between %s and %s%s"
            .formatted(domain.parameter(), number(wide.low()), number(wide.high()), how));
  }

  private static String number(BigFraction x) {
    return Shown.text(new Value.Amount(x));
  }

  /// A change found by trying.
  ///
  /// @param width how far apart the ends were at last between which it lies
  private record Turn(BigFraction value, int side, BigFraction width) {}

  private Found scanned(boolean now) {
    for (Domain.Stretch stretch : domain.stretches()) {
      BigFraction step = stretch.high().subtract(stretch.low()).divide(STEPS);
      List<Turn> turns = new ArrayList<>();
      for (int side : new int[] {-1, 1}) turns.addAll(outward(stretch, side, now, turns));
      if (turns.isEmpty()) continue;
      Turn turn = Collections.min(turns, (s, t) -> Exact.compare(off(s.value), off(t.value)));
      Sentence how =
          say(
              "Found by trying values {} apart and halving down to {}: two changes closer together"
                  + " than the step would not be seen",
              new Slot.Plain(number(step)),
              new Slot.Plain(number(turn.width)));
      return told(turn.value, turn.side, isOther(turn.value, now), now, how);
    }
    throw none(", tried in %d steps".formatted(STEPS));
  }

  /// The first change on one side of the present value, unless one of those known is nearer.
  private List<Turn> outward(Domain.Stretch stretch, int side, boolean now, List<Turn> known) {
    BigFraction step = stretch.high().subtract(stretch.low()).divide(STEPS);
    BigFraction near = domain.present();
    for (int k = side > 0 ? 0 : STEPS; k >= 0 && k <= STEPS; k += side) {
      BigFraction far = stretch.low().add(step.multiply(k));
      if (far.subtract(domain.present()).signum() != side) continue;
      BigFraction least = off(near);
      if (known.stream().anyMatch(t -> Exact.isAtLeast(least, off(t.value)))) return List.of();
      if (isOther(far, now)) return List.of(halved(near, far, side, now));
      near = far;
    }
    return List.of();
  }

  private BigFraction off(BigFraction x) {
    return x.subtract(domain.present()).abs();
  }

  private boolean isOther(BigFraction x, boolean now) {
    return at(x).map(then -> then != now).orElse(false);
  }

  private Turn halved(BigFraction from, BigFraction to, int side, boolean now) {
    BigFraction near = from;
    BigFraction far = to;
    for (int k = 0; k < HALVINGS; k++) {
      BigFraction middle = near.add(far).divide(2);
      if (isOther(middle, now)) far = middle;
      else near = middle;
    }
    BigFraction value = side > 0 ? Critical.simplest(near, far) : Critical.simplest(far, near);
    return new Turn(value, side, far.subtract(near).abs());
  }

  private Found told(BigFraction value, int side, boolean inclusive, boolean now, Sentence how) {
    Sentence flips =
        say(
            "At the present value {} of {} the check {} is {}; it changes {} {}",
            new Slot.Plain(number(domain.present())),
            new Slot.Plain(domain.parameter()),
            new Slot.Quoted(Notation.of(check.written())),
            new Slot.Plain(now ? "true" : "false"),
            new Slot.Plain(inclusive ? "at" : side > 0 ? "above" : "below"),
            new Slot.Plain(number(value)));
    return new Found(new Value.Amount(value), List.of(flips, searched(value), how), List.of());
  }

  private Sentence searched(BigFraction value) {
    Domain.Stretch first = domain.stretches().getFirst();
    Sentence within =
        say(
            "Searched from {} to {}, {}",
            new Slot.Plain(number(first.low())),
            new Slot.Plain(number(first.high())),
            new Slot.Plain(domain.ranged() ? "its range" : "as it has no range"));
    if (first.has(Critical.at(value)) || domain.stretches().size() == 1) return within;
    Domain.Stretch wide = domain.widest();
    return within.then(
        ", without a change, then from {} to {}",
        new Slot.Plain(number(wide.low())),
        new Slot.Plain(number(wide.high())));
  }
}
