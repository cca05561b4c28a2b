package demarche.lens;

import static demarche.finding.Sentence.say;

import demarche.finding.Sentence;
import demarche.finding.Slot;
import demarche.model.Actor;
import demarche.model.Body;
import demarche.model.Body.Seat;
import demarche.model.Party;
import demarche.scenario.BodyEntry.Vote;
import demarche.states.Assembly.Ballot;
import demarche.states.StateSpace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/// How the members of a body vote on a change, in words.
record Ballots(StateSpace space, Body body, int from, int to) {
  private static final int MOST_NAMES = 5;

  /// Who carries the change, or what it fails by.
  Sentence inWords() {
    List<Slot> yes = voters((_, ballot) -> ballot.vote() == Vote.YES);
    if (space.prefers(body, from, to)) return named(say("passed by "), yes).then(dissent());
    List<Slot> vetoes = vetoes();
    if (!vetoes.isEmpty()) return named(say("vetoed by "), vetoes);
    if (yes.isEmpty()) return say("no yes vote");
    List<Slot> sponsors =
        voters((seat, ballot) ->
            ballot.vote() == Vote.YES && seat.sponsorship() == Body.Sponsorship.MAY);
    if (sponsors.isEmpty()) return say("no yes vote of a sponsor");
    List<Slot> unwilling = unwilling();
    return unwilling.isEmpty()
        ? named(say("too few yes votes, only those of "), yes)
        : named(say("no approval by "), unwilling);
  }

  private Sentence dissent() {
    Sentence more = say("");
    List<Slot> no = voters((_, ballot) -> ballot.vote() == Vote.NO);
    List<Slot> abstaining = voters((_, ballot) -> ballot.vote() == Vote.ABSTAIN);
    if (!no.isEmpty()) more = named(more.then(", against "), no);
    return abstaining.isEmpty() ? more : named(more.then(", abstaining "), abstaining);
  }

  /// Bodies that must approve the same change too, and do not.
  private List<Slot> unwilling() {
    List<Party> parties = space.model().parties();
    return body.after().stream()
        .map(parties::get)
        .filter(other -> !space.prefers(other, from, to))
        .<Slot>map(other -> new Slot.OfParty(other.id(), other.name()))
        .toList();
  }

  private List<Slot> voters(BiPredicate<Seat, Ballot> wanted) {
    List<Ballot> ballots = space.assembly(body).ballots(from, to);
    List<Slot> voters = new ArrayList<>();
    for (int k = 0; k < ballots.size(); k++) {
      Seat seat = body.seats().get(k);
      if (wanted.test(seat, ballots.get(k))) voters.add(member(seat));
    }
    return voters;
  }

  /// A member by the name of the party that it is, if it is one.
  private Slot member(Seat seat) {
    return space.model().parties().stream()
        .filter(party -> party.id().equals(seat.id()))
        .map(Party::name)
        .map(name -> new Slot.OfParty(seat.id(), name))
        .findFirst()
        .orElse(new Slot.OfParty(seat.id(), seat.name()));
  }

  /// Who vetoes, and over what, where it is an actor's wishes that decide.
  private List<Slot> vetoes() {
    List<Ballot> ballots = space.assembly(body).ballots(from, to);
    List<Slot> vetoes = new ArrayList<>();
    for (int k = 0; k < ballots.size(); k++) {
      Seat seat = body.seats().get(k);
      if (!ballots.get(k).veto()) continue;
      vetoes.add(
          switch (seat.voter()) {
            case Body.Wishes(int actor) ->
                new Slot.Clause(
                    say("{} (", member(seat))
                        .then(objection(space.model().actors().get(actor)))
                        .then(")"));
            case Body.Ruling _, Body.Always _, Body.Likely _, Body.Absent _ -> member(seat);
          });
    }
    return vetoes;
  }

  /// A red line that is crossed anew is vetoed even where another is left behind.
  private Sentence objection(Actor actor) {
    int[] before = space.levels(from);
    int[] after = space.levels(to);
    return actor.preference().redLines().stream()
        .filter(line -> line.never().holds(after) && !line.never().holds(before))
        .findFirst()
        .map(line -> say("crossing the red line {}", new Slot.OfExpression(line.name())))
        .orElseGet(() -> new Gain(space, actor, from, to).inShort());
  }

  /// Names, or how many they are where they are too many to be read.
  private static Sentence named(Sentence before, List<Slot> members) {
    return before.then(
        "{}",
        members.size() <= MOST_NAMES
            ? new Slot.Several(members)
            : new Slot.Count(members.size(), "member", "members"));
  }
}
