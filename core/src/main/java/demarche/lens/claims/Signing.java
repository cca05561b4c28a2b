package demarche.lens.claims;

import static demarche.finding.Sentence.say;

import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.lens.settlement.Blocker;
import demarche.lens.settlement.Judgement;
import demarche.model.Body;
import demarche.model.Party;
import demarche.model.Preference.RedLine;
import demarche.model.Proposal;
import demarche.scenario.BodyEntry.Vote;
import demarche.scenario.Evidence;
import demarche.states.Assembly;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Who signs a proposal, who does not, and who would have to go there together.
final class Signing {
  private Signing() {}

  private static Judgement judged(Findings findings, Arguments arguments) {
    return findings.judge().of(findings.proposal(arguments.id("p")));
  }

  static Found acceptable(Findings findings, Arguments arguments) {
    Judgement judgement = judged(findings, arguments);
    List<String> ids = judgement.accepting().stream().map(Party::id).toList();
    return new Found(Value.Named.of(ids), blocking(findings, judgement), evidence(judgement));
  }

  static Found blockers(Findings findings, Arguments arguments) {
    if (arguments.has("consent")) {
      Party body = arguments.party("consent");
      return within(findings, (Body) body, findings.proposal(arguments.id("p")));
    }
    Judgement judgement = judged(findings, arguments);
    List<String> ids = judgement.blockers().stream().map(b -> b.party().id()).toList();
    return new Found(Value.Named.of(ids), blocking(findings, judgement), evidence(judgement));
  }

  private static List<Sentence> blocking(Findings findings, Judgement judgement) {
    if (judgement.blockers().isEmpty()) return List.of(say("Nobody blocks it"));
    return judgement.blockers().stream().map(b -> why(findings, b)).toList();
  }

  private static Sentence why(Findings findings, Blocker blocker) {
    Slot who = findings.wording().party(blocker.party());
    return switch (blocker) {
      case Blocker.CrossesLine(var _, var lines) -> {
        Slot crossed =
            new Slot.Several(
                lines.stream().<Slot>map(l -> new Slot.OfExpression(l.name())).toList());
        yield say("It crosses the red line {} of {}", crossed, who);
      }
      case Blocker.PrefersNoDeal _ -> say("{} prefers what happens without a deal", who);
      case Blocker.Vetoed(var _, var by) ->
          say(
              "In {} it is vetoed by {}",
              who,
              new Slot.Several(by.stream().<Slot>map(s -> new Slot.Plain(s.name())).toList()));
      case Blocker.Shortfall(var _, int yes) ->
          say("In {} it has {} and too few", who, new Slot.Count(yes, "vote", "votes"));
    };
  }

  private static List<Evidence> evidence(Judgement judgement) {
    return Stream.concat(
            Stream.of(judgement.proposal().evidence()),
            judgement.blockers().stream()
                .filter(Blocker.CrossesLine.class::isInstance)
                .flatMap(b -> ((Blocker.CrossesLine) b).lines().stream())
                .map(RedLine::evidence))
        .toList();
  }

  /// Those members of a body who keep it from carrying the proposal as a text: who veto it, else
  /// who do not vote for it.
  private static Found within(Findings findings, Body body, Proposal proposal) {
    int from = findings.space().state(findings.model().disagreement());
    int to = findings.space().state(proposal.end());
    if (from < 0 || to < 0) {
      throw new NoAnswer("'" + proposal.id() + "' is not feasible, so nobody votes on it");
    }
    if (findings.space().prefers(body, from, to)) {
      return Found.of(
          Value.Named.of(List.of()), say("{} carries it", findings.wording().party(body)));
    }
    List<Assembly.Ballot> ballots = findings.space().assembly(body).ballots(from, to);
    List<String> vetoing = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (int seat = 0; seat < ballots.size(); seat++) {
      String id = body.seats().get(seat).id();
      if (ballots.get(seat).veto()) vetoing.add(id);
      if (ballots.get(seat).vote() != Vote.YES) missing.add(id);
    }
    Slot who = findings.wording().party(body);
    return vetoing.isEmpty()
        ? Found.of(Value.Named.of(missing), say("In {} too few vote for it", who))
        : Found.of(Value.Named.of(vetoing), say("In {} it is vetoed", who));
  }

  static Found reason(Findings findings, Arguments arguments) {
    Party party = arguments.party("a");
    Judgement judgement = judged(findings, arguments);
    for (Blocker blocker : judgement.blockers()) {
      if (blocker.party().index() != party.index()) continue;
      String word =
          switch (blocker) {
            case Blocker.CrossesLine _ -> "red-line";
            case Blocker.PrefersNoDeal _ -> "value";
            case Blocker.Vetoed _ -> "veto";
            case Blocker.Shortfall _ -> "shortfall";
          };
      return new Found(new Value.Text(word), List.of(why(findings, blocker)), evidence(judgement));
    }
    return Found.of(
        new Value.Text("none"), say("{} does not block it", findings.wording().party(party)));
  }

  static Found joint(Findings findings, Arguments arguments) {
    Judgement judgement = judged(findings, arguments);
    return switch (judgement.road()) {
      case Judgement.Joint(var owners) ->
          Found.of(
              Value.Named.of(owners.stream().map(Party::id).toList()),
              say(
                  "They can go there at once, and each prefers it; single improvements do not lead there"));
      case Judgement.Single _ ->
          Found.of(Value.Named.of(List.of()), say("Single improvements lead there"));
      case Judgement.Unreachable _ ->
          Found.of(
              Value.Named.of(List.of()),
              say("It is reached neither by single improvements nor by those concerned together"));
    };
  }
}
