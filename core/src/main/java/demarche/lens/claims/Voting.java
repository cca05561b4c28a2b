package demarche.lens.claims;

import static demarche.finding.Sentence.say;

import demarche.finding.Sentence;
import demarche.lens.council.Agenda;
import demarche.lens.council.Council;
import demarche.lens.council.Division;
import demarche.lens.council.Text;
import demarche.model.Body;
import demarche.scenario.Evidence;
import demarche.states.StateSet;
import java.util.List;

/// What bodies pass, and what sponsors get from them.
final class Voting {
  private Voting() {}

  private static Division division(Findings findings, Arguments arguments) {
    Text text = Text.of(findings.space(), findings.proposal(arguments.id("p")));
    if (text.state() < 0) {
      throw new NoAnswer("'" + text.id() + "' is not feasible, so nobody votes on it");
    }
    return council(findings, arguments).division(text.state());
  }

  private static Council council(Findings findings, Arguments arguments) {
    return findings.council((Body) arguments.party("b"));
  }

  static Found passes(Findings findings, Arguments arguments) {
    Division division = division(findings, arguments);
    return new Found(
        new Value.Truth(division.passes()),
        List.of(outcome(findings, division)),
        List.of(findings.proposal(arguments.id("p")).evidence()));
  }

  static Found vetoes(Findings findings, Arguments arguments) {
    Division division = division(findings, arguments);
    List<String> ids = division.vetoes().stream().map(c -> c.seat().id()).toList();
    return new Found(
        Value.Named.of(ids),
        List.of(outcome(findings, division)),
        List.of(findings.proposal(arguments.id("p")).evidence()));
  }

  private static Sentence outcome(Findings findings, Division division) {
    return say("In {}: ", findings.wording().party(division.body()))
        .then(division.inWords(findings.space()));
  }

  static Found best(Findings findings, Arguments arguments) {
    Council council = council(findings, arguments);
    String id = arguments.id("sponsor");
    Agenda agenda =
        council.sponsors().stream()
            .filter(s -> s.actor().id().equals(id) || s.seat().id().equals(id))
            .findFirst()
            .map(council::agenda)
            .orElseThrow(() ->
                new NoAnswer(
                    "'%s' may table no text in '%s', or has no wishes of its own"
                        .formatted(id, council.body().id())));
    StateSet best = new StateSet(findings.space().size());
    agenda.equals().forEach(best::add);
    List<Evidence> evidence = List.of(agenda.sponsor().actor().evidence());
    return new Found(
        new Value.States(findings.space(), best),
        List.of(
            say(
                    "{} would write {}; of that: ",
                    findings.wording().party(agenda.sponsor().actor()),
                    findings.wording().state(findings.space(), agenda.ideal()))
                .then(agenda.draft().inWords(findings.space())),
            Stable.some(findings, best)),
        evidence);
  }
}
