package demarche.lens.claims;

import static demarche.finding.Sentence.say;

import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Wording;
import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Party;
import demarche.model.Preference;
import demarche.model.Term;
import demarche.scenario.Evidence;
import demarche.states.Utility;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a state is worth, and which of two is preferred.
final class Values {
  private Values() {}

  static Found value(Findings findings, Arguments arguments) {
    Actor actor = arguments.actor("a");
    int[] levels = findings.levels(arguments.state("s"));
    return new Found(
        new Value.Amount(values(actor).of(levels)),
        List.of(decomposition(findings, actor, levels)),
        evidence(actor, levels));
  }

  private static Preference.Values values(Actor actor) {
    if (actor.preference().order() instanceof Preference.Values values) return values;
    throw new NoAnswer(
        "'%s' has an order of the states and no values; ask u(%s, ...) or prefers(%s, ...)"
            .formatted(actor.id(), actor.id(), actor.id()));
  }

  /// The terms that count in a state, with their weights.
  private static Sentence decomposition(Findings findings, Actor actor, int[] levels) {
    List<Slot> terms = new ArrayList<>();
    for (Term term : values(actor).terms()) {
      if (term.of(levels).signum() == 0) continue;
      terms.add(new Slot.Clause(say("{} {}", Wording.term(term), Wording.amount(term.of(levels)))));
    }
    Slot party = findings.wording().party(actor);
    Slot state = findings.wording().state(levels);
    if (terms.isEmpty()) return say("{} has no value that counts in {}", party, state);
    return say("For {} in {}: {}", party, state, new Slot.Several(terms));
  }

  private static List<Evidence> evidence(Actor actor, int[] levels) {
    return values(actor).terms().stream()
        .filter(t -> t.of(levels).signum() != 0)
        .map(Term::evidence)
        .toList();
  }

  static Found term(Findings findings, Arguments arguments) {
    Actor actor = arguments.actor("a");
    int[] levels = findings.levels(arguments.state("s"));
    String id = arguments.id("id");
    Optional<Term> term = values(actor).terms().stream().filter(t -> t.id().equals(id)).findFirst();
    if (term.isEmpty()) {
      throw new NoAnswer("'%s' has no value '%s' in this variant".formatted(actor.id(), id));
    }
    return new Found(
        new Value.Amount(term.get().of(levels)),
        List.of(
            say(
                "The value {} of {} is about {}",
                new Slot.Plain(id),
                findings.wording().party(actor),
                new Slot.OfExpression(term.get().wording()))),
        List.of(term.get().evidence()));
  }

  static Found utility(Findings findings, Arguments arguments) {
    Actor actor = arguments.actor("a");
    int[] levels = findings.levels(arguments.state("s"));
    Utility utility = findings.utility(actor);
    List<Sentence> because = new ArrayList<>();
    List<Evidence> evidence = new ArrayList<>();
    for (Preference.RedLine line : actor.preference().redLines()) {
      if (!line.never().holds(levels)) continue;
      because.add(
          say(
              "The state crosses the red line {} of {}, which counts as -1",
              new Slot.OfExpression(line.name()),
              findings.wording().party(actor)));
      evidence.add(line.evidence());
    }
    if (utility.isAssumed()) {
      because.add(
          say(
              "{} has a mere order; its evenly spaced ranks are an assumption",
              findings.wording().party(actor)));
    } else {
      because.add(decomposition(findings, actor, levels));
      because.add(
          say(
              "Scaled from {} (0) to {} (1)",
              Wording.amount(utility.low()),
              Wording.amount(utility.high())));
      evidence.addAll(evidence(actor, levels));
    }
    return new Found(new Value.Amount(utility.of(levels)), because, evidence);
  }

  static Found prefers(Findings findings, Arguments arguments) {
    Party party = arguments.party("a");
    int[] better = findings.levels(arguments.state("s"));
    int[] worse = findings.levels(arguments.state("t"));
    boolean prefers =
        switch (party) {
          case Actor actor -> actor.preference().compare(better, worse) > 0;
          case Body body ->
              findings
                  .space()
                  .prefers(
                      body,
                      findings.state(arguments.state("t")),
                      findings.state(arguments.state("s")));
        };
    List<Sentence> because = new ArrayList<>();
    List<Evidence> evidence = new ArrayList<>();
    if (party instanceof Actor actor) {
      if (actor.preference().order() instanceof Preference.Values) {
        because.add(decomposition(findings, actor, better));
        because.add(decomposition(findings, actor, worse));
        evidence.addAll(evidence(actor, better));
        evidence.addAll(evidence(actor, worse));
      }
      for (Preference.RedLine line : actor.preference().redLines()) {
        if (line.never().holds(better) == line.never().holds(worse)) continue;
        because.add(
            say(
                "One of the two crosses the red line {}, which comes first",
                new Slot.OfExpression(line.name())));
        evidence.add(line.evidence());
      }
    }
    return new Found(new Value.Truth(prefers), because, evidence);
  }
}
