package demarche.lens.roles;

import static demarche.finding.Sentence.say;

import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Gain;
import demarche.lens.Wording;
import demarche.lens.council.BadCop;
import demarche.lens.council.Council;
import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Term;
import demarche.scenario.BodyEntry;
import demarche.scenario.Evidence;
import demarche.scenario.Exact;
import demarche.states.Utility;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.numbers.fraction.BigFraction;

/// Whose veto spares an ally.
///
/// **Definition.** An actor is a *bad cop* for an ally, about a target, if in some body it holds a
/// veto; without it the body passes a text from the status quo in which the target holds, and by
/// that text either the target comes only now or a measure of the file is higher; and the ally
/// holds a veto too, loses by the text, and bears it, for to object costs the ally no less than it
/// loses, and more than the actor's objection costs the actor (each on its own u). See [BadCop].
///
/// **Source.** Ours, after the agenda setting of Romer & Rosenthal (1978).
record Covering(Question question) {
  /// @param measure what is higher without the veto; empty for the target itself
  private record Cover(Body body, String measure, BadCop effect, List<BadCop.Ally> allies) {}

  Judgement judgement() {
    List<Sentence> because = new ArrayList<>();
    for (Body body : question.scene().model().bodies()) {
      Council council = council(body);
      for (Map.Entry<String, List<Term>> measure : measures().entrySet()) {
        for (BadCop effect : effects(council, measure.getValue())) {
          List<BadCop.Ally> allies = dearer(effect);
          if (!allies.isEmpty()) return yes(new Cover(body, measure.getKey(), effect, allies));
          if (because.isEmpty()) because.add(spares(body, effect));
        }
      }
    }
    if (because.isEmpty()) {
      because.add(say("No veto of its own keeps a body from passing {}", question.what()));
    }
    return new Judgement(Role.BAD_COP, Verdict.NO, "", List.of(), because, List.of());
  }

  private Council council(Body body) {
    return question
        .space()
        .once(
            new Kept(body.id()),
            Council.class,
            () ->
                new Council(
                    question.space(), body, question.space().statusQuo(), question.scene().run()));
  }

  /// What its veto keeps the body from passing, where that has the target.
  private List<BadCop> effects(Council council, List<Term> measure) {
    return BadCop.of(council, question.actor().id(), measure).stream()
        .filter(effect -> effect.effect().signum() > 0)
        .filter(effect -> question.wanted().contains(effect.without().text()))
        .toList();
  }

  private record Kept(String body) {}

  private static Sentence spares(Body body, BadCop effect) {
    return say(
        "Its veto stops {} from passing a text, and spares nobody {}",
        new Slot.OfParty(body.id(), body.name()),
        new Slot.Plain(
            effect.allies().isEmpty()
                ? "that would lose by it and bear it"
                : "whose objection would cost more than its own"));
  }

  /// The target itself, as a measure that is 1 where it holds; then those of the file.
  private Map<String, List<Term>> measures() {
    Map<String, List<Term>> measures = new LinkedHashMap<>();
    Term.Weight holds = new Term.Weight(question.target().when().meaning(), BigFraction.ONE);
    String wording = question.target().when().toString();
    measures.put(
        "", List.of(new Term(question.target().id(), wording, List.of(holds), Evidence.NONE)));
    measures.putAll(question.scene().model().measures());
    return measures;
  }

  private List<BadCop.Ally> dearer(BadCop effect) {
    BigFraction own = inU(question.actor(), effect.member().objectionCost());
    return effect.allies().stream()
        .filter(ally -> ally.actor().index() != question.actor().index())
        .filter(ally -> Exact.isMore(inU(ally.actor(), ally.cost()), own))
        .toList();
  }

  /// A cost in the actor's unit, on its u.
  private BigFraction inU(Actor actor, BigFraction cost) {
    Utility utility = Utility.of(question.scene().model(), actor);
    BigFraction room = utility.high().subtract(utility.low());
    return room.signum() == 0 ? cost : cost.divide(room);
  }

  private Judgement yes(Cover cover) {
    BadCop effect = cover.effect;
    List<Sentence> because = new ArrayList<>();
    because.add(
        say(
            "With its veto {} passes {}, without it {}",
            Wording.of(question.space()).party(cover.body),
            text(effect.with().text()),
            text(effect.without().text())));
    because.add(
        cover.measure.isEmpty()
            ? say("So its veto alone keeps {} away", question.what())
            : say(
                "Of {} that is {} in place of {}",
                new Slot.Plain(cover.measure),
                Wording.amount(effect.without().measure()),
                Wording.amount(effect.with().measure())));
    named(cover, because);
    cover.allies.forEach(ally -> because.add(spared(effect, ally)));
    because.add(
        say(
            "If nobody's objection cost anything, its effect would be {}",
            Wording.signed(effect.bare())));
    return new Judgement(
        Role.BAD_COP,
        Verdict.YES,
        Kind.WITHOUT_VETO.id(),
        List.of(effect.effect().doubleValue()),
        because,
        evidence(cover));
  }

  private Sentence spared(BadCop effect, BadCop.Ally ally) {
    return say(
        "It spares {}, which would lose {} by that text and bear it: to object would cost it {},"
            + " and costs {} {}",
        Wording.of(question.space()).party(ally.actor()),
        Wording.amount(ally.worth().change().negate()),
        Wording.amount(ally.cost()),
        question.who(),
        Wording.amount(effect.member().objectionCost()));
  }

  /// The measures of the file that the same lifting would raise.
  private void named(Cover cover, List<Sentence> because) {
    if (!cover.measure.isEmpty()) return;
    question
        .scene()
        .model()
        .measures()
        .forEach((id, terms) -> {
          BigFraction with = measured(terms, cover.effect.with().text());
          BigFraction without = measured(terms, cover.effect.without().text());
          if (without.subtract(with).signum() == 0) return;
          because.add(
              say(
                  "In {}: {} with it, {} without",
                  new Slot.Plain(id.replace('-', ' ')),
                  Wording.amount(with),
                  Wording.amount(without)));
        });
  }

  private BigFraction measured(List<Term> terms, int state) {
    int[] levels = question.space().levels(state);
    return terms.stream().map(t -> t.of(levels)).reduce(BigFraction.ZERO, BigFraction::add);
  }

  private Slot text(int state) {
    return state == question.space().statusQuo()
        ? new Slot.Plain("nothing")
        : Wording.of(question.space())
            .changes(question.space(), question.space().statusQuo(), state);
  }

  /// The rule, what objections cost, and what the ally loses by.
  private List<Evidence> evidence(Cover cover) {
    List<Evidence> evidence = new ArrayList<>();
    for (BodyEntry entry : question.scene().model().scenario().bodies()) {
      if (!entry.id().text().equals(cover.body.id())) continue;
      entry.rules().forEach(rule -> evidence.add(rule.evidence()));
      entry.objectionCosts().forEach(cost -> evidence.add(cost.evidence()));
    }
    int now = question.space().statusQuo();
    for (BadCop.Ally ally : cover.allies) {
      new Gain(question.space(), ally.actor(), now, cover.effect.without().text())
          .shares()
          .forEach(share -> evidence.add(share.term().evidence()));
    }
    return evidence;
  }
}
