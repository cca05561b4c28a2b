package demarche.lens.claims;

import static demarche.finding.Sentence.say;

import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.Wording;
import demarche.lens.council.Agenda;
import demarche.lens.council.Backtest;
import demarche.lens.council.BadCop;
import demarche.lens.council.Council;
import demarche.lens.council.Division;
import demarche.lens.council.Power;
import demarche.lens.council.PowerIndex;
import demarche.lens.council.Text;
import demarche.model.Body;
import demarche.model.Term;
import demarche.scenario.Evidence;
import demarche.states.StateSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.numbers.fraction.BigFraction;

/// What bodies pass, and what sponsors get from them.
final class Voting {
  private Voting() {}

  private static Division division(Findings findings, Arguments arguments) {
    return council(findings, arguments).division(text(findings, arguments.id("p")).state());
  }

  private static Text text(Findings findings, String proposal) {
    Text text = Text.of(findings.space(), findings.proposal(proposal));
    if (text.state() < 0) {
      throw new NoAnswer("'" + text.id() + "' is not feasible, so nobody votes on it");
    }
    return text;
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

  static Found badCop(Findings findings, Arguments arguments) {
    Council council = council(findings, arguments);
    String member = arguments.id("a");
    List<Term> measure =
        Optional.ofNullable(findings.model().measures().get(arguments.id("measure")))
            .orElseThrow(() ->
                new NoAnswer(
                    "there is no measure '%s' in this variant".formatted(arguments.id("measure"))));
    BadCop effect =
        BadCop.of(council, member, measure)
            .orElseThrow(() ->
                new NoAnswer(
                    "'%s' holds no veto of its own in '%s'"
                        .formatted(member, council.body().id())));
    List<Sentence> because = new ArrayList<>();
    because.add(
        say(
            "With the veto {} passes, without it {}",
            findings.wording().state(findings.space(), effect.with().text()),
            findings.wording().state(findings.space(), effect.without().text())));
    for (BadCop.Ally ally : effect.allies()) {
      because.add(
          say(
              "{} would lose {} by that; to object would cost it {}",
              findings.wording().party(ally.actor()),
              Wording.amount(ally.worth().change().negate()),
              Wording.amount(ally.cost())));
    }
    because.add(
        say("With objections that cost nobody anything: {}", Wording.signed(effect.bare())));
    return new Found(new Value.Amount(effect.effect()), because, List.of());
  }

  static Found power(Findings findings, Arguments arguments) {
    Body body = (Body) arguments.party("b");
    Power power = findings.power(body);
    String member = arguments.id("member");
    String id = arguments.id("index");
    if (!power.players().contains(member)) {
      throw new NoAnswer("'%s' has no seat in '%s' in this variant".formatted(member, body.id()));
    }
    PowerIndex index =
        Arrays.stream(PowerIndex.values()).filter(i -> i.id().equals(id)).findFirst().orElseThrow();
    List<BigFraction> value = power.of(member, index);
    if (value.isEmpty()) {
      throw new NoAnswer(
          "the power of the members of '%s' by '%s' was not worked out; counted %s"
              .formatted(body.id(), id, power.method()));
    }
    Slot winning =
        new Slot.Several(
            power.winning().stream().<Slot>map(w -> new Slot.Plain(w.toString())).toList());
    return new Found(
        new Value.Amount(value.getFirst()),
        List.of(
            say(
                "{}: {}; {} of {} coalitions win",
                index.slot(),
                new Slot.Plain(index.slot().meaning()),
                winning,
                new Slot.Plain(power.coalitions().toString()))),
        List.of());
  }

  private static Sentence outcome(Findings findings, Division division) {
    return say("In {}: ", findings.wording().party(division.body()))
        .then(division.inWords(findings.space()));
  }

  private static Council.Sponsor sponsor(Council council, Arguments arguments) {
    String id = arguments.id("sponsor");
    return council
        .sponsor(id)
        .orElseThrow(() ->
            new NoAnswer(
                "'%s' may table no text in '%s', or has no wishes of its own"
                    .formatted(id, council.body().id())));
  }

  private static Backtest backtest(Findings findings, Arguments arguments, String adopted) {
    Council council = council(findings, arguments);
    return Backtest.of(
        council,
        sponsor(council, arguments),
        text(findings, arguments.id("draft")),
        text(findings, arguments.id(adopted)));
  }

  /// The best that a sponsor can get of a draft.
  static Found softening(Findings findings, Arguments arguments) {
    Backtest backtest = backtest(findings, arguments, "draft");
    StateSet best = new StateSet(findings.space().size());
    backtest.equals().forEach(best::add);
    return new Found(
        new Value.States(findings.space(), best),
        List.of(Stable.some(findings, best)),
        List.of(findings.proposal(arguments.id("draft")).evidence()));
  }

  /// How many clauses the best softening of a draft has as they were adopted.
  static Found hits(Findings findings, Arguments arguments) {
    Backtest backtest = backtest(findings, arguments, "adopted");
    Backtest.Score score = backtest.score(Backtest.Guess.PREDICTED);
    return new Found(
        new Value.Amount(BigFraction.of(score.hits())),
        List.of(
            say(
                "Predicted is {}; of {} so many stand as adopted: {}",
                findings.wording().state(findings.space(), backtest.predicted()),
                new Slot.Count(score.clauses(), "clause", "clauses"),
                new Slot.Count(score.hits(), "", ""))),
        List.of(
            findings.proposal(arguments.id("draft")).evidence(),
            findings.proposal(arguments.id("adopted")).evidence()));
  }

  static Found best(Findings findings, Arguments arguments) {
    Council council = council(findings, arguments);
    Agenda agenda = council.agenda(sponsor(council, arguments));
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
