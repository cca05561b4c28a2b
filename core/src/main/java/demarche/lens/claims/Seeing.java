package demarche.lens.claims;

import static demarche.finding.Sentence.say;

import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.beliefs.Hypergame;
import demarche.lens.beliefs.Play;
import demarche.lens.stability.Concept;
import demarche.model.Actor;
import demarche.scenario.BeliefEntry;
import demarche.scenario.Evidence;
import demarche.scenario.Expression;
import demarche.states.StateSet;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/// What actors see, and where acting on that leads.
final class Seeing {
  /// A share is right to this many decimals.
  private static final int DECIMALS = 9;

  private Seeing() {}

  static Found perceived(Findings findings, Arguments arguments) {
    Concept concept = classical(findings, arguments.concept("c"));
    Hypergame game = findings.hypergame(concept);
    Actor actor = (Actor) arguments.party("a");
    StateSet states = within(findings, arguments, game.perceived(actor, findings.run()));
    return new Found(
        new Value.States(findings.space(), states),
        List.of(Stable.some(findings, states)),
        evidence(findings, actor.id()));
  }

  static Found hypergame(Findings findings, Arguments arguments) {
    Concept concept = classical(findings, arguments.concept("c"));
    StateSet all = findings.hypergame(concept).equilibria(findings.run());
    StateSet states = within(findings, arguments, all);
    return Found.of(new Value.States(findings.space(), states), Stable.some(findings, states));
  }

  private static StateSet within(Findings findings, Arguments arguments, StateSet states) {
    StateSet left = states;
    for (Expression condition : arguments.condition("condition").stream().toList()) {
      left = left.and(Ways.where(findings, condition));
    }
    return left;
  }

  private static Concept classical(Findings findings, Concept concept) {
    if (concept == Concept.SIM && findings.model().isGraph()) {
      throw new NoAnswer("SIM was not searched: a graph does not say how moves combine");
    }
    return concept;
  }

  /// The share of plays that end where a condition holds; as somebody expects it, where it is asked
  /// so.
  static Found ends(Findings findings, Arguments arguments) {
    Concept concept =
        classical(findings, arguments.has("concept") ? arguments.concept("concept") : Concept.SEQ);
    Hypergame game = findings.hypergame(concept);
    StateSet where = Ways.where(findings, arguments.condition("condition").orElseThrow());
    try {
      Play play =
          arguments.has("observer")
              ? game.foreseenBy((Actor) arguments.party("observer"), findings.run())
              : Play.of(game, Play.Pace.ONE_BY_ONE, findings.run());
      Sentence told =
          say(
              "The play comes to {} and ends in {}",
              new Slot.Count(play.visited(), "state", "states"),
              new Slot.Count(play.ends().size(), "way", "ways"));
      return new Found(share(play.share(where::contains)), List.of(told), List.of());
    } catch (Play.Endless endless) {
      throw new NoAnswer(endless.reason());
    }
  }

  private static Value share(double share) {
    BigDecimal rounded = new BigDecimal(share).setScale(DECIMALS, RoundingMode.HALF_EVEN);
    return new Value.Amount(BigFraction.of(rounded.unscaledValue(), BigInteger.TEN.pow(DECIMALS)));
  }

  private static List<Evidence> evidence(Findings findings, String holder) {
    List<Evidence> all = new ArrayList<>();
    for (BeliefEntry belief : findings.model().scenario().beliefs()) {
      if (!belief.holder().text().equals(holder)) continue;
      all.add(belief.evidence());
      belief.views().forEach(view -> all.add(view.evidence()));
    }
    return all;
  }
}
